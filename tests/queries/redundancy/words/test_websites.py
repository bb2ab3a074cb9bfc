"""Every agency has a website, and none of them does the work of another."""

import csv
import re
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from model.folding import slug
from model.kinds import ElementKind
from model.nomenclature import AGENCY_STARTS
from queries.redundancy.corpus import Corpus, Entry, told_regions
from queries.redundancy.engine import Comparison, FindingKind, compare
from queries.redundancy.words.names import named
from queries.redundancy.words.websites import is_told_website
from tests.support.applications import LEXICON, application, shipped_lexicon

NOBODY = re.compile(r"(?!)")
BANTEN = Path(__file__).parents[3] / "data" / "banten_2017"


@pytest.mark.parametrize(
    "text",
    [
        "Situs Resmi Perangkat Daerah - Badan Kepegawaian Daerah Provinsi Banten",
        "Website Dinas Pendapatan dan Pengelolaan Keungan Daerah",
        "Permohonan Website Balai Pelayanan Pendidikan Non-Formal",
        "website resmi OPD",
        "situs resmi",
        "Laman resmi dinas sebagai media publikasi kegiatan",
    ],
)
def test_a_text_tells_of_the_website_of_an_agency(text: str) -> None:
    assert is_told_website([text], NOBODY, LEXICON)


@pytest.mark.parametrize(
    "texts",
    [
        ["Website Dinas Kesehatan untuk presensi pegawai"],
        ["Website virtual tour panorama"],
        ["Aplikasi presensi pegawai berbasis website di semua dinas"],
        ["Website resmi dinas", "presensi pegawai"],
        ["-"],
        [],
    ],
)
def test_what_does_some_work_is_more_than_a_website(texts: list[str]) -> None:
    assert not is_told_website(texts, NOBODY, LEXICON)


def test_the_portal_of_a_region_is_its_website_and_one_for_something_is_not() -> None:
    region = frozenset({"lembahnoken"})
    assert named(application("Portal Kabupaten lembahnoken.go.id"), LEXICON, region).site
    assert not named(application("Portal Kota Layak Anak"), LEXICON, region).site


def test_an_address_called_after_work_is_no_website_whatever_its_text() -> None:
    text = "Website Badan Kepegawaian Daerah"
    assert named(application("bkd.malukuprov.go.id", text=text), LEXICON, frozenset()).site
    assert not named(application("absensi.malukuprov.go.id", text=text), LEXICON, frozenset()).site


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            application("bkd.malukuprov.go.id", text="Website Badan Kepegawaian"),
            application("bkpsdm.malukuprov.go.id", text="Situs resmi Badan Kepegawaian"),
        ),
        (
            application("Website Badan Kepegawaian", text="profil dan cuti pegawai"),
            application("SITUS BKD", text="berita, naskah dinas"),
        ),
    ],
)
def test_two_websites_of_one_agency_may_be_one(one: Entry, two: Entry) -> None:
    found = compare(
        Corpus(
            kind=ElementKind.APPLICATION,
            entries=(one, two),
            columns=(),
        ),
        LEXICON,
    )
    assert [pair.kind for pair in found.pairs()] == [FindingKind.IDENTITY]


def test_websites_of_a_real_province_are_not_redundant_and_its_copies_are() -> None:
    """Banten's public list of 2017: 100 websites and applications, most of them by address only."""
    found = _banten()
    shown = {frozenset((pair.left.name, pair.right.name)) for pair in found.pairs()}
    pairs = {frozenset((pair.left.scope, pair.right.scope)) for pair in found.pairs() if _are_sites(pair)}
    assert all(len(scopes) == 1 for scopes in pairs)
    copies = ("sppd", "sppd.biroadpem", "sppd.diskominfo")
    assert {frozenset(f"{one}.bantenprov.go.id" for one in two) for two in combinations(copies, 2)} <= shown
    assert len(shown) <= len(found.corpus) / 4


def test_the_region_is_known_by_addresses_and_by_what_many_tell() -> None:
    assert _banten().corpus.region >= {"banten"}
    told = [application(f"a{n}", text="Aplikasi Pemerintah Kota Ternate untuk warga") for n in range(3)]
    assert told_regions(told) == {"ternate"}
    assert not told_regions([application(f"b{n}", text="Kota Layak Anak") for n in range(2)])
    addresses = [application(f"c{n}", address=f"{n}sip.bandarseruni.go.id") for n in range(3)]
    assert told_regions(addresses) == {"bandarseruni"}


def test_a_region_alone_is_no_word_in_common() -> None:
    entries = (
        application("SIMLAP", text="Aplikasi Provinsi Banten"),
        application("SIMDUK", "dinkes", text="Sistem Informasi Provinsi Banten"),
    )
    corpus = Corpus(kind=ElementKind.APPLICATION, entries=entries, columns=(), region=frozenset({"banten"}))
    assert not list(compare(corpus, LEXICON).pairs(0.1))


@cache
def _banten() -> Comparison:
    with next(BANTEN.glob("*.csv")).open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["URL"]]
    entries = [
        Entry(
            uid=row["No"],
            key=f"{slug(row['OPD / Lembaga'])}/application/{row['No']}",
            name=row["URL"],
            scope=slug(row["OPD / Lembaga"]),
            agency=row["OPD / Lembaga"],
            texts=(row["Keterangan"],) if row["Keterangan"] else (),
            address=row["URL"],
        )
        for row in rows
    ]
    entries.sort(key=lambda one: one.key.encode())
    corpus = Corpus(
        kind=ElementKind.APPLICATION,
        entries=tuple(entries),
        columns=(),
        region=told_regions(entries),
        agencies=frozenset(one.agency for one in entries),
    )
    return compare(corpus, shipped_lexicon())


def _are_sites(pair) -> bool:
    return all(
        re.match(r"(?i)(permohonan )?(website|situs)( resmi)? ", one.texts[0] if one.texts else "")
        and AGENCY_STARTS & set(one.texts[0].lower().split())
        for one in (pair.left, pair.right)
    )
