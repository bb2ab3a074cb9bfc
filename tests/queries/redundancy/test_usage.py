"""One system that many recorded is proposed as one element with many users."""

from queries.redundancy.usage import Case, usages
from tests.support.alike import SRIKANDI, application, compared, lexicon, province

NATIONAL = lexicon().knowledge.national


def test_a_copy_of_a_national_application_becomes_its_user() -> None:
    (found,) = usages(compared(*province()), NATIONAL)
    assert (found.case, found.keep, found.create) == (Case.NATIONAL, "N1", None)
    assert (found.copies, found.agencies, found.doubtful) == (("C1",), ("bkd",), ())
    assert "pertahankan objek nasional/application/N1" in found.sentence.id


def test_a_national_application_nobody_recorded_as_such_is_to_be_created() -> None:
    entries = [application(code, "Srikandi", scope=code.lower()) for code in ("BKD", "DLH")]
    (found,) = usages(compared(*entries), NATIONAL)
    assert (found.keep, found.create, found.copies) == (None, SRIKANDI, ("BKD", "DLH"))
    assert found.agencies == ("bkd", "dlh")
    assert "buat objek nasional SRIKANDI" in found.sentence.id


def test_what_only_contains_the_name_is_doubtful_and_comes_last() -> None:
    entries = [
        application("A", "Panduan Srikandi", scope="bkd"),
        application("B", "Laporan Srikandi", scope="dlh"),
        application("C", "SI-ASN", scope="bkd"),
    ]
    sure, doubtful = usages(compared(*entries), NATIONAL)
    assert sure.copies == ("C",)
    assert doubtful.doubtful == ("A", "B")
    assert doubtful.sentence.id.startswith("2 aplikasi OPD memuat nama")


def test_one_system_of_several_agencies_is_kept_where_most_is_written() -> None:
    text = "mencatat presensi pegawai setiap hari dan rekap kehadiran"
    at = {"address": "https://hadir.provinsi.go.id/"}
    full = application("B", "Hadirku", text, scope="bkd", services=("Rekap",), **at)
    thin = application("A", "Hadirku", text, scope="dinkes", **at)
    (found,) = usages(compared(full, thin), NATIONAL)
    assert (found.case, found.keep, found.copies, found.agencies) == (Case.SHARED, "B", ("A",), ("dinkes",))


def test_namesakes_that_do_other_work_are_no_copies() -> None:
    one = application("A", "SIAP", "mencatat presensi pegawai setiap hari", scope="bkd")
    two = application("B", "SIAP", "jadwal angkut sampah kota dan armada", scope="dlh")
    assert not usages(compared(one, two), NATIONAL)
