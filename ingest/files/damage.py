"""Why a file is broken, in our own words: libraries say it in English and in their own terms."""

import re

from model.text import Text

_LINE = re.compile(r"\bline (\d+)", re.I)
_REASONS = (
    (
        r"not a zip file|end.of.stream|truncat|EOF|end of (?:file|central)|detect file format|invalid zip",
        Text(id="isinya terpotong, atau bukan buku kerja", en="it is cut short, or no workbook"),
    ),
    (
        r"CRC|magic number|decompress|overlapped|corrupt|invalid (?:block|distance|stored|code|checksum)",
        Text(id="sebagian isinya berubah saat disalin atau dikirim", en="parts changed when it was copied"),
    ),
    (
        r"compression (?:method|type)|not supported|zip file version",
        Text(id="cara pemampatannya tidak dikenal", en="it is compressed in a way that is not known"),
    ),
    (
        r"mismatched tag|no element found|unclosed|not closed|junk after|syntax error",
        Text(id="ada tag XML yang tidak ditutup", en="an XML tag is not closed"),
    ),
    (
        r"well-formed|invalid (?:token|character)|undefined entity",
        Text(id="ada tanda yang tidak boleh ada di XML", en="a sign stands in it that XML does not allow"),
    ),
    (r"encoding", Text(id="pengodean hurufnya tidak dikenal", en="the encoding of its letters is not known")),
    (r"password|encrypt", Text(id="sebagian isinya dikunci", en="parts of it are locked")),
    (r"field (?:larger|limit)", Text(id="sebuah sel terlalu panjang", en="one cell is too long")),
)
_OTHER = Text(
    id="sebabnya tidak dikenal (rincian teknis: {detail})",
    en="the reason is not known (technical detail: {detail})",
)
_AT_LINE = Text(id="{reason}, di baris {line}", en="{reason}, in line {line}")


def damage(detail: str, *, lines: bool = False) -> Text:
    """Return why a file is broken. lines: those it tells are lines of the file itself, not of a part within.

    detail: what the library said, kept only where it is none of the usual reasons.
    """
    reason = next((text for words, text in _REASONS if re.search(words, detail, re.I)), None)
    if reason is None:
        return _OTHER.filled(detail=detail or "–")
    line = _LINE.search(detail) if lines else None
    return _AT_LINE.filled(reason=reason, line=line[1]) if line else reason
