"""What is written in one reference: a code with a name, a list of names, or a range of codes."""

import re

_CODE_AND_NAME = re.compile(r"^\s*(?P<code>[^\s:;,]*\d[^\s:;,]*)\s*(?:[-–—:]\s+|\s+)(?P<name>\S.*)$", re.S)
_NAME_AND_CODE = re.compile(
    r"^\s*(?P<name>\S.*?)\s*[(\[]\s*(?P<code>[^\s()\[\]]*\d[^\s()\[\]]*)\s*[)\]]\s*$", re.S
)
_CODE = re.compile(r"^[A-Za-z]{1,8}(?:[-_./ ]?[A-Za-z]{1,8}){0,3}[-_./]?(?:\d[\w.\-/]*|[-_./]O\d+)$")
_RANGE = re.compile(
    r"^\s*(?P<prefix>\S*?\D)(?P<first>\d{1,6})\s*"
    r"(?:(?<=\s)(?:s\.?\s?/?\s?d\.?|sampai(?:\s+dengan)?|hingga|to|-)(?=\s)|[–—])"
    r"\s*(?P<again>\S*?\D)?(?P<last>\d{1,6})\s*$",
    re.I,
)
_MOST = 200  # codes of a range; more are a number that was written otherwise
_BRACKETED = re.compile(r"^\s*\((?P<words>[^()]+)\)\s*$")
_COMMA = re.compile(r"\s*,\s*")
_LISTED = re.compile(r"\s*,\s*(?:dan\s+)?|\s+dan\s+|\s+&\s+", re.I)


def split_reference(text: str) -> tuple[str | None, str | None]:
    """Return the code and the name written in one reference: "code name", "code - name", "name (code)"."""
    if match := _CODE_AND_NAME.match(text):
        return match["code"].strip("-–—."), match["name"].strip()
    if match := _NAME_AND_CODE.match(text):
        return match["code"], match["name"].strip()
    return None, None


def listed(text: str) -> list[str]:
    """Return the names of a list with commas; nothing where there is just one."""
    parts = [part for part in _LISTED.split(text) if part]
    return parts if len(parts) > 1 else []


def between_commas(text: str) -> list[str]:
    """Return what stands between the commas of a text: names may have an "and" in them."""
    return [part for part in _COMMA.split(text.strip()) if part]


def is_code(text: str) -> bool:
    """Return whether a text is written as codes are: letters, then a number, in one word."""
    bare = text.strip()
    return " " not in bare and _CODE.match(bare) is not None


def ranged(text: str) -> list[str]:
    """Return the codes of a range, "L-01 s.d. L-03": all of one prefix; nothing where it is none."""
    match = _RANGE.match(text)
    if match is None or (match["again"] or match["prefix"]).casefold() != match["prefix"].casefold():
        return []
    first, last = int(match["first"]), int(match["last"])
    if not first < last < first + _MOST:
        return []
    width = len(match["first"])
    return [f"{match['prefix']}{number:0{width}d}" for number in range(first, last + 1)]


def bracketed(name: str) -> str | None:
    """Return the words that stand in brackets beside a code: no name, if they are words of a choice."""
    match = _BRACKETED.match(name)
    return match["words"].strip() if match else None
