"""What stands on the page of a pair until it is decided, and decisions as rows of a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.decision import STANDING_LABELS, Basis, Decision
from model.keys import parse_key
from model.text import Language
from queries.redundancy.corpus import Entry
from queries.redundancy.decisions import NOTHING, DecisionRow
from queries.redundancy.engine import Comparison, Pair
from queries.redundancy.evidence import Evidence
from queries.redundancy.explaining import evidence_label
from ui import pairs
from ui.components.workbook import Cell
from ui.phrases import similar as words
from ui.wording import moment

_PARTED = "~"  # between the uids of a pair in the address


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The pair a person has in front of them, so that it stays there until they decide it.

    pair: its address. seen: id of the decision that stands beside it, NOTHING where there is none. asked:
    the filters under which it was shown.
    """

    pair: str
    seen: str
    asked: tuple[str, ...]

    @classmethod
    def of(cls, kept: Sequence[str] | None) -> "Shown | None":
        """Return what was kept of it; None where nothing was."""
        return cls(pair=kept[0], seen=kept[1], asked=tuple(kept[2:])) if kept else None

    @property
    def kept(self) -> list[str]:
        """It as a list of texts, to be kept; the inverse of of()."""
        return [self.pair, self.seen, *self.asked]

    def overtaken(self, known: Decision | None) -> bool:
        """Return whether somebody decided the pair after it was shown."""
        return known is not None and known.id > self.seen


def address_of(ends: tuple[str, str]) -> str:
    """Return a pair as the address names it."""
    return _PARTED.join(ends)


def pair_at(comparison: Comparison, address: str) -> Pair | None:
    """Return the pair that an address names; None unless its two elements are compared."""
    ends = address.split(_PARTED)
    places = {entry.uid: at for at, entry in enumerate(comparison.corpus.entries)}
    if len(ends) != 2 or not places.keys() >= set(ends):
        return None
    row = comparison.row_of(places[ends[0]], places[ends[1]])
    return None if row is None else comparison.pair(row)


def shown_now(address: str, known: Decision | None, asked: Iterable[str]) -> Shown:
    """Return a pair as it is shown now, beside the decision that counts."""
    return Shown(pair=address, seen=known.id if known else NOTHING, asked=tuple(asked))


def decided_row(row: DecisionRow, language: Language) -> list[Cell]:
    """Return one decision as a row of the page's table."""
    return [
        moment(row.at, language),
        row.by,
        row.left_name,
        row.right_name,
        words.VERDICTS[row.verdict].in_(language),
        row.note,
        None if row.score is None else round(row.score, 2),
        STANDING_LABELS[row.state].in_(language),
    ]


def exported_row(row: DecisionRow, entries: Mapping[str, Entry], language: Language) -> list[Cell]:
    """Return the same with whose the two are, their keys, and what the decision was made on."""
    return [
        *decided_row(row, language),
        _whose(row.left, row.left_key, entries),
        row.left_key,
        _whose(row.right, row.right_key, entries),
        row.right_key,
        _evidence(row.basis, language),
        row.basis.engine if row.basis else "",
    ]


def _whose(uid: str, key: str, entries: Mapping[str, Entry]) -> str:
    return entries[uid].owner if uid in entries else parse_key(key).scope


def _evidence(basis: Basis | None, language: Language) -> str:
    """Return the evidence that there was, the fullest first; of another engine under its own name."""
    known = {one.value for one in Evidence}
    found = sorted(basis.evidence.items(), key=lambda one: (-one[1], one[0])) if basis else []
    return "; ".join(
        f"{evidence_label(name).in_(language) if name in known else name} "
        f"{pairs.decimal(f'{value:.2f}', language)}"
        for name, value in found
        if value > 0
    )
