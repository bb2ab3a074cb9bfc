"""Organisation units are one when their names say so: not because they do the same work."""

from dataclasses import replace

import pytest

from model.keys import NATIONAL
from model.kinds import ElementKind
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.engine import REVIEW, Comparison, FindingKind, Pair, compare
from queries.redundancy.evidence import COLUMN, Evidence
from tests.support.applications import shipped_lexicon

_PROVINCE = "Pemerintah Provinsi Kepulauan Sagu"
_LEXICON = shipped_lexicon()
_OTHERS = (  # so that words are as rare as in a government
    ("Dinas Pertanian", _PROVINCE, ""),
    ("Dinas Perikanan", _PROVINCE, ""),
    ("Dinas Sosial", _PROVINCE, ""),
    ("Bidang Anggaran", "Badan Keuangan dan Aset Daerah", ""),
    ("UPTD Balai Benih Padi", "Dinas Pertanian", ""),
    ("Kecamatan Tanjung Batu", "Pemerintah Kabupaten Pala", ""),
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Dinas Kesehatan Provinsi Kepulauan Sagu", _PROVINCE), ("DINKES", "")),
        (("Dinas Komunikasi dan Informatika", _PROVINCE), ("Diskominfo Prov. Kep. Sagu", "")),
        (("Dinas Komunikasi, Informatika dan Statistik", _PROVINCE), ("Dinas Kominfo", _PROVINCE)),
        (("Badan Ketahanan Pangan", _PROVINCE), ("Dinas Ketahanan Pangan", _PROVINCE)),
        (("Satuan Polisi Pamong Praja", _PROVINCE), ("Satpol PP", _PROVINCE)),
        (("Dinas Kependudukan dan Pencatatan Sipil", _PROVINCE), ("Dispendukcapil", "")),
        (("SMA Negeri 1 Pala", "Dinas Pendidikan"), ("SMAN I Pala", "Dinas Pendidikan")),
        (("Kecamatan Tanjung Pala", "Pemerintah Kabupaten Pala"), ("Kantor Camat Tanjungpala", "")),
        (("UPTD Puskesmas Waringin", "Dinas Kesehatan"), ("PKM Waringin", "Dinas Kesehatan")),
        (("Subbagian Umum dan Kepegawaian", "Dinas Kesehatan"), ("Sub Bag Umpeg Dinkes", "")),
    ],
)
def test_one_unit_in_two_spellings_is_found(one: tuple[str, str], two: tuple[str, str]) -> None:
    pair = _pair(one, two)
    assert pair.score >= REVIEW
    assert pair.kind is FindingKind.IDENTITY


@pytest.mark.parametrize(
    ("one", "two", "because"),
    [
        (("SMA Negeri 1 Pala", ""), ("SMA Negeri 2 Pala", ""), Evidence.ELSEWHERE),
        (
            ("Dinas Kesehatan Kabupaten Pala", ""),
            ("Dinas Kesehatan Kabupaten Sagu Timur", ""),
            Evidence.ELSEWHERE,
        ),
        (
            ("Dinas Kesehatan Prov. Maluku", ""),
            ("Dinas Kesehatan Prov. Maluku Utara", ""),
            Evidence.ELSEWHERE,
        ),
        (
            ("Subbagian Keuangan", "Dinas Kesehatan"),
            ("Subbagian Keuangan", "Dinas Pendidikan"),
            Evidence.OTHER_PARENT,
        ),
        (("Bagian Umum", "Sekretariat DPRD"), ("Bagian Umum", "Setda"), Evidence.OTHER_PARENT),
        (("Kecamatan Waringin", ""), ("Kelurahan Waringin", ""), Evidence.OTHER_RANK),
        (("Puskesmas Waringin", "Dinas Kesehatan"), ("Kecamatan Waringin", ""), Evidence.OTHER_RANK),
        (("Puskesmas Waringin", "Dinas Kesehatan"), ("Puskesmas Beringin", "Dinas Kesehatan"), None),
        (("Dinas Perhubungan", _PROVINCE), ("Badan Penghubung", _PROVINCE), None),
        (("Sekretariat Daerah", _PROVINCE), ("Sekretariat DPRD", _PROVINCE), None),
    ],
)
def test_two_units_of_like_names_are_told_apart(
    one: tuple[str, str], two: tuple[str, str], because: Evidence | None
) -> None:
    pair = _pair(one, two)
    assert pair.score < REVIEW
    assert because is None or pair.evidence[COLUMN[because]] >= REVIEW


@pytest.mark.parametrize("other", [{"scope": NATIONAL}, {"government": "pala"}])
def test_what_is_of_another_government_or_the_nation_is_another(other: dict[str, str]) -> None:
    corpus = _comparison(("Dinas Kesehatan", ""), ("Kesehatan", "")).corpus
    assert list(compare(corpus, _LEXICON).pairs())
    entries = [replace(one, **other) if one.name == "Kesehatan" else one for one in corpus.entries]
    assert not list(compare(replace(corpus, entries=tuple(entries)), _LEXICON).pairs(national=True))


def test_the_website_of_both_is_one_unit() -> None:
    sites = "https://rsud.sagu.go.id", "rsud.sagu.go.id/"
    with_, without = (
        _pair(("RSUD Bahtera", "Dinas Kesehatan"), ("Rumah Sakit Bahtera Husada", ""), given)
        for given in (sites, ("", ""))
    )
    assert with_.score > without.score


def test_confidence_is_what_is_known_of_both() -> None:
    bare = _pair(("Dinas Kesehatan", ""), ("DINKES", ""))
    full = _pair(("Dinas Kesehatan", _PROVINCE), ("Dinkes", _PROVINCE), ("dinkes.id", "dinkes.id"))
    assert bare.confidence < full.confidence


def test_the_order_of_names_does_not_matter() -> None:
    one, two = ("Dinas Kesehatan", _PROVINCE), ("Dinkes Kabupaten Pala", "")
    assert _pair(one, two).score == _pair(two, one).score


def test_names_in_other_scripts_and_empty_ones_are_compared_too() -> None:
    assert _comparison(("卫生局", ""), ("", ""), ("-", ""), ("卫生局", "")).corpus.identity


def _pair(one: tuple[str, str], two: tuple[str, str], sites: tuple[str, str] = ("", "")) -> Pair:
    compared = _comparison((*one, sites[0]), (*two, sites[1]))
    ends = [place for place, entry in enumerate(compared.corpus.entries) if entry.key < "1"]
    row = compared.row_of(*ends)
    assert row is not None
    return compared.pair(row)


def _comparison(*units: tuple[str, ...]) -> Comparison:
    given = [*(("0", *unit) for unit in units), *(("1", *unit) for unit in _OTHERS)]
    entries = [
        Entry(uid=key, key=key, name=name, scope=owner, agency=owner, address="".join(site))
        for number, (group, name, owner, *site) in enumerate(given)
        for key in (f"{group}{number:02}",)
    ]
    corpus = Corpus(
        kind=ElementKind.ORG_UNIT,
        entries=tuple(sorted(entries, key=lambda entry: entry.key)),
        columns=(),
        identity=True,
    )
    return compare(corpus, _LEXICON)
