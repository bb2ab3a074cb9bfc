"""What ends is told with its end, and proposed after what takes its place and after what stays."""

from queries.redundancy.corpus import Entry
from queries.redundancy.endings import ending
from queries.redundancy.proposals.advising import advice
from queries.redundancy.proposals.clearance import Clearance, Decision, Examiner, Proposal
from queries.redundancy.proposals.substitutes import substitutes
from tests.support.alike import application, compared, lexicon

WORK = "presensi pegawai setiap hari"


def checked(*entries: Entry) -> Clearance:
    proposal = Proposal(name="HADIR", agency="dlh", scope="dlh", function=WORK)
    return Examiner(compared(*entries), lexicon()).check(proposal)


def test_an_end_is_told_by_its_day_as_written_where_it_is_none_and_with_what_comes_after() -> None:
    dated = application("A", "Hadir", last="2027-06-30", replaced_by=("Hadir Dua",))
    told = ending(dated)
    assert told is not None
    assert told.id == "hari terakhir 30 Jun 2027, digantikan Hadir Dua"
    assert told.en == "last day 30 Jun 2027, replaced by Hadir Dua"
    words = ending(application("A", "Hadir", last="triwulan IV"))
    assert words is not None
    assert words.id == "hari terakhir triwulan IV"
    assert ending(application("A", "Hadir")) is None


def test_a_successor_is_shown_and_proposed_before_what_it_replaces() -> None:
    old = application("A", "Hadir", WORK, last="2027-06-30", replaced_by=("Absen",))
    new = application("B", "Absen", "presensi", replaces=frozenset({"A"}))
    found = checked(old, new)
    assert found.pairs[0].score < found.pairs[1].score
    assert [pair.left.uid for pair in found.pairs] == ["B", "A"]
    assert [one.uid for one in advice(found).uses] == ["B", "A"]
    assert "hari terakhir 30 Jun 2027" in advice(found).reason.id


def test_of_what_is_strongly_alike_what_ends_comes_last_and_ones_own_first() -> None:
    ends = application("A", "Hadir", WORK, last="2026-12-31")
    others = application("B", "Hadir Kita", WORK)
    own = application("C", "Rekap Kehadiran", WORK, scope="dlh")
    found = checked(ends, others, own)
    assert min(pair.score for pair in found.pairs) >= 0.8
    assert advice(found).decision is Decision.EXISTING
    assert [one.uid for one in advice(found).uses] == ["C", "B", "A"]
    offered = substitutes(found, Decision.EXISTING)
    assert offered[0].key == own.key
    assert offered[2].end is not None
