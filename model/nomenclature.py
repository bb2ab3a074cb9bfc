"""How regional agencies are named: acronyms, spellings, and which name means which agency.

Source: the usual names of agencies under PP 18/2016 (perangkat daerah) and the acronyms in daily use;
an installation's own names are learnt from its workbooks as aliases of the agency.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from model.folding import fold_words

# acronym → the words it stands for; the first acronym of equal words is the one used for keys
ACRONYMS: Mapping[str, str] = {
    "setda": "sekretariat daerah",
    "setwan": "sekretariat dprd",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bapperida": "badan perencanaan pembangunan riset inovasi daerah",
    "bpkad": "badan pengelolaan keuangan aset daerah",
    "bkad": "badan keuangan aset daerah",
    "bapenda": "badan pendapatan daerah",
    "bkd": "badan kepegawaian daerah",
    "bpsdm": "badan pengembangan sumber daya manusia",
    "bpsdmd": "badan pengembangan sumber daya manusia daerah",
    "bpbd": "badan penanggulangan bencana daerah",
    "balitbangda": "badan penelitian pengembangan daerah",
    "brida": "badan riset inovasi daerah",
    "kesbangpol": "badan kesatuan bangsa politik",
    "satpolpp": "satuan polisi pamong praja",
    "dinkes": "dinas kesehatan",
    "disdik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan kebudayaan",
    "dikbud": "dinas pendidikan kebudayaan",
    "dpupr": "dinas pekerjaan umum penataan ruang",
    "pupr": "dinas pekerjaan umum penataan ruang",
    "disperkim": "dinas perumahan rakyat kawasan permukiman",
    "dprkp": "dinas perumahan rakyat kawasan permukiman",
    "perkim": "dinas perumahan rakyat kawasan permukiman",
    "dinsos": "dinas sosial",
    "disnakertrans": "dinas tenaga kerja transmigrasi",
    "nakertrans": "dinas tenaga kerja transmigrasi",
    "disnaker": "dinas tenaga kerja",
    "dp3a": "dinas pemberdayaan perempuan perlindungan anak",
    "dpppa": "dinas pemberdayaan perempuan perlindungan anak",
    "dkp": "dinas kelautan perikanan",
    "dispangan": "dinas pangan",
    "dlh": "dinas lingkungan hidup",
    "disdukcapil": "dinas kependudukan pencatatan sipil",
    "dukcapil": "dinas kependudukan pencatatan sipil",
    "dpmd": "dinas pemberdayaan masyarakat desa",
    "dishub": "dinas perhubungan",
    "diskominfo": "dinas komunikasi informatika",
    "kominfo": "dinas komunikasi informatika",
    "dinkopukm": "dinas koperasi usaha kecil menengah",
    "diskopukm": "dinas koperasi usaha kecil menengah",
    "dpmptsp": "dinas penanaman modal pelayanan terpadu satu pintu",
    "dispora": "dinas kepemudaan olahraga",
    "disbud": "dinas kebudayaan",
    "disperpusip": "dinas perpustakaan kearsipan",
    "dispusip": "dinas perpustakaan kearsipan",
    "dispar": "dinas pariwisata",
    "disparekraf": "dinas pariwisata ekonomi kreatif",
    "distan": "dinas pertanian",
    "dishut": "dinas kehutanan",
    "desdm": "dinas energi sumber daya mineral",
    "disperindag": "dinas perindustrian perdagangan",
    "disdag": "dinas perdagangan",
    "disperin": "dinas perindustrian",
    "dp2kb": "dinas pengendalian penduduk keluarga berencana",
}

# word → words: abbreviations inside a longer name, and spellings that mean the same
_WORDS: Mapping[str, str] = {
    "din": "dinas",
    "bdn": "badan",
    "sekr": "sekretariat",
    "kominfo": "komunikasi informatika",
    "diskominfosandi": "dinas komunikasi informatika persandian",
    "diskominfotik": "dinas komunikasi informatika statistik",
    "diskominfosantik": "dinas komunikasi informatika persandian statistik",
    "catatan": "pencatatan",
    "rsu": "rsud",
    "rs": "rsud",
    "olah": "olahraga",
    "kec": "kecamatan",
    "ukm": "usaha kecil menengah",
    "sdm": "sumber daya manusia",
    "umkm": "usaha mikro kecil menengah",
}
_IGNORED = frozenset({"dan", "serta", "of", "the"})
AGENCY_STARTS = frozenset(
    {"dinas", "badan", "biro", "sekretariat", "inspektorat", "satuan", "rsud", "balai", "kantor", "kecamatan"}
)
_UNIT_STARTS = frozenset(
    {"biro", "bagian", "bidang", "seksi", "sub", "subbagian", "subbag", "subbidang", "subbid", "upt", "uptd"}
)
# word for a region to its level
_LEVELS = {
    **dict.fromkeys(("provinsi", "prov", "pemprov"), "provinsi"),
    **dict.fromkeys(("kabupaten", "kab", "pemkab"), "kabupaten"),
    **dict.fromkeys(("kota", "pemkot"), "kota"),
}
_ISLANDS = frozenset({"kep", "kepulauan"})  # written or left out as it comes
_REGION_KINDS = frozenset({"pemerintah", "daerah", *_LEVELS})
_LEVEL = rf"(?:pemerintah\s+)?(?:{'|'.join(_LEVELS)})\b\.?"
_REGION = re.compile(rf"\b{_LEVEL}.*$", re.I)
_NAMED = re.compile(rf"\b(?i:{_LEVEL})\s+([A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+){{0,2}})")
_DOMAIN = re.compile(r"\b([a-z]{3,}?)(?:prov|kab|kota)\.go\.id\b", re.I)
_GOVERNMENT_DOMAIN = re.compile(r"\b([a-z][a-z-]{2,})\.go\.id\b", re.I)
_NATIONAL = re.compile(
    r"^(?:kementerian|kemen[a-z]+|pemerintah pusat|pusat|nasional"
    r"|bkn|lkpp|anri|bssn|bpkp|bkpm|bps|bappenas)\b",
    re.I,
)
_COMPANY = re.compile(r"^(?:pt|cv|ud|pd|perum|koperasi|yayasan)\b\.?\s", re.I)


@lru_cache(maxsize=50_000)
def agency_words(name: str) -> tuple[str, ...]:
    """Return the words that identify an agency: acronyms spelt out, region and filler words left out.

    Empty when nothing is left. Two names with the same words mean the same agency.
    """
    return tuple(dict.fromkeys(_spelt(name)))


def _spelt(name: str) -> list[str]:
    """Return the words of a name in order, also those that come twice."""
    bare = _REGION.sub("", name).strip(" ,.-") or name
    words = fold_words(bare)
    if "".join(words) in ACRONYMS:
        words = ("".join(words),)
    spelt: list[str] = []
    for position, word in enumerate(words):
        if word in ACRONYMS and not (position and word in _WORDS):
            spelt += ACRONYMS[word].split()
        else:
            spelt += _WORDS.get(word, word).split()
    return [word for word in spelt if word not in _IGNORED]


@lru_cache(maxsize=50_000)
def parent_agency_words(name: str) -> tuple[str, ...]:
    """Return the words of the agency a unit's name ends with; empty when it names none.

    "Seksi Kefarmasian, Dinas Kesehatan" and "Bidang Pelayanan Kesehatan Dinkes" name Dinas Kesehatan.
    """
    words = _spelt(name)
    starts = [position for position, word in enumerate(words) if word in AGENCY_STARTS]
    return tuple(dict.fromkeys(words[starts[-1] :])) if starts and starts[-1] > 0 else ()


def names_same_agency(given: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Return whether a shorter form of a name means the known agency: same first word, no other word."""
    return given[:1] == known[:1] and len(given) > 1 and set(given) < set(known)


def full_name(name: str) -> str:
    """Return the name an agency is created with: an acronym spelt out, a written name as it is.

    Text about the region is left out, so that "DINAS KESEHATAN PROVINSI …" reads "Dinas Kesehatan".
    """
    bare = " ".join((_REGION.sub("", name).strip(" ,.-") or name).split())
    folded = "".join(fold_words(bare))
    if folded in ACRONYMS:
        return _titled(ACRONYMS[folded].split())
    words = bare.split()
    if len(words) == 2 and words[1].lower() in ACRONYMS:
        return _titled(list(agency_words(bare)))
    first = _WORDS.get(words[0].lower().strip("."), words[0])
    spelt = " ".join([first, *words[1:]])
    return _titled(spelt.split()) if bare.isupper() or first != words[0] else spelt


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
        longer = [
            (long, short) for short, long in ACRONYMS.items() if names_same_agency(given, tuple(long.split()))
        ]
        return longer[0][1] if len({long for long, _ in longer}) == 1 else None
    # the longest name decides; of equally long ones the first acronym declared
    return max(shorter, key=lambda found: found[0])[1]


def fullness(name: str) -> tuple[int, int, str]:
    """Return how much a name of an agency says, for choosing the fullest of several."""
    return len(agency_words(name)), len(name), name


def is_agency(name: str) -> bool:
    """Return whether a text plausibly names an agency: it starts as agencies do, or is a known acronym."""
    words = agency_words(name)
    return bool(words) and words[0] in AGENCY_STARTS


def is_unit(name: str) -> bool:
    """Return whether a text names a unit inside an agency, such as a biro of the Sekretariat Daerah."""
    words = fold_words(name)
    return bool(words) and words[0] in _UNIT_STARTS


def is_national(name: str) -> bool:
    """Return whether a text names a body of the national government."""
    return bool(_NATIONAL.match(name.strip()))


def is_company(name: str) -> bool:
    """Return whether a text names a company, foundation or cooperative."""
    return bool(_COMPANY.match(name.strip() + " "))


def region_words(name: str) -> tuple[str, ...]:
    """Return the words that name the region in the name of one of its units: "Dinas X Provinsi Maluku"."""
    match = _REGION.search(name)
    return tuple(word for word in fold_words(match[0]) if word not in _REGION_KINDS) if match else ()


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
    return _REGION.sub("", name).strip(" ,.-")


def named_region(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the level and the words of the region a name ends with; None where it tells none."""
    match = _REGION.search(name)
    words = [word for word in fold_words(match[0]) if word not in _REGION_KINDS] if match else []
    told = tuple(word for word in words if word not in _ISLANDS)
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
    bare = fold_words(_REGION.sub("", name))
    return bool(_REGION.search(name)) and set(bare) <= _REGION_KINDS


def _levels(name: str) -> set[str]:
    match = _REGION.search(name)
    return {_LEVELS[word] for word in fold_words(match[0]) if word in _LEVELS} if match else set()


_SMALL = frozenset({"dan", "serta", "di", "ke"})
_CAPITALS = frozenset({"dprd", "rsud", "umkm"})


def _titled(words: list[str]) -> str:
    return " ".join(
        word.upper()
        if word.lower() in _CAPITALS
        else word.lower()
        if word.lower() in _SMALL
        else word.capitalize()
        for word in words
    )
