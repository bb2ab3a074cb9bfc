"""Confirmed mappings written as a file are read by --map as the same."""

from pathlib import Path

import pytest

from ingest.mapping.mapping import WrongMapping, read_mapping
from ingest.mapping.writing import mapping_text, write_mappings
from ingest.reading import read
from model.faults import UnreadableFile
from model.metamodel.shipped import shipped
from tests.support.books import sheet, told
from tests.support.layouts import MEANT, SERVERS, confirmed, known

HOSTILE = 'Nama "\\\n\t\x7f <b> #{} = [x]'
SAID = (
    confirmed(),
    confirmed(None, {"a": "-", "b": "-"}),
    confirmed(
        columns={"mesin": "name", "mesin+2": "memory", "namabx": "*"},
        written={"mesin": "Mesin", "mesin+2": "", "namabx": HOSTILE},
        titled="Application",
    ),
)


def test_what_is_written_is_read_as_the_same(tmp_path: Path) -> None:
    write_mappings([known(one) for one in SAID], tmp_path / "baru" / "peta.toml")
    found = read_mapping(tmp_path / "baru" / "peta.toml")
    for before, after in zip(SAID, found.known, strict=True):
        assert after.by == "simpul"
        assert (after.said.layout, after.said.kind, after.said.titled) == (
            before.layout,
            before.kind,
            before.titled,
        )
        assert before.columns.items() <= after.said.columns.items()


def test_a_list_is_read_by_such_a_file(tmp_path: Path) -> None:
    (tmp_path / "peta.toml").write_text(mapping_text([known(confirmed())]), encoding="utf-8")
    mapping = read_mapping(tmp_path / "peta.toml")
    found = read([sheet(tmp_path, "Sheet1", *SERVERS)], shipped(), mapping=mapping)
    assert len(found.drafts) == 3
    assert told(found, "read_by_mapping")


def test_a_file_goes_before_what_the_store_remembers(tmp_path: Path) -> None:
    (tmp_path / "peta.toml").write_text(mapping_text([known(confirmed())]), encoding="utf-8")
    mapping = read_mapping(tmp_path / "peta.toml")
    other = known(confirmed(None))
    found = read([sheet(tmp_path, "Sheet1", *SERVERS)], shipped(), mapping=mapping, known=[other])
    assert len(found.drafts) == 3


def test_layouts_and_tables_in_one_file_are_refused(tmp_path: Path) -> None:
    tables = '\n[[elements]]\nfile = "a.csv"\nkind = "Server"\nname = "{a}"\n'
    (tmp_path / "peta.toml").write_text(mapping_text([known(confirmed())]) + tables, encoding="utf-8")
    with pytest.raises(WrongMapping) as refused:
        read_mapping(tmp_path / "peta.toml")
    assert "a mapping of their own" in refused.value.what.en


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        write_mappings([], tmp_path)


def test_meanings_of_the_support_are_those_of_the_table() -> None:
    assert len(MEANT) == len(SERVERS[0])
