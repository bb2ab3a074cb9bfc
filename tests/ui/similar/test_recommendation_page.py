"""The page of a recommendation: complete, escaped, self-contained, in both languages."""

import re
from dataclasses import replace
from datetime import date

import pytest

from model.element import Element
from model.kinds import ElementKind
from model.text import Language
from queries.redundancy.proposals.clearance import Decision, Examiner, Proposal, Recommendation
from queries.redundancy.proposals.recommendations import Recorded
from tests.support.alike import application, compared, lexicon, province
from tests.support.printed import Reader, read_page
from ui.similar.recommendation_page import MOST_SIMILAR, page, recorded_page

EXAMINER = Examiner(compared(*province()), lexicon())
PROPOSAL = Proposal(
    name="SIMPEG <Baru> & Co",
    agency="BKD",
    scope="bkd",
    function="mencatat presensi pegawai setiap hari dan rekap kehadiran, data induk pegawai",
    services=("Rekap kehadiran",),
)
GIVEN = Recommendation(
    number="REK-2026-001",
    on=date(2026, 8, 17),
    decision=Decision.INTEGRATE,
    reasons="SI-ASN mencakupnya.\n<script>alert(1)</script>",
    by="Kepala Diskominfo",
)


def read(language: Language, proposal: Proposal = PROPOSAL) -> tuple[Reader, str]:
    text = page(GIVEN, EXAMINER.check(proposal), lexicon().knowledge, language)
    reader = read_page(text)
    return reader, " ".join(reader.words)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            Language.ID,
            ("17 Agu 2026", "Integrasi, bukan pembangunan baru", "wajib dikaji", "Tingkat kemiripan"),
        ),
        (Language.EN, ("17 Aug 2026", "Integrate, do not build", "Similarity")),
    ],
)
def test_it_says_what_was_proposed_found_and_decided(language: Language, words: tuple[str, ...]) -> None:
    _, said = read(language)
    for part in (
        *words,
        "REK-2026-001",
        "SIMPEG <Baru> & Co",
        "Kepala Diskominfo",
        "SI-ASN",
        EXAMINER.check(PROPOSAL).pairs[0].left.name,
    ):
        assert part in said


def test_what_people_wrote_is_escaped_and_nothing_comes_from_elsewhere() -> None:
    reader, said = read(Language.ID)
    assert not {"script", "img", "link", "iframe", "baru"} & set(reader.tags)
    assert "<script>alert(1)</script>" in said
    text = page(GIVEN, EXAMINER.check(PROPOSAL), lexicon().knowledge, Language.ID)
    assert not re.search(r"https?:|url\(|@import", text)


def test_what_was_not_found_is_said_and_blank_lines_are_left_out() -> None:
    proposal = replace(PROPOSAL, name="Tempat Wisata", function="", services=(), scope="dlh")
    found = Examiner(compared(), lexicon()).check(proposal)
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, Language.ID)).words)
    assert said.count("Tidak ditemukan.") == 1
    assert said.count("Tidak ditemukan aplikasi serupa.") == 1
    assert "Layanan yang didukung" not in said
    assert "Dipahami sebagai tempat wisata" in said


@pytest.mark.parametrize(
    ("language", "told"),
    [(Language.ID, "fungsi usulan belum dikenali"), (Language.EN, "by function, which was not understood")],
)
def test_a_check_that_could_not_be_made_is_not_told_as_made(language: Language, told: str) -> None:
    found = Examiner(compared(), lexicon()).check(
        replace(PROPOSAL, name="Zxcv", function="qwerty", services=())
    )
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, language)).words)
    assert said.count(told) == 2
    assert "None found." not in said
    assert "Tidak ditemukan." not in said


def test_it_lists_what_the_check_shows_the_weak_ones_as_weak_and_counts_the_others() -> None:
    found = EXAMINER.check(PROPOSAL)
    first = found.here[0]
    scores = (0.9, 0.4, *(0.3,) * MOST_SIMILAR)
    pairs = tuple(
        replace(first, score=score, left=replace(first.left, name=f"Nomor {at}", planned=at == 1))
        for at, score in enumerate(scores)
    )
    text = page(GIVEN, replace(found, pairs=pairs), lexicon().knowledge, Language.ID)
    likely, _, weak = " ".join(read_page(text).words).partition("Mungkin sejenis, perlu dipastikan")
    assert "Nomor 0" in likely
    assert "Nomor 1 (rencana)" not in likely
    assert "Nomor 1 (rencana)" in weak
    assert "0,40" in weak
    assert "2 lainnya yang lebih lemah tidak dicantumkan." in weak


def test_where_nobody_is_named_there_are_lines_to_sign() -> None:
    blank = page(replace(GIVEN, by=""), EXAMINER.check(PROPOSAL), lexicon().knowledge, Language.ID)
    account = recorded_page(replace(RECORDED, by="akun", signed=False), Language.ID, {})
    for text in (blank, account):
        said = " ".join(read_page(text).words)
        for line in ("Nama: ..", "Jabatan: ..", "NIP: .."):
            assert line in said
        assert "akun" not in said


def test_what_other_governments_have_stands_under_a_heading_of_its_own() -> None:
    attend = "mencatat presensi pegawai setiap hari dan rekap kehadiran"
    shared = {"services": ("Rekap kehadiran",), "data": ("Data kehadiran",)}
    theirs = application("G1", "Presensi Kota", attend, scope="bkd", government="kota-b", **shared)
    proposal = replace(PROPOSAL, function=attend, data=("Data kehadiran",))
    found = Examiner(compared(theirs), lexicon()).check(proposal)
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, Language.EN)).words)
    existing, _, elsewhere = said.partition("In other governments (may be shared)")
    assert "Presensi Kota" not in existing
    assert "Presensi Kota" in elsewhere
    assert "bkd · kota-b" in elsewhere


def test_a_national_application_beside_the_catalogue_is_told_where_national_ones_are() -> None:
    national = application("N2", "Rekap Nusantara", "rekap kehadiran", scope="nasional")
    proposal = replace(PROPOSAL, name="Rekap Nusantara", function="rekap kehadiran", services=())
    found = Examiner(compared(national), lexicon()).check(proposal)
    assert not found.national
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, Language.ID)).words)
    before, _, existing = said.partition("Aplikasi sejenis yang sudah ada")
    assert before.count("Rekap Nusantara") == 2  # the proposal, and what it is like
    assert "Tidak ditemukan." not in before
    assert "tidak ada yang ditemukan." not in before
    assert "tidak ada yang ditemukan." in existing


def test_it_says_function_by_function_who_does_it_and_what_was_not_understood() -> None:
    proposal = replace(PROPOSAL, function="presensi pegawai, tempat wisata dan qwerty", scope="dlh")
    alone = Examiner(compared(*(one for one in province() if one.uid != "E1")), lexicon())
    said = " ".join(read_page(page(GIVEN, alone.check(proposal), lexicon().knowledge, Language.ID)).words)
    _, _, told = said.partition("Menurut fungsi")
    assert "Presensi pegawai Presensi Online (bkd); Absensi Pegawai (dishub)" in told
    assert "Tempat wisata belum ada yang tercatat" in told
    assert "nasional: SI-ASN" in told
    assert "Belum dikenali, tidak diperiksa menurut fungsi “qwerty”" in said


def test_a_name_that_a_national_application_of_other_work_has_is_told() -> None:
    found = EXAMINER.check(replace(PROPOSAL, name="Srikandi", function="data induk pegawai"))
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, Language.ID)).words)
    assert "Nama yang sama Nama ini juga nama aplikasi nasional SRIKANDI" in said


def test_where_nothing_is_alike_as_a_whole_but_parts_are_done_the_sheet_says_so() -> None:
    found = replace(EXAMINER.check(PROPOSAL), pairs=())
    assert found.doing and not found.here
    said = " ".join(read_page(page(GIVEN, found, lexicon().knowledge, Language.ID)).words)
    assert "Tidak ada yang serupa secara keseluruhan" in said
    assert "Tidak ditemukan aplikasi serupa" not in said


def test_what_is_nearly_certain_is_not_told_as_certain() -> None:
    found = EXAMINER.check(PROPOSAL)
    sure = replace(found, pairs=(replace(found.here[0], score=0.999),))
    assert "0,99" in read_page(page(GIVEN, sure, lexicon().knowledge, Language.ID)).words


RECORDED = Recorded(
    number="REK-2026-002",
    on=date(2026, 8, 18),
    decision=Decision.NATIONAL,
    uses="SRIKANDI",
    name="E-Mail <Dinas>",
    function="persuratan",
    agency="BKD",
    scope="bkd",
    reasons="Sudah ada.",
    by="Kepala Diskominfo",
    signed=True,
    rests_on=(
        Element(uid="1", key="bkd/application/A1", kind=ElementKind.APPLICATION, name="E-Surat", scope="bkd"),
    ),
    planned=frozenset(),
)


def test_a_record_makes_a_sheet_without_what_it_does_not_hold() -> None:
    agencies = {"bkd": "Badan Kepegawaian"}
    said = " ".join(read_page(recorded_page(RECORDED, Language.ID, agencies)).words)
    for part in (
        *("REK-2026-002", "18 Agu 2026", "E-Mail <Dinas>", "persuratan", "BKD", "Sudah ada."),
        *("Pakai aplikasi nasional: SRIKANDI", "Kepala Diskominfo", "E-Surat (Badan Kepegawaian)"),
    ):
        assert part in said
    assert "Aplikasi sejenis" not in said
    assert "Tingkat kemiripan" not in said
    undated = read_page(recorded_page(replace(RECORDED, on=None, rests_on=()), Language.EN, {}))
    assert "Date" not in undated.words


def test_a_decision_against_the_advice_says_what_was_advised_also_when_it_is_printed_again() -> None:
    given = replace(GIVEN, advised=Decision.NATIONAL)
    text = page(given, EXAMINER.check(PROPOSAL), lexicon().knowledge, Language.EN)
    record = recorded_page(replace(RECORDED, advised=Decision.EXISTING), Language.ID, {})
    assert "Advised by the check: Use the national application." in " ".join(read_page(text).words)
    assert "Anjuran pemeriksaan: Pakai aplikasi yang sudah ada." in " ".join(read_page(record).words)
    assert "Anjuran" not in recorded_page(RECORDED, Language.ID, {})


def test_a_sheet_printed_again_with_the_check_says_of_when_that_is() -> None:
    text = page(GIVEN, EXAMINER.check(PROPOSAL), lexicon().knowledge, Language.EN, again=True)
    said = " ".join(read_page(text).words)
    assert "with what the check finds at this time" in said
    assert "Similarity" in said


def test_the_sheet_says_which_application_is_to_be_used() -> None:
    given = replace(GIVEN, decision=Decision.NATIONAL, uses="SI-ASN <BKN>")
    text = page(given, EXAMINER.check(PROPOSAL), lexicon().knowledge, Language.EN)
    assert "Use the national application: SI-ASN <BKN>" in read_page(text).words
