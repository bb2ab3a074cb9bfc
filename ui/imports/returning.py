"""Workbooks that go back to agencies with their findings marked: of an upload, and of loads still kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ingest.marking.marking import MarkedFile, marked, zipped
from ingest.marking.marks import faulty_files
from ingest.naming import free_name, safe_name
from ingest.reading import read
from model.faults import NOWHERE, Finding
from model.metamodel.metamodel import Metamodel
from model.record import Load
from model.text import Language
from queries.findings import KeptFinding
from ui.imports.delivery import Uploads


@dataclass(frozen=True, slots=True)
class Returnable:
    """An upload that is still kept, with the findings to be marked in its files."""

    folder: Path
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where a delivered file is kept, and the load that brought it."""

    load: str
    folder: Path


def returned(kept: Iterable[Returnable], metamodel: Metamodel, language: Language) -> list[MarkedFile]:
    """Return the faulty files of uploads with their findings marked; of one name each, whatever upload."""
    files: list[MarkedFile] = []
    for one in kept:
        tables = read([one.folder], metamodel).tables
        for file in marked([one.folder], tables, one.findings, language):
            files.append(replace(file, name=free_name(file.name, [other.name for other in files])))
    return files


def newest_kept(loads: Iterable[Load], uploads: Uploads) -> dict[str, Delivered]:
    """Return where the newest file of each name is kept, and which load brought it."""
    newest = {
        stamp.name: (load.id, stamp)
        for load in sorted(loads, key=lambda one: one.id)
        if not load.undone
        for stamp in load.files
    }
    kept = {name: (load, uploads.holding(stamp)) for name, (load, stamp) in newest.items()}
    return {name: Delivered(load, folder) for name, (load, folder) in kept.items() if folder is not None}


def returnable(found: Iterable[KeptFinding], kept: Mapping[str, Delivered]) -> list[Returnable]:
    """Return the uploads in which open findings can be marked.

    A finding of an earlier load than the one that brought the file last is listed without its place: the
    rows may have moved since.
    """
    by_folder: dict[Path, list[Finding]] = {}
    for one in found:
        delivered = kept.get(_root(one.finding.place.file or "", kept))
        if delivered is not None:
            stale = one.load != delivered.load
            told = _unplaced(one.finding) if stale else one.finding
            by_folder.setdefault(delivered.folder, []).append(told)
    return [Returnable(folder, tuple(these)) for folder, these in by_folder.items() if faulty_files(these)]


def download_of(kept: Iterable[Returnable], metamodel: Metamodel, language: Language) -> bytes:
    """Return what is downloaded: one workbook, or a zip of several; the name is that of download_name."""
    kept = list(kept)
    files = returned(kept, metamodel, language)
    single = len(faulty_files(finding for one in kept for finding in one.findings)) == 1
    return files[0].content if single else zipped(files)


def download_name(findings: Iterable[Finding]) -> str:
    """Return how the download is called: as the agency's file where it is one, else a zip of them."""
    names = faulty_files(findings)
    if len(names) != 1:
        return "berkas-bertanda.zip"
    return PurePosixPath(safe_name(names[0])).with_suffix(".xlsx").name


def _root(file: str, known: Iterable[str]) -> str:
    """The delivered file that a finding's file is, or is packed in."""
    return next((name for name in known if file == name or file.startswith(f"{name}/")), "")


def _unplaced(finding: Finding) -> Finding:
    place = replace(NOWHERE, file=finding.place.file, sheet=finding.place.sheet)
    return replace(finding, place=place, rows=())
