"""The committed deliveries are those that the present data gives."""

import csv
from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from seed import build
from seed.demo import deliveries


def content(name: str, data: bytes) -> object:
    """Everything a reader of a file sees; the bytes of an .xlsx may differ between versions of its writer."""
    if name.endswith(".zip"):
        with ZipFile(BytesIO(data)) as archive:
            return {entry: content(entry, archive.read(entry)) for entry in archive.namelist()}
    if name.endswith(".csv"):
        return list(csv.reader(data.decode().splitlines()))
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {title: book.get_sheet_by_name(title).to_python() for title in book.sheet_names}


def test_the_committed_deliveries_are_current() -> None:
    committed = {file.name: content(file.name, file.read_bytes()) for file in deliveries()}
    wanted = {name: content(name, data) for name, data in build.built().items()}

    assert committed.keys() == wanted.keys()
    for name, expected in wanted.items():
        assert committed[name] == expected, f"{name} is not current: run python -m seed.build"


def test_the_demo_loads_files_that_are_packaged() -> None:
    packaged = [file.name for file in (files("seed") / "deliveries").iterdir()]

    assert [file.name for file in deliveries()] == sorted(packaged)


@pytest.mark.whole
def test_building_removes_what_is_no_longer_part(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    (tmp_path / "Lama.xlsx").write_bytes(b"")

    build.main()

    assert {file.name for file in tmp_path.iterdir()} == build.built().keys()
