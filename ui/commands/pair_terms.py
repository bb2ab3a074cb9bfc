"""The evidence between two elements, as a terminal shows it."""

import math
from typing import TYPE_CHECKING

from model.text import Text, same
from queries.redundancy.explaining import evidence_label
from ui.commands import console
from ui.similar.scores import likeness
from ui.wording import number

if TYPE_CHECKING:
    from queries.redundancy.engine import Pair


def tell_evidence(pair: "Pair") -> None:
    """Print the terms of the score of a pair with their sum, and the neighbours that both have."""
    console.line(same(f"\n{pair.left.name} ({pair.left.key}) – {pair.right.name} ({pair.right.key})"))
    language = console.SESSION.language
    rows: list[tuple[str, ...]] = [
        (
            console.say(evidence_label(term.evidence, term.value)),
            number(term.value, language, 3),
            number(term.weight, language, 3, signed=True),
            number(term.contribution, language, 3, signed=True),
        )
        for term in pair.terms
    ]
    total = sum(term.contribution for term in pair.terms)
    rows.append((console.say(_TOTAL), "", "", number(total, language, 3, signed=True)))
    console.table(_COLUMNS, rows, numbers=(1, 2, 3))
    console.line(_HOW)
    score = 1 / (1 + math.exp(-total))
    console.line(_SUM.filled(total=number(total, language, 3, signed=True), score=likeness(score, language)))
    if pair.codes:
        codes = "; ".join(f"{code} ({number(n, language)})" for code, n in pair.codes.items())
        console.line(_CODES.filled(codes=codes))
    shared = sorted({name for names in pair.shared.values() for name in names.values()})
    if shared:
        console.line(
            Text(
                id=f"Sama-sama terhubung dengan: {'; '.join(shared)}.",
                en=f"Both are related to: {'; '.join(shared)}.",
            )
        )


_CODES = Text(
    id="Kode referensi atau bidang yang sama (pada berapa objek): {codes}.",
    en="Reference codes or fields in common (how many have each): {codes}.",
)
_HOW = Text(
    id="Nama dan kata dibandingkan setelah singkatan dan padanan kata diganti dengan artinya.",
    en="Names and words are compared after abbreviations and synonyms are replaced by their meaning.",
)
_TOTAL = Text(id="Jumlah", en="Total")
_SUM = Text(
    id="Jumlahnya {total}; sebagai kemiripan: 1 / (1 + e^-({total})) = {score}.",
    en="They add up to {total}; as a similarity: 1 / (1 + e^-({total})) = {score}.",
)
_COLUMNS = (
    Text(id="Bukti", en="Evidence"),
    Text(id="Nilai", en="Value"),
    Text(id="Bobot", en="Weight"),
    Text(id="Sumbangan (log-odds)", en="Contribution (log-odds)"),
)
