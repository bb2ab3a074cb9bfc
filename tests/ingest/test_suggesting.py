"""Tables of other tools get proposals: kinds with reasons, columns by header and by content."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from ingest.layout.headers import Headers
from ingest.layout.recognised import Certainty
from ingest.layout.suggesting import Proposed, likely_kinds, proposals
from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from tests.support.books import reading, sheet

HEADERS = Headers(shipped())
TICKETS = (
    ("Ticket", "Application Name", "Requester", "Status", "Go-live", "URL", "Criticality level", "Lainnya"),
    ("T-1", "SIMRS", "Pawon", "Active", "2020-01-02", "https://a", "High", 5),
    ("T-2", "SIPD", "Kebun", "Retired", "2021-03-04", "https://b", "Low", 7),
)
MACHINES = (
    ("Nama Mesin", "Sistem", "Prosesor", "Memori", "Lantai"),
    ("a", "Ubuntu", "High End", "8 GB", 2),
    ("b", "Debian", "Low End", "1 TB", 3),
)


def found(tmp_path: Path, rows: Sequence[Sequence[Any]], title: str = "Sheet1") -> tuple[Any, Any]:
    (seen,) = reading(sheet(tmp_path, title, *rows)).sheets
    return seen, seen.headings[0]


def by_header(
    tmp_path: Path, rows: Sequence[Sequence[Any]], kind: ElementKind, *known: str
) -> dict[str, Proposed]:
    _, there = found(tmp_path, rows)
    proposed = proposals(there, kind, HEADERS, frozenset(known))
    return {column.header: proposed[column.key] for column in there.columns}


@pytest.mark.parametrize(
    ("rows", "kind"), [(TICKETS, ElementKind.APPLICATION), (MACHINES, ElementKind.SERVER)], ids=["en", "id"]
)
def test_the_likeliest_kind_comes_first_with_its_reasons(
    tmp_path: Path, rows: Sequence[Sequence[Any]], kind: ElementKind
) -> None:
    seen, there = found(tmp_path, rows)
    first, *_ = likely_kinds(seen, there, HEADERS)
    assert first.kind is kind
    assert all(reason.id and reason.en for reason in first.reasons)


def test_local_codes_speak_for_their_kind(tmp_path: Path) -> None:
    rows = [("Hal", "Isi", "Ket"), ("DAI-SRV-01", "a", "x"), ("DAI-SRV-02", "b", "y")]
    seen, there = found(tmp_path, rows)
    first, *_ = likely_kinds(seen, there, HEADERS)
    assert (first.kind, first.reasons[0].en) == (ElementKind.SERVER, "codes begin with DAI-SRV")


def test_where_nothing_speaks_for_any_kind_none_is_proposed(tmp_path: Path) -> None:
    seen, there = found(tmp_path, [("Aa", "Bb", "Cc"), ("x", "y", "z"), ("u", "v", "w")])
    assert likely_kinds(seen, there, HEADERS) == []


def test_columns_are_proposed_by_header_words_and_content(tmp_path: Path) -> None:
    proposed = by_header(tmp_path, TICKETS, ElementKind.APPLICATION, "pawon", "kebun")
    assert proposed["Application Name"] == Proposed("name", Certainty.DECLARED)
    assert proposed["Criticality level"] == Proposed("criticality", Certainty.NEAR)
    assert proposed["URL"] == Proposed("url", Certainty.DECLARED)
    assert proposed["Requester"] == Proposed("owner", Certainty.CONTENT)
    assert proposed["Go-live"] == Proposed("valid_from", Certainty.DECLARED)
    assert proposed["Ticket"] == Proposed("code", Certainty.CONTENT)
    assert proposed["Lainnya"] == Proposed("*", Certainty.UNKNOWN)


@pytest.mark.parametrize(
    ("values", "kind", "word"),
    [
        (["32 GB", "1,7TB"], ElementKind.STORAGE, "capacity"),
        (["High End", "Mid End"], ElementKind.SERVER, "processor"),
        (["Dinas Kesehatan", "Dinas Pendidikan"], ElementKind.SERVER, "owner"),
    ],
)
def test_content_alone_speaks_for_a_property(
    tmp_path: Path, values: list[str], kind: ElementKind, word: str
) -> None:
    rows = [("Nama", "Zz", "Qq"), *((f"x{value}", value, "q") for value in values)]
    assert by_header(tmp_path, rows, kind)["Zz"].word == word


def test_numbers_and_addresses_are_no_codes(tmp_path: Path) -> None:
    rows = [("Nama", "Zz", "Qq"), ("a", 8, "10.1.1.1"), ("b", 9, "10.1.1.2")]
    proposed = by_header(tmp_path, rows, ElementKind.APPLICATION)
    assert {proposed[header].word for header in ("Zz", "Qq")} == {"*"}


def test_no_property_is_proposed_twice_and_columns_without_header_are_not_read(tmp_path: Path) -> None:
    rows = [("Nama Mesin", "Memori", "Memori", ""), ("a", "8 GB", "x", "y"), ("b", "4 GB", "x", "y")]
    _, there = found(tmp_path, rows)
    words = [one.word for one in proposals(there, ElementKind.SERVER, HEADERS).values()]
    assert words.count("memory") == 1
    assert words[-1] == "-"


def test_a_name_is_sought_where_no_header_says_it(tmp_path: Path) -> None:
    rows = [("Tgl", "Mesin", "Memori"), ("2020-01-02", "alfa", "8 GB"), ("2020-01-03", "beta", "4 GB")]
    assert by_header(tmp_path, rows, ElementKind.SERVER)["Mesin"] == Proposed("name", Certainty.CONTENT)


@pytest.mark.parametrize("kind", ElementKind)
def test_every_kind_takes_a_thousand_columns(tmp_path: Path, kind: ElementKind) -> None:
    if kind is not ElementKind.SERVER:
        _, there = found(tmp_path, TICKETS)
    else:
        _, there = found(tmp_path, [[f"Ukuran {n}" for n in range(1_000)], [f"v{n}" for n in range(1_000)]])
    assert len(proposals(there, kind, HEADERS)) == len(there.columns)
