"""What the view of one application with many users shows and gives away."""

import csv

from model.text import Language, same
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan
from queries.redundancy.usage import UsageProposal, usages
from tests.support.alike import application, compared, lexicon
from tests.support.graphs import Link, Thing, snapshot_of
from ui.similar.rationalising import Grounds, as_recorded
from ui.similar.usages import (
    Entries,
    command,
    kept_in_groups,
    lead,
    merge_label,
    missing_national,
    records,
    sheets,
    users_of,
)

NATIONAL = lexicon().knowledge.national
ID, EN = Language.ID, Language.EN


def found(*given: tuple[str, str, str]) -> tuple[list[UsageProposal], Entries]:
    """Proposals of records, each given by code, name and scope."""
    comparison = compared(
        *(application(code, name, f"kerja {code}", scope=scope) for code, name, scope in given)
    )
    return list(usages(comparison, NATIONAL)), {one.uid: one for one in comparison.corpus.entries}


KEPT = ("N", "SRIKANDI", "nasional")
MAIL = (KEPT, ("A", "Srikandi", "bkd"), ("B", "Panduan Srikandi", "dlh"))


def test_the_command_merges_the_sure_copies_into_the_record_that_stays() -> None:
    (one,), entries = found(*MAIL)
    assert command(one, entries) == "simpul merge nasional/application/N bkd/application/A"
    assert merge_label(one).id == "Gabungkan 1 salinan →"
    (new,), entries = found(*MAIL[1:])
    assert command(new, entries) == ""


def test_records_say_what_they_do_and_which_are_doubtful() -> None:
    (one,), entries = found(*MAIL)
    assert records(one, entries, ID) == [
        ("SRIKANDI", "nasional", "kerja N", "tetap"),
        ("Srikandi", "bkd", "kerja A", "gabungkan"),
        ("Panduan Srikandi", "dlh", "kerja B", "pastikan dahulu"),
    ]
    systems, every = sheets([one], entries, same("Judul"), ID)
    assert systems.rows[0][3:6] == ["Srikandi (bkd)", "Panduan Srikandi (dlh)", "bkd"]
    assert [row[2:5] for row in every.rows] == [list(row[1:]) for row in records(one, entries, ID)]


def test_the_national_applications_that_are_missing_are_rows_to_import() -> None:
    def rows(*given: tuple[str, str, str]) -> tuple[int, list[dict[str, str]]]:
        count, content = missing_national(found(*given)[0])
        return count, list(csv.DictReader(content.decode("utf-8-sig").splitlines()))

    count, (row,) = rows(*MAIL[1:])
    assert (count, row["key"], row["kind"], row["name"]) == (
        1,
        "nasional/application/srikandi",
        "Application",
        "SRIKANDI",
    )
    assert rows(*MAIL) == (0, [])
    assert rows(("B", "Panduan Srikandi", "dlh")) == (0, [])


def test_the_lead_says_of_each_what_is_true_of_it() -> None:
    more, _ = found(*MAIL)
    assert lead(more, ID).endswith(": 1 dicatat lebih dari satu kali.")
    once, _ = found(("A", "Srikandi", "bkd"))
    assert lead(once, EN).startswith("**1** system needs one record")
    assert lead(once, EN).endswith(": 1 national, recorded once, as an agency's own.")
    both, _ = found(*MAIL, ("C", "SI-ASN", "bkd"), ("D", "Panduan SIPSN", "dlh"))
    assert lead(both, EN).startswith("**3** systems each need one record")
    assert "1 to be made sure of first" in lead(both, EN)


def test_users_on_record_are_known_by_their_names() -> None:
    links = [Link("u0", "USES", "u1"), Link("u1", "RUNS_ON", "u2")]
    assert users_of(snapshot_of([Thing("u0"), Thing("u1"), Thing("u2")], links)) == {"u1": {"Nama u0"}}


def test_what_stays_is_what_a_plan_on_record_keeps_else_what_is_advised() -> None:
    two = (application("A", "Hadirku", services=("Presensi",)), application("B", "Hadirku", scope="bkd"))
    grounds = Grounds(facts=Facts(entries={one.uid: one for one in two}), identical=(("A", "B"),))
    group = Group(id="g", members=("A", "B"), score=0.9)
    assert kept_in_groups([as_recorded(grounds, group, None)]) == {"A": "A", "B": "A"}
    plan = RecordedPlan(number="RAS-1", at="", concerns=frozenset("AB"), keep="B")
    assert kept_in_groups([as_recorded(grounds, group, plan)]) == {"A": "B", "B": "B"}
