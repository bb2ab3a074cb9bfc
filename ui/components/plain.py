"""Texts of users inside Markdown: shown as written, never read as Markdown, HTML or a link."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:@&^=/\"'])")


def plain(words: str) -> str:
    """Return words escaped for Markdown, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
