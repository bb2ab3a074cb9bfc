"""The evidence between two elements, as a terminal shows it."""

import math
from typing import TYPE_CHECKING

from model.text import Text, same
from queries.redundancy.explaining import evidence_label
from ui.commands import console

if TYPE_CHECKING:
    from queries.redundancy.engine import Pair


def tell_evidence(pair: "Pair") -> None:
    """Print the terms of the score of a pair with their sum, and the neighbours that both have."""
    console.line(same(f"\n{pair.left.name} ({pair.left.key}) – {pair.right.name} ({pair.right.key})"))
    rows: list[tuple[str, ...]] = [
        (
            console.say(evidence_label(term.evidence)),
            f"{term.value:.3f}",
            f"{term.weight:+.3f}",
            f"{term.contribution:+.3f}",
        )
        for term in pair.terms
    ]
    total = sum(term.contribution for term in pair.terms)
    rows.append((console.say(_TOTAL), "", "", f"{total:+.3f}"))
    console.table(_COLUMNS, rows, numbers=(1, 2, 3))
    console.line(_HOW)
    score = 1 / (1 + math.exp(-total))
    console.line(
        Text(
            id=f"Jumlahnya {total:+.3f}; sebagai kemiripan: 1 / (1 + e^-({total:+.3f})) = {score:.2f}.",
            en=f"They add up to {total:+.3f}; as a similarity: 1 / (1 + e^-({total:+.3f})) = {score:.2f}.",
        )
    )
    shared = sorted({name for names in pair.shared.values() for name in names.values()})
    if shared:
        console.line(
            Text(
                id=f"Sama-sama terhubung dengan: {'; '.join(shared)}.",
                en=f"Both are related to: {'; '.join(shared)}.",
            )
        )


_HOW = Text(
    id="Nama dan kata dibandingkan setelah singkatan dan padanan kata diganti dengan artinya.",
    en="Names and words are compared after abbreviations and synonyms are replaced by their meaning.",
)
_TOTAL = Text(id="Jumlah", en="Total")
_COLUMNS = (
    Text(id="Bukti", en="Evidence"),
    Text(id="Nilai", en="Value"),
    Text(id="Bobot", en="Weight"),
    Text(id="Sumbangan (log-odds)", en="Contribution (log-odds)"),
)
