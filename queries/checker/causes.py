"""Checking causes: each does alone what is said of it, as far away as is said, and none is missing."""

from queries.checker.forms import Cause, Certificate
from queries.checker.rule import State
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

STEPS = 5_000_000  # of the rule, to see what each cause does alone; some seconds


def check_causes(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the possible causes of some symptoms is confirmed and what is wrong."""
    graph, before = Subgraph(certificate), len(verdict.wrong)
    if not certificate.symptoms:
        verdict.refuse(
            "nothing_fails",
            None,
            id_="tidak ada objek yang dikatakan bermasalah",
            en="no element is said to be in trouble",
        )
    behind = graph.behind(certificate.symptoms)
    for key in graph.below(*certificate.symptoms):
        graph.check_owner(key, verdict)
    _check_named(certificate, behind, verdict)
    left = _check_harm(certificate, graph, verdict)
    count = len(certificate.causes)
    verdict.confirm(
        before,
        id_=f"{count} kemungkinan penyebab: yang dibutuhkan, langsung atau tidak; tidak ada yang kurang",
        en=f"{count} possible causes: what is required, directly or not; none is missing",
    )
    if left:
        verdict.pass_over(
            id_=f"akibat hilangnya {left} penyebab yang terakhir (terlalu banyak yang harus dicoba)",
            en=f"what the loss of the last {left} causes does (too much to try)",
        )


def _check_named(certificate: Certificate, behind: dict[str, int], verdict: Verdict) -> None:
    """Note what is named and is no cause, or is one and is not named, and where the order is another."""
    named = {cause.element: cause for cause in certificate.causes}
    for key in sorted(named.keys() | behind.keys()):
        said, found = named.get(key), behind.get(key)
        if said is None or said.distance != found:
            told = "–" if said is None else str(said.distance)
            steps = "–" if found is None else str(found)
            verdict.refuse(
                "no_cause",
                key,
                id_=f"{key}: jaraknya disebut {told}, di berkas ini {steps}",
                en=f"{key}: its distance is said to be {told}, in this file it is {steps}",
            )
    if len(named) < len(certificate.causes) or list(certificate.causes) != sorted(
        certificate.causes, key=_rank
    ):
        verdict.refuse(
            "wrong_order",
            None,
            id_="urutan penyebab tidak menurut banyaknya gejala, keadaan, lalu jarak",
            en="the causes are not in the order of how many symptoms, which state, how far",
        )


def _rank(cause: Cause) -> tuple[int, int, int]:
    return -cause.explains, -cause.state, cause.distance


def _check_harm(certificate: Certificate, graph: Subgraph, verdict: Verdict) -> int:
    """Note where the loss of a cause does something else; return how many were left out for the effort."""
    within, effort = graph.below(*certificate.symptoms), STEPS
    for number, cause in enumerate(certificate.causes):
        if effort < 0:
            return len(certificate.causes) - number
        states, steps = graph.settled({cause.element: State.DOWN}, within)
        effort -= steps
        harmed = [states[key] for key in certificate.symptoms if states.get(key, State.UP) > State.UP]
        worst = max(harmed, default=State.UP)
        if (len(harmed), worst) != (cause.explains, cause.state):
            verdict.refuse(
                "no_cause",
                cause.element,
                id_=f"{cause.element}: bila mati sendiri, {len(harmed)} gejala menjadi paling buruk "
                f"{worst.told.id}, bukan {cause.explains} menjadi {cause.state.told.id}",
                en=f"{cause.element}: its loss alone makes {len(harmed)} symptoms {worst.told.en} at worst, "
                f"not {cause.explains} {cause.state.told.en}",
            )
    return 0
