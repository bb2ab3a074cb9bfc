"""The unit that a header states for the numbers below it: "(juta Rp)", "dalam ribuan", "(MB)", "(menit)".

It counts for cells that carry none of their own.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from ingest.values.quantities import HOUR_WORDS, SCALES
from model.text import Text

_GROUP = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_STATED = re.compile(r"\b(?:dalam|in)\b(.*)", re.I | re.S)
_THOUSANDS = re.compile(r"(?:\b1[.,]?)?\b000(?:[.,]000)?\b(?:,-)?")  # "(Rp 000)", "(x 1.000)"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_CURRENCY = frozenset({"rp", "idr", "rupiah", "rupiahs"})
_BEFORE = _CURRENCY | {"dalam", "in", "satuan", "nilai", "x", "of", "kali"}
_AFTER = _CURRENCY | {
    "of", "orang", "pengguna", "user", "users", "people", "unit", "per", "th", "thn", "tahun", "year",
    "bulan", "month", "kali",
}  # fmt: skip
_LETTERS = {"m": "miliar", "t": "triliun"}  # only beside a currency: "(Rp M)"
_BYTES = re.compile(r"[(\[]\s*(?:dalam\s+)?([ptgmk])i?(?:b|bps|bit)\w*\s*[)\]]|\b([tgm])(?:b|bps)\b", re.I)
_SPOKEN = {
    1e3: Text(id="ribu", en="thousand"),
    1e6: Text(id="juta", en="million"),
    1e9: Text(id="miliar", en="billion"),
    1e12: Text(id="triliun", en="trillion"),
}


@dataclass(frozen=True, slots=True)
class Scale:
    """By what the numbers of a column are to be multiplied, and how that is said."""

    factor: float
    spoken: Text


def scale_in(header: str, *, money: bool) -> Scale | None:
    """Return the scale that a header states; None for none, and for words that only mention one."""
    words = _THOUSANDS.sub(lambda found: " juta " if found[0].count("000") > 1 else " ribu ", header)
    parts = [*_GROUP.findall(words), *(one[1] for one in _STATED.finditer(words)), _beside_currency(words)]
    factor = next((found for part in parts if (found := _factor(part))), None)
    if factor is None:
        return None
    spoken = _SPOKEN[factor]
    return Scale(factor, Text(id=f"{spoken.id} rupiah", en=f"{spoken.en} rupiah") if money else spoken)


def byte_letter(header: str) -> str | None:
    """Return the letter of the unit of a capacity or bandwidth that a header states: "m" for "(MB)"."""
    found = _BYTES.search(header)
    return (found[1] or found[2]).lower() if found else None


def time_word(header: str) -> str | None:
    """Return the unit of time that a header states: "menit" for "RTO (menit)"."""
    for part in _GROUP.findall(header):
        words = [word for word in _WORD.findall(part.lower()) if word not in _BEFORE]
        if len(words) == 1 and words[0] in HOUR_WORDS:
            return HOUR_WORDS[words[0]]
    return None


def _factor(part: str) -> float | None:
    """The scale that a few words of a header state: nothing but it, a currency, and what is counted."""
    words = _WORD.findall(part.lower())
    currency = bool(_CURRENCY & set(words))
    said = [_LETTERS.get(word, word) if currency else word for word in words]
    at = next((place for place, word in enumerate(said) if word in SCALES), None)
    if at is None or not set(said[:at]) <= _BEFORE or not set(said[at + 1 :]) <= _AFTER:
        return None
    return SCALES[said[at]]


def _beside_currency(words: str) -> str:
    """The words of a scale that stands beside a currency without parentheses: "Pagu juta Rp"."""
    said = _WORD.findall(_GROUP.sub(" ", words).lower())
    for first, second in pairwise(said):
        if (first in SCALES and second in _CURRENCY) or (first in _CURRENCY and second in SCALES):
            return f"{first} {second}"
    return ""
