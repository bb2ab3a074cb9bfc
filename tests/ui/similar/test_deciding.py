"""A pair stays in sight until it is decided, and decisions are listed with all they were made on."""

from dataclasses import replace
from datetime import datetime

import pytest

from model.decision import Basis, Standing, Verdict
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.text import Language, same
from queries.redundancy.decisions import DecisionRow
from tests.support.alike import application, compared
from tests.support.decided import decision
from ui.phrases import decided as decided_words
from ui.phrases import similar as words
from ui.similar import deciding
from ui.similar.deciding import Listing, Shown, Tried

ROW = DecisionRow(
    kind=ElementKind.APPLICATION,
    left="A",
    left_key="bkd/application/A",
    left_name="Presensi",
    left_then="Absen",
    right="Z",
    right_key="dlh/application/Z",
    right_name="Sudah hilang",
    right_then="Sudah hilang",
    verdict=Verdict.OVERLAP,
    note="",
    by="siti",
    at="2026-11-24T09:30:00+00:00",
    basis=Basis(evidence={"name": 0.25, "words": 0.5, "flow": 0.0, "former": 0.1}, score=0.614, engine="7"),
    state=Standing.COUNTS,
    into=None,
    record="l/1",
    load="l",
)


def test_what_was_shown_is_read_back_and_knows_when_it_is_overtaken() -> None:
    known = decision(2)
    shown = deciding.shown_now("a~b", known, ["least=1"])
    assert Shown.of(shown.kept) == shown
    assert not shown.overtaken(known)
    assert not shown.overtaken(None)
    assert shown.overtaken(decision(3))
    assert deciding.shown_now("a~b", None, []).overtaken(known)
    assert Shown.of(None) is None


def test_what_was_tried_is_known_among_what_was_made() -> None:
    tried = Tried(pair="b~a", seen=decision(1).id, verdict=Verdict.DUPLICATE, by="penguji")
    again = Tried(pair="b~c", seen="", verdict=Verdict.DISTINCT, by="siti")
    assert Tried.all_of([*tried.kept, *again.kept]) == [tried, again]
    assert Tried.all_of(None) == []
    own = decision(2)
    others = [
        decision(1),
        decision(3, by="siti"),
        decision(4, verdict=Verdict.DISTINCT),
        decision(5, "a", "c"),
    ]
    assert tried.made([own, *others]) is own
    assert tried.made(others) is None


def test_an_address_names_a_pair_in_either_order() -> None:
    found = compared(application("A", "Presensi", "presensi"), application("B", "Absensi", "absensi"))
    for ends in (("A", "B"), ("B", "A")):
        pair = deciding.pair_at(found, deciding.address_of(ends))
        assert pair is not None
        assert set(pair.ends) == {"A", "B"}
    for address in ("", "A", "A~Z"):
        assert deciding.pair_at(found, address) is None


@pytest.mark.parametrize("language", Language)
def test_an_exported_decision_says_whose_the_two_are_and_what_it_was_made_on(language: Language) -> None:
    entries = {"A": application("A", "Presensi", agency="Badan Kepegawaian")}
    headers = [one.in_(language) for one in (*decided_words.DECIDED_COLUMNS, *decided_words.DECIDED_MORE)]
    listing = Listing(
        metamodel=shipped(), entries=entries, agencies={"dlh": same("Dinas Lingkungan")}, language=language
    )
    told = dict(zip(headers, listing.exported(ROW), strict=True))
    assert told[decided_words.DECIDED_COLUMNS[0].in_(language)] == datetime.fromisoformat(
        ROW.at
    ).astimezone().replace(tzinfo=None)
    assert told[words.LEFT_AGENCY.in_(language)] == "Badan Kepegawaian"
    assert told[words.RIGHT_AGENCY.in_(language)] == "Dinas Lingkungan"
    assert told[decided_words.DECIDED_MORE[2].in_(language)] == "dlh/application/Z"
    assert told[decided_words.DECIDED_COLUMNS[2].in_(language)] == shipped().kind(ROW.kind).label.in_(
        language
    )
    assert "“Absen”" in str(told[decided_words.DECIDED_COLUMNS[3].in_(language)])
    evidence = {Language.ID: "Kata-kata sama 0,50; Nama mirip 0,25; former 0,10"}
    evidence[Language.EN] = "Same words 0.50; Similar names 0.25; former 0.10"
    assert told[decided_words.DECIDED_MORE[4].in_(language)] == evidence[language]
    assert told[decided_words.DECIDED_MORE[5].in_(language)] == "7"
    assert len(listing.row(ROW)) == len(decided_words.DECIDED_COLUMNS)
    without = listing.exported(replace(ROW, basis=None))
    assert without[-2:] == ["", ""]
