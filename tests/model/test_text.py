"""Texts have both languages, and fill their placeholders in both."""

import pytest

from model.text import Language, Text, enumerated, same, terms


def test_a_text_without_one_language_is_refused() -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text(id="Nama", en="")


def test_placeholders_are_filled_in_both_languages() -> None:
    filled = Text(id="{n} {what} hilang", en="{n} {what} missing").filled(
        n=2, what=Text(id="objek", en="elements")
    )
    assert filled.both == ("2 objek hilang", "2 elements missing")


def test_a_value_with_braces_is_kept_as_it_is() -> None:
    assert Text(id="“{value}”", en="“{value}”").filled(value="{x}").in_(Language.ID) == "“{x}”"


def test_labels_within_a_sentence_begin_small_unless_they_are_abbreviations() -> None:
    labels = [Text(id="Cuti", en="Leave"), same("ASN"), Text(id="Mutasi", en="Transfer")]
    assert enumerated(labels).both == ("cuti, ASN dan mutasi", "leave, ASN and transfer")
    assert enumerated(labels[:1]).both == ("cuti", "leave")


def test_words_of_number_follow_the_number() -> None:
    said = Text(id="{n} OPD", en="{n} {n|agency|agencies}")
    assert [said.filled(n=n).en for n in (1, "1", 0, "1,200")] == [
        "1 agency",
        "1 agency",
        "0 agencies",
        "1,200 agencies",
    ]


def test_titles_within_a_sentence_are_small_to_the_last_word_and_stand_without_quotes() -> None:
    process, data = Text(id="Proses Bisnis", en="Business process"), Text(id="Data dan Informasi", en="Data")
    own = Text(id="Layanan SPBE", en="SPBE service")
    assert terms([process, own]).both == (
        "proses bisnis dan layanan SPBE",
        "business process and SPBE service",
    )
    assert terms([process, own, data]).id == "proses bisnis, layanan SPBE, serta data dan informasi"
    assert terms([process, own], choice=True).both == (
        "proses bisnis atau layanan SPBE",
        "business process or SPBE service",
    )
    assert terms([data]).both == ("data dan informasi", "data")


def test_of_several_labels_one_with_a_conjunction_of_its_own_puts_all_in_quotes() -> None:
    labels = [Text(id="Rapat dan notula", en="Meetings and minutes"), Text(id="Cuti", en="Leave")]
    assert enumerated(labels).both == ("“rapat dan notula” dan “cuti”", "“meetings and minutes” and “leave”")
    assert enumerated(labels[:1]).both == ("rapat dan notula", "meetings and minutes")


def test_the_same_words_serve_both_languages() -> None:
    assert same("RAB").both == ("RAB", "RAB")
