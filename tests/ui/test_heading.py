"""Heads of groups: true of all that stand below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.faults import Finding, Place, Severity
from model.text import Language, Text, same
from ui.heading import GAP, common_text, common_words
from ui.imports.corrections import grouped, head, one_fix


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        (["“Aktf” dibaca sebagai “Aktif”.", "“Lian” dibaca sebagai “Lain”."], "“…” dibaca sebagai “…”."),
        (["“5” tidak bersatuan; dibaca 5 GB.", "“7” tidak bersatuan; dibaca 7 GB."],
         "“…” tidak bersatuan; dibaca … GB."),
        (["“a” is read as “b”.", "“c” is read as “d”. In 2 cells: rows 3, 4."], "“…” is read as “…”."),
        (["“x” dibaca sebagai A (a/unit/a).", "“y” dibaca sebagai B b (b/unit/b)."], "“…” dibaca sebagai …."),
        (["Berkas kosong.", "Berkas kosong."], "Berkas kosong."),
        (["satu", "dua"], GAP),
    ],
)  # fmt: skip
def test_what_texts_share_is_said_and_what_differs_is_a_gap(texts: list[str], shared: str) -> None:
    assert common_words(texts) == shared


@st.composite
def alike(draw: st.DrawFn) -> list[str]:
    """Draw texts that have some words in common, with others about them."""
    shared = draw(st.lists(st.sampled_from(["satu", "dua", "a", "ab"]), min_size=1, max_size=3))
    other = st.text("ab “”.,…", max_size=6)
    parts = [part for word in shared for part in (other, st.just(word))]
    made = st.tuples(*parts, other).map(" ".join)
    return draw(st.lists(made, min_size=1, max_size=5))


@given(alike())
def test_words_of_a_head_stand_in_every_text_in_their_order(texts: list[str]) -> None:
    kept = [part for part in common_words(texts).replace(GAP, " ").split() if part.isalnum()]
    for text in texts:
        rest = text
        for word in kept:
            assert word in rest
            rest = rest[rest.index(word) + len(word) :]


def finding(value: str, fix: str, severity: Severity = Severity.WARNING, count: int = 1) -> Finding:
    return Finding(
        rule="x",
        severity=severity,
        place=Place(row=1),
        message=Text(id=f"“{value}” keliru.", en=f"“{value}” is wrong."),
        fix=same(fix),
        value=value,
        count=count,
    )


def test_a_head_is_true_of_all_and_names_an_example_as_one() -> None:
    these = [finding("satu", "a"), finding("dua", "b", count=4)]
    assert head(these, Language.ID) == (
        "Perlu diperiksa · 2 catatan sejenis, misalnya: “satu” keliru. · di 5 tempat"
    )
    assert head(these[:1], Language.EN) == "To be checked · 1 × “satu” is wrong."
    assert one_fix(these) is None
    assert one_fix(these[:1]) == same("a")
    assert "…" not in common_text([these[0].message]).id


def test_a_rule_of_two_severities_is_two_groups() -> None:
    these = [finding("satu", "a"), finding("dua", "b", Severity.ERROR)]
    found = grouped(these, lambda one: one)
    assert {name: [one.severity for one in group] for name, group in found.items()} == {
        "x": [Severity.ERROR],
        "x.warning": [Severity.WARNING],
    }
