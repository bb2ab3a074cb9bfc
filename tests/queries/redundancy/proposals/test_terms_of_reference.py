"""Of terms of reference only the chapters on what is to be made are read."""

import pytest

from queries.redundancy.proposals.clearance import Examiner, Proposal
from queries.redundancy.proposals.terms_of_reference import is_of_any, scope_of
from tests.support.alike import compared, lexicon, province

KAK = """KERANGKA ACUAN KERJA (KAK) LAYANAN SAMPAH
{0}Latar Belakang
Surat masuk menumpuk; presensi dicatat pada buku.
{1}Maksud dan Tujuan
Mengatur jadwal angkut sampah.
{2}Sumber Pendanaan: APBD, surat masuk
{3}Ruang Lingkup
Ruang lingkup pekerjaan meliputi: a. tempat wisata; b. pelatihan pengguna
{4}Tenaga Ahli
Ahli data pegawai
"""
NUMBERINGS = [
    ("1. ", "2. ", "3. ", "4. ", "5. "),
    ("A. ", "B. ", "C. ", "D. ", "E. "),
    ("I. ", "II. ", "III. ", "IV. ", "V. "),
    ("BAB I ", "BAB II ", "BAB III ", "BAB IV ", "BAB V "),
    ("", "", "", "", ""),
]


@pytest.mark.parametrize("numbers", NUMBERINGS)
def test_background_money_and_staff_are_not_what_is_to_be_made(numbers: tuple[str, ...]) -> None:
    found = scope_of(KAK.format(*numbers))
    assert found.chapters == ("Maksud dan Tujuan", "Ruang Lingkup")
    lines = [line.strip() for line in found.text.splitlines() if line.strip()]
    assert lines == [
        "LAYANAN SAMPAH",
        "Mengatur jadwal angkut sampah.",
        "a. tempat wisata; b. pelatihan pengguna",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "presensi dan data pegawai",
        "Tujuan: mencatat presensi\nFitur: rekap kehadiran",  # nothing in it is about anything else
        "Latar Belakang\nsurat masuk\nDasar Hukum\ndata pegawai",  # nothing says what is to be made
        "Jadwal operasi dan tindakan\nTujuan pasien rujukan",
        "",
    ],
)
def test_a_text_without_such_chapters_is_read_whole(text: str) -> None:
    found = scope_of(text)
    assert (found.text.split(), found.chapters) == (text.split(), ())


def test_a_check_reads_the_scope_and_says_so() -> None:
    examiner = Examiner(compared(*province()), lexicon())
    found = examiner.check(Proposal(name="BERSIH", function=KAK.format(*NUMBERINGS[0])))
    assert {label.en for label in found.functions} == {"Waste", "Tourism"}
    assert found.chapters == ("Maksud dan Tujuan", "Ruang Lingkup")
    assert found.unread == ()
    assert found.pairs[0].left.uid == "D1"
    assert found.proposal.function.startswith("KERANGKA")  # what was written is kept as it is


def test_what_any_application_takes_is_nothing_left_unread() -> None:
    assert is_of_any("Pelatihan pengguna") and is_of_any("buku panduan dan kode sumber")
    assert not is_of_any("pelatihan petani")
