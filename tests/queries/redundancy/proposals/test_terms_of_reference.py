"""Of terms of reference only the chapters on what is to be made are read."""

import pytest

from queries.redundancy.proposals.clearance import Examiner, Proposal
from queries.redundancy.proposals.terms_of_reference import assignment_of, is_project_work
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
    found = assignment_of(KAK.format(*numbers))
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
    found = assignment_of(text)
    assert (found.text.split(), found.chapters) == (text.split(), ())


@pytest.mark.parametrize(("chapter", "item"), [("A.", "1."), ("1.", "a."), ("", "1)"), ("", "-"), ("", "")])
def test_a_module_called_like_a_chapter_ends_no_list(chapter: str, item: str) -> None:
    items = ("Wisata", "Laporan", "Jadwal: sampah", "Presensi")
    listed = "\n".join(f"{item} {one}" for one in items)
    found = assignment_of(f"{chapter} Latar Belakang\nsurat\n{chapter} Ruang Lingkup\n{listed}")
    assert all(one in found.text for one in items)
    assert "surat" not in found.text


def test_a_chapter_of_one_word_is_one_where_it_is_numbered_like_the_others() -> None:
    found = assignment_of("A. Latar Belakang\nsurat\nB. Ruang Lingkup\n1. Wisata\nC. Laporan\npresensi")
    assert "presensi" not in found.text


def test_a_check_reads_the_scope_and_says_so() -> None:
    examiner = Examiner(compared(*province()), lexicon())
    found = examiner.check(Proposal(name="BERSIH", function=KAK.format(*NUMBERINGS[0])))
    assert {label.en for label in found.functions} == {"Waste", "Tourism"}
    assert found.chapters == ("Maksud dan Tujuan", "Ruang Lingkup")
    assert found.unread == ()
    assert found.pairs[0].left.uid == "D1"
    assert found.proposal.function.startswith("KERANGKA")  # what was written is kept as it is


def test_what_any_application_takes_is_nothing_left_unread() -> None:
    assert is_project_work("Pelatihan pengguna") and is_project_work("buku panduan dan kode sumber")
    assert not is_project_work("pelatihan petani")
