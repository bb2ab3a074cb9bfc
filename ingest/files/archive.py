"""Files of a delivery: those given, those in folders, and those in zips, also zips in zips.

Zips are unpacked by their own list of sizes into a folder of ours under names of ours; nothing in them
decides where anything is written.
"""

import hashlib
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest import reading_rules as rules
from ingest.exchange import rules as exchange_rules
from ingest.files.damage import damage
from ingest.files.guard import UNPACKED_LIMIT, ZIP_START, Form, Reason, Refused, check_archive
from ingest.findings import Collector
from model.faults import Place, Rule, UnreadableFile
from model.record import FileStamp
from model.text import Text
from queries.files import reason

DEEPEST = 4  # zips inside zips; the deepest delivery seen had two
READ = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".csv", ".tsv", ".txt", ".xml"})
CSV = frozenset({".csv", ".tsv", ".txt"})
MODELS = frozenset({".xml"})
_ARCHI = ".archimate"
_ZIP = ".zip"
_SYSTEM = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_LEFTOVERS = ("~$", ".~lock", "._")

REFUSALS: dict[Reason, Rule] = {
    Reason.EMPTY: rules.EMPTY_FILE,
    Reason.NOT_A_WORKBOOK: rules.NOT_A_WORKBOOK,
    Reason.PAGE: rules.WEB_PAGE,
    Reason.PROTECTED: rules.PROTECTED_FILE,
    Reason.DAMAGED: rules.DAMAGED_FILE,
    Reason.TOO_LARGE: rules.TOO_LARGE_FILE,
    Reason.TOO_WIDE: rules.TOO_WIDE_FILE,
    Reason.NOT_TEXT: rules.NOT_TEXT,
    Reason.BROKEN_XML: exchange_rules.BROKEN_XML,
    Reason.UNSAFE_XML: exchange_rules.UNSAFE_XML,
    Reason.OTHER_XML: exchange_rules.OTHER_XML,
    Reason.ARCHI: exchange_rules.ARCHI_FILE,
    Reason.KILLED: rules.KILLED_READER,
}


def reason_of(reason: Reason, detail: str) -> Text | str:
    """Return the detail of a refusal in words for people: of broken files it comes from libraries."""
    if reason in (Reason.DAMAGED, Reason.BROKEN_XML):
        return damage(detail, lines=reason is Reason.BROKEN_XML)
    return detail


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file to be read. name: its path inside folders and zips. hints: names that may tell whose it is."""

    path: Path
    name: str
    hints: tuple[str, ...] = ()

    @property
    def form(self) -> Form:
        """What its name says it is."""
        suffix = Path(self.name).suffix.lower()
        if suffix in CSV:
            return Form.CSV
        return Form.MODEL if suffix in MODELS else Form.WORKBOOK


def check_there(paths: Iterable[Path]) -> None:
    """Refuse what is not there or may not be read, before anything else is asked.

    Raises:
        UnreadableFile: it is so.
    """
    for path in paths:
        try:
            path.stat()
        except OSError as error:
            raise _unreadable(path, error) from error


@dataclass
class Delivery:
    """The files of one import. workspace: a folder of ours for what is unpacked."""

    workspace: Path
    told: Collector
    files: list[Delivered] = field(default_factory=list)
    stamps: list[FileStamp] = field(default_factory=list)
    _unpacked: int = 0

    def add(self, paths: Sequence[Path]) -> None:
        """Take files and folders into the delivery.

        Raises:
            UnreadableFile: a path does not exist or may not be read.
        """
        for path in paths:
            try:
                self._add_path(path)
            except OSError as error:
                raise _unreadable(path, error) from error
        if not self.files and not self.told.findings():
            self.told.tell(rules.NOTHING_TO_READ, Place(file=paths[0].name if paths else None))

    def _add_path(self, path: Path) -> None:
        if not path.is_dir():
            self._add_file(path, path.name, (path.name,), named=True)
            return
        for file in sorted(path.rglob("*")):
            if file.is_file():
                inside = file.relative_to(path)
                hints = (*reversed(inside.parts), path.resolve().name)
                self._add_file(file, inside.as_posix(), hints)

    def _add_file(self, path: Path, name: str, hints: tuple[str, ...], *, named: bool = False) -> None:
        if _is_system(name):
            return
        self.stamps.append(FileStamp(name=name, sha256=_digest(path)))
        self._sort_in(path, name, hints, (0, named))

    def _sort_in(self, path: Path, name: str, hints: tuple[str, ...], where: tuple[int, bool]) -> None:
        """Take a file for reading, unpack it, or tell why it is neither. where: depth, named by the user."""
        depth, named = where
        suffix = Path(name).suffix.lower()
        if suffix == _ZIP and not _is_workbook(path):
            self._unpack(path, name, hints, depth)
        elif suffix in READ or suffix == _ZIP:
            self.files.append(Delivered(path, name, hints))
        elif suffix == _ARCHI:
            self.told.tell(exchange_rules.ARCHI_FILE, Place(file=name))
        elif named:
            self.told.tell(rules.NOT_READ_YET, Place(file=name), suffix=suffix or name)
        else:
            self.told.tell(rules.OTHER_FILE, Place(file=name), suffix=suffix or name)

    def _unpack(self, path: Path, name: str, hints: tuple[str, ...], depth: int) -> None:
        place = Place(file=name)
        if depth >= DEEPEST:
            self.told.tell(rules.NESTED_TOO_DEEP, place, limit=DEEPEST)
            return
        try:
            for target, entry in self._entries(path):
                inside = (*reversed(entry.split("/")), *hints)
                self._sort_in(target, f"{name}/{entry}", inside, (depth + 1, False))
        except Refused as refused:
            self.told.tell(REFUSALS[refused.reason], place, detail=reason_of(refused.reason, refused.detail))
        except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, zlib.error) as error:
            self.told.tell(rules.DAMAGED_FILE, place, detail=damage(str(error)[:120]))

    def _entries(self, path: Path) -> Iterator[tuple[Path, str]]:
        """Unpack the files of a zip one by one; give where each is and its path inside."""
        with zipfile.ZipFile(path) as archive:
            check_archive(archive)
            for entry in archive.infolist():
                if entry.is_dir() or _is_system(entry.filename):
                    continue
                self._unpacked += entry.file_size
                if self._unpacked > UNPACKED_LIMIT:
                    raise Refused(Reason.TOO_LARGE, f"> {UNPACKED_LIMIT // (1024 * 1024)} MB")
                target = self.workspace / f"{len(list(self.workspace.iterdir())):05d}"
                with archive.open(entry) as packed, target.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                yield target, entry.filename.replace("\\", "/").strip("/")


def is_read(name: str) -> bool:
    """Whether a file of this name is opened, or at least told why it cannot be; others are left out."""
    return Path(name).suffix.lower() in READ | {_ZIP, _ARCHI}


def _is_workbook(path: Path) -> bool:
    """Whether a file called zip is in truth a workbook, which is a zip too."""
    with path.open("rb") as file:
        if not file.read(4).startswith(ZIP_START):
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return False
    return bool(names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"})


def _is_system(name: str) -> bool:
    parts: Iterable[str] = name.replace("\\", "/").split("/")
    return any(part in _SYSTEM or part.startswith(_LEFTOVERS) for part in parts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    why = reason(error)
    return UnreadableFile(
        Text(id=f"{path} tidak dapat dibuka: {why.id}", en=f"{path} cannot be opened: {why.en}"),
        fix=Text(
            id="periksa nama dan letak berkas, dan izin membacanya",
            en="check the name and place of the file, and that you may read it",
        ),
    )
