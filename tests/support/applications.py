"""Small inventories of applications for comparing, made by hand or drawn at random."""

from collections.abc import Iterable
from functools import cache

from hypothesis import strategies as st

from model.kinds import ElementKind
from model.knowledge import Concept, Knowledge, NationalApplication
from model.text import same
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.words.lexicon import Lexicon
from seed.lexicon import shipped_knowledge

COLUMNS = ("services", "data", "processes")
KNOWLEDGE = Knowledge(
    concepts=(
        Concept(
            name="presensi", label=same("Presensi"), phrases=("presensi pegawai", "absensi", "daftar hadir")
        ),
        Concept(name="cuti", label=same("Cuti"), phrases=("cuti pegawai", "cuti")),
        Concept(name="surat", label=same("Persuratan"), phrases=("surat masuk", "naskah dinas")),
        Concept(name="situs", label=same("Situs web"), phrases=("situs resmi", "website")),
    ),
    spellings={"sistim": "sistem", "perijinan": "perizinan"},
    generic=frozenset({"sistem", "informasi", "aplikasi", "online", "manajemen", "resmi"}),
    words={"pns": "pegawai", "asn": "pegawai"},
    abbreviations={"ppdb": ("penerimaan peserta didik baru",), "ikm": ("industri kecil menengah", "indeks")},
    national=(
        NationalApplication(abbreviation="SRIKANDI", name="Kearsipan Terintegrasi", concepts=("surat",)),
    ),
)
LEXICON = Lexicon(KNOWLEDGE)


@cache
def shipped_lexicon() -> Lexicon:
    """Return the lexicon that comes with the program; made once, for its phrases take a second."""
    return Lexicon(shipped_knowledge())


def application(name: str, owner: str = "bkd", text: str = "", **rest: object) -> Entry:
    """Return one application; services, data and processes are given as names."""
    beside = {column: {f"u-{one}": one for one in rest.pop(column, ())} for column in COLUMNS}  # type: ignore[attr-defined]
    uid = str(rest.pop("uid", f"{owner}-{name}"))
    return Entry(
        uid=uid,
        key=f"{owner}/application/{uid}",
        name=name,
        scope=owner,
        agency=owner,
        texts=(text,) if text else (),
        neighbours=beside,
        **rest,  # type: ignore[arg-type]
    )


def inventory(*entries: Entry) -> Corpus:
    """Return applications as a corpus, in the order of their keys."""
    return Corpus(
        kind=ElementKind.APPLICATION, entries=tuple(sorted(entries, key=lambda one: one.key)), columns=COLUMNS
    )


_WORDS = (
    "presensi",
    "pegawai",
    "surat",
    "masuk",
    "jalan",
    "sehat",
    "pajak",
    "situs",
    "resmi",
    "siap",
    "kota",
)


def inventories(most: int = 7) -> st.SearchStrategy[list[Entry]]:
    """Return random applications with few different words, so that they meet."""
    words = st.lists(st.sampled_from(_WORDS), min_size=0, max_size=4).map(" ".join)
    names = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
    beside = st.lists(st.sampled_from(("satu", "dua", "tiga")), max_size=2, unique=True)
    one = st.tuples(names, st.sampled_from(("bkd", "dinkes", "nasional")), words, beside, beside)
    return st.lists(one, min_size=2, max_size=most).map(_made)


def _made(rows: Iterable[tuple[str, str, str, list[str], list[str]]]) -> list[Entry]:
    return [
        application(name, owner, text, services=services, data=data, uid=f"{owner}-{number}")
        for number, (name, owner, text, services, data) in enumerate(rows)
    ]
