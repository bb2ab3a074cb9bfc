"""A proposal meets what exists, here and nationally, and is never forbidden."""

from dataclasses import replace

import pytest

from model.knowledge import NationalApplication
from queries.redundancy.engine import REVIEW, FindingKind, compare
from queries.redundancy.explaining import sentence
from queries.redundancy.proposals.advising import suggested
from queries.redundancy.proposals.clearance import Clearance, Decision, Examiner, Proposal
from queries.redundancy.proposals.hits import hit_label
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import SRIKANDI, application, compared, corpus, lexicon, province

EXAMINER = Examiner(compared(*province()), lexicon()).prepare()
HADIR = Proposal(
    name="SIAP HADIR",
    agency="Dinas Sosial",
    scope="dinsos",
    function="mencatat presensi pegawai setiap hari",
    services=("rekap KEHADIRAN", "Layanan yang belum ada"),
)


def test_what_does_the_same_work_is_ranked_with_its_reasons() -> None:
    found = EXAMINER.check(HADIR)
    assert {pair.left.uid for pair in found.pairs[:3]} == {"A1", "A2", "A3"}
    assert {pair.right.uid for pair in found.pairs} == {found.entry.uid}
    assert [label.en for label in found.functions] == ["Attendance"]
    assert found.pairs[0].terms
    assert suggested(found)[0] is Decision.INTEGRATE
    assert suggested(EXAMINER.check(replace(HADIR, scope="bkd")))[0] is Decision.EXISTING


def test_a_service_the_store_knows_by_name_is_the_same_one() -> None:
    found = EXAMINER.check(HADIR)
    assert found.entry.neighbours["services"] == {
        "services:rekap kehadiran": "rekap KEHADIRAN",
        "?Layanan yang belum ada": "Layanan yang belum ada",
    }
    assert found.pairs[0].shared == {"services": {"services:rekap kehadiran": "Rekap kehadiran"}}


def test_national_applications_are_to_be_reviewed_and_an_unverified_basis_says_so() -> None:
    proposal = Proposal(name="SIMPEG Baru", function="mengelola data induk pegawai")
    found = EXAMINER.check(proposal, at_least=0.0)
    (covering,) = found.national
    assert (covering.application.abbreviation, covering.entry and covering.entry.uid) == ("SI-ASN", "N1")
    assert not covering.verified
    assert "wajib dikaji" in covering.sentence.id
    assert "belum diverifikasi" in covering.sentence.id
    assert "kepegawaian" in covering.sentence.id
    assert "(common applications): personnel." in covering.sentence.en
    assert "dilarang" not in covering.sentence.id
    assert any(pair.kind is FindingKind.NATIONAL for pair in found.pairs)
    assert suggested(found)[0] is Decision.NATIONAL


def test_a_national_application_is_told_although_no_element_is_it() -> None:
    (covering,) = EXAMINER.check(Proposal(name="E-Mail Dinas", function="persuratan")).national
    assert (covering.application.abbreviation, covering.entry, covering.verified) == ("SRIKANDI", None, True)
    assert "Dasar hukum: Kepmen PANRB 679/2020." in covering.sentence.id


def test_functions_are_read_from_the_names_of_services_too_and_the_superseded_is_told() -> None:
    (covering,) = EXAMINER.check(Proposal(name="SIAGA", services=("Pengangkutan sampah",))).national
    assert "digantikan oleh SIPSN Baru" in covering.sentence.id
    assert not covering.verified


def covered_by(*national: NationalApplication) -> Clearance:
    """What is found for a proposal about mail when these are the national applications."""
    examiner = Examiner(compared(), Lexicon(replace(lexicon().knowledge, national=national)))
    return examiner.check(Proposal(name="E-Mail Dinas", function="persuratan"))


def test_a_superseded_national_application_is_last_and_not_advised_beside_another() -> None:
    former = replace(SRIKANDI, abbreviation="SIKD", superseded_by="SRIKANDI")
    found = covered_by(former, SRIKANDI)
    assert [one.application.abbreviation for one in found.national] == ["SRIKANDI", "SIKD"]
    decision, why = suggested(found)
    assert decision is Decision.NATIONAL
    assert "SRIKANDI" in why.id
    assert "SIKD" not in why.id
    joined = covered_by(former, replace(SRIKANDI, network=True))
    assert suggested(joined)[0] is Decision.BUILD
    assert "SIKD" not in suggested(joined)[1].id


def test_where_only_a_superseded_one_covers_it_the_advice_names_its_successor() -> None:
    found = covered_by(replace(SRIKANDI, abbreviation="SIKD", superseded_by="SRIKANDI"))
    decision, why = suggested(found)
    assert decision is Decision.NATIONAL
    for said in (why.id, why.en):
        assert "SIKD" in said
        assert "SRIKANDI" in said
    assert "digantikan oleh SRIKANDI" in found.national[0].sentence.id


def test_the_duty_names_its_article_unless_it_is_a_network() -> None:
    for one in (SRIKANDI, replace(SRIKANDI, superseded_by="Lain")):
        sentence = covered_by(one).national[0].sentence
        assert "Perpres 95/2018 pasal 63 ayat (3)" in sentence.id
        assert "Perpres 95/2018, article 63, paragraph (3)" in sentence.en
    assert "Perpres" not in covered_by(replace(SRIKANDI, network=True)).national[0].sentence.id


def test_what_the_catalogue_says_in_indonesian_is_announced_in_english() -> None:
    noted = replace(SRIKANDI, note="Dipakai semua OPD")
    (verified,) = covered_by(noted).national
    assert "Note (in Indonesian): Dipakai semua OPD." in verified.sentence.en
    assert "Legal basis (in Indonesian): Kepmen PANRB 679/2020." in verified.sentence.en
    (doubtful,) = covered_by(replace(noted, basis="Kepmen 1; perlu diverifikasi")).national
    assert "not been verified (in Indonesian: Kepmen 1; perlu diverifikasi)." in doubtful.sentence.en
    assert "(in Indonesian" not in covered_by(replace(SRIKANDI, basis="")).national[0].sentence.en


@pytest.mark.parametrize("function", ["", "agenda surat masuk", "Aplikasi ANRI, data induk pegawai"])
def test_a_proposal_that_bears_a_national_name_is_told_first(function: str) -> None:
    found = EXAMINER.check(Proposal(name="Srikandi", function=function))
    assert found.national[0].application.abbreviation == "SRIKANDI"
    assert found.national[0].named
    assert not found.namesakes


def test_a_proposal_called_like_a_national_application_of_other_work_is_told_that_it_is() -> None:
    found = EXAMINER.check(Proposal(name="Srikandi", function="data induk pegawai"))
    assert [one.abbreviation for one in found.namesakes] == ["SRIKANDI"]
    assert not any(one.named for one in found.national)


@pytest.mark.parametrize("name", ["Integrasi Srikandi", "Pengganti Srikandi", "Kuesioner layanan Srikandi"])
def test_who_only_mentions_a_national_application_need_not_be_called_otherwise(name: str) -> None:
    assert not EXAMINER.check(Proposal(name=name, function="data induk pegawai")).namesakes


def test_a_proposal_is_the_national_application_or_its_namesake_never_both() -> None:
    found = EXAMINER.check(Proposal(name="Srikandi", services=("data induk pegawai",)))
    assert not any(one.named for one in found.national)
    assert found.namesakes


def test_a_region_builds_its_own_node_of_a_national_network() -> None:
    known = lexicon().knowledge
    joined = tuple(replace(one, network=True) for one in known.national)
    examiner = Examiner(compared(), Lexicon(replace(known, national=joined)))
    found = examiner.check(Proposal(name="E-Mail Dinas", function="persuratan"))
    assert "simpulnya sendiri" in found.national[0].sentence.id
    assert suggested(found)[0] is Decision.BUILD
    assert "SRIKANDI" in suggested(found)[1].en


def test_what_nothing_resembles_may_be_built() -> None:
    found = Examiner(compared(), lexicon()).check(Proposal(name="Tempat Wisata"))
    assert not found.national
    assert suggested(found)[0] is Decision.BUILD


def test_functions_stand_within_the_sentence_of_a_national_application() -> None:
    both = replace(SRIKANDI, concepts=("persuratan-surat", "wisata"))
    examiner = Examiner(compared(), Lexicon(replace(lexicon().knowledge, national=(both,))))
    (covering,) = examiner.check(Proposal(name="Persuratan", function="daftar tempat wisata")).national
    assert "mencakup fungsi surat masuk dan tempat wisata." in covering.sentence.id
    assert "covers the functions incoming mail and tourism." in covering.sentence.en


def test_a_national_application_of_an_incidental_function_comes_after_one_of_the_main_function() -> None:
    mail = replace(SRIKANDI, abbreviation="POS", concepts=("persuratan-surat",))
    other = replace(SRIKANDI, abbreviation="LAIN", concepts=("wisata",))
    examiner = Examiner(compared(), Lexicon(replace(lexicon().knowledge, national=(other, mail))))
    found = examiner.check(Proposal(name="Persuratan", function="tempat wisata dan angkut sampah"))
    assert [(one.application.abbreviation, one.main) for one in found.national] == [
        ("POS", True),
        ("LAIN", False),
    ]
    assert "hanya sebagian" in found.national[1].sentence.id
    assert "hanya sebagian" not in found.national[0].sentence.id


def test_a_national_application_of_no_main_function_is_named_and_not_advised() -> None:
    known = replace(lexicon().knowledge, national=(SRIKANDI,))
    trips = application("T1", "Wisata", "daftar tempat wisata", scope="dispar")
    proposal = Proposal(name="Tempat Wisata", function="daftar wisata dan surat masuk")
    decision, why = suggested(Examiner(compared(trips), Lexicon(known)).check(proposal))
    assert decision is Decision.INTEGRATE
    assert "SRIKANDI mencakup fungsi surat masuk dan wajib dikaji" in why.id
    decision, why = suggested(Examiner(compared(), Lexicon(known)).check(proposal))
    assert decision is Decision.INTEGRATE
    assert "“incoming mail” by SRIKANDI (national)" in why.en
    assert "limit the scope to what nothing does yet: “tourism”" in why.en


def test_what_a_national_application_does_not_cover_is_said() -> None:
    known = replace(lexicon().knowledge, national=(SRIKANDI,))
    proposal = Proposal(name="Persuratan", function="daftar tempat wisata")
    decision, why = suggested(Examiner(compared(), Lexicon(known)).check(proposal))
    assert decision is Decision.NATIONAL
    assert "SRIKANDI mencakup sebagian fungsi yang diusulkan" in why.id
    assert "Fungsi lain usulan ini (tempat wisata) tidak dicakup SRIKANDI" in why.id


def test_a_national_application_without_a_known_duty_comes_after_what_exists() -> None:
    optional = replace(SRIKANDI, field="", basis="perlu diverifikasi")
    known = Lexicon(replace(lexicon().knowledge, national=(optional,)))
    mail = {"services": ("Layanan surat",), "data": ("Agenda surat",)}
    own = application("B1", "E-Surat", "mencatat surat masuk", scope="dishub", **mail)
    proposal = Proposal(name="Persuratan", scope="dinkes", function="mencatat surat masuk", **mail)
    decision, why = suggested(Examiner(compared(own), known).check(proposal))
    assert decision is Decision.INTEGRATE
    assert "E-Surat (dishub)" in why.id
    assert "SRIKANDI" in why.id
    assert suggested(Examiner(compared(), known).check(proposal))[0] is Decision.NATIONAL


@pytest.mark.parametrize("name", ["asdfghjkl", "Aplikasi", "Sistem Informasi", "系统", "🚀", "x" * 5000])
def test_where_no_function_is_understood_nothing_is_advised(name: str) -> None:
    found = EXAMINER.check(Proposal(name=name, function="qwerty zxcvb"))
    decision, why = suggested(found)
    assert decision is None
    assert "belum dapat diperiksa menurut fungsi" in why.id
    assert "in Indonesian" in why.en
    assert "Tidak ditemukan" not in why.id


def test_words_alone_are_no_reason_to_integrate_and_are_to_be_made_sure_of() -> None:
    text = "perawatan kapal selam dan dermaga selam"
    found = Examiner(compared(application("K1", "Dermaga", text)), lexicon()).check(
        Proposal(name="Kapal Selam", function=text), at_least=0.0
    )
    likely = replace(found, pairs=tuple(replace(pair, score=0.7) for pair in found.pairs))
    decision, why = suggested(likely)
    assert decision is None
    assert "pastikan dahulu: Dermaga (dinkes)" in why.id
    same = Examiner(compared(application("K1", "Kapal Selam")), lexicon()).check(Proposal(name="Kapal Selam"))
    assert suggested(same)[0] is Decision.INTEGRATE


def test_a_national_application_beside_the_catalogue_is_advised_as_national() -> None:
    other = application("N2", "Presensi Nusantara", ATTEND, scope="nasional", **REKAP)
    decision, why = suggested(Examiner(compared(other), lexicon()).check(HADIR))
    assert decision is Decision.NATIONAL
    assert "Presensi Nusantara (nasional)" in why.id


def test_weak_hits_are_named_as_weak_and_never_as_nothing() -> None:
    found = EXAMINER.check(HADIR)
    weak = replace(found, doing=(), pairs=tuple(replace(pair, score=0.3) for pair in found.pairs[:1]))
    decision, why = suggested(weak)
    assert decision is Decision.BUILD
    assert "hanya lemah kemiripannya; pastikan dahulu" in why.id
    assert found.pairs[0].left.name in why.en
    assert "Tidak ditemukan" not in why.id


def test_what_is_only_planned_is_advised_as_planned() -> None:
    own = application("P1", "Presensi Baru", ATTEND, scope=HADIR.scope, planned=True, **REKAP)
    decision, why = suggested(Examiner(compared(own), lexicon()).check(HADIR))
    assert decision is Decision.INTEGRATE
    assert "sudah direncanakan: Presensi Baru (dinsos, masih rencana)" in why.id
    assert "planned only" in why.en


def test_namesakes_are_told_apart_by_their_agencies() -> None:
    two = (application(f"S{n}", "SIGAP", scope=scope) for n, scope in enumerate(("bkd", "dishub")))
    _, why = suggested(Examiner(compared(*two), lexicon()).check(Proposal(name="SIGAP")))
    assert "SIGAP (bkd)" in why.id
    assert "SIGAP (dishub)" in why.id


ATTEND = "mencatat presensi pegawai setiap hari dan rekap kehadiran"
REKAP = {"services": ("Rekap kehadiran",), "data": ("Data kehadiran",)}


def test_what_other_governments_have_may_be_shared_and_is_nobodys_here() -> None:
    theirs = application("G1", "Presensi Kota", ATTEND, scope="dinsos", government="kota-b", **REKAP)
    own = application("A1", "Presensi Online", ATTEND, scope="bkd", **REKAP)
    found = Examiner(compared(theirs), lexicon()).check(HADIR)
    assert [pair.left.uid for pair in found.elsewhere] == ["G1"]
    assert (found.here, found.uncatalogued) == ((), ())
    decision, why = suggested(found)
    assert decision is Decision.BUILD
    assert "berbagi pakai" in why.id
    assert "Presensi Kota (dinsos, kota-b)" in why.en
    both = Examiner(compared(theirs, own), lexicon()).check(HADIR)
    assert [pair.left.uid for pair in both.here] == ["A1"]
    decision, why = suggested(both)
    assert decision is Decision.INTEGRATE
    assert "Presensi Kota" not in why.id


def test_a_national_application_is_told_once_and_never_as_one_of_this_government() -> None:
    found = EXAMINER.check(Proposal(name="SIMPEG", function="data induk pegawai"), at_least=0.0)
    assert "N1" in {pair.left.uid for pair in found.pairs}
    assert found.uncatalogued == ()
    assert "N1" not in {pair.left.uid for pair in (*found.here, *found.elsewhere)}
    regional = tuple(replace(one, regional=True) for one in lexicon().knowledge.national)
    own = Lexicon(replace(lexicon().knowledge, national=regional))  # its name is that of systems of regions
    found = Examiner(compare(corpus(province()), own), own).check(
        Proposal(name="SIMPEG", function="data induk pegawai"), at_least=0.0
    )
    assert ("N1" in {pair.left.uid for pair in found.pairs}, found.uncatalogued) == (True, ())
    unknown = application("N2", "Presensi Nusantara", ATTEND, scope="nasional", **REKAP)
    other = Examiner(compared(unknown), lexicon()).check(HADIR)
    assert [pair.left.uid for pair in other.uncatalogued] == ["N2"]
    assert other.here == ()


def test_what_is_planned_for_a_proposal_is_nothing_that_exists_beside_it() -> None:
    planned = application("P1", HADIR.name, HADIR.function, scope=HADIR.scope)
    examiner = Examiner(compared(*province(), planned), lexicon())
    assert "P1" in {pair.left.uid for pair in examiner.check(HADIR).pairs}
    assert suggested(examiner.check(HADIR))[0] is Decision.EXISTING
    apart = examiner.check(HADIR, planned=frozenset({"P1"}))
    assert "P1" not in {pair.left.uid for pair in apart.pairs}
    assert suggested(apart)[0] is Decision.INTEGRATE


def test_what_is_proposed_in_the_words_of_another_is_found_whatever_else_that_does() -> None:
    text = "satu pintu bagi masyarakat dalam satu aplikasi"
    own = application("R", "Rempah", text, services=("Angkut sampah",), planned=True)
    proposal = Proposal(name="Wisata", scope="dlh", function=f"Tempat wisata. {text.capitalize()}")
    (pair,) = Examiner(compared(own), lexicon()).check(proposal).pairs
    assert pair.score >= REVIEW
    assert hit_label(pair).en == "The same description"
    other = replace(proposal, function=text.replace("masyarakat", "pegawai"))
    assert not Examiner(compared(own), lexicon()).check(other).pairs


def test_what_a_short_part_was_understood_as_counts_in_the_likeness() -> None:
    known = lexicon().knowledge
    waste = next(one for one in known.concepts if one.name == "lh-sampah")
    spoken = replace(waste, phrases=("pengelolaan sampah",), in_names=("sampah",))
    others = tuple(spoken if one is waste else one for one in known.concepts)
    own = Lexicon(replace(known, concepts=others, national=()))
    trucks = application("D1", "Truk", "pengelolaan sampah", scope="dlh")
    found = Examiner(compare(corpus((trucks,)), own), own).check(
        Proposal(name="Kita", scope="dlh", function="tempat wisata, sampah rumah")
    )
    (pair,) = [one for one in found.pairs if one.left.uid == "D1"]
    assert pair.functions == ("lh-sampah",)


def test_a_part_of_which_a_likely_hit_speaks_is_not_called_unread() -> None:
    text = "mencatat presensi, zxcv qwerty uiop"
    own = application("A1", "Hadir", text, scope="dlh", **REKAP)
    proposal = Proposal(name="Presensi", scope="dlh", function="presensi, zxcv qwerty pagi, asdf jkl")
    examiner = Examiner(compared(own), lexicon())
    assert examiner.check(proposal).unread == ("asdf jkl",)
    assert EXAMINER.check(proposal).unread == ("zxcv qwerty pagi", "asdf jkl")


def test_many_parts_that_were_not_understood_are_counted() -> None:
    parts = ", ".join(f"zxcv{n} qwerty" for n in range(9))
    _, why = suggested(EXAMINER.check(Proposal(name="Wisata", function=f"tempat wisata, {parts}")))
    assert "“zxcv4 qwerty”, dan 4 lainnya." in why.id
    assert "“zxcv4 qwerty”, and 4 more." in why.en


def test_a_proposal_by_a_national_name_is_not_told_as_the_national_one() -> None:
    own = application("M", "Kotak Surat", "mencatat surat masuk", scope="dlh")
    proposal = Proposal(name="SRIKANDI Dinas", scope="dlh", function="mencatat surat masuk")
    pairs = Examiner(compared(own), lexicon()).check(proposal, at_least=0.0).pairs
    told = sentence(pairs[0], lexicon().knowledge)
    assert "aplikasi nasional yang namanya dipakai usulan ini mencakup “Surat masuk”" in told.id
    assert "SRIKANDI Dinas" not in told.en
