"""What can go back to agencies: the newest kept upload of each file, with what is open in it."""

from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from ingest.files.archive import Delivery
from ingest.findings import Collector
from model.faults import Finding, Place, Severity
from model.metamodel.shipped import shipped
from model.record import Load, Mode
from model.text import Language, same
from queries.findings import KeptFinding
from tests.support.books import book
from ui.imports.delivery import Uploads
from ui.imports.returning import download_name, download_of, newest_kept, returnable, returned

HEAD = ("Kode Aplikasi", "Nama Aplikasi", "OPD Pemilik", "Status")


@dataclass
class File:
    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


@pytest.fixture
def uploads(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads")


def kept(
    uploads: Uploads, tmp_path: Path, load: str, name: str = "Aplikasi.xlsx", row: str = "SIMRS"
) -> Load:
    """Keep a workbook as an upload; return the load that brought it."""
    path = book(tmp_path / "made.xlsx", {"Aplikasi": [HEAD, ("DAA-1", row, "Dinas Kesehatan", "Aktf")]})
    folder = uploads.kept(uploads.keep([File(name, path.read_bytes())]))
    delivery = Delivery(tmp_path, Collector())
    delivery.add([folder])
    return Load(id=load, at="2026-11-24T09:00:00", by="a", mode=Mode.MERGE, files=tuple(delivery.stamps))


def finding(load: str, file: str = "Aplikasi.xlsx", severity: Severity = Severity.WARNING) -> KeptFinding:
    place = Place(file=file, sheet="Aplikasi", row=2, column="Status")
    told = Finding(rule="x", severity=severity, place=place, message=same("m"), fix=same("f"))
    return KeptFinding(id=load, state="open", load=load, finding=told, element=None)


def test_open_findings_are_marked_in_the_kept_file(uploads: Uploads, tmp_path: Path) -> None:
    load = kept(uploads, tmp_path, "1")
    (one,) = returnable([finding("1")], newest_kept([load], uploads))
    (file,) = returned([one], shipped(), Language.ID)
    (tmp_path / "back.xlsx").write_bytes(file.content)
    assert openpyxl.load_workbook(tmp_path / "back.xlsx")["Aplikasi"]["D2"].comment is not None
    assert download_name(one.findings) == "Aplikasi.xlsx"
    assert download_of([one], shipped(), Language.ID)[:2] == b"PK"


def test_of_a_file_that_came_again_the_newest_is_returned(uploads: Uploads, tmp_path: Path) -> None:
    loads = [kept(uploads, tmp_path, "1"), kept(uploads, tmp_path, "2", row="SIK")]
    (one,) = returnable([finding("1"), finding("2")], newest_kept(loads, uploads))
    assert uploads.holding(loads[1].files[0]) == one.folder != uploads.holding(loads[0].files[0])
    assert [told.place.row for told in one.findings] == [None, 2]


def test_what_is_not_kept_any_more_or_has_nothing_to_correct_is_not_offered(
    uploads: Uploads, tmp_path: Path
) -> None:
    load = kept(uploads, tmp_path, "1")
    assert returnable([finding("1", severity=Severity.INFO)], newest_kept([load], uploads)) == []
    assert returnable([finding("1", "Lain.xlsx")], newest_kept([load], uploads)) == []
    assert returnable([finding("1")], newest_kept([load], Uploads(tmp_path / "none"))) == []
    file = uploads.holding(load.files[0])
    assert file is not None
    (file / "Aplikasi.xlsx").write_bytes(b"changed")
    assert returnable([finding("1")], newest_kept([load], uploads)) == []


def test_several_files_are_downloaded_as_a_zip(uploads: Uploads, tmp_path: Path) -> None:
    loads = [kept(uploads, tmp_path, "1"), kept(uploads, tmp_path, "2", name="Layanan.xlsx")]
    kept_ones = returnable([finding("1"), finding("2", "Layanan.xlsx")], newest_kept(loads, uploads))
    findings = [told for one in kept_ones for told in one.findings]
    assert download_name(findings).endswith(".zip")
    assert {file.name for file in returned(kept_ones, shipped(), Language.EN)} == {
        "Aplikasi.xlsx",
        "Layanan.xlsx",
    }
