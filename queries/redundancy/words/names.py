"""What names tell beyond their words: acronyms and what they stand for, websites, what is distinctive."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from model.folding import fold, fold_words
from model.nomenclature import ACRONYMS, agency_words
from queries.redundancy.corpus import Entry
from queries.redundancy.words.lexicon import Lexicon, plain_words, short_address, without
from queries.redundancy.words.websites import is_called_website, is_portal, is_told_website, says_nothing

_IN_BRACKETS = re.compile(r"^(?P<before>.*?)\s*\((?P<inside>[^)]{2,80})\)\s*(?P<after>.*)$", re.S)
_VERSION = re.compile(r"\b(?:v(?:er(?:si|sion)?)?\.?\s*)?\d+(?:\.\d+)*\b|\bv\d+\b", re.I)
_NOBODY = re.compile(r"(?!)")
_PLATFORM = frozenset(
    {
        "android",
        "ios",
        "mobile",
        "web",
        "desktop",
        "apk",
        "client",
        "server",
        "seluler",
        "website",
        "google",
        "play",
        "playstore",
        "appstore",
    }
)
# what a system is, where a name says no more than that and a brand: two of these are two systems
_FORMS = frozenset(
    {"portal", "peta", "dasbor", "dashboard", "direktori", "galeri", "data", "statistik", "layanan", "kartu"}
)
_LONGEST_ACRONYM, _SHORTEST_ACRONYM = 14, 3
_MANY_WORKS = 3  # that one coined word stands beside, from which it names none of them
_FEWEST_PARTS = 3  # words of which an acronym is assembled


@dataclass(frozen=True, slots=True)
class Named:
    """A name taken apart.

    folded: the whole without version, for telling the same name; of signs alone, these. cleaned: in plain
    words without the agency and the region. words: what is left of it in the lexicon. coined: those of them
    that are no words of the language. acronyms: short forms it is called by. long: the words an acronym may
    be made of. site: it is the website of an agency; portal: if so, that of the whole government. platform:
    what it runs on. base: the whole without that. form: what kind of thing it says it is.
    """

    folded: str
    cleaned: str
    words: tuple[str, ...]
    coined: frozenset[str]
    acronyms: frozenset[str]
    long: tuple[str, ...]
    site: bool
    portal: bool
    platform: frozenset[str]
    base: str
    form: frozenset[str]


def named(
    entry: Entry,
    lexicon: Lexicon,
    region: Collection[str],
    used: Collection[str] = (),
    agencies: re.Pattern[str] = _NOBODY,
) -> Named:
    """Return the name of an element taken apart.

    used: words of texts, which therefore are no brands. agencies: what finds names of agencies.
    """
    title, acronyms = apart(entry.name)
    if entry.abbreviation:
        acronyms.append(entry.abbreviation)
    plain = plain_words(title)
    own = _own_agency(entry)
    region = {*region, *_coined_of_agency(entry, lexicon)}
    bare = [word for word in without(plain, own) if word not in region and word not in ACRONYMS]
    words = lexicon.words(" ".join(bare))
    unowned = without(plain_words(agencies.sub(" ", title)), own)
    about = [word for word in unowned if word not in region and word not in ACRONYMS]
    whose = len(unowned) < len(plain)
    coined = [word for word in bare if _is_brand(word, lexicon, used)]
    told = [one for one in acronyms if not set(plain_words(one)) <= _PLATFORM]  # "… (Android)" is none
    short = {fold(one) for one in (*told, *(coined[:1] if len(coined) == 1 else ()))}
    joined = fold(" ".join(plain[:2])) if len(plain) <= 2 else ""
    site = is_called_website(plain, lexicon.words(" ".join(about)), whose=whose) or (
        says_nothing(about, lexicon) and is_told_website(entry.texts, agencies, lexicon)
    )
    return Named(
        folded=fold(_VERSION.sub(" ", short_address(title))) or fold(title) or title.strip(),
        cleaned=" ".join(bare),
        words=words,
        coined=frozenset(word for one in coined for word in lexicon.words(one)),
        acronyms=frozenset(
            one for one in {*short, joined} if _SHORTEST_ACRONYM <= len(one) <= _LONGEST_ACRONYM
        ),
        long=tuple(plain) if len(plain) >= _FEWEST_PARTS else (),
        site=site,
        portal=site and is_portal(plain, entry.texts, whose=whose),
        platform=frozenset(_PLATFORM & set(plain_words(entry.name))),
        base=fold(" ".join(word for word in plain_words(title) if word not in _PLATFORM)),
        form=frozenset(_FORMS & set(plain)),
    )


def brands(names: Iterable[str], lexicon: Lexicon, agencies: re.Pattern[str] = _NOBODY) -> frozenset[str]:
    """Return the coined words that stand beside different work in many names: of a region, of a suite.

    "PASAR REMPAH", "PETA REMPAH", "PAJAK REMPAH" have nothing in common. agencies: what finds their names.
    """
    beside: dict[str, set[frozenset[str]]] = {}
    for name in names:
        words = plain_words(agencies.sub(" ", name))
        coined = {word for word in words if _is_coined(word, lexicon)}
        work = frozenset(chain.from_iterable(map(lexicon.words, set(words) - coined)))
        if work:
            for word in coined:
                beside.setdefault(word, set()).add(work)
    return frozenset(word for word, works in beside.items() if len(works) >= _MANY_WORKS)


def apart(name: str) -> tuple[str, list[str]]:
    """Return the long form of a name, and the short forms it gives: LONG (ABBR), ABBR (LONG), ABBR - LONG."""
    match = _IN_BRACKETS.match(name)
    if match:
        outside = f"{match['before']} {match['after']}".strip()
        parts = [outside, match["inside"]]
    else:
        parts = [part for part in re.split(r"\s+[-–—:|]\s+", name, maxsplit=1) if part]
    if len(parts) < 2 or not all(fold(part) for part in parts):
        return name, []
    short, long = sorted(parts, key=lambda part: (len(fold_words(part)), len(part)))
    if len(fold_words(short)) > 2:
        return name, []
    return long, [short]


def _own_agency(entry: Entry) -> list[Sequence[str]]:
    """Return how a name mentions its own agency: in words, and by its scope."""
    words = agency_words(entry.agency) if entry.agency else ()
    said = fold_words(entry.agency)
    return [phrase for phrase in (said, words, fold_words(entry.scope)) if phrase]


def _coined_of_agency(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    """Yield what an agency alone is called: "e-TIRTA" of PDAM Tirta is told from nothing by it."""
    return (word for word in plain_words(entry.agency) if _is_coined(word, lexicon))


def _is_coined(word: str, lexicon: Lexicon) -> bool:
    return len(word) >= _SHORTEST_ACRONYM and not word.isdecimal() and not lexicon.is_known(word)


def _is_brand(word: str, lexicon: Lexicon, used: Collection[str]) -> bool:
    """Return whether a word was made up for a name: no word of the language, and none that texts use."""
    return _is_coined(word, lexicon) and not any(one in used for one in lexicon.words(word))


def assembled(acronym: str, long: Sequence[str]) -> bool:
    """Return whether an acronym is put together from the beginnings of words in their order.

    Each word may give its first letters, or at least three letters in a row from anywhere ("perPUStakaan");
    words may be left out, but at least three must give something, among them one of the first two.
    """
    if len(acronym) < _SHORTEST_ACRONYM + 1 or len(long) < _FEWEST_PARTS:
        return False
    # state: letters matched so far -> most words that gave them
    states = {0: 0}
    for position, word in enumerate(long):
        fresh = dict(states)
        for matched, used in states.items():
            if matched == 0 and position > 1:
                continue
            rest = acronym[matched:]
            for length in range(1, min(len(rest), len(word)) + 1):
                piece = rest[:length]
                if word.startswith(piece) or (length >= 3 and piece in word):
                    fresh[matched + length] = max(fresh.get(matched + length, 0), used + 1)
        states = fresh
    return states.get(len(acronym), 0) >= max(_FEWEST_PARTS, (len(long) + 1) // 2)
