"""One system that many recorded is proposed as one element with many users."""

from dataclasses import replace

from model.decision import Verdict
from queries.redundancy.corpus import Entry
from queries.redundancy.usage import Case, usages
from tests.support.alike import SRIKANDI, application, compared, lexicon, province
from tests.support.decided import decision

NATIONAL = lexicon().knowledge.national
SAME, OTHER = Verdict.DUPLICATE, Verdict.DISTINCT


def attending(*codes: str) -> list[Entry]:
    """Records of one system by an agency each: one name, one work, one address."""
    text, at = "mencatat presensi pegawai setiap hari", "https://hadir.provinsi.go.id"
    return [application(code, "Hadirku", text, scope=code.lower(), address=at) for code in codes]


def test_a_copy_of_a_national_application_becomes_its_user() -> None:
    (found,) = usages(compared(*province()), NATIONAL)
    assert (found.case, found.keep, found.create) == (Case.NATIONAL, "N1", None)
    assert (found.copies, found.agencies, found.doubtful) == (("C1",), ("bkd",), ())
    assert "pertahankan SI-ASN (nasional)" in found.sentence.id


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


def test_a_pair_decided_to_be_distinct_is_no_longer_proposed() -> None:
    found = compared(*attending("A", "B"))
    assert usages(found, NATIONAL)
    assert not usages(found, NATIONAL, [decision(1, "A", "B", verdict=OTHER)])
    assert usages(found, NATIONAL, [decision(1, "A", "B", verdict=OTHER), decision(2, "B", "A")])


def test_no_proposal_holds_two_that_are_distinct_though_others_lie_between() -> None:
    found = compared(*attending("A", "B", "C"))
    (one,) = usages(found, NATIONAL, [decision(1, "A", "C", verdict=OTHER)])
    assert not {"A", "C"} <= {one.keep, *one.copies}
    assert len(one.copies) == 1


def test_a_copy_decided_to_be_no_national_application_is_not_its_user() -> None:
    found = compared(*province())
    assert not usages(found, NATIONAL, [decision(1, "N1", "C1", verdict=OTHER)])


def test_two_systems_of_which_one_is_enough_are_not_one_recorded_twice() -> None:
    found = compared(*province())
    made = [decision(1, "N1", "D1"), decision(2, "E1", "B1"), decision(3, "A1", "A2")]
    (national,) = usages(found, NATIONAL, made)  # their groups say which is moved into which
    assert (national.copies, national.doubtful) == (("C1",), ())


def test_what_is_doubtful_no_longer_asks_once_it_is_called_a_duplicate() -> None:
    entries = [
        application(*one, scope=one[0].lower()) for one in (("A", "Srikandi"), ("B", "Panduan Srikandi"))
    ]
    found = compared(*entries)
    assert usages(found, NATIONAL)[0].doubtful == ("B",)
    (answered,) = usages(found, NATIONAL, [decision(1, "A", "B")])
    assert (answered.sure, answered.doubtful) == (("A",), ())


def test_the_record_that_its_group_keeps_stays() -> None:
    found = compared(*attending("A", "B", "C"))
    (one,) = usages(found, NATIONAL, keeps=dict.fromkeys("ABC", "C"))
    assert (one.keep, one.copies) == ("C", ("A", "B"))
    assert "pertahankan Hadirku (c), yang diteruskan dalam kelompoknya," in one.sentence.id
    (copy,) = usages(compared(*province()), NATIONAL)
    assert (copy.keep, copy.copies) == ("N1", ("C1",))
    assert not usages(compared(*province()), NATIONAL, keeps=dict.fromkeys(("N1", "C1"), "C1"))


def test_duplicates_within_one_agency_are_no_usage() -> None:
    twice = [application("A", "Zzz", scope="bkd"), application("B", "Yyy", scope="bkd")]
    assert not usages(compared(*twice), NATIONAL, [decision(1, "A", "B")])


def test_who_records_no_owner_is_named_by_scope() -> None:
    entries = [application(code, "Srikandi", scope=code.lower(), agency="") for code in ("BKD", "DLH")]
    (found,) = usages(compared(*entries), NATIONAL)
    assert found.agencies == ("bkd", "dlh")
    assert "2 OPD menjadi penggunanya" in found.sentence.id


def test_a_name_with_its_long_form_a_version_or_another_name_is_surely_it() -> None:
    long = SRIKANDI.name
    known = replace(SRIKANDI, other_names=("e-Arsip Nas",))
    names = (
        "Aplikasi Srikandi",
        long,
        f"SRIKANDI ({long})",
        f"{long} - Srikandi",
        "SRIKANDI 2.1",
        "E-arsip nas",
    )
    entries = [application(str(at), name, scope=f"opd{at}") for at, name in enumerate(names)]
    (found,) = usages(compared(*entries), (known,))
    assert (len(found.sure), found.doubtful, len(found.agencies)) == (len(names), (), len(names))


def test_doubtful_copies_are_named_and_their_agencies_are_no_users() -> None:
    names = {"A": "Srikandi", "B": "Srikandy", "C": "Panduan Srikandi"}
    (found,) = usages(compared(*(application(k, v, scope=k.lower()) for k, v in names.items())), NATIONAL)
    assert (found.sure, found.doubtful, found.agencies) == (("A",), ("B", "C"), ("a",))
    assert "gabungkan 1 salinan" in found.sentence.id
    assert "Srikandy (b); Panduan Srikandi (c)" in found.sentence.id


def test_what_regions_keep_systems_of_their_own_for_is_one_only_at_one_address() -> None:
    regional = replace(SRIKANDI, regional=True)
    text, at = "surat masuk dan keluar", {"address": "https://arsip.provinsi.go.id"}
    apart = [application(code, "Srikandi", text, scope=code.lower()) for code in ("A", "B")]
    assert not usages(compared(*apart), (regional,))
    one = [application(code, "Srikandi", text, scope=code.lower(), **at) for code in ("A", "B")]
    (found,) = usages(compared(*one), (regional,))
    assert found.case is Case.SHARED


def test_one_name_whose_texts_speak_of_different_things_is_not_one_system() -> None:
    beside = {"services": ("Karcis taman",)}
    one = application("A", "SI-TAMAN", "kunjungan riset di hutan raya", scope="dishut", **beside)
    two = application("B", "SI-TAMAN", "penjualan karcis bahari", scope="dispar", **beside)
    assert not usages(compared(one, two), NATIONAL)
    assert usages(compared(one, replace(two, texts=("kunjungan hutan raya",))), NATIONAL)


def test_how_often_it_is_on_record_counts_the_national_record_and_sure_copies() -> None:
    (found,) = usages(compared(*province()), NATIONAL)
    assert found.times == 2
    (once,) = usages(compared(application("A", "Srikandi", scope="bkd")), NATIONAL)
    assert once.times == 1
    (doubtful,) = usages(compared(application("A", "Panduan Srikandi", scope="bkd")), NATIONAL)
    assert doubtful.times == 0


def test_a_namesake_of_a_national_application_that_does_other_work_is_doubtful() -> None:
    other = application("DLH", "SRIKANDI", "jadwal angkut sampah kota", scope="dlh")
    (found,) = usages(compared(other), NATIONAL)
    assert (found.sure, found.doubtful) == ((), ("DLH",))
    assert "Pastikan dahulu" in found.sentence.id
    same = application("DLH", "SRIKANDI", "mencatat surat masuk, juga angkut sampah", scope="dlh")
    assert usages(compared(same), NATIONAL)[0].sure == ("DLH",)


def test_the_one_that_is_kept_says_why() -> None:
    text = "mencatat presensi pegawai setiap hari"
    full = application(
        "B", "SIHADIR", text, scope="bkd", services=("Rekap kehadiran",), address="hadir.go.id"
    )
    thin = application("A", "SIHADIR", text, scope="dinkes", address="hadir.go.id")
    (found,) = usages(compared(full, thin), NATIONAL)
    assert "pertahankan SIHADIR (bkd), yang catatannya paling lengkap," in found.sentence.id
    assert "keep SIHADIR (bkd), whose record says most," in found.sentence.en


def test_who_uses_one_of_the_copies_already_is_not_counted_as_a_new_user() -> None:
    entries = [application(code, "Srikandi", scope=code.lower()) for code in ("BKD", "DLH")]
    (found,) = usages(compared(*entries), NATIONAL, users={"DLH": ["dlh", "dinsos"]})
    assert "; 1 OPD menjadi penggunanya." in found.sentence.id
    (found,) = usages(compared(*entries), NATIONAL, users={"DLH": ["dlh", "bkd"]})
    assert "OPD-nya sudah menjadi pengguna." in found.sentence.id
