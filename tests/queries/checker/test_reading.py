"""A file that is no certificate, or a hostile one, is refused with one message."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.availability import State
from model.faults import UnreadableFile
from queries.certificate.causes import causes_certificate
from queries.certificate.comparison import consolidation_certificate
from queries.certificate.impact import impact_certificate
from queries.checker import reading
from queries.checker.checking import check
from queries.checker.reading import certificate, read
from queries.checker.reading import saved as read_saved
from queries.impact.causes import causes
from queries.impact.impact import Scenario
from queries.resilience.fragility import Asked, Fragility
from queries.whatif.consolidation import consolidation
from tests.support.certified import ORIGIN, Document, forged, saved
from tests.support.graphs import TODAY, impact_of, snapshot_of
from tests.support.owned import owned
from tests.support.reference_evaluator import Link, Thing


def document() -> Document:
    things = [Thing("a"), Thing("b"), Thing("c")]
    links = [Link("a", "RUNS_ON", "b", group="db", weight="2"), Link("a", "RUNS_ON", "c", group="db")]
    return impact_certificate(impact_of(snapshot_of(things, links), {"b": "down"}, ["c"]), (), ORIGIN)


def test_a_whole_one_is_read(tmp_path: Path) -> None:
    found = read(saved(document(), tmp_path))
    assert found.untouched
    assert len(found.requirements) == 2
    assert check(found).holds


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"{",
        b"[" * 100_000,
        b'{"format": NaN}',
        b'{"format": 1, "format": 2}',
        b"null",
        b"[]",
        b"{}",
        b'{"format": "simpul.certificate"}',
        b'{"format": "simpul.certificate", "version": true}',
        b'{"format": "simpul.certificate", "version": ' + b"9" * 5_000 + b"}",
    ],
)
def test_what_is_no_certificate_is_refused(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "x.json"
    place.write_bytes(content)
    with pytest.raises(UnreadableFile):
        read(place)


def test_a_file_that_is_not_there_or_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (tmp_path / "none.json", tmp_path):
        with pytest.raises(UnreadableFile, match="cannot be opened"):
            read(place)
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(UnreadableFile, match="larger than"):
        read(saved(document(), tmp_path))


def test_another_version_says_which_is_known() -> None:
    with pytest.raises(UnreadableFile, match=r"version '2'; known is 1"):
        certificate({**document(), "version": 2})


def _places(part: Any, before: tuple[Any, ...] = ()) -> Any:
    """All places of a document."""
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for name, value in pairs:
        yield (*before, name)
        yield from _places(value, (*before, name))


def _holder(part: Any, place: tuple[Any, ...]) -> Any:
    for name in place[:-1]:
        part = part[name]
    return part


def _causes() -> Document:
    snapshot = snapshot_of([Thing("a"), Thing("b")], [Link("a", "RUNS_ON", "b")])
    symptoms = Scenario(failed={"a": State.DOWN}, on=TODAY)
    return causes_certificate(snapshot, symptoms, causes(snapshot, ["a"], TODAY), ORIGIN)


def _fragile() -> Document:
    """All that is fragile: two agencies on one server, promises of both sorts, availability."""
    links = [
        Link("s", "RUNS_ON", "v"),
        Link("u", "RUNS_ON", "v"),
        Link("u", "RUNS_ON", "x"),
        Link("t", "RUNS_ON", "v", group="x"),
        Link("t", "RUNS_ON", "w", group="x"),
    ]
    things = [
        Thing("s", rto_hours=1, rpo_hours=1),
        *map(Thing, "tux"),
        Thing("v", availability=99, restore_hours=8),
        Thing("w", mtbf_hours=100, restore_hours=2),
    ]
    kinds = ["Service", "Service", "Service", "Server", "Server", "Server"]
    owners = ["opd1", "opd2", "opd1", "opd1", "opd1", "nobody"]
    return Fragility(owned(things, links, kinds, owners), Asked(on=TODAY)).certificate(
        ORIGIN, availability=True
    )


def _merged() -> Document:
    links = [Link("b", "RUNS_ON", "c")]
    asked = consolidation(snapshot_of([Thing("a"), Thing("b"), Thing("c")], links), "a", ["b"], TODAY)
    return consolidation_certificate(asked, ORIGIN, {})


MADE = (document, _causes, _fragile, _merged)


@pytest.mark.parametrize("made", MADE)
@pytest.mark.parametrize("value", ["?", -1, 1e400, 10**400, True, [], {}, [[]], {"x": {}}, None, "\ud800"])
def test_any_part_may_be_anything_and_only_ever_is_refused(
    value: object, made: Callable[[], Document]
) -> None:
    whole = made()
    for place in _places(whole):

        def change(other: Document, place: tuple[Any, ...] = place) -> None:
            _holder(other, place)[place[-1]] = value

        _ends_well(whole, change)


@pytest.mark.parametrize("made", MADE)
def test_any_part_may_be_missing_and_only_ever_is_refused(made: Callable[[], Document]) -> None:
    whole = made()
    for place in _places(whole):

        def change(other: Document, place: tuple[Any, ...] = place) -> None:
            del _holder(other, place)[place[-1]]

        _ends_well(whole, change)


def _ends_well(whole: Document, change: Callable[[Document], None]) -> None:
    """What is changed is refused as unreadable or judged; no other error comes of it."""
    other = json.loads(json.dumps(whole))
    change(other)
    try:
        check(read_saved(other))
    except UnreadableFile as error:
        assert error.fix.id


def test_missing_parts_are_named() -> None:
    whole = document()
    del whole["elements"]["dinkes/server/a"]["status"]
    with pytest.raises(UnreadableFile, match="elements › dinkes/server/a › status"):
        certificate(whole)


def test_a_key_that_names_no_element_of_the_file_is_refused() -> None:
    def change(other: Document) -> None:
        other["requirements"][0]["target"] = "dinkes/server/gone"

    with pytest.raises(UnreadableFile, match="requirements › 1 › target"):
        certificate(forged(document(), change))


def test_a_group_deeper_than_anyone_means_is_one_group() -> None:
    def change(other: Document) -> None:
        for row in other["requirements"]:
            row["group"] = "/".join("abcdefgh" * 5_000)

    assert not check(certificate(forged(document(), change))).holds


def test_a_set_of_thousands_in_a_file_does_not_take_for_ever() -> None:
    keys = [f"k{number}" for number in range(3_000)]
    element = {"status": "active", "valid_from": None, "valid_to": None, "name": "n"}
    row = dict.fromkeys(("group", "need", "loss", "weight", "valid_from", "valid_to"))
    rows = [
        {**row, "id": key, "source": "t", "relation": "R", "target": key, "effect": "down"} for key in keys
    ]
    claim = {"target": "t", "order": 10**9, "reached": 10**9, "sets": []}
    hostile = {
        **document(),
        "asked": {**document()["asked"], "kind": "failure_sets", "failed": {}, "protected": []},
        "answer": {"affected": {}, "unknown": [], "targets": [claim]},
        "elements": {key: {**element, "requires": 0, "required_by": None} for key in keys}
        | {"t": {**element, "requires": len(keys), "required_by": None}},
        "requirements": rows,
        "firings": [],
    }
    verdict = check(certificate(hostile))
    assert "too many combinations" in verdict.not_checked[0].en
