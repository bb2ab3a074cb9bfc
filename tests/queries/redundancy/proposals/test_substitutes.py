"""Which application a decision on a proposal means, and what it rests on."""

from dataclasses import replace

from queries.redundancy.proposals.advising import advice, suggested
from queries.redundancy.proposals.clearance import Clearance, Decision, Examiner, Proposal
from queries.redundancy.proposals.substitutes import Substitute, substitutes
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import SI_ASN, application, compared, lexicon, province

EXAMINER = Examiner(compared(*province()), lexicon())
STAFF = Proposal(name="SIMPEG Baru", scope="bkd", function="mengelola data induk pegawai")


def names(clearance: Clearance, decision: Decision) -> list[str]:
    return [one.name for one in substitutes(clearance, decision)]


def test_a_national_decision_names_what_the_catalogue_has_although_the_store_has_it_not() -> None:
    mail = EXAMINER.check(Proposal(name="E-Mail Dinas", function="persuratan"))
    assert substitutes(mail, Decision.NATIONAL) == (Substitute(name="SRIKANDI"),)
    assert substitutes(EXAMINER.check(STAFF), Decision.NATIONAL) == (
        Substitute(name="SI-ASN", key="nasional/application/N1"),
    )


def test_a_superseded_one_stands_under_its_successor_once() -> None:
    former = replace(SI_ASN, abbreviation="SAPK", superseded_by="SI-ASN")
    known = replace(lexicon().knowledge, national=(former, SI_ASN))
    examiner = Examiner(compared(*province()), Lexicon(known))
    assert names(examiner.check(STAFF), Decision.NATIONAL) == ["SI-ASN"]
    alone = Examiner(compared(), Lexicon(replace(known, national=(former,)))).check(STAFF)
    assert names(alone, Decision.NATIONAL) == ["SI-ASN"]


def test_existing_ones_begin_with_what_the_advice_names_and_end_with_other_governments() -> None:
    theirs = application("G1", "Presensi Kota", "presensi pegawai", scope="bkd", government="kota-b")
    examiner = Examiner(compared(*province(), theirs), lexicon())
    found = examiner.check(Proposal(name="HADIR", scope="dishub", function="presensi pegawai"))
    offered = substitutes(found, Decision.EXISTING)
    assert offered[0].key == advice(found).uses[0].key
    assert offered[0].name in suggested(found)[1].id.partition(",")[0]
    assert offered[-1] == Substitute(name="Presensi Kota", key=theirs.key, whose="bkd · kota-b")
    assert substitutes(found, Decision.BUILD) == ()


def test_national_ones_of_the_main_function_are_offered_before_those_beside_the_catalogue() -> None:
    beside = replace(SI_ASN, abbreviation="SAMPING", concepts=("lh-sampah",))
    known = Lexicon(replace(lexicon().knowledge, national=(beside, SI_ASN)))
    other = application("N2", "Pegawai Nusantara", "data pegawai", scope="nasional")
    proposal = replace(STAFF, function="mengelola data pegawai dan angkut sampah")
    found = Examiner(compared(other), known).check(proposal, at_least=0.0)
    assert names(found, Decision.NATIONAL) == ["SI-ASN", "Pegawai Nusantara", "SAMPING"]


def test_what_is_only_planned_is_offered_as_planned() -> None:
    own = application("P1", "Presensi", "presensi pegawai", scope="dishub", planned=True)
    found = Examiner(compared(own), lexicon()).check(Proposal(name="HADIR", function="presensi pegawai"))
    assert [one.planned for one in substitutes(found, Decision.EXISTING)] == [True]


def test_what_is_integrated_with_may_be_a_national_one_too() -> None:
    found = EXAMINER.check(Proposal(name="E-Surat Dinas", scope="dlh", function="surat masuk"))
    offered = names(found, Decision.INTEGRATE)
    assert offered[0] == found.here[0].left.name
    assert offered[-1] == "SRIKANDI"
