"""Uploads are kept by id, inside their folder whatever their names."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from model.text import Language
from ui.imports.delivery import UploadLost, Uploads


@dataclass
class File:
    """A file as the browser sends it."""

    name: str
    content: bytes = b"x"

    def getvalue(self) -> bytes:
        """Return its content."""
        return self.content


def test_files_come_back_under_their_id(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    name = uploads.keep([File("b.xlsx", b"2"), File("dinkes/a.xlsx", b"1")])
    assert (uploads.kept(name) / "b.xlsx").read_bytes() == b"2"
    assert (uploads.kept(name) / "dinkes" / "a.xlsx").read_bytes() == b"1"


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    name = uploads.keep([File("a.xlsx", b"1"), File("a.xlsx", b"2")])
    assert sorted(path.name for path in uploads.kept(name).iterdir()) == ["a (2).xlsx", "a.xlsx"]


def test_what_several_windows_note_at_once_is_all_kept(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    name = uploads.keep([File("a.xlsx")])
    with ThreadPoolExecutor(4) as windows:
        for made in [windows.submit(uploads.note, name, f"sheet {n}", {"kind": "x" * n}) for n in range(40)]:
            made.result(60)
    assert uploads.noted(name) == {f"sheet {n}": {"kind": "x" * n} for n in range(40)}
    uploads.note(name, "sheet 1", None)
    assert "sheet 1" not in uploads.noted(name)


@pytest.mark.parametrize("name", ["", "..", "20261122-0123456789ab", "../../etc", "20261122-XYZ"])
def test_an_unknown_id_says_to_upload_again(tmp_path: Path, name: str) -> None:
    with pytest.raises(UploadLost) as raised:
        Uploads(tmp_path).kept(name)
    assert raised.value.fix.in_(Language.EN) == "choose the files again in step 1"
