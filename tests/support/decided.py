"""Decisions in a few words, and a small corpus of applications to decide about."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from model.decision import Decision, Side, Verdict
from model.kinds import ElementKind
from queries.redundancy.corpus import Corpus, Entry

UIDS = ("a", "b", "c", "d")


def decision(number: int, left: str = "a", right: str = "b", **given: Any) -> Decision:
    """Return a decision; the number orders them."""
    return Decision(
        **{
            "id": f"l{number:03}/0000001",
            "load": f"l{number:03}",
            "left": _side(left),
            "right": _side(right),
            "kind": ElementKind.APPLICATION,
            "scope": "dinkes",
            "verdict": Verdict.DUPLICATE,
            "by": "penguji",
            "at": "2026-11-24T09:30:00+00:00",
            **given,
        }
    )


def _side(uid: str) -> Side:
    return Side(uid=uid, key=f"dinkes/application/{uid}", name=f"Aplikasi {uid}")


pairs = st.permutations(UIDS).map(lambda uids: (uids[0], uids[1]))
histories = st.lists(st.tuples(pairs, st.sampled_from(Verdict)), max_size=12).map(
    lambda parts: [decision(n, *pair, verdict=verdict) for n, (pair, verdict) in enumerate(parts)]
)


def corpus(*described: tuple[str, str, str]) -> Corpus:
    """Return applications given as uid, name and description, each of an agency of its own."""
    entries: Sequence[Entry] = [
        Entry(
            uid=uid,
            key=f"opd-{uid}/application/{uid}",
            name=name,
            scope=f"opd-{uid}",
            texts=(text,) if text else (),
        )
        for uid, name, text in sorted(described)
    ]
    return Corpus(kind=ElementKind.APPLICATION, entries=tuple(entries), columns=())
