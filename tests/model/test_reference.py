"""Reference codes as cells write them, their levels, and where they have a place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.reference import (
    ReferenceCode,
    ReferenceSet,
    WrittenCode,
    broader,
    level_of,
    model_of,
    written_code,
    written_codes,
)
from model.text import same

LEVELS = st.lists(st.integers(min_value=1, max_value=99), min_size=1, max_size=7)
CODES = st.builds(
    lambda model, levels: ".".join([model, *(f"{level:02d}" for level in levels)]),
    st.sampled_from(["RAB", "RAL", "RAD", "RAA", "RAI", "RAK"]),
    LEVELS,
)


LOCAL = st.builds("{}.{}".format, CODES, st.sampled_from(["001", "0001", "01A"]))
SEPARATORS = ["{0}.{1}", "{0} . {1}", "{0}. {1}", "{0}-{1}", "{0}_{1}", "{0} {1}"]


def _code(code: str, name: str = "x") -> ReferenceCode:
    return ReferenceCode(code=code, name=name, level=level_of(code), source="s", status="t")


def _set(*codes: str) -> ReferenceSet:
    return ReferenceSet(name="RAB", version="1", label=same("RAB"), codes=tuple(map(_code, codes)))


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("RAB.09.06.03 Penataan SDM Aparatur", "RAB.09.06.03", "Penataan SDM Aparatur"),
        (" rab.9.6.3 ", "RAB.09.06.03", ""),
        ("RAB-09-06-03: Penataan", "RAB.09.06.03", "Penataan"),
        ("RAB. 09. 06 – Aparatur\nNegara", "RAB.09.06", "Aparatur Negara"),
        ("RAB 04 (Kesehatan)", "RAB.04", "Kesehatan"),
        ("RAB 9.6.3", "RAB.09.06.03", ""),
        ("RAB 09 06 03 Penataan", "RAB.09.06.03", "Penataan"),
        ("RAB04", "RAB.04", ""),
        ("RAB.04.01.", "RAB.04.01", ""),
        ("RAB.4.1 / Kesehatan", "RAB.04.01", "Kesehatan"),
        ("Kesehatan (RAB.4.1)", "RAB.04.01", "Kesehatan"),
        ("RAL.01.25.04 Pengelolaan (puskesmas)", "RAL.01.25.04", "Pengelolaan (puskesmas)"),
        ("RAB.04.01 24 jam", "RAB.04.01", "24 jam"),
        ("RAB 04.01 24 jam", "RAB.04.01", "24 jam"),
        ("RAB.04.01.04.001 tingkat daerah", "RAB.04.01.04.001", "tingkat daerah"),
        ("RAB.04.01a Klinik", "RAB.04.01A", "Klinik"),
    ],
)
def test_a_reference_is_a_code_with_or_without_its_name(text: str, code: str, name: str) -> None:
    found = written_code(text)
    assert found is not None
    assert (found.code, found.name) == (code, name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RAB",
        "Kesehatan",
        "RAB 2025",
        "RAB.2025",
        "RAB-2025",
        "RAB 04 2025",
        "RAD 2021-2025",
        "RAL 7035",
        "RABU 01",
        "RAX.01",
        "RKB.01",
        "RAID 10",
        "ARAB 04",
        "server di rak 12",
        "DAI-RAK-01",
        "RAK-001",
        "versi 1.2",
    ],
)
def test_years_colours_racks_and_words_are_no_codes(text: str) -> None:
    assert written_codes(text) == []
    assert written_code(text) is None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("rab. 04.01 Kesehatan, RAL.01", ["RAB.04.01", "RAL.01"]),
        ("RAB 04 dan RAB 05", ["RAB.04", "RAB.05"]),
        ("RAB.04.01\nRAB 4.2", ["RAB.04.01", "RAB.04.02"]),
        ("RAB.4.1 s.d. RAB.4.3", ["RAB.04.01", "RAB.04.03"]),
        ("RAB.03.05.01-07", ["RAB.03.05.01"]),
        ("menurut RAB.04.01 tahun 2022", ["RAB.04.01"]),
        ("RAB.04.01Kesehatan", ["RAB.04.01"]),
        ("RAB.04/2024", ["RAB.04"]),
    ],
)
def test_several_codes_a_range_or_a_sentence_are_no_single_code(text: str, codes: list[str]) -> None:
    assert [one.code for one in written_codes(text)] == codes
    assert written_code(text) is None


@given(CODES | LOCAL, st.sampled_from(["", "Kesehatan", "Data & Informasi", "24 jam"]))
def test_a_code_written_with_its_name_reads_as_it_was(code: str, name: str) -> None:
    assert written_code(f"{code} {name}") == WrittenCode(code, code, name)


@given(CODES, st.sampled_from(SEPARATORS), st.booleans(), st.booleans(), st.sampled_from(["", ".", "  "]))
def test_case_spaces_zeros_and_separators_do_not_matter(
    code: str, separator: str, lower: bool, zeros: bool, end: str
) -> None:
    model, *levels = code.split(".")
    written = model
    for level in levels:
        written = separator.format(written, level if zeros else int(level))
    found = written_code(f" {written.lower() if lower else written}{end}")
    assert found is not None
    assert (found.code, found.name) == (code, "")


@given(st.text() | st.text(alphabet="RABLDIKrabldik0123456789 .-_,;/()\n\u212a\u0660"))
def test_any_text_is_read_and_gives_only_codes_of_the_six_models(text: str) -> None:
    found = [*written_codes(text), *filter(None, [written_code(text)])]
    assert all(re.fullmatch(r"RA[BLDAIK](\.[0-9]{2,}[A-Z]?)+", one.code) for one in found)


def test_a_code_lies_one_level_below_another() -> None:
    assert broader("RAB.09.06") == "RAB.09"
    assert broader("RAB.09") is None
    assert model_of("RAK.01.02") == "RAK"


@given(CODES)
def test_the_chain_rises_one_level_a_step_to_the_first(code: str) -> None:
    levels = [level_of(code)]
    while (above := broader(code)) is not None:
        code = above
        levels.append(level_of(code))
    assert levels == list(range(levels[0], 0, -1))


@pytest.mark.parametrize("codes", [("RAB.01", "RAB.01"), ("RAB.01.01",), ("RAL.01",)])
def test_a_set_refuses_a_code_without_a_place_in_it(codes: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="RAB 1"):
        _set(*codes)


@pytest.mark.parametrize(("code", "level"), [("RAB.01", 2), ("RAB", 0), ("rab.01", 1), ("RAB.1", 1)])
def test_a_code_refuses_another_form_or_level(code: str, level: int) -> None:
    with pytest.raises(ValueError, match="is no reference code of level"):
        ReferenceCode(code=code, name="x", level=level, source="s", status="t")
