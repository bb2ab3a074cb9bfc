"""A sentence that is true of many: what several texts have in common, with a gap where they differ."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from model.text import Language, Text

GAP = "…"
_PARTS = re.compile(r"\s*(?:\w+|[^\w\s])")
_QUOTES = frozenset("“”‘’\"'")
_END = re.compile(rf"(?<=[.”])\s*{GAP}\W*$")  # where some say more than others


def common_text(texts: Iterable[Text]) -> Text:
    """Return what texts have in common, in both languages; a text itself where all are the same."""
    known = tuple(dict.fromkeys(texts))
    return Text(*(common_words([text.in_(language) for text in known]) for language in Language))


def common_words(texts: Sequence[str]) -> str:
    """Return the words that all texts have in their order, a gap for what differs.

    “a” is read as b. “c” is read as d. → “…” is read as ….
    """
    first, *others = dict.fromkeys(texts)
    shared = _Shared(tuple(_PARTS.findall(first)))
    for text in others:
        if not shared.fits(text):
            shared = shared.with_(text)
    return shared.words()


@dataclass(frozen=True, slots=True)
class _Shared:
    """Parts of a text; None is a gap."""

    parts: tuple[str | None, ...]

    def fits(self, text: str) -> bool:
        """Whether a text is this one with something, or nothing, in each gap."""
        shape = "".join(".*?" if part is None else re.escape(part) for part in self.parts)
        return re.fullmatch(shape, text, re.DOTALL) is not None

    def with_(self, text: str) -> "_Shared":
        """Return what is shared with one more text."""
        parts = tuple(_PARTS.findall(text))
        found: list[str | None] = []
        before = (0, 0)
        for block in SequenceMatcher(None, self.parts, parts, autojunk=False).get_matching_blocks():
            if (block.a, block.b) != before:
                found.append(None)
            found += self.parts[block.a : block.a + block.size]
            before = (block.a + block.size, block.b + block.size)
        return _Shared(_closed(found))

    def words(self) -> str:
        """The text with its gaps."""
        text = ""
        for part in self.parts:
            follows_word = text != "" and (text[-1].isalnum() or text[-1] in ".,:;)")
            text += (f" {GAP}" if follows_word else GAP) if part is None else part
        return text.strip() if text.strip() == GAP else _END.sub("", _whole(text.strip()))


def _whole(text: str) -> str:
    """Leave out brackets whose other half is in a gap."""
    open_: list[int] = []
    lone: set[int] = set()
    for at, sign in enumerate(text):
        if sign == "(":
            open_.append(at)
        elif sign == ")" and open_:
            open_.pop()
        elif sign == ")":
            lone.add(at)
    return "".join(sign for at, sign in enumerate(text) if at not in lone.union(open_))


def _closed(parts: Sequence[str | None]) -> tuple[str | None, ...]:
    """Join gaps with nothing between them that says something by itself."""
    closed: list[str | None] = []
    for part in parts:
        closed.append(part)
        last = next((at for at in range(len(closed) - 2, -1, -1) if closed[at] is None), None)
        if part is None and last is not None and not any(map(_tells, closed[last + 1 : -1])):
            del closed[last + 1 :]
    return tuple(closed)


def _tells(part: str | None) -> bool:
    """Whether a part between two gaps is a word of its own, or a quotation mark; "/" and "-x" are shreds."""
    if part is None:
        return False
    return part.strip() in _QUOTES or (part[0].isspace() and any(sign.isalnum() for sign in part))
