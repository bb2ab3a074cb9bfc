"""How regional agencies are named: acronyms, spellings, and which name means which agency.

Source: the usual names of agencies under PP 18/2016 (perangkat daerah) and the acronyms in daily use;
an installation's own names are learnt from its workbooks as aliases of the agency.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from model.agencies import ALSO_A_FUNCTION, BESIDE_NAMELESS, NAMELESS, OFFICIAL, SPELLINGS, WITH_MORE
from model.folding import fold_words
from model.state_bodies import SPELT, is_national

_IGNORED = frozenset({"dan", "serta", "of", "the"})


def _bare(official: str) -> str:
    return " ".join(word for word in fold_words(official) if word not in _IGNORED)


# acronym → the words it stands for
ACRONYMS: Mapping[str, str] = {short: _bare(official) for short, official in OFFICIAL.items()}

# word → words: abbreviations inside a longer name, and spellings that mean the same
_WORDS: Mapping[str, str] = {
    "din": "dinas",
    "bdn": "badan",
    "sekr": "sekretariat",
    "kominfo": "komunikasi informatika",
    **{short: _bare(official) for short, official in WITH_MORE.items()},
    "catatan": "pencatatan",
    "rsu": "rsud",
    "rs": "rsud",
    "kec": "kecamatan",
    "ukm": "usaha kecil menengah",
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro kecil menengah",
    "ptsp": "pelayanan terpadu satu pintu",
    "kb": "keluarga berencana",
    "ekraf": "ekonomi kreatif",
    "litbang": "penelitian pengembangan",
    "pu": "pekerjaan umum",
    "damkar": "pemadam kebakaran",
}
# first words of agencies that mean the same, each as it is written where it stands
_ALIKE: Mapping[str, str] = {"pdam": "perumda air minum", "perumdam": "perumda air minum"}
_VARIANTS = frozenset({"catatan"})  # words that some agencies do have in their names
_NAMES: Mapping[str, str] = {**ACRONYMS, **{short: _bare(name) for short, name in ALSO_A_FUNCTION.items()}}
_OFFICIAL: Mapping[tuple[str, ...], str] = {
    tuple(dict.fromkeys(_bare(name).split())): name
    for name in (*OFFICIAL.values(), *WITH_MORE.values(), *ALSO_A_FUNCTION.values())
}
# words of usual names; two of them in a row written as one, and one written as two
_USUAL_WORDS = frozenset(word for words in _OFFICIAL for word in words)
_TOGETHER: Mapping[str, tuple[str, str]] = {
    one + two: (one, two)
    for name in (*OFFICIAL.values(), *WITH_MORE.values())
    for one, two in pairwise(fold_words(name))
    if not _IGNORED & {one, two} and one + two not in _USUAL_WORDS
}
# the words that the parts of a usual name begin with: fields of work, of which one alone tells the agency
_PART = re.compile(r",\s*|\s+dan\s+")
_HEADS: Mapping[tuple[str, ...], frozenset[str]] = {
    words: frozenset({words[1], *(fold_words(part)[0] for part in _PART.split(name)[1:])})
    for words, name in _OFFICIAL.items()
}
# what may stand for an agency by itself
_SHORT = _NAMES.keys() | WITH_MORE.keys()
_MOST_PARTS = 3  # in which an acronym is written
_MOST_JOINED = 5  # words: "Satpol PP dan Damkar"
_TITLE = 2  # letters: "dr", "Hj"
AGENCY_STARTS = frozenset(
    {
        "dinas", "badan", "biro", "sekretariat", "inspektorat", "satuan", "rsud", "rsj", "rsjd", "balai",
        "kantor", "kecamatan", "distrik", "pdam", "perumda", "perumdam",
    }
)  # fmt: skip
_UNIT_STARTS = frozenset(
    {"biro", "bagian", "bidang", "seksi", "sub", "subbagian", "subbag", "subbidang", "subbid", "upt", "uptd"}
)
# word for a region to its level
LEVELS = {
    **dict.fromkeys(("provinsi", "prov", "pemprov"), "provinsi"),
    **dict.fromkeys(("kabupaten", "kab", "pemkab"), "kabupaten"),
    **dict.fromkeys(("kota", "pemkot"), "kota"),
}
_ISLANDS = frozenset({"kep", "kepulauan"})  # written or left out as it comes
_REGION_KINDS = frozenset({"pemerintah", "daerah", *LEVELS})
_LEVEL = rf"(?:pemerintah\s+)?(?:{'|'.join(LEVELS)})\b\.?"
_REGION = re.compile(rf"\b{_LEVEL}.*$", re.I)
# a district's own name may have a word for a region: "Kecamatan Kota Masohi", "Kecamatan Ternate Kota"
_DISTRICT = re.compile(r"\s*(?:kecamatan|kec|distrik|kelurahan|kel)\b\.?\s+(?:kota\s+)?\S+", re.I)
_NAMED = re.compile(rf"\b(?i:{_LEVEL})\s+([A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+){{0,2}})")
_DOMAIN = re.compile(r"\b([a-z]{3,}?)(?:prov|kab|kota)\.go\.id\b", re.I)
_GOVERNMENT_DOMAIN = re.compile(r"\b([a-z][a-z-]{2,})\.go\.id\b", re.I)
# what is said of many agencies at once
_MANY = frozenset(
    {"semua", "seluruh", "setiap", "tiap", "masing", "segenap", "terkait", "lain", "lainnya", "lintas", "all"}
)
_CODE = re.compile(r"[a-z]{0,6}(?:[-_./][a-z]{1,6})*[-_./]?\d+(?:[-_./]\w+)*", re.I)
_COMPANY = re.compile(r"^(?:pt|cv|ud|pd|perum|koperasi|yayasan)\b\.?\s", re.I)


@lru_cache(maxsize=50_000)
def agency_words(name: str) -> tuple[str, ...]:
    """Return the words that identify an agency: acronyms spelt out, region and filler words left out.

    Empty when nothing is left. Two names with the same words mean the same agency.
    """
    return tuple(dict.fromkeys(_spelt(name)))


def _spelt(name: str) -> list[str]:
    """Return the words of a name in order, also those that come twice."""
    bare = without_region(name) or name
    words = fold_words(bare)
    joined = _parts(words, _NAMES.keys())
    if joined > 1:
        words = ("".join(words[:joined]), *words[joined:])
    spelt: list[str] = []
    for position, word in enumerate(words):
        known = _NAMES if position == 0 else ACRONYMS
        if word in known and not (position and word in _WORDS):
            spelt += known[word].split()
        elif position == 0 and word in _ALIKE:
            spelt += _ALIKE[word].split()
        else:
            spelt += _WORDS.get(word, word).split()
    spelt = [word for word in spelt if word not in _IGNORED]
    return _as_usual(spelt) if spelt and spelt[0] in AGENCY_STARTS else spelt


def _as_usual(words: Sequence[str]) -> list[str]:
    """Return the words of an agency's name as they are usually spelt: "olah raga" is "olahraga"."""
    usual: list[str] = []
    for word in words:
        if usual and usual[-1] not in _USUAL_WORDS and usual[-1] + word in _USUAL_WORDS:
            usual[-1] += word
        else:
            usual += _TOGETHER.get(word, (SPELLINGS.get(word) or _whole(word),))
    return usual


def _whole(word: str) -> str:
    """Return the usual word of which one lacks the ending: "pengelola" is "pengelolaan"."""
    return word + "an" if word not in _USUAL_WORDS and word + "an" in _USUAL_WORDS else word


@lru_cache(maxsize=50_000)
def parent_agency_words(name: str) -> tuple[str, ...]:
    """Return the words of the agency a unit's name ends with; empty when it names none.

    "Seksi Kefarmasian, Dinas Kesehatan" and "Bidang Pelayanan Kesehatan Dinkes" name Dinas Kesehatan.
    """
    if agency_words(name) in _OFFICIAL:
        return ()
    words = _spelt(name)
    starts = [position for position, word in enumerate(words) if word in AGENCY_STARTS]
    return tuple(dict.fromkeys(words[starts[-1] :])) if starts and starts[-1] > 0 else ()


def names_same_agency(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Return whether a shorter form of a name means the known agency: same first word, no other word.

    What is the whole name of an agency is short for another only where that begins with it: Badan
    Pengembangan SDM is not Badan Kepegawaian dan Pengembangan SDM. One word alone tells a usual name only
    where it is the first of one of its parts: Dinas Umum is not Dinas Pekerjaan Umum.
    """
    if len(given) < 2 or given[:1] != known[:1] or not set(given) < set(known):
        return False
    tells = len(given) > 2 or given[1] in _HEADS.get(known, given)
    return tells and (given not in _OFFICIAL or given[:2] == known[:2])


def full_name(name: str) -> str:
    """Return the name an agency is created with: an acronym spelt out, a written name as it is.

    Text about the region is left out, so that "DINAS KESEHATAN PROVINSI …" reads "Dinas Kesehatan". A word in
    capitals that nobody knows is an acronym.
    """
    bare = " ".join((without_region(name) or name).split())
    folded = fold_words(bare)
    loud = _is_loud(bare)
    if "".join(folded) in _NAMES or (not _has_other_form(folded) and (loud or _is_shortened(bare, folded))):
        official = _OFFICIAL.get(agency_words(bare))
        if official:
            return official
    words = bare.split()
    if len(words) == 1 and bare.isupper() and folded[:1] and folded[0] not in AGENCY_STARTS:
        return bare
    first = _WORDS.get(words[0].lower().strip("."), words[0])
    spelt = [*first.split(), *words[1:]]
    return _titled(spelt) if loud or bare.islower() or first != words[0] else " ".join(spelt)


def is_written_out(name: str) -> bool:
    """Return whether a text is the name of an agency in its own words: no acronym, nothing cut short."""
    return fold_words(full_name(name)) == fold_words(without_region(name))


def _is_shortened(name: str, folded: Sequence[str]) -> bool:
    """Whether a name has words that are short for others, or no capitals at all."""
    known = _WORDS.keys() - _VARIANTS
    return name.islower() or any(word in ACRONYMS or word in known for word in folded)


def _has_other_form(folded: Iterable[str]) -> bool:
    """Whether a name has another form of a usual word, which it keeps: "Badan Pengelola Keuangan Daerah"."""
    return any(word in SPELLINGS or _whole(word) != word for word in folded)


def short_name(words: Sequence[str]) -> int:
    """Return how many of the words, from the first on, are an acronym of one agency; 0 for none.

    It may stand in several words ("Satpol PP"), and go on with what was joined to the agency where
    that is a usual one ("PUPR Perkim", "Satpol PP dan Damkar").
    """
    shortest = _parts(tuple(map(str.lower, words)), _SHORT)
    if not shortest:
        return 0
    told = [agency_words(" ".join(words[:count])) for count in range(1, _MOST_JOINED + 1)]
    joined = (n for n in range(min(_MOST_JOINED, len(words)), shortest, -1) if told[n - 1] != told[n - 2])
    return next((n for n in joined if told[n - 1] in _OFFICIAL), shortest)


def _parts(words: Sequence[str], short: Set[str]) -> int:
    """Return in how many of the first words an acronym is written; 0 where they begin with none."""
    most = min(_MOST_PARTS, len(words))
    return next((parts for parts in range(most, 0, -1) if "".join(words[:parts]) in short), 0)


def _is_loud(name: str) -> bool:
    """Whether a name is written in capitals: all of its words but titles and small ones."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) > _TITLE]
    return name.isupper() or (len(words) > 1 and all(map(str.isupper, words)))


def acronym(words: Iterable[str]) -> str | None:
    """Return the acronym in use for an agency with these words; None when none is known."""
    given = tuple(words)
    exact = next((short for short, long in ACRONYMS.items() if tuple(long.split()) == given), None)
    if exact:
        return exact
    shorter = [
        (len(long.split()), short)
        for short, long in ACRONYMS.items()
        if names_same_agency(tuple(long.split()), given)
    ]
    if not shorter:  # a shortened name: of one agency only, or its own words stay
        longer = {tuple(long.split()): short for short, long in reversed(list(ACRONYMS.items()))}
        longer = {long: short for long, short in longer.items() if names_same_agency(given, long)}
        longer = {long: short for long, short in longer.items() if long[:2] == given[:2]} or longer
        least = min(longer, key=len, default=())
        return longer[least] if longer and all(set(least) <= set(long) for long in longer) else None
    # the longest name decides; of equally long ones the first acronym declared
    return max(shorter, key=lambda found: found[0])[1]


def fullness(name: str) -> tuple[int, int, str]:
    """Return how much a name of an agency says, for choosing the fullest of several."""
    return len(agency_words(name)), len(name), name


def is_agency(name: str) -> bool:
    """Return whether a text plausibly names an agency: it starts as agencies do, or is a known acronym."""
    words = agency_words(name)
    return bool(words) and words[0] in AGENCY_STARTS


def is_usual(name: str) -> bool:
    """Return whether a name is one that agencies usually have, in any spelling."""
    return agency_words(name) in _OFFICIAL


def is_unit(name: str) -> bool:
    """Return whether a text names a unit inside an agency, such as a biro of the Sekretariat Daerah."""
    words = fold_words(name)
    return bool(words) and words[0] in _UNIT_STARTS


def is_company(name: str) -> bool:
    """Return whether a text names a company, foundation or cooperative."""
    return bool(_COMPANY.match(name.strip() + " "))


def names_agency(text: str) -> bool:
    """Return whether a text is an agency, a unit of one, or a body of the national government by its form."""
    named = is_agency(text) or is_unit(text) or is_national(text)
    return named and may_name_agency(text)


def may_name_agency(text: str) -> bool:
    """Return whether a text can be the name of one agency: no code, and not many at once ("semua OPD")."""
    words = fold_words(text)
    if names_nobody(text) or not _MANY.isdisjoint(words):
        return False
    return is_agency(text) or not _CODE.fullmatch(text.strip())


def names_nobody(text: str) -> bool:
    """Return whether a text says who does something without a name: "staf sendiri", "vendor"."""
    words = set(fold_words(text))
    return not NAMELESS.isdisjoint(words) and words <= NAMELESS | BESIDE_NAMELESS


def region_words(name: str) -> tuple[str, ...]:
    """Return the words that name the region in the name of one of its units: "Dinas X Provinsi Maluku"."""
    return tuple(word for word in fold_words(_region(name)) if word not in _REGION_KINDS)


def region_named(text: str) -> frozenset[str]:
    """Return the words that a text has, written large, after a word for a region: "Provinsi Maluku Utara"."""
    found = (word for said in _NAMED.findall(text) for word in fold_words(said))
    return frozenset(word for word in found if word not in _REGION_KINDS)


def region_of_address(text: str) -> frozenset[str]:
    """Return what the addresses in a text call the region: "bantenprov.go.id" is "banten"."""
    return frozenset(map(str.lower, _DOMAIN.findall(text)))


def domain_of_address(text: str) -> frozenset[str]:
    """Return the government domains of the addresses in a text: "skp.jakarta.go.id" is "jakarta"."""
    return frozenset(map(str.lower, _GOVERNMENT_DOMAIN.findall(text)))


def region_pattern(words: Iterable[str], alone: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the region in texts: its words after a word for a region, or some of them alone."""
    every, own = (sorted(map(re.escape, some), key=len, reverse=True) for some in (words, alone))
    if not every:
        return re.compile(r"(?!)")
    named = "|".join(every)
    starts = [rf"{_LEVEL}\s*(?:{named})", *own]
    return re.compile(rf"\b(?:{'|'.join(starts)})(?:\s+(?:{named}))*\b", re.I)


def without_region(name: str) -> str:
    """Return a name without the region it ends with."""
    return name.removesuffix(_region(name)).strip(" ,.-")


def _region(name: str) -> str:
    """Return the end of a name that tells the region, blank where none does."""
    own = _DISTRICT.match(name)
    found = _REGION.search(name, own.end() if own else 0)
    if found is None or (own and set(fold_words(found[0])) <= _REGION_KINDS):
        return ""
    return found[0]


def named_region(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the level and the words of the region a name ends with; None where it tells none."""
    told = tuple(word for word in region_words(name) if word not in _ISLANDS)
    return (min(_levels(name)), told) if told else None


def same_region(one: str, other: str) -> bool | None:
    """Return whether two names tell one region; None where one of them tells none."""
    told = [(_levels(name), set(region_words(name))) for name in (one, other)]
    if not all(level and words for level, words in told):
        return None
    (level, words), (other_level, others) = told
    # what follows a region, such as an acronym in brackets, is taken for its name
    return bool(level & other_level) and (words <= others or others <= words)


def is_government(name: str) -> bool:
    """Return whether a name is that of a regional government as a whole: nothing but the region."""
    return bool(_region(name)) and set(fold_words(without_region(name))) <= _REGION_KINDS


def _levels(name: str) -> set[str]:
    return {LEVELS[word] for word in fold_words(_region(name)) if word in LEVELS}


_SMALL = frozenset({"dan", "serta", "di", "ke"})
_CAPITALS = frozenset(
    {
        "dprd", "rsud", "rsj", "rsjd", "umkm", "ukm", "uptd", "upt", "pdam", "sdm", "ptsp", "opd", "tik",
        "asn", "ri",
    }
)  # fmt: skip
_ROMAN = re.compile(r"[ivx]{2,}")
_VOWELS = frozenset("aeiouy")
# what words begin with: "bp", "rs" or "pd" are beginnings of acronyms
_ONSETS = re.compile(
    r"[^aeiouy]?(?=[aeiouy])|[bcdfgkpst][lr]|s?[kpt][rw]?|sch[lrw]?|s[mnwkpt]|m[bp]|n[dgjt]|kh|gh|sh|ng|tj|dj|dw|ph|th|ps"
)


def _titled(words: list[str]) -> str:
    return " ".join(map(_titled_word, words))


def _titled_word(word: str) -> str:
    bare = word.lower().strip("().,")
    if bare in _SMALL:
        return word.lower()
    if bare in SPELT:
        return SPELT[bare]
    if bare == "dr":
        return word.capitalize() if word.isupper() else word
    return word.upper() if _is_acronym(bare) else word.capitalize()


def _is_acronym(word: str) -> bool:
    """Whether a word is said by its letters: known, with a digit, without a vowel, or begun as no word is."""
    if word in _CAPITALS or _ROMAN.fullmatch(word):
        return True
    if not word.isalpha() or _VOWELS.isdisjoint(word):
        return len(word) > 1 and word.isalnum()
    return bool(word) and not re.match(rf"(?:{_ONSETS.pattern})(?=[aeiouy])", word)
