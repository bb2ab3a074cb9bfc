"""What every agency has of its own, its personnel service as its letters, is no copy of what another has."""

from dataclasses import replace

import pytest

from model.kinds import ElementKind
from queries.redundancy.corpus import Corpus, Entry
from queries.redundancy.engine import Comparison, FindingKind, compare
from queries.redundancy.evidence import Evidence
from tests.support.applications import LEXICON, application, inventory

AGENCIES = ("bkd", "dinkes", "disdik", "dishub", "dinsos", "bappeda")
TEXT = "absensi dan cuti pegawai"


def of_each(name: str = "Layanan pegawai {}", agencies: tuple[str, ...] = AGENCIES) -> list[Entry]:
    return [application(name.format(one), one, TEXT) for one in agencies]


def compared(entries: list[Entry], kind: ElementKind = ElementKind.SERVICE) -> Comparison:
    corpus: Corpus = replace(inventory(*entries), kind=kind, everywhere=kind is not ElementKind.APPLICATION)
    return compare(corpus, LEXICON)


@pytest.mark.parametrize("kind", [ElementKind.SERVICE, ElementKind.DATA_OBJECT])
def test_what_every_agency_has_under_one_name_is_related_and_not_shown(kind: ElementKind) -> None:
    found = compared(of_each(), kind)
    assert not list(found.pairs())
    every = list(found.pairs(0))
    assert {pair.kind for pair in every} == {FindingKind.RELATED}
    assert all(Evidence.EVERYWHERE in {term.evidence for term in pair.terms} for pair in every)


def test_neither_is_what_another_agency_calls_otherwise_a_copy_of_it() -> None:
    found = compared([*of_each(), application("Absensi", "diskominfo", TEXT)])
    assert not list(found.pairs())


def test_what_less_than_five_agencies_have_is_shown_though_it_be_most_of_them() -> None:
    found = compared([*of_each(agencies=AGENCIES[:4]), application("Peta jalan", "dpu", "peta jalan")])
    assert len(list(found.pairs())) == 6


def test_what_an_agency_registered_twice_is_shown() -> None:
    twice = application("Layanan pegawai bkd", "bkd", TEXT, uid="again")
    assert [{pair.left.scope, pair.right.scope} for pair in compared([*of_each(), twice]).pairs()] == [
        {"bkd"}
    ]


def test_an_application_that_every_agency_has_is_the_first_to_be_looked_at() -> None:
    found = compared(of_each(), ElementKind.APPLICATION)
    assert {pair.kind for pair in found.pairs()} == {FindingKind.FUNCTIONAL}
