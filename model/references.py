"""What is written in one reference: a code with a name, or a list of names."""

import re

_CODE_AND_NAME = re.compile(r"^\s*(?P<code>[^\s:;,]*\d[^\s:;,]*)\s*(?:[-–—:]\s+|\s+)(?P<name>\S.*)$", re.S)
_NAME_AND_CODE = re.compile(
    r"^\s*(?P<name>\S.*?)\s*[(\[]\s*(?P<code>[^\s()\[\]]*\d[^\s()\[\]]*)\s*[)\]]\s*$", re.S
)
_CODE = re.compile(r"^[A-Za-z]{1,8}(?:[-_./ ]?[A-Za-z]{1,8}){0,3}[-_./]?(?:\d[\w.\-/]*|[-_./]O\d+)$")
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


def is_code(text: str) -> bool:
    """Return whether a text is written as codes are: letters, then a number, in one word."""
    bare = text.strip()
    return " " not in bare and _CODE.match(bare) is not None
