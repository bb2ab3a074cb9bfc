"""Names of organisation units taken apart: what each is, what it is about, where, and whose.

Units are not alike by what they do: every agency has a section for its finances, every district a health
centre. What tells them apart stands in their names and in those of the units above them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from model.folding import fold, fold_words
from model.nomenclature import ACRONYMS, named_region, without_region
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.words.lexicon import Lexicon, without
from queries.redundancy.words.names import apart

AGENCY = "agency"
Region = tuple[str, tuple[str, ...]]  # its level, and its words

_STEPS = 5  # from a unit to its institution, at most
_ROMAN = {
    one: str(number)
    for number, one in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1
    )
}
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # "B.K.D."
_SCHOOL = re.compile(r"(sd|smp|sma|smk|slb|tk)(n?)(\d*)")
# how units are called in short, beside the acronyms of agencies and the abbreviations of the lexicon
_SHORT: Mapping[str, str] = {
    "bdn": "badan",
    "din": "dinas",
    "drh": "daerah",
    "set": "sekretariat",
    "sek": "sekretariat",
    "sekr": "sekretariat",
    "sekretaris": "sekretariat",
    "setdaprov": "sekretariat daerah",
    "setdakab": "sekretariat daerah",
    "setdako": "sekretariat daerah",
    "dprd": "dewan perwakilan rakyat daerah",
    "itda": "inspektorat",
    "itprov": "inspektorat",
    "itkab": "inspektorat",
    "itko": "inspektorat",
    "polpp": "satuan polisi pamong praja",
    "bakesbangpol": "badan kesatuan bangsa politik",
    "kesbanglinmas": "badan kesatuan bangsa politik",
    "kesbangpolinmas": "badan kesatuan bangsa politik",
    "dispenda": "dinas pendapatan",
    "dkk": "dinas kesehatan",
    "pu": "pekerjaan umum",
    "bag": "bagian",
    "bid": "bidang",
    "subbag": "subbagian",
    "subag": "subbagian",
    "kasubbag": "subbagian",
    "subbid": "subbidang",
    "subbagian": "subbagian",
    "subbidang": "subbidang",
    "umpeg": "umum kepegawaian",
    "kepeg": "kepegawaian",
    "keu": "keuangan",
    "ortala": "organisasi tata laksana",
    "kesra": "kesejahteraan rakyat",
    "ro": "biro",
    "barjas": "barang jasa",
    "upt": "uptd",
    "uptb": "uptd",
    "uptd": "uptd",
    "kcd": "cabang dinas",
    "cabdin": "cabang dinas",
    "cabdindik": "cabang dinas pendidikan",
    "cabdisdik": "cabang dinas pendidikan",
    "kec": "kecamatan",
    "camat": "kecamatan",
    "kel": "kelurahan",
    "lurah": "kelurahan",
    "pemdes": "desa",
    "pkm": "puskesmas",
    "puskesmas": "puskesmas",
    "pustu": "puskesmas pembantu",
    "lab": "laboratorium",
    "labkesda": "laboratorium kesehatan",
    "kesda": "kesehatan",
    "rs": "rumah sakit",
    "rsu": "rumah sakit umum",
    "rsud": "rumah sakit umum",
    "neg": "negeri",
    "sei": "sungai",
    **{one: one for one in ("sd", "smp", "sma", "smk", "slb", "tk")},
}
_PARTS = ("biro", "bagian", "bidang", "subbagian", "subbidang", "seksi")
OFFICES = frozenset({AGENCY, *_PARTS})  # called after their work, not after a place
# the words a name begins with to what the unit is
_RANKS: Mapping[tuple[str, ...], str] = {
    ("dinas",): AGENCY,
    ("badan",): AGENCY,
    ("kantor",): AGENCY,
    ("cabang", "dinas"): "branch",
    ("rumah", "sakit"): "hospital",
    ("rumah", "sakit", "umum"): "hospital",
    ("uptd",): "technical",
    ("unit", "pelaksana", "teknis"): "technical",
    ("balai",): "technical",
    ("pemerintah", "desa"): "desa",
    ("pemerintah", "kelurahan"): "kelurahan",
    ("pemerintah", "kecamatan"): "kecamatan",
    ("pusat", "kesehatan", "masyarakat"): "puskesmas",
    ("pusat", "kesehatan", "masyarakat", "pembantu"): "pustu",
    ("puskesmas", "pembantu"): "pustu",
    ("puskesmas", "rawat", "inap"): "puskesmas",
    ("sekolah", "dasar"): "sd",
    ("sekolah", "menengah", "pertama"): "smp",
    ("sekolah", "menengah", "atas"): "sma",
    ("sekolah", "menengah", "kejuruan"): "smk",
    ("sekolah", "luar", "biasa"): "slb",
    **{
        (word,): word
        for word in (
            *_PARTS,
            *("kecamatan", "distrik", "kelurahan", "desa", "puskesmas", "posyandu"),
            *("sd", "smp", "sma", "smk", "slb", "tk"),
        )
    },
}
_LONGEST_RANK = max(map(len, _RANKS))
_RANK_WORDS = sorted(word for word, *more in _RANKS if not more)
# agencies that are called after what they are: their first word says what they are about too
_NAMELESS = frozenset({"inspektorat", "sekretariat", "satuan"})
_AGENCIES = _NAMELESS | {word for (word, *more), rank in _RANKS.items() if rank == AGENCY and not more}
_VAGUE = frozenset({"uptd", "kantor", "unit"})  # what a name may say before the word that tells
_FILLER = frozenset(
    {
        *("dan", "serta", "di", "dr", "h", "hj", "daerah", "wilayah"),
        *("kep", "kepulauan", "kota", "kabupaten", "provinsi"),
    }
)
_SLIP = 90.0  # of 100, from which a word is a misspelt one of those that tell a rank
_LONG_WORD = 6  # letters from which a slip can be told from another word


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation unit by its name.

    rank: what it is, such as a section or a school; blank where the name does not tell. about: the roots of
    what else it is called, without region and filler; spelt: the same as words. numbers: in it. region:
    where it is; supposed: nothing tells, and it is taken to be where most are. parent: what its agency is
    about; empty for agencies and where nothing tells. short: its abbreviations. called: its one word, where
    that is none of the language; else blank. title: all its words as written.
    """

    rank: str
    about: tuple[str, ...]
    spelt: tuple[str, ...]
    numbers: frozenset[str]
    region: Region | None
    supposed: bool
    parent: frozenset[str]
    short: frozenset[str]
    called: str
    title: tuple[str, ...]


class UnitReader:
    """Takes the names of units of one corpus apart."""

    def __init__(self, corpus: Corpus, lexicon: Lexicon) -> None:
        self._corpus, self._lexicon = corpus, lexicon

    def unit(self, entry: Entry) -> Unit:
        """Return an element as a unit."""
        title, short = apart(entry.name)
        above = self._above(entry)
        region = _first(map(named_region, (title, *above)))
        rank, own = self._ranked(title)
        if not own and region:  # a government, or the one hospital of a regency
            own = list(region[1])
        words = [word for word in own if not word.isdecimal()]
        called = own[0] if len(own) == 1 and not self._lexicon.is_known(own[0]) else ""
        return Unit(
            rank=rank,
            about=tuple(map(self._root, words)),
            spelt=tuple(words),
            numbers=frozenset(word for word in own if word.isdecimal()),
            region=region or self._home,
            supposed=region is None,
            parent=frozenset() if rank == AGENCY and not _is_bare(own) else self._agency(title, above),
            short=frozenset(map(fold, (*short, entry.abbreviation))) - {""},
            called=called,
            title=fold_words(title),
        )

    def _ranked(self, name: str) -> tuple[str, list[str]]:
        """Return what a name says a unit is, and its other words without filler and the agency it is of."""
        words = self._spelt(without_region(name))
        rank, vague = "", True
        while words and vague:
            begins = (tuple(words[:length]) for length in range(_LONGEST_RANK, 0, -1))
            known = next((one for one in begins if one in _RANKS), ())
            if not known:
                break
            rank, vague = _RANKS[known], known[0] in _VAGUE
            words = words[len(known) :]
        if not rank and words[:1] and words[0] in _NAMELESS:
            rank = AGENCY
        own = words if rank == AGENCY else words[: _inner(words)]
        if self._home:
            own = without(own, [self._home[1]])
        pairs = zip(own, ["", *own], strict=False)  # each with the one before: "Sekretariat Daerah"
        return rank, [word for word, before in pairs if word not in _FILLER or before == "sekretariat"]

    def _spelt(self, name: str) -> list[str]:
        """Return the words of a name: abbreviations spelt out, in standard spelling, numbers as digits."""
        words = list(fold_words(_DOTTED.sub(lambda found: found[0].replace(".", ""), name)))
        for at in range(len(words) - 1, 0, -1):
            joined = words[at - 1] + words[at]
            if joined in ACRONYMS or joined in _SHORT:  # "Satpol PP", "Sub Bag"
                words[at - 1 : at + 1] = [joined]
        spelt = [part for word in words for part in self._long(word)]
        return [word for word, before in zip(spelt, ["", *spelt], strict=False) if word != before]

    def _long(self, word: str) -> Sequence[str]:
        if word in _ROMAN:
            return [_ROMAN[word]]
        if (school := _SCHOOL.fullmatch(word)) and word not in _SHORT:
            return [part for part in (school[1], "negeri" if school[2] else "", school[3]) if part]
        known = self._lexicon.knowledge
        meant = known.abbreviations.get(word, ())
        long = _SHORT.get(word) or ACRONYMS.get(word) or (meant[0] if len(meant) == 1 else word)
        return [_standard(known.spellings.get(part, part)) for part in long.split()]

    def _root(self, word: str) -> str:
        return (self._lexicon.words(word) or (word,))[0]

    def _above(self, entry: Entry) -> list[str]:
        """Return the names of the units above one, the nearest first."""
        if entry.above:
            return list(entry.above[:_STEPS])
        found: list[str] = []
        name = entry.agency
        while name and name not in found and len(found) < _STEPS:
            found.append(name)
            above = self._named.get(fold(name))
            name = above.agency if above else ""
        return found

    @cached_property
    def _named(self) -> dict[str, Entry]:
        """Entries by their names and abbreviations, as far as these are of one unit only."""
        held: dict[str, list[Entry]] = {}
        for entry in self._corpus.entries:
            for name in {fold(entry.name), fold(entry.abbreviation)} - {""}:
                held.setdefault(name, []).append(entry)
        return {name: found[0] for name, found in held.items() if len(found) == 1}

    @cached_property
    def _home(self) -> Region | None:
        """The region that most units are of."""
        names = ((entry.name, *self._above(entry)) for entry in self._corpus.entries)
        often = Counter(filter(None, (_first(map(named_region, several)) for several in names)))
        return max(often, key=lambda region: (often[region], region)) if often else None

    def _agency(self, title: str, above: Iterable[str]) -> frozenset[str]:
        """Return what a unit is of: what its name ends with, else the nearest above that is no part."""
        for name in (title, *above):
            words = self._spelt(without_region(name))
            inner = words[_inner(words) :]
            rank, own = self._ranked(" ".join(inner) if inner else name)
            told = rank and rank not in _PARTS and not _is_bare(own)
            if own and told and (inner or name != title):
                return frozenset(map(self._root, own))
        return frozenset()


def _is_bare(own: Sequence[str]) -> bool:
    """Whether a name says no more than "Sekretariat": each agency has one."""
    return list(own) == ["sekretariat"]


def _inner(words: Sequence[str]) -> int:
    """Return where in the words of a unit its agency begins; where they end if there is none."""
    found = [at for at in range(1, len(words)) if words[at] in _AGENCIES and words[at - 1] != "cabang"]
    return found[0] if found else len(words)


def _standard(word: str) -> str:
    """Return a word without zeros in front, and without a slip of the pen if it tells what a unit is."""
    if word.isdecimal():
        return word.lstrip("0") or "0"
    if len(word) < _LONG_WORD or (word,) in _RANKS:
        return word
    near = [one for one in _RANK_WORDS if fuzz.ratio(word, one) >= _SLIP]
    return near[0] if near else word


def _first(regions: Iterable[Region | None]) -> Region | None:
    return next((region for region in regions if region), None)
