"""The page of a group to print: all that a head of office decides on, a draft until it is recorded."""

from dataclasses import replace
from datetime import date

import pytest

from model.text import Language
from queries.redundancy.groups.disposing import Wishes
from queries.redundancy.groups.facts import Facts
from queries.redundancy.groups.groups import Group
from queries.redundancy.groups.plans import RecordedPlan
from tests.support.alike import application
from tests.support.leave_systems import element
from ui.similar.group_sheet import page
from ui.similar.rationalising import Grounds, Opinion, opinion_of

TODAY = date(2026, 11, 29)


def opinion() -> Opinion:
    big = application("A", "SIMPEG", scope="bkd", services=("Cuti", "Mutasi"))
    small = application("B", "e-Cuti <lama>", services=("Cuti", "Izin"))
    facts = Facts(entries={"A": big, "B": small}, elements={"B": element("B", annual_cost=1_000_000)})
    group = Group(id="g", members=("A", "B"), score=1.0, confirmed=True)
    return opinion_of(Grounds(facts=facts, identical=()), group, "A", Wishes(on=date(2027, 6, 30)))


def test_it_says_what_is_kept_what_becomes_of_each_by_when_what_is_missing_and_what_it_saves() -> None:
    made = page(opinion(), ["Bertumpu padanya: 3."], TODAY, Language.ID)
    for said in (
        "RANCANGAN, belum dicatat",
        "SIMPEG · bkd",
        "Dialihkan",
        "30 Jun 2027",
        "<li>Izin</li>",
        "Rp 400.000 – Rp 800.000",
        "40% sampai 80%",
        "<li>Bertumpu padanya: 3.</li>",
        "Disetujui oleh",
        "e-Cuti &lt;lama&gt;",
    ):
        assert said in made
    assert "<lama>" not in made


def test_what_speaks_against_it_has_a_heading_and_the_kept_one_its_last_day() -> None:
    plain = page(opinion(), [], TODAY, Language.EN)
    assert "What to be careful about" not in plain
    facts = opinion().facts
    ending = replace(facts, elements={**facts.elements, "A": element("A", valid_to="2028-01-31")})
    found = opinion_of(Grounds(facts=ending, identical=()), opinion().group, "A")
    made = page(found, [], TODAY, Language.EN)
    assert "<h2>What to be careful about</h2>" in made
    assert "<td>31 Jan 2028</td>" in made
    assert "Nothing is recorded to serve after 31 Jan 2028: Cuti, Mutasi, Izin." in made


@pytest.mark.parametrize("language", Language)
def test_what_is_recorded_bears_its_number_and_is_no_draft(language: Language) -> None:
    plan = RecordedPlan(number="RAS-2026-001", at="2026-11-29T01:00:00Z")
    made = page(replace(opinion(), plan=plan), [], TODAY, language)
    assert "RAS-2026-001" in made
    assert "RANCANGAN" not in made
    assert "DRAFT" not in made
