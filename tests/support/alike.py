"""Small corpora of applications in a few words, and a little knowledge to compare them with."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from model.kinds import ElementKind
from model.knowledge import Concept, Knowledge, NationalApplication
from model.text import Text
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.engine import Comparison, compare
from queries.redundancy.words.lexicon import Lexicon

COLUMNS = ("services", "data", "processes")
SI_ASN = NationalApplication(
    abbreviation="SI-ASN",
    name="Sistem Informasi ASN",
    concepts=("kepegawaian-data-induk",),
    field="kepegawaian",
    basis="perlu diverifikasi",
)
SRIKANDI = NationalApplication(
    abbreviation="SRIKANDI",
    name="Sistem Informasi Kearsipan Dinamis Terintegrasi",
    concepts=("persuratan-surat",),
    field="kearsipan",
    basis="Kepmen PANRB 679/2020",
)
SIPSN = NationalApplication(
    abbreviation="SIPSN", name="", concepts=("lh-sampah",), superseded_by="SIPSN Baru"
)


def concept(name: str, id_: str, en: str, *phrases: str) -> Concept:
    return Concept(name=name, label=Text(id=id_, en=en), phrases=(id_.lower(), *phrases))


@cache
def lexicon() -> Lexicon:
    concepts = (
        concept("kepegawaian-data-induk", "Data induk pegawai", "Employee data", "simpeg", "data pegawai"),
        concept("kepegawaian-presensi", "Presensi pegawai", "Attendance", "presensi", "absensi"),
        concept("persuratan-surat", "Surat masuk", "Incoming mail", "surat masuk", "persuratan"),
        concept("lh-sampah", "Pengelolaan sampah", "Waste", "sampah", "angkut sampah"),
        concept("wisata", "Tempat wisata", "Tourism", "wisata"),
    )
    generic = frozenset({"sistem", "informasi", "aplikasi", "manajemen", "online"})
    national = (SI_ASN, SRIKANDI, SIPSN)
    return Lexicon(Knowledge(concepts=concepts, generic=generic, national=national))


def application(code: str, name: str, text: str = "", **given: Any) -> Entry:
    """Return an application; its code is its uid. Neighbours are given by column, as names."""
    scope = given.pop("scope", "dinkes")
    around = {
        column: {f"{column}:{one.casefold()}": one for one in given.pop(column, ())} for column in COLUMNS
    }
    government = given.get("government", "")
    key = f"{scope}/application/{code}"
    return Entry(
        uid=code,
        key=f"{government}:{key}" if government else key,
        name=name,
        scope=scope,
        agency=given.pop("agency", scope),
        texts=(text,) if text else (),
        neighbours=around,
        **given,
    )


def corpus(entries: Iterable[Entry]) -> Corpus:
    found = tuple(sorted(entries, key=lambda one: one.key.encode()))
    return Corpus(kind=ElementKind.APPLICATION, entries=found, columns=COLUMNS)


def compared(*entries: Entry) -> Comparison:
    return compare(corpus(entries), lexicon())


def province() -> tuple[Entry, ...]:
    """Three for attendance, two for mail, a national one and its copy, and two that stand alone."""
    attend = "mencatat presensi pegawai setiap hari dan rekap kehadiran"
    mail = "mencatat surat masuk dan disposisi pimpinan"
    rekap = {"services": ("Rekap kehadiran",), "data": ("Data kehadiran",)}
    letters = {"services": ("Layanan surat",), "data": ("Agenda surat",)}
    return (
        application("A1", "Presensi Online", attend, scope="bkd", **rekap),
        application("A2", "SIHADIR", attend, scope="dinkes", **rekap),
        application("A3", "Absensi Pegawai", attend, scope="dishub", **rekap),
        application("B1", "E-Surat", mail, scope="dinkes", **letters),
        application("B2", "Persuratan Digital", mail, scope="dishub", **letters),
        application("N1", "SI-ASN", "data induk pegawai nasional", scope="nasional"),
        application("C1", "SI-ASN", "data induk pegawai", scope="bkd"),
        application("D1", "Angkut Sampah", "jadwal angkut sampah kota", scope="dlh"),
        application("E1", "Jelajah Wisata", "daftar tempat wisata dan hotel", scope="dispar"),
    )
