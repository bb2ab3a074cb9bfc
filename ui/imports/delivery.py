"""Uploaded files, kept on disk by an id that the page's address holds: a dropped connection loses nothing."""

import hashlib
import json
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock

from ingest.naming import safe_name
from ingest.planning.leaving_out import NOTHING, Without
from model.faults import ModelerError
from model.record import FileStamp, Mode
from model.text import Text
from queries.files import replaced
from ui.phrases import imports as words

_ID = re.compile(r"[0-9]{8}-[0-9a-f]{12}")


class UploadLost(ModelerError):
    """The files that a link speaks of are no longer there."""


class Uploaded(Protocol):
    """A file as the browser sent it."""

    @property
    def name(self) -> str:
        """Its name; with folders where a folder was dropped."""
        ...

    def getvalue(self) -> bytes:
        """Its content."""
        ...


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that a page made, kept as if it had been uploaded."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        """Return its content."""
        return self.content


@dataclass(frozen=True, slots=True)
class Asked:
    """How uploaded files are to be loaded.

    retire: per cent of a scope that a replacing load may retire. without: what is left out by choice.
    """

    scope: str | None
    mode: Mode
    retire: int
    without: Without = NOTHING


@dataclass(frozen=True, slots=True)
class Uploads:
    """The folder in which uploads are kept, one folder for each id."""

    folder: Path

    def keep(self, files: Iterable[Uploaded]) -> str:
        """Keep files together; return their id."""
        name = f"{datetime.now(UTC):%Y%m%d}-{secrets.token_hex(6)}"
        target = self.folder / name
        target.mkdir(parents=True, mode=0o700)
        for file in files:
            place = _free(target / safe_name(file.name))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.getvalue())
        return name

    def kept(self, name: str) -> Path:
        """Return the folder of what is kept under an id: the sender's folders are in it.

        Raises:
            UploadLost: there is none, or the id is not one of ours.
        """
        folder = self.folder / name
        if not _ID.fullmatch(name) or not folder.is_dir():
            raise UploadLost(words.LOST, fix=_UPLOAD_AGAIN)
        return folder

    def noted(self, name: str) -> dict[str, Any]:
        """Return what was noted of an upload, by what it is about: what people chose and did not confirm."""
        try:
            found = json.loads(self._notes(name).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def note(self, name: str, about: str, note: dict[str, Any] | None) -> None:
        """Note something of an upload, so that a dropped connection loses nothing; None: no longer."""
        place = self._notes(name)
        with FileLock(place.with_suffix(".lock")):  # a second window notes of the same upload
            notes = self.noted(name)
            notes.pop(about, None)
            if note is not None:
                notes[about] = note
            with replaced(place) as written:
                written.write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")

    def _notes(self, name: str) -> Path:
        """Beside the files, not among them."""
        return self.kept(name).with_suffix(".json")

    def holding(self, stamp: FileStamp) -> Path | None:
        """Return the newest upload that has this very file; None where none is kept any more."""
        if not self.folder.is_dir():
            return None
        for folder in sorted(self.folder.iterdir(), reverse=True):
            file = folder / stamp.name
            if _ID.fullmatch(folder.name) and file.is_file() and _digest(file) == stamp.sha256:
                return folder
        return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _free(path: Path) -> Path:
    """The path itself, or with a number where two files of one delivery have one name."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


_UPLOAD_AGAIN = Text(id="pilih berkasnya lagi pada langkah 1", en="choose the files again in step 1")
