"""In which order pairs are gone through, and what of two elements is marked as shared."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decision import Decision, Side, Verdict
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.text import Language, Text, same
from queries.redundancy.engine import FindingKind, Pair, compare
from queries.redundancy.evidence import COLUMN, Evidence
from queries.redundancy.explaining import PAIR_LABELS, kind_label
from queries.redundancy.scoring import BASELINE, UNDESCRIBED
from tests.support.applications import KNOWLEDGE, LEXICON, application, inventory
from ui.phrases.pair import EVIDENCE_HELP
from ui.similar import pairs
from ui.similar.pairs import Order, Wait
from ui.similar.scores import likeness, rounded


@pytest.fixture(scope="module")
def found() -> list[Pair]:
    entries = [
        application("HADIR", "bkd", "absensi pegawai", services=["Presensi"], data=["Kehadiran"]),
        application("e-Absen", "dinkes", "absensi pegawai", services=["Presensi"], data=["Hadir"]),
        application("Cuti", "bkd", "cuti pegawai"),
        application("e-Cuti", "dinsos", "cuti pegawai"),
        application("Website Dinsos", "dinsos", "situs resmi"),
    ]
    return list(compare(inventory(*entries), LEXICON).pairs(0.0))


def decision(pair: Pair, verdict: Verdict) -> Decision:
    left, right = (Side(uid=one.uid, key=one.key, name=one.name) for one in (pair.left, pair.right))
    return Decision(
        id="1",
        load="l",
        left=left,
        right=right,
        kind=ElementKind.APPLICATION,
        scope="",
        verdict=verdict,
        by="",
        at="",
    )


@pytest.mark.parametrize("order", Order)
def test_every_order_holds_each_pair_once_and_is_always_the_same(found: list[Pair], order: Order) -> None:
    once = pairs.ordered(found, order)
    assert sorted(one.ends for one in once) == sorted(one.ends for one in found)
    assert [one.ends for one in pairs.ordered(found, order)] == [one.ends for one in once]


def test_mixed_begins_with_the_likeliest_and_the_most_uncertain(found: list[Pair]) -> None:
    mixed = pairs.ordered(found, Order.MIXED)
    assert mixed[0] is found[0]
    assert mixed[1] is next(one for one in pairs.ordered(found, Order.UNCERTAIN) if one is not mixed[0])


def test_decided_pairs_wait_no_longer_and_postponed_ones_come_last(found: list[Pair]) -> None:
    decided = {
        tuple(sorted(found[0].ends)): decision(found[0], Verdict.DUPLICATE),
        tuple(sorted(found[1].ends)): decision(found[1], Verdict.POSTPONE),
    }
    queue = pairs.waiting(found, decided)  # type: ignore[arg-type]
    assert found[0] not in queue
    assert queue[-1] is found[1]
    assert pairs.waiting(found, decided, Wait.LATER) == [found[1]]  # type: ignore[arg-type]
    assert pairs.waiting(found, decided, Wait.NEW) == queue[:-1]  # type: ignore[arg-type]


def test_pairs_are_narrowed_by_agency_and_kind(found: list[Pair]) -> None:
    own = pairs.narrowed(found, scope="dinkes")
    assert own
    assert all("dinkes" in (one.left.scope, one.right.scope) for one in own)
    related = pairs.narrowed(found, kinds=frozenset({FindingKind.RELATED.value}))
    assert all(one.kind is FindingKind.RELATED for one in related)


def test_pairs_are_asked_for_by_what_they_are_called(found: list[Pair]) -> None:
    known = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    every = [known, replace(known, functions=()), replace(known, kind=FindingKind.RELATED)]
    for name, label in PAIR_LABELS.items():
        told = pairs.narrowed(every, kinds=frozenset({name}))
        assert told == [one for one in every if kind_label(one) == label]


def test_what_both_say_is_marked_and_stands_first(found: list[Pair]) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    rows = {row.label.en: row for row in pairs.side_by_side(pair, KNOWLEDGE, heads, Language.EN)}
    assert rows["Services supported"].left == (("Presensi", True),)
    assert rows["Data used"].same is False
    assert rows["Function"].same is True
    assert "Processes" not in rows


@pytest.mark.parametrize("language", Language)
def test_functions_are_named_in_the_language_of_the_reader(found: list[Pair], language: Language) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    label = Text(id="Presensi", en="Attendance")
    concepts = tuple(replace(one, label=label) for one in KNOWLEDGE.concepts)
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    rows = pairs.side_by_side(pair, replace(KNOWLEDGE, concepts=concepts), heads, language)
    assert ((label.in_(language), True),) in [row.left for row in rows]


@pytest.mark.parametrize("language", Language)
def test_evidence_rows_end_with_the_baseline_and_show_signs(found: list[Pair], language: Language) -> None:
    rows = pairs.evidence_rows(found[0], language)
    assert rows[-1].share == 0
    assert rows[-1].against
    assert rows[0].share == 1
    assert rows[0].value[0] in "+−"
    assert ("," in rows[0].value) is (language is Language.ID)


def test_a_table_row_has_a_cell_for_each_header(found: list[Pair]) -> None:
    row = pairs.table_row(found[0], decision(found[0], Verdict.OVERLAP), KNOWLEDGE, Language.ID)
    assert len(row) == len(pairs.table_headers(Language.ID, same("Layanan")))
    assert row[-1] == "Tumpang tindih"
    assert pairs.table_headers(Language.ID, same("Layanan"))[2] == "Layanan A"
    assert pairs.table_row(replace(found[0]), None, KNOWLEDGE, Language.EN)[-1] == ""


def test_terms_too_small_to_be_written_are_added_up_instead(found: list[Pair]) -> None:
    first, *_ = found[0].terms
    small = [replace(first, evidence="servers", contribution=each) for each in (0.04, 0.03, -0.01)]
    large = replace(first, evidence="name", contribution=1.2)
    pair = replace(found[0], terms=(first, large, *small))
    rows = pairs.evidence_rows(pair, Language.EN)
    assert [row.value for row in rows] == ["+1.2", pairs.signed(first.contribution, Language.EN)]
    shown = [1.2, round(first.contribution, 1)]
    assert sum(shown) + pairs.remainder(pair) == pytest.approx(round(pairs.total(pair), 1))


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=20))
def test_what_is_written_adds_up_to_the_sum_that_is_written(found: list[Pair], parts: list[float]) -> None:
    first, *_ = found[0].terms
    terms = [replace(first, evidence="name", contribution=part) for part in parts]
    pair = replace(found[0], terms=(first, *terms))
    written = [row.value for row in pairs.evidence_rows(pair, Language.EN)]
    written.append(pairs.signed(pairs.remainder(pair), Language.EN))
    tenths = sum(round(10 * float(one.replace("−", "-"))) for one in written)
    assert tenths == round(10 * float(pairs.signed(pairs.total(pair), Language.EN).replace("−", "-")))


def test_texts_mark_the_words_both_have_and_lines_with_nothing_in_common_are_told(found: list[Pair]) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    one = replace(pair.left, texts=("Absensi harian pegawai",), agency="Badan")
    two = replace(pair.right, texts=("absensi, dan rekap",), agency="")
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    told = pairs.side_by_side(replace(pair, left=one, right=two), KNOWLEDGE, heads, Language.EN)
    rows = {row.label.en: row for row in told}
    assert rows["Description and function"].pieces("Absensi harian pegawai") == [
        ("Absensi", True),
        (" harian pegawai", False),
    ]
    assert not rows["Description and function"].apart
    assert rows["Agency"].left == (("Badan", False),)
    assert rows["Agency"].right == ((two.scope, False),)
    assert rows["Agency"].apart
    assert not rows["Services supported"].apart


def test_a_line_that_the_evidence_finds_alike_is_not_told_to_have_nothing_in_common(
    found: list[Pair],
) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    for value, apart in ((0.3, False), (0.0, True), (np.nan, True)):
        evidence = pair.evidence.copy()
        evidence[COLUMN[Evidence.DATA]] = value
        rows = pairs.side_by_side(replace(pair, evidence=evidence), KNOWLEDGE, heads, Language.EN)
        row = next(row for row in rows if row.label.en == "Data used")
        assert (row.apart, row.near) == (apart, not apart)


def test_a_code_above_those_of_both_is_shown_with_its_title_and_how_many_have_it() -> None:
    entries = [
        replace(application(name, f"opd{name}", "cuti"), codes=codes)
        for name, codes in (
            ("A", ("RAB.03.01", "RAA.02.01")),
            ("B", ("RAB.03.02", "RAA.02.01")),
            ("C", ("RAA.02.01",)),
        )
    ]
    found = compare(inventory(*entries), LEXICON)
    pair = next(one for one in found.pairs(0.0) if (one.left.name, one.right.name) == ("A", "B"))
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    rows = pairs.side_by_side(pair, KNOWLEDGE, heads, Language.EN, {"RAB.03": "Industri"})
    row = next(row for row in rows if row.label.en == "Reference codes")
    both = (("RAB.03 Industri (on 2)", True), ("RAA.02.01 (on 3)", True))
    assert (row.left, row.right) == ((*both, ("RAB.03.01", False)), (*both, ("RAB.03.02", False)))


def test_functions_that_only_one_has_stand_behind_the_common_ones(found: list[Pair]) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Cuti"})
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    labels = {one.name: one.label.en for one in KNOWLEDGE.concepts}
    rows = pairs.side_by_side(pair, KNOWLEDGE, heads, Language.EN)
    row = next(row for row in rows if row.label.en == "Function")
    assert [shared for _, shared in (*row.left, *row.right)] == [False, False]
    assert row.apart
    named = next(entry for entry in (pair.left, pair.right) if entry.name == "e-Cuti")
    told = row.left if named is pair.left else row.right
    assert told == ((f"{labels['cuti']} (by its name)", False),)


def test_technology_is_shown_as_recorded_and_compared_whatever_its_letters() -> None:
    one, two = (
        replace(application(name, f"opd{name}", "cuti"), make=frozenset({f"language {language}"}))
        for name, language in (("A", "PHP"), ("B", "php"))
    )
    (pair,) = compare(inventory(one, two), LEXICON).pairs(0.0)
    rows = pairs.side_by_side(pair, KNOWLEDGE, {name: same(name) for name in one.neighbours}, Language.EN)
    row = next(row for row in rows if row.label.en == "Technology")
    assert (row.left, row.right) == ((("PHP", True),), (("php", True),))
    assert pair.evidence[COLUMN[Evidence.MAKE]] == pytest.approx(1)


def test_heads_are_small_but_for_abbreviations() -> None:
    told = [one.id for one in pairs.heads(shipped(), ElementKind.APPLICATION).values()]
    assert "Layanan yang didukung" in told


@pytest.mark.parametrize("score", [0.99999, 0.994, 0.99])
def test_a_score_is_one_number_wherever_it_stands_and_never_a_certainty(
    found: list[Pair], score: float
) -> None:
    assert (likeness(score, Language.ID), likeness(score, Language.EN), rounded(score)) == (
        "0,99",
        "0.99",
        0.99,
    )
    assert likeness(0.5, Language.ID) == "0,50"
    assert pairs.table_row(replace(found[0], score=1.0), None, KNOWLEDGE, Language.ID)[0] == 0.99


def test_a_function_that_the_catalogue_tells_says_so() -> None:
    one, two = application("SRIKANDI", "dinkes"), application("e-Surat", "setda", "surat masuk")
    (pair,) = compare(inventory(one, two), LEXICON).pairs(0.0)
    rows = pairs.side_by_side(pair, KNOWLEDGE, {name: same(name) for name in one.neighbours}, Language.ID)
    (functions,) = (row for row in rows if row.label.en == "Function")
    told = {text for side in (functions.left, functions.right) for text, _ in side}
    assert told == {"Persuratan (menurut katalog nasional)", "Persuratan"}


def test_a_postponed_pair_is_not_settled(found: list[Pair]) -> None:
    made = {one.ends: decision(one, verdict) for one, verdict in zip(found, Verdict, strict=False)}
    assert pairs.settled(made) == len(made) - 1


def test_a_list_that_is_cut_says_how_many_are_left_out_and_begins_with_common_ones(found: list[Pair]) -> None:
    pair = next(one for one in found if {one.left.name, one.right.name} == {"HADIR", "e-Absen"})
    many = {f"u{number:02}": f"Layanan {number:02}" for number in range(42)}
    left = replace(pair.left, neighbours={**pair.left.neighbours, "services": many})
    right = replace(pair.right, neighbours={**pair.right.neighbours, "services": {"u41": "Layanan 41"}})
    heads = pairs.heads(shipped(), ElementKind.APPLICATION)
    rows = pairs.side_by_side(replace(pair, left=left, right=right), KNOWLEDGE, heads, Language.EN)
    row = next(row for row in rows if row.label.en == "Services supported")
    assert (row.left[0], len(row.left), row.more) == (("Layanan 41", True), 12, (30, 0))
    assert row.same is False


def test_a_term_that_tells_a_person_nothing_is_not_shown(found: list[Pair]) -> None:
    first, *_ = found[0].terms
    terms = [
        replace(first, evidence=name, contribution=each) for name, each in (("servers", 0.1), ("name", 0.2))
    ]
    rows = pairs.evidence_rows(replace(found[0], terms=(first, *terms)), Language.EN)
    assert [row.value for row in rows][:-1] == ["+0.2"]


def test_every_evidence_is_explained_in_lay_words() -> None:
    assert EVIDENCE_HELP.keys() == {*Evidence, BASELINE, UNDESCRIBED}
