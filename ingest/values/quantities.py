"""Numbers as offices write them: "4.500", "6 ribu", "Rp 45.000.000/th", "8x32GB", "1 Gbps", "2 hari".

Pure functions from a text to a Quantity, or None when the text is no number. Units: rupiah, gigabytes
(1 TB = 1000 GB), megabits per second, hours, per cent.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAED = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3}(?:,\d{3})+\.\d+")
_SPACED = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")
_DIGITS = r"\d[\d.,]*(?: \d{3})*(?:,\d+)?"

SCALES: Mapping[str, float] = {
    **dict.fromkeys(("ribu", "ribuan", "rb", "thousand", "thousands"), 1e3),
    **dict.fromkeys(("juta", "jutaan", "jt", "million", "millions"), 1e6),
    **dict.fromkeys(("miliar", "miliaran", "milyar", "milyaran", "mlr", "billion", "billions"), 1e9),
    **dict.fromkeys(("triliun", "triliunan", "trilyun", "trillion"), 1e12),
}
_MONEY_SCALES = {**SCALES, "m": 1e9, "t": 1e12, "k": 1e3}
_ABOUT = re.compile(
    r"^(?:±|~|≈|>=?|<=?|≥|≤|\+/-|kurang lebih|sekitar|kira-kira|minimal|maksimal|lebih dari)\s*", re.I
)
_CURRENCY = re.compile(r"^(?:rp|idr)\.?\s*", re.I)
_PERIOD = re.compile(r"\s*(?:/|per)\s*(?P<period>th|thn|tahun|bln|bulan|hari|minggu)\b\.?.*$", re.I)
_MONEY_TAIL = re.compile(r"(?:,-|,--|,00|\.00|-)\s*$")
_WORDS = re.compile(r"[^\d]*")

_GIGABYTES = {"p": 1e6, "t": 1e3, "g": 1.0, "m": 1e-3, "k": 1e-6}
_MEGABITS = {"t": 1e6, "g": 1e3, "m": 1.0, "k": 1e-3, "": 1e-6}
_HOURS = {"detik": 1 / 3600, "menit": 1 / 60, "jam": 1.0, "hari": 24.0, "minggu": 168.0, "bulan": 720.0}
HOUR_WORDS = {
    "s": "detik", "sec": "detik", "detik": "detik",
    "menit": "menit", "mnt": "menit", "min": "menit", "minute": "menit", "minutes": "menit",
    "jam": "jam", "h": "jam", "hr": "jam", "hour": "jam", "hours": "jam",
    "hari": "hari", "day": "hari", "days": "hari", "d": "hari",
    "minggu": "minggu", "week": "minggu", "weeks": "minggu",
    "bulan": "bulan", "month": "bulan",
}  # fmt: skip

_SIZE = re.compile(
    rf"(?:(?P<times>\d+)\s*(?:[x×*]|@|unit|buah|keping)\s*)?(?P<number>{_DIGITS})\s*(?P<unit>[ptgmk])(?:i?b(?:yte)?s?)?(?![a-z])"
    r"(?:\s*[x×*]\s*(?P<after>\d+))?",
    re.I,
)
_RATE = re.compile(
    rf"(?:(?P<times>\d+)\s*[x×*]\s*)?(?P<number>{_DIGITS})\s*(?P<unit>[tgmk]?)"
    r"(?:bit|b)?(?:ps|/s|/detik|per detik)?(?![a-z])",
    re.I,
)
_TIME = re.compile(rf"(?:(?P<times>\d+)\s*[x×*]\s*)?(?P<number>{_DIGITS})\s*(?P<unit>[a-z]+)", re.I)
_CLOCK = re.compile(r"(\d{1,3}):(\d\d)(?::(\d\d))?")
_PERCENT = re.compile(
    r"(?:(?P<named>sla|uptime|availability|ketersediaan)\b[\s:=]*)?(?P<number>-?\d+(?:[.,]\d+)?)"
    r"\s*(?P<sign>%|persen\b|prosen\b|percent\b|per cent\b)?[^\d%]*",
    re.I,
)
_JOINED = re.compile(r"^[\s,;+&]*(?:dan|plus|and)?[\s,;+&]*$", re.I)
_BARE_PRODUCT = re.compile(rf"(\d+)\s*[x×*]\s*({_DIGITS})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number read from a text.

    assumed: no unit was written. note: a period or word the number alone does not keep ("bulan").
    own: it carries a scale, a currency, or what is counted: "6 ribu", "Rp 45", "30 orang".
    currency: one is written, but no scale.
    """

    amount: float
    assumed: bool = False
    note: str = ""
    own: bool = False
    currency: bool = False


def number_in(token: str) -> float | None:
    """Return the number a bare token is, by Indonesian habit: dots group thousands, a comma is decimal."""
    sign = -1.0 if token.startswith("-") else 1.0
    digits = token.lstrip("+-").strip()
    if _DOTTED.fullmatch(digits) and not digits.startswith("0."):
        return sign * float(digits.replace(".", "").replace(",", "."))
    if _COMMAED.fullmatch(digits):
        return sign * float(digits.replace(",", ""))
    if _SPACED.fullmatch(digits):
        return sign * float(digits.replace(" ", "").replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return sign * float(digits.replace(",", "."))
    return None


def plain(text: str) -> Quantity | None:
    """Return a count or other number: "4.500", "6 ribu", "± 100 orang"."""
    return _scaled(_ABOUT.sub("", text.strip()), SCALES)


def money(text: str) -> Quantity | None:
    """Return an amount in rupiah: "Rp 45.000.000/th", "18 juta", "1,2 M"."""
    said = _ABOUT.sub("", text.strip())
    words = _CURRENCY.sub("", said)
    period = _PERIOD.search(words)
    bare = _MONEY_TAIL.sub("", _PERIOD.sub("", words))
    found = _scaled(bare, _MONEY_SCALES)
    if found is None:
        return None
    stated = period["period"].lower() if period else ""
    currency = words != said.strip() and not found.own
    note = "" if stated.startswith("t") else stated
    return Quantity(found.amount, note=note, own=found.own or currency, currency=currency)


def _scaled(words: str, scales: Mapping[str, float]) -> Quantity | None:
    """A number, perhaps with a word that multiplies it, perhaps followed by what is counted."""
    match = re.match(rf"(-?{_DIGITS})\s*(.*)$", words, re.S)
    if not match:
        return None
    number = number_in(match[1].rstrip(".,"))
    first, _, rest = match[2].strip().partition(" ")
    scale = scales.get(first.lower().strip("."))
    if number is None or not _WORDS.fullmatch(match[2]):
        return None
    if scale is not None:
        return Quantity(number * scale, note=rest.strip(), own=True)
    return Quantity(number, note=match[2].strip(), own=bool(match[2].strip()))


def is_product(text: str) -> bool:
    """Return whether a text is a product of two numbers without a unit: "2x16"."""
    return bool(_BARE_PRODUCT.fullmatch(text.strip()))


def capacity(text: str, unit: str | None = None) -> Quantity | None:
    """Return a capacity in gigabytes: "8x32GB", "1,7TB", "2 x 960 GB SSD", "4TB (RAID5)".

    unit: what the header says of numbers without a unit: "gb", "tb", "mb".
    """
    return _summed(text, _SIZE, _GIGABYTES, unit[:1] if unit else None)


def bandwidth(text: str, unit: str | None = None) -> Quantity | None:
    """Return a bandwidth in megabits per second: "1 Gbps", "100Mbps"."""
    bare = _bare(text, unit[:1] if unit else None, _MEGABITS, "m")
    return bare or _summed(text, _RATE, _MEGABITS, unit[:1] if unit else None)


def hours(text: str, unit: str | None = None) -> Quantity | None:
    """Return a duration in hours: "4", "30 menit", "1x24 jam", "1 hari 4 jam", "04:30".

    unit: what the header says of numbers without a unit: "menit".
    """
    words = _ABOUT.sub("", text.strip())
    if clock := _CLOCK.fullmatch(words):
        return Quantity(int(clock[1]) + int(clock[2]) / 60 + int(clock[3] or 0) / 3600)
    number = number_in(words)
    if number is not None:
        return Quantity(round(number * _HOURS[unit or "jam"], 6))
    matches = list(_TIME.finditer(words))
    named = [HOUR_WORDS.get(match["unit"].lower()) for match in matches]
    if not matches or not all(named) or not _only(words, matches):
        return None
    parts = zip(matches, named, strict=True)
    return Quantity(round(sum(_amount(match, _HOURS[str(word)]) for match, word in parts), 6))


def percent(text: str) -> Quantity | None:
    """Return a share in per cent: "99,9%", "99.982 persen", "SLA 99,5 % per bulan".

    A dot is decimal as a comma is: there are no thousands. assumed: without a sign, what is not above 1 is a
    share of one, as spreadsheets keep "99,9%": 0.999.
    """
    outside = re.sub(r"\([^)]*\)", " ", text).strip()
    found = _PERCENT.fullmatch(_ABOUT.sub("", outside))
    if found is None:
        return None
    number = float(found["number"].replace(",", "."))
    if found["sign"] is None and 0 < number <= 1:
        return Quantity(round(100 * number, 9), assumed=True)
    return Quantity(number)


def _summed(
    text: str, pattern: re.Pattern[str], scales: Mapping[str, float], unit: str | None
) -> Quantity | None:
    words = _ABOUT.sub("", text.strip())
    outside = re.sub(r"\([^)]*\)", " ", words).strip()
    for candidate in (outside, words):
        bare = _bare(candidate, unit, scales, "g" if scales is _GIGABYTES else "m")
        if bare is not None:
            return bare
        matches = list(pattern.finditer(candidate))
        if not matches:
            continue
        between = [candidate[a.end() : b.start()] for a, b in pairwise(matches)]
        after = candidate[matches[-1].end() :]
        if candidate[: matches[0].start()].strip() and any(
            c.isdigit() for c in candidate[: matches[0].start()]
        ):
            return None
        if not all(_joins(part) for part in between) or re.match(r"\s*/\s*\d", after):
            return None
        amount = sum(_amount(match, scales[match["unit"].lower()]) for match in matches)
        return Quantity(round(amount, 6))
    return None


def _bare(text: str, unit: str | None, scales: Mapping[str, float], usual: str) -> Quantity | None:
    """A number, or a product of two, without a unit."""
    words = text.strip()
    product = _BARE_PRODUCT.fullmatch(words)
    number = number_in(product[2] if product else words)
    if number is None:
        return None
    times = int(product[1]) if product else 1
    return Quantity(round(times * number * scales[unit or usual], 6), assumed=unit is None)


def _joins(between: str) -> bool:
    """Whether what stands between two sizes adds them: "+", "dan", a kind of disk."""
    return bool(
        _JOINED.match(re.sub(r"\b(?:ssd|hdd|nvme|sas|sata|ddr\d|ram|disk)\b", "", between, flags=re.I))
    )


def _only(words: str, matches: list[re.Match[str]]) -> bool:
    rest = words
    for match in matches:
        rest = rest.replace(match[0], "", 1)
    return bool(_JOINED.match(rest))


def _amount(match: re.Match[str], scale: float) -> float:
    number = number_in(match["number"].rstrip(".,")) or 0.0
    groups = match.groupdict()
    return int(groups.get("times") or 1) * number * scale * int(groups.get("after") or 1)


READERS: Mapping[str, Callable[[str, str | None], Quantity | None]] = {
    "capacity": capacity,
    "bandwidth": bandwidth,
    "hours": hours,
}
