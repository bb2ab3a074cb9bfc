"""Which applications are no more than the website of an agency: every agency has one, and they are alike."""

import re
from collections.abc import Iterable, Sequence

from model.nomenclature import AGENCY_STARTS
from queries.redundancy.words.lexicon import Lexicon, plain_words

_SITE = frozenset({"website", "web", "situs", "laman", "portal", "homepage", "blog"})
_OFFICIAL = frozenset({"resmi", "official", "utama"})
_OFFICE = frozenset(
    {"pemerintah", "pemprov", "pemkab", "pemkot", "pemda", "dprd", "opd", "skpd", "perangkat"}
)
_GOVERNMENT = frozenset({"pemerintah", "pemprov", "pemkab", "pemkot", "pemda"})
_LEVELS = frozenset({"provinsi", "kabupaten", "kota"})
_ON_SITES = ("berita", "berita daerah", "publikasi kegiatan", "profil dinas", "pengumuman")
_MOST_WORDS = 1  # that a website of an agency says besides its agency
_PURPOSE = frozenset({"untuk", "yang", "guna", "bagi", "agar", "sebagai", "tempat"})  # what it is for follows
_OPENING = 3  # words with which a text says what a thing is: "permohonan situs resmi …"


def is_called_website(name: Sequence[str], about: Sequence[str], *, whose: bool) -> bool:
    """Return whether a name is a word for a website and an agency: "Situs Resmi Dinas ESDM".

    name: its plain words. about: what it says besides its own agency. whose: whether it names that.
    """
    if not _SITE & set(name):
        return False
    rest = [word for word in name if word not in _SITE and word not in _OFFICIAL]
    region = bool(rest) and rest[0] in _LEVELS and set(about) <= _SITE | _OFFICIAL | _LEVELS
    office = bool(rest) and (_is_office(rest[0]) or region)
    return (whose and len(about) <= _MOST_WORDS) or office


def is_told_website(texts: Iterable[str], agencies: re.Pattern[str], lexicon: Lexicon) -> bool:
    """Return whether texts say that something is the website of an agency, and nothing else that it does.

    agencies: what finds names of agencies.
    """
    said = [text for text in texts if plain_words(text)]
    return bool(said) and all(_tells_website(text, agencies, lexicon) for text in said)


def is_portal(name: Iterable[str], texts: Iterable[str], *, whose: bool) -> bool:
    """Return whether a website is that of the whole government, which an agency keeps beside its own.

    name: its plain words. whose: whether it names an agency.
    """
    said = {word for text in texts for word in plain_words(text)}
    return not whose and bool((_GOVERNMENT | _LEVELS) & set(name) or _GOVERNMENT & said)


def says_nothing(about: Iterable[str], lexicon: Lexicon) -> bool:
    """Return whether words name no function, as of an address called after an agency: "dispertan"."""
    return not _functions(" ".join(about), lexicon)


def _tells_website(text: str, agencies: re.Pattern[str], lexicon: Lexicon) -> bool:
    words = plain_words(text)
    opening = [place for place, word in enumerate(words[:_OPENING]) if word in _SITE]
    if not opening:
        return False
    rest = [word for word in words[opening[-1] + 1 :] if word not in _OFFICIAL]
    if not rest or (_is_office(rest[0]) and not _PURPOSE & set(rest)):
        return True  # of an office that nobody knows by this name, if it says of which
    of_office = bool(agencies.search(text)) or any(map(_is_office, rest))
    return of_office and not _functions(agencies.sub(" ", text), lexicon)


def _functions(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the functions a text speaks of, except those of any website."""
    of_sites = (*(f"{one} resmi" for one in _SITE), *_ON_SITES)
    return lexicon.concepts(text) - frozenset().union(*map(lexicon.concepts, of_sites))


def _is_office(word: str) -> bool:
    return word in AGENCY_STARTS or word in _OFFICE
