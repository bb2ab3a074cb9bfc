"""What a reference means: in its own scope first, then in what is shared, then anywhere, with a warning."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.directory import Directory, reference_tokens
from model.element import Openness
from model.entry import Entry
from model.kinds import ElementKind as K
from model.references import split_reference


def entry(uid: str, scope: str, code: str | None, name: str, kind: K = K.SERVER, **given: Any) -> Entry:
    key = f"{scope}/{kind.value.lower()}/{code or name.lower()}"
    return Entry(uid=uid, kind=kind, scope=scope, key=key, name=name, code=code, **given)


OWN = entry("own", "dinkes", "SRV-1", "Server satu", aliases=("dinkes/server/lama",), names=("Si Tua",))
TWIN = entry("twin", "dishub", "SRV-1", "Server lain")
SHARED = entry("shared", "bersama", "SRV-5", "Server bersama")
CODE_ELSEWHERE = entry("code", "dishub", "SIMRS", "Aplikasi rawat", K.APPLICATION)
NAME_HERE = entry("name", "dinkes", "DAA-1", "SIMRS", K.APPLICATION)
AGENCY = entry("agency", "diskominfo", None, "Dinas Komunikasi dan Informatika", K.ORG_UNIT)
ALL = (OWN, TWIN, SHARED, CODE_ELSEWHERE, NAME_HERE, AGENCY)


@pytest.fixture
def directory() -> Directory:
    return Directory.of(ALL)


changes = st.lists(st.tuples(st.booleans(), st.sampled_from(ALL), st.booleans()), max_size=12)


@given(st.lists(st.sampled_from(ALL)), changes)
def test_a_copy_and_what_it_was_copied_from_change_apart(
    held: list[Entry], changed: list[tuple[bool, Entry, bool]]
) -> None:
    one = Directory.of(held)
    both = (one, one.copy())
    plain = [{entry.uid: entry for entry in held}, {entry.uid: entry for entry in held}]
    for second, entry, kept in changed:
        if kept:
            both[second].put(entry)
            plain[second][entry.uid] = entry
        else:
            both[second].drop(entry.uid)
            plain[second].pop(entry.uid, None)
    for changed_one, entries in zip(both, plain, strict=True):
        assert changed_one.entries == entries
        for entry in ALL:
            found = {other for other, its in entries.items() if its.tokens & entry.tokens}
            assert changed_one.meaning(entry.tokens) == found


@pytest.mark.parametrize(
    ("text", "uid"),
    [
        ("dinkes/server/SRV-1", "own"),
        ("dinkes/server/lama", "own"),
        ("srv.1", "own"),
        ("SERVER  SATU", "own"),
        ("si tua", "own"),
        ("SRV-1 Server satu", "own"),
        ("Server satu (SRV-1)", "own"),
        ("SRV-5", "shared"),
        ("SIMRS", "name"),  # a name in the own scope goes before a code in another
    ],
)
def test_key_code_name_and_alias_are_found_in_the_own_scope_first(
    directory: Directory, text: str, uid: str
) -> None:
    found = directory.resolve(text, "dinkes", ())
    assert (found.uid, found.elsewhere) == (uid, False)


def test_what_is_only_elsewhere_is_linked_and_marked(directory: Directory) -> None:
    found = directory.resolve("DAA-1", "dinsos", ())
    assert (found.uid, found.elsewhere) == ("name", True)


def test_several_elsewhere_are_ambiguous_with_their_candidates(directory: Directory) -> None:
    found = directory.resolve("SRV-1", "dinsos", ())
    assert (found.uid, found.reason, found.candidates) == (None, Openness.AMBIGUOUS, ("own", "twin"))


def test_a_name_beside_the_code_decides_between_several(directory: Directory) -> None:
    assert directory.resolve("SRV-1 Server lain", "dinsos", ()).uid == "twin"


def test_a_code_with_another_name_is_linked_and_tells_of_it(directory: Directory) -> None:
    found = directory.resolve("SRV-1 Mesin absen", "dinkes", ())
    assert (found.uid, found.disagreeing) == ("own", "Mesin absen")


def test_an_unknown_code_with_a_known_name_is_only_near(directory: Directory) -> None:
    found = directory.resolve("SRV-77 Server satu", "dinkes", ())
    assert (found.reason, found.candidates) == (Openness.NEAR, ("own",))


NATIONAL = entry("national", "nasional", "RAB.09.06", "Aparatur Negara", K.REFERENCE_CODE)


@pytest.mark.parametrize(
    "text", ["rab.9.6", "RAB 9.6", "RAB 09.06 (Aparatur Negara)", "RAB-9-6: Aparatur Negara", "rab. 9. 6"]
)
def test_a_reference_code_is_found_however_it_is_written(text: str) -> None:
    found = Directory.of([*ALL, NATIONAL]).resolve(text, "dinkes", (K.REFERENCE_CODE,))
    assert (found.uid, found.disagreeing) == ("national", None)
    assert reference_tokens(text) & NATIONAL.tokens


@pytest.mark.parametrize(
    "text", ["RAB.9.99", "RAB.09.06a", "RAB.09.06-08", "RAB 9.6 dan RAB 9.7", "RAB 2024"]
)
def test_a_code_that_is_not_there_is_not_taken_for_the_one_above_it(text: str) -> None:
    found = Directory.of([*ALL, NATIONAL]).resolve(text, "dinkes", (K.REFERENCE_CODE,))
    assert (found.uid, found.reason) == (None, Openness.DANGLING)


def test_a_code_as_it_is_written_goes_before_its_proper_form() -> None:
    own = entry("own-code", "dinkes", "RAB.9.6", "Kode sendiri", K.REFERENCE_CODE)
    rack = entry("rack", "dinkes", "RAK 1", "Rak satu")
    directory = Directory.of(
        [NATIONAL, own, rack, entry("cage", "nasional", "RAK.01", "X", K.REFERENCE_CODE)]
    )
    assert directory.resolve("RAB.9.6", "dinkes", (K.REFERENCE_CODE,)).uid == "own-code"
    assert directory.resolve("rak 1", "dinkes", ()).uid == "rack"


def test_what_may_not_stand_there_is_forbidden_and_named(directory: Directory) -> None:
    found = directory.resolve("SRV-1", "dinkes", (K.STORAGE,))
    assert (found.reason, "own" in found.candidates) == (Openness.FORBIDDEN, True)
    by_key = directory.resolve("dinkes/server/SRV-1", "dinkes", (K.STORAGE,))
    assert (by_key.reason, by_key.candidates) == (Openness.FORBIDDEN, ("own",))


@pytest.mark.parametrize(("text", "scope"), [("Server satu", "dinkes"), ("SRV-1", "dinsos")])
def test_a_name_or_a_code_of_another_agency_of_another_kind_is_not_found(
    directory: Directory, text: str, scope: str
) -> None:
    found = directory.resolve(text, scope, (K.STORAGE,))
    assert (found.reason, found.candidates) == (Openness.DANGLING, ())


def test_a_former_code_is_found_from_another_scope_once_nothing_else_has_it(directory: Directory) -> None:
    merged = entry("kept", "dinkes", "APP-1", "SIMRS Provinsi", aliases=("dinsos/server/APP-9",))
    directory.put(merged)
    found = directory.resolve("APP-9", "dishub", ())
    assert (found.uid, found.elsewhere) == ("kept", True)
    directory.put(entry("new", "dinsos", "APP-9", "Lain"))
    assert directory.resolve("APP-9", "dishub", ()).uid == "new"


@pytest.mark.parametrize("text", ["Kominfo", "DISKOMINFO", "Seksi Data, Dinas Kominfo", "Dinas Komunikasi"])
def test_an_agency_is_found_in_other_spellings(directory: Directory, text: str) -> None:
    assert directory.resolve(text, "dinkes", (K.ORG_UNIT,)).uid == "agency"


@pytest.mark.parametrize("text", ["", " ", "-", "…", "???"])
def test_signs_alone_mean_nothing(directory: Directory, text: str) -> None:
    directory.put(entry("dash", "dinkes", "-", "–"))
    assert directory.resolve(text, "dinkes", ()).uid is None


texts = st.sampled_from(
    ["SRV-1", "srv 1", "SRV-1 Server lain", "Server satu", "SIMRS", "SRV-5", "Kominfo", "tak ada", "SRV-9"]
)


@given(st.permutations(ALL), texts, st.sampled_from(["dinkes", "dishub", "dinsos", "bersama"]))
def test_the_order_in_which_elements_arrive_does_not_matter(
    order: list[Entry], text: str, scope: str
) -> None:
    assert Directory.of(order).resolve(text, scope, ()) == Directory.of(ALL).resolve(text, scope, ())


@given(st.permutations(ALL), texts)
def test_what_changes_an_answer_shares_a_token_with_the_text(order: list[Entry], text: str) -> None:
    directory = Directory()
    for one in order:
        before = directory.resolve(text, "dinkes", ())
        changed = directory.put(one)
        if directory.resolve(text, "dinkes", ()) != before:
            assert not changed.isdisjoint(reference_tokens(text))


@given(st.permutations(ALL), st.integers(0, len(ALL) - 1))
def test_what_is_dropped_leaves_no_trace(order: list[Entry], position: int) -> None:
    directory = Directory.of(order)
    directory.drop(order[position].uid)
    rest = Directory.of(one for one in ALL if one != order[position])
    assert all(
        directory.resolve(t, "dinkes", ()) == rest.resolve(t, "dinkes", ()) for t in ("SRV-1", "SIMRS")
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("DAA-1 SIMRS", ("DAA-1", "SIMRS")),
        ("DAA-1 - SIMRS", ("DAA-1", "SIMRS")),
        ("DAA-1: SIMRS", ("DAA-1", "SIMRS")),
        ("SIMRS (DAA-1)", ("DAA-1", "SIMRS")),
        ("SIMRS", (None, None)),
        ("Dinas Kesehatan", (None, None)),
    ],
)
def test_code_and_name_in_one_cell_are_told_apart(text: str, parts: tuple[str | None, str | None]) -> None:
    assert split_reference(text) == parts
