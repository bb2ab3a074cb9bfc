"""What is advised on a proposal follows from who does its functions already."""

from dataclasses import replace

from model.knowledge import NationalApplication
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import compare
from queries.redundancy.proposals.advising import advice, suggested
from queries.redundancy.proposals.clearance import Clearance, Decision, Examiner, Proposal
from queries.redundancy.proposals.hits import hit_label
from queries.redundancy.proposals.substitutes import substitutes
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import SI_ASN, SRIKANDI, application, compared, corpus, lexicon

PROPOSAL = Proposal(name="Serba Ada", scope="dlh", function="presensi, surat masuk dan tempat wisata")
LONG = "kamar hotel penginapan kapal pesiar kolam renang pantai gunung"


def checked(*entries: Entry, proposal: Proposal = PROPOSAL) -> Clearance:
    known = replace(lexicon().knowledge, national=(SRIKANDI, SI_ASN))
    return Examiner(compared(*entries), Lexicon(known)).check(proposal)


def weak(found: Clearance) -> Clearance:
    """The same where nothing is alike as a whole."""
    return replace(found, pairs=())


def test_where_some_functions_are_taken_one_integrates_or_does_the_others() -> None:
    found = weak(checked(application("H", "Hadir", f"presensi {LONG}", scope="bkd")))
    given = advice(found)
    assert given.decision is Decision.INTEGRATE
    assert "“presensi pegawai” oleh Hadir (bkd)" in given.reason.id
    assert "“surat masuk” oleh SRIKANDI (nasional)" in given.reason.id
    assert "batasi lingkupnya pada yang belum dikerjakan: “tempat wisata”" in given.reason.id
    assert substitutes(found, Decision.INTEGRATE)[0].key == "bkd/application/H"


def test_where_each_function_is_taken_by_another_nothing_is_left_to_build() -> None:
    entries = (application("H", "Hadir", f"presensi {LONG}"), application("W", "Jelajah", f"wisata {LONG}"))
    decision, why = suggested(weak(checked(*entries)))
    assert decision is Decision.INTEGRATE
    assert "Setiap fungsinya sudah dikerjakan" in why.id


def test_what_does_all_functions_is_advised_with_its_doubt_however_weakly_it_is_alike() -> None:
    own = application("A", "Aneka", f"presensi {LONG} wisata", scope="dlh")
    found = weak(checked(own, proposal=replace(PROPOSAL, function="presensi dan tempat wisata")))
    given = advice(found)
    assert given.decision is Decision.EXISTING
    assert "sudah dikerjakan Aneka (dlh)" in given.reason.id
    assert "pastikan dahulu" in given.reason.id
    assert [one.key for one in substitutes(found, Decision.EXISTING)] == ["dlh/application/A"]


def test_what_was_not_understood_is_part_of_the_reason() -> None:
    found = checked(proposal=replace(PROPOSAL, function="tempat wisata, zxcv dan qwerty"))
    assert found.unread == ("zxcv", "qwerty")
    assert "belum diperiksa menurut fungsi: “zxcv”, “qwerty”" in suggested(found)[1].id


def test_a_word_of_the_name_does_not_hide_what_the_description_is_about() -> None:
    found = checked(proposal=Proposal(name="Wisata Kita", function="data pegawai"))
    (covering,) = found.national
    assert covering.main
    assert "hanya sebagian" not in covering.sentence.id
    assert suggested(found)[0] is Decision.NATIONAL


def test_a_national_application_that_does_the_lesser_part_is_not_said_to_cover_the_proposal() -> None:
    proposal = Proposal(name="Persuratan", function="presensi, tempat wisata dan angkut sampah")
    decision, why = suggested(checked(proposal=proposal))
    assert decision is Decision.INTEGRATE
    assert "mencakup fungsi yang diusulkan" not in why.id
    assert "“surat masuk” oleh SRIKANDI (nasional)" in why.id


def test_what_this_government_has_is_named_beside_a_national_application() -> None:
    mail = application("B", "E-Surat", "mencatat surat masuk", scope="dlh")
    proposal = Proposal(name="Persuratan", scope="dlh", function="mencatat surat masuk")
    decision, why = suggested(checked(mail, proposal=proposal))
    assert decision is Decision.NATIONAL
    assert "Di pemerintah daerah ini sudah ada E-Surat (dlh)" in why.id


def test_a_superseded_application_by_whose_name_one_proposes_gives_way_to_its_successor() -> None:
    former = replace(SRIKANDI, abbreviation="SIKD", superseded_by="SRIKANDI")
    known = Lexicon(replace(lexicon().knowledge, national=(former, SRIKANDI)))
    examiner = Examiner(compare(corpus(()), known), known)
    found = examiner.check(Proposal(name="SIKD", function="surat masuk"))
    given = advice(found)
    assert (given.decision, given.national) == (Decision.NATIONAL, "SRIKANDI")
    assert "digantikan oleh SRIKANDI: SRIKANDI wajib dikaji" in given.reason.id
    assert substitutes(found, Decision.NATIONAL)[0].name == "SRIKANDI"


def test_several_national_applications_are_told_as_several() -> None:
    two = (SRIKANDI, replace(SI_ASN, concepts=("wisata",)))
    known = Lexicon(replace(lexicon().knowledge, national=two))
    found = Examiner(compared(), known).check(
        replace(PROPOSAL, function="presensi, angkut sampah, surat masuk dan tempat wisata")
    )
    assert "the national applications " in suggested(found)[1].en


def test_the_website_that_an_agency_has_is_kept_and_another_heeds_those_of_others() -> None:
    site = application("W", "Website Dinas Kesehatan", scope="dinkes", agency="Dinas Kesehatan")
    proposal = Proposal(name="Website Dinas Kesehatan", agency="Dinas Kesehatan", scope="dinkes")
    assert suggested(weak(checked(site, proposal=proposal)))[0] is Decision.EXISTING
    other = Proposal(name="Website Dinas Sosial", agency="Dinas Sosial", scope="dinsos")
    decision, why = suggested(weak(checked(site, proposal=other)))
    assert decision is Decision.BUILD
    assert "situs web: 1." in why.id
    assert "Tidak ditemukan" not in why.id


def test_a_version_for_another_platform_is_told_to_extend_what_the_agency_has() -> None:
    own = application("T", "ZXTIKET", "pemesanan tiket kapal", scope="dishub")
    other = replace(own, uid="U", key="dispar/application/U", scope="dispar", agency="dispar")
    proposal = Proposal(name="ZXTIKET Mobile", scope="dishub", function="versi Android, data pegawai")
    found = checked(own, proposal=proposal)
    assert hit_label(found.pairs[0]).en == "The same application on another platform"
    given = advice(found)
    assert (given.decision, [one.uid for one in given.uses]) == (Decision.EXISTING, ["T"])
    assert "Kembangkan aplikasi itu" in given.reason.id
    assert "Aplikasi nasional SI-ASN" in given.reason.id
    assert "Kembangkan" not in advice(checked(other, proposal=proposal)).reason.id


def test_a_duty_in_another_field_does_not_come_before_what_exists() -> None:
    planning = replace(SI_ASN, abbreviation="RENCANA", concepts=("wisata",), field="perencanaan")
    trips = application("W", "Jelajah Wisata", "daftar tempat wisata", scope="dispar")
    proposal = Proposal(name="Wisata Kita", scope="dlh", function="daftar tempat wisata")
    for national, decision in ((planning, Decision.INTEGRATE), (named_by_law(planning), Decision.NATIONAL)):
        known = Lexicon(replace(lexicon().knowledge, national=(national,)))
        found = Examiner(compare(corpus((trips,)), known), known).check(proposal)
        assert suggested(found)[0] is decision
        assert "RENCANA" in suggested(found)[1].id


def named_by_law(one: NationalApplication) -> NationalApplication:
    return replace(one, field="", basis="Peraturan 1")


def test_what_surely_does_what_is_proposed_by_name_comes_before_a_duty_for_what_is_shown() -> None:
    trips = application("W", "Tempat Wisata", "daftar tempat wisata dan hotel", scope="dispar")
    proposal = Proposal(name="Tempat Wisata", scope="dlh", function="menampilkan data pegawai")
    found = checked(trips, proposal=proposal)
    sure = replace(found, pairs=tuple(replace(pair, score=0.9) for pair in found.pairs))
    decision, why = suggested(sure)
    assert decision is Decision.INTEGRATE
    assert "Tempat Wisata (dispar)" in why.id
    assert "SI-ASN" in why.id
    assert suggested(weak(found))[0] is Decision.NATIONAL


def test_what_the_agency_has_for_a_part_is_named_before_a_national_one_without_a_duty() -> None:
    optional = replace(SI_ASN, field="")
    known = Lexicon(replace(lexicon().knowledge, national=(optional,)))
    own = application("W", "Jelajah", f"wisata {LONG}", scope="dlh")
    found = Examiner(compare(corpus((own,)), known), known).check(
        Proposal(name="Data Pegawai", scope="dlh", function="data pegawai dan tempat wisata")
    )
    decision, why = suggested(weak(found))
    assert decision is Decision.INTEGRATE
    assert "“tempat wisata” oleh Jelajah (dlh)" in why.id
