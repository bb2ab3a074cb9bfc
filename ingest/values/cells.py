"""What a single cell says: nothing, that a value is to be cleared, a code with a name, several references."""

import re
from collections.abc import Iterable, Iterator

from ingest.files.workbook import Cell
from ingest.values.values import text_of
from model.folding import fold, fold_code
from model.keys import is_full_key
from model.nomenclature import is_agency

CLEARED = "<kosong>"

_BLANKS = frozenset(
    {
        "-", "--", "---", "–", "—", ".", "..", "...", "…", "/", "?", "n/a", "na", "n.a", "n.a.", "#n/a",
        "nihil", "nil", "null", "none", "(kosong)", "kosong", "tidak ada", "tdk ada", "tidak ada data",
        "tidak tersedia", "belum ada", "blm ada", "belum tersedia", "belum diisi", "belum ada data",
        "tidak diisi", "not available", "belum tahu", "blm tahu", "tidak tahu", "tdk tahu", "belum diketahui",
        "tidak diketahui",
    }
)  # fmt: skip
_SPLIT = re.compile(r"[;\n\r]+")
_AND = r"(?<=\s)dan(?=\s)"  # a word between spaces: DAN-001 is a code
_COMMA = re.compile(rf"\s*(?:,|{_AND}|&|/|\|)\s*", re.I)
_AGENCIES = re.compile(rf"\s*(?:,|\s[-–—]\s|{_AND}|&|\+|/|\|)\s*", re.I)
_BULLET = re.compile(r"^\s*(?:[-–—•*·▪➢]\s+|[•·▪➢]|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
_SPACED = r"(?:\s+(?=\S)|(?<![A-Z][.)])(?=[A-Z][^\W\d_]))"  # also "a.SIAP", but not "A.Md"
_MARK = re.compile(rf"(?:^|(?<=[\s,;]))(?P<open>\(?)(?P<at>\d{{1,2}}|[a-zA-Z])(?P<close>[.)]){_SPACED}")
_CODE = re.compile(r"(?:[A-Za-z]{1,6}[-._/]?)?(?:[A-Za-z0-9]{1,8}[-._/])*[0-9]{1,6}[A-Za-z]?")
_CODE_AND_NAME = re.compile(rf"(?P<code>{_CODE.pattern})(?:\s*[-–—:/|]\s*|\s+)(?P<name>\S.*)", re.S)
_SLASHED = re.compile(rf"^(?P<code>{_CODE.pattern})\s*[/|]\s+(?P<name>\S.*)$", re.S)


def is_blank(cell: Cell, *, markers: bool, zero: bool) -> bool:
    """Return whether a cell says nothing.

    markers: "-", "tidak ada" and the like count as nothing, as in workbooks of agencies. zero: a "0" does,
    as in text, choice and reference columns.
    """
    if isinstance(cell, str):
        words = cell.strip().lower()
        return not words or (markers and (words in _BLANKS or (zero and words == "0")))
    return markers and zero and cell == 0


def is_cleared(cell: Cell) -> bool:
    """Return whether a cell says that what is known is to be cleared."""
    return isinstance(cell, str) and cell.strip().lower() == CLEARED


def is_code(text: str) -> bool:
    """Return whether a text has the form of a code: DAB-DKS-001, RAB.04.01, DAA001, 1.02.3."""
    return bool(_CODE.fullmatch(text.strip()))


def stem(code: str) -> str:
    """Return the letters a code begins with: codes of one list share them."""
    return re.split(r"[^A-Z]", fold_code(code))[0]


def stems(cells: Iterable[Cell]) -> frozenset[str]:
    """Return the beginnings that codes have in a column of codes with names.

    A beginning that only one of many cells has is the name of something: "COVID-19 Tracker".
    """
    found = [stem(match["code"]) for cell in cells if (match := _CODE_AND_NAME.fullmatch(text_of(cell)))]
    return frozenset(one for one in found if found.count(one) > 1 or len(found) == 1)


def code_and_name(text: str, known: frozenset[str]) -> tuple[str | None, str | None]:
    """Return code and name of a cell that holds both, or one of them. known: how codes begin here."""
    words = " ".join(text.split())
    match = _CODE_AND_NAME.fullmatch(words)
    if match and stem(match["code"]) in known:
        return match["code"].strip(), match["name"].strip()
    if is_code(words) and (stem(words) in known or not known):
        return words, None
    return None, words or None


def references(cell: Cell, *, agencies: bool) -> list[str]:
    """Return the references of a cell, each once: several lines, or separated by ";" or where clear by ",".

    agencies: the column names agencies, which also stand beside each other with " - " or "dan".
    """
    text = text_of(cell)
    found: dict[str, str] = {}
    for line in (
        one for part in _enumerated(text) for whole in _SPLIT.split(part) for one in _enumerated(whole)
    ):
        for part in _parts(_BULLET.sub("", line).strip(" ,\t"), agencies=agencies):
            words = _tidy(part)
            if not is_blank(words, markers=True, zero=True):
                found.setdefault(fold(words) or words, words)
    return list(found.values())


def _enumerated(line: str) -> list[str]:
    """Return the parts of a list: "1. DAL-1 Izin 2. DAL-2 Rujukan", "a. SIAP b. SIMDA", "(a) … (b) …"."""
    marks = list(_in_sequence(_MARK.finditer(line)))
    if len(marks) < 2 or line[: marks[0].start()].strip():
        return [line]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    return [line[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]


def _in_sequence(marks: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Return the marks that count on from 1, a or A in the manner of the first; others belong to names."""
    manner: tuple[str, str] | None = None
    wanted = ""
    for mark in marks:
        if manner is None and mark["at"] in ("1", "a", "A"):
            manner, wanted = (mark["open"], mark["close"]), mark["at"]
        if (mark["open"], mark["close"]) == manner and mark["at"] == wanted:
            yield mark
            wanted = str(int(wanted) + 1) if wanted.isdigit() else chr(ord(wanted) + 1)
        elif manner is None:
            return


def _parts(line: str, *, agencies: bool) -> list[str]:
    if is_full_key(line):
        return [line]
    parts = [part for part in _COMMA.split(line) if part]
    if len(parts) > 1 and all(begins_with_code(part) for part in parts):
        return parts
    if agencies:
        named = [part for part in _AGENCIES.split(line) if part]
        if len(named) > 1 and all(is_agency(part) for part in named):
            return named
    return [line]


def begins_with_code(part: str) -> bool:
    """Return whether a text begins with a code that is surely one: digits, and a separator in it."""
    first, _, _ = part.strip().partition(" ")
    return (
        bool(_CODE.fullmatch(first)) and any(c.isdigit() for c in first) and any(c in first for c in "-._/")
    )


def _tidy(part: str) -> str:
    """One reference without needless spaces; "CODE / name" as "CODE name"."""
    words = " ".join(part.split())
    if is_full_key(words):
        return words
    match = _SLASHED.match(words)
    return f"{match['code']} {match['name']}" if match else words
