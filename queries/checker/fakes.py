"""Checking fake redundancy: each group claims to bear any loss, falls with its cause, and none is missing."""

from collections.abc import Iterator

from queries.checker.forms import Certificate, Fake
from queries.checker.rule import Group, State
from queries.checker.subgraph import Subgraph
from queries.checker.verdict import Verdict

STEPS = 5_000_000  # of the rule, to see whether one is missing; some seconds


def check_fakes(certificate: Certificate, verdict: Verdict) -> None:
    """Note what of the fake redundancy told is confirmed and what is wrong."""
    if certificate.fakes is None:
        return
    graph, before = Subgraph(certificate), len(verdict.wrong)
    for fake in certificate.fakes:
        _check(fake, graph, verdict)
    verdict.confirm(
        before,
        id_=f"{len(certificate.fakes)} cadangan semu: grupnya mampu menanggung hilangnya satu anggota, "
        "tetapi runtuh bila penyebabnya mati",
        en=f"{len(certificate.fakes)} fake redundancies: the group could bear the loss of any one member, "
        "and falls with its cause",
    )
    _look_for_others(certificate, graph, verdict)


def _check(fake: Fake, graph: Subgraph, verdict: Verdict) -> None:
    group = _group(graph, fake)
    if group is None or not group.bears_any_loss():
        _refuse(
            fake,
            verdict,
            "tidak tercatat sebagai cadangan yang mampu menanggung hilangnya satu anggota",
            "is not on record as redundancy that bears the loss of any one member",
        )
        return
    within = graph.below(fake.owner)
    if (
        fake.cause == fake.owner
        or group.level(graph.settled({fake.cause: State.DOWN}, within)[0]) < State.DOWN
    ):
        _refuse(
            fake, verdict, f"tidak runtuh bila {fake.cause} mati", f"does not fall when {fake.cause} fails"
        )
        return
    spared, _ = graph.settled({fake.cause: State.DOWN}, within, standing=group)
    if fake.decides != (spared.get(fake.owner, State.UP) < State.DOWN):
        _refuse(
            fake,
            verdict,
            f"tidak menentukan pemiliknya seperti yang dikatakan bila {fake.cause} mati",
            f"does not decide its owner as is said when {fake.cause} fails",
        )


def _look_for_others(certificate: Certificate, graph: Subgraph, verdict: Verdict) -> None:
    told = {(fake.owner, fake.group, fake.cause) for fake in certificate.fakes or ()}
    before, left = len(verdict.wrong), STEPS
    for owner, group in _claiming(graph):
        within = graph.below(owner)
        for cause in within:
            if not _may_fail(certificate, cause) or cause == owner:
                continue
            states, steps = graph.settled({cause: State.DOWN}, within)
            left -= steps
            path = str(group.label[0])
            if group.level(states) is State.DOWN and (owner, path, cause) not in told:
                missing = Fake(owner, path, cause, decides=True)
                _refuse(
                    missing,
                    verdict,
                    f"runtuh juga bila {cause} mati, tetapi tidak tercantum",
                    f"falls when {cause} fails too, but is not listed",
                )
        if left < 0:
            verdict.pass_over(
                id_="apakah tidak ada cadangan semu yang kurang (terlalu banyak yang harus dicoba)",
                en="whether no fake redundancy is missing (too much to try)",
            )
            return
    verdict.confirm(
        before,
        id_="setiap grup cadangan dicoba dengan setiap objek di bawahnya: tidak ada yang kurang",
        en="every redundancy group was tried with every element below it: no fake redundancy is missing",
    )


def _claiming(graph: Subgraph) -> Iterator[tuple[str, Group]]:
    """Yield the groups with a name that claim redundancy, inner ones too, with their owners."""
    for owner, groups in graph.groups.items():
        waiting = list(groups)
        while waiting:
            group = waiting.pop()
            waiting += group.inner.values()
            if group.label[0] is not None and group.bears_any_loss():
                yield owner, group


def _group(graph: Subgraph, fake: Fake) -> Group | None:
    found = (one.named(fake.group) for one in graph.groups.get(fake.owner, ()))
    return next((group for group in found if group), None)


def _may_fail(certificate: Certificate, key: str) -> bool:
    allowed = certificate.may_fail
    return key not in certificate.protected and (allowed is None or key in allowed)


def _refuse(fake: Fake, verdict: Verdict, indonesian: str, english: str) -> None:
    verdict.refuse(
        "no_fake_redundancy",
        fake.owner,
        id_=f"{fake.owner}: grup “{fake.group}” {indonesian}",
        en=f"{fake.owner}: group “{fake.group}” {english}",
    )
