"""Checking an impact: a derivation for everything affected, and nothing else that the rule would reach.

Both are local. Every firing follows from the ones before it, so what is listed is really that bad. And the
listed states are closed: no group of anybody in the file makes its owner worse than listed; whoever has a
requirement into them is in the file; so, from everything up, nobody else can ever be reached.
"""

from queries.checker.forms import Certificate, Firing
from queries.checker.part import Part
from queries.checker.rule import Group, Label, State
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

_ENOUGH = 100  # wrong firings, from which no more are looked at


def check_impact(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of an impact is confirmed and what is wrong."""
    _check_question(certificate, verdict)
    graph = Subgraph(certificate)
    claimed = {**certificate.failed, **certificate.affected}
    claimed = {key: state for key, state in claimed.items() if state > State.UP}

    before = len(verdict.wrong)
    graph.check_whole(claimed, verdict)
    _check_derivation(certificate, graph, claimed, verdict)
    count = len(certificate.affected)
    verdict.confirm(
        before,
        id_=f"{count} objek terdampak: masing-masing keadaannya mengikuti dari langkah-langkah sebelumnya",
        en=f"elements affected: {count}; the state of each follows from the steps before it",
    )
    before = len(verdict.wrong)
    _check_closed(certificate, graph, claimed, verdict)
    rest = len(graph.groups.keys() - claimed.keys())
    verdict.confirm(
        before,
        id_=f"tidak ada yang lain terdampak; {rest} objek lain yang juga membutuhkannya tetap berfungsi",
        en=f"nobody else is affected; others that require one of these too and stay up: {rest}",
    )
    _pass_over(certificate, verdict)


def _check_question(certificate: Certificate, verdict: Verdict) -> None:
    if not any(state > State.UP for state in certificate.failed.values()):
        verdict.refuse(
            "nothing_fails",
            None,
            id_="tidak ada objek yang diandaikan mati",
            en="no element is assumed to fail",
        )
    for key in sorted(certificate.protected & certificate.failed.keys()):
        verdict.refuse(
            "failed_and_protected",
            key,
            id_=f"{key} diandaikan mati sekaligus tetap berfungsi",
            en=f"{key} is assumed both to fail and to stay up",
        )
    for key, state in certificate.affected.items():
        if state <= certificate.failed.get(key, State.UP):
            verdict.refuse(
                "not_affected",
                key,
                id_=f"{key} tercantum terdampak, padahal tidak lebih buruk daripada yang diandaikan",
                en=f"{key} is listed as affected, but no worse than assumed",
            )


def _check_derivation(
    certificate: Certificate, graph: Subgraph, claimed: dict[str, State], verdict: Verdict
) -> None:
    reached = {key: state for key, state in certificate.failed.items() if state > State.UP}
    wrong = 0
    for number, firing in enumerate(certificate.firings, 1):
        if _fires(number, firing, certificate, graph, reached, verdict):
            reached[firing.element] = firing.state
        elif (wrong := wrong + 1) == _ENOUGH:
            break
    for key in sorted(claimed.keys() | reached.keys()):
        said, found = claimed.get(key, State.UP), reached.get(key, State.UP)
        if said is not found:
            verdict.refuse(
                "not_derived",
                key,
                id_=f"{key}: jawaban menyebut {said.told.id}, yang dapat diturunkan {found.told.id}",
                en=f"{key}: the answer says {said.told.en}, what can be derived is {found.told.en}",
            )


def _fires(
    number: int,
    firing: Firing,
    certificate: Certificate,
    graph: Subgraph,
    reached: dict[str, State],
    verdict: Verdict,
) -> bool:
    """Whether a firing follows from what is reached so far; if not, why."""
    key = firing.element
    label = _label(firing.because)
    group = next((one for one in graph.groups.get(key, ()) if one.label == label), None)
    if group is None:
        why = "kelompok itu bukan miliknya", "it has no such group"
    elif key in certificate.protected:
        why = "objek ini diandaikan tetap berfungsi", "this element is assumed to stay up"
    elif (other := _difference(firing.because, group, reached)) is not None:
        why = f"{other} tidak sesuai keadaan sampai langkah ini", f"{other} is not as reached so far"
    elif group.level(reached) < firing.state:
        level = group.level(reached).told
        why = f"kelompoknya baru {level.id}", f"its group is only {level.en}"
    elif firing.state <= reached.get(key, State.UP):
        why = "objek ini sudah dalam keadaan itu", "the element is in that state already"
    else:
        return True
    verdict.refuse(
        "firing_wrong",
        key,
        id_=f"langkah {number}, {key} menjadi {firing.state.told.id}: {why[0]}",
        en=f"firing {number}, {key} becomes {firing.state.told.en}: {why[1]}",
    )
    return False


def _label(because: Part) -> Label:
    path, relation = because.at("group").maybe(Part.text), because.at("relation").maybe(Part.text)
    if path is not None or relation is not None:
        return path, relation, None
    members = because.at("members").listed()
    return None, None, members[0].at("requirement").text() if len(members) == 1 else None


def _difference(told: Part, group: Group, reached: dict[str, State]) -> str | None:
    """Return the first member that the file tells otherwise than it is; None when all are right."""
    if told.at("state").text() != group.level(reached).word:
        return group.label[0] or told.place.rpartition(" › ")[2]
    listed = told.at("members").listed()
    members = {row.id: row for rows in group.members.values() for row in rows}
    seen = set()
    for part in listed:
        if "requirement" not in (part.value if isinstance(part.value, dict) else ()):
            path = part.at("group").text()
            inner = group.inner.get(path)
            if path in seen or inner is None:
                return path
            if (other := _difference(part, inner, reached)) is not None:
                return other
            seen.add(path)
            continue
        number = part.at("requirement").text()
        row = members.get(number)
        key = part.at("element").text()
        if number in seen or row is None or row.target != key:
            return key
        state = reached.get(key, State.UP)
        if (part.at("state").text(), part.at("counted").text()) != (state.word, min(state, row.effect).word):
            return key
        seen.add(number)
    missing = (members.keys() | group.inner.keys()) - seen
    return min((members[one].target if one in members else one for one in missing), default=None)


def _check_closed(
    certificate: Certificate, graph: Subgraph, claimed: dict[str, State], verdict: Verdict
) -> None:
    for owner, groups in graph.groups.items():
        if owner in certificate.protected:
            continue
        level = max((group.level(claimed) for group in groups), default=State.UP)
        said = claimed.get(owner, State.UP)
        if level > said:
            verdict.refuse(
                "not_closed",
                owner,
                id_=f"{owner}: jawaban menyebut {said.told.id}, menurut aturan {level.told.id}",
                en=f"{owner}: the answer says {said.told.en}, by the rule it is {level.told.en}",
            )


def _pass_over(certificate: Certificate, verdict: Verdict) -> None:
    if certificate.unknown:
        count = len(certificate.unknown)
        verdict.pass_over(
            id_=f"{count} objek yang belum pasti karena datanya belum lengkap",
            en=f"elements that are unknown because data is missing: {count}",
        )
