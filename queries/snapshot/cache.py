"""Snapshots on disk: one file each, whose columns are mapped into memory and not read.

A file is MAGIC, the length of its header, a checksum of all that follows, the header (JSON: revision, where
each array lies, the words of coded columns) and the arrays. It appears under its name only when complete;
one that does not agree with its checksum is removed. None of it is needed: without a file the store is read.
"""

import json
import logging
import os
import struct
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from model.metamodel.metamodel import Metamodel
from queries.snapshot.columns import Coded, Elements, Relations, Strings
from queries.snapshot.snapshot import Snapshot

KEPT = 4  # files in the folder
_MAGIC = b"simpulS4"
_HEAD = struct.Struct("<8sQI")
_ALIGNED = 64  # bytes
_SUFFIX = ".snapshot"
_LINKS = ("out_ptr", "in_ptr", "in_relation", "owner")
_LOG = logging.getLogger(__name__)

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Cache:
    """The files of the snapshots of one store, as it is read by one metamodel.

    series: identifies store and reading; letters, digits and "-".
    """

    folder: Path
    series: str
    metamodel: Metamodel

    def newest(self, most: int) -> Snapshot | None:
        """Return the kept snapshot of the highest revision up to `most`; None without a sound one."""
        for revision, path in sorted(self._files(), reverse=True):
            if revision <= most:
                found = loaded(path, self.metamodel)
                if found is not None and found.revision == revision:
                    return found
                _remove(path)
        return None

    def keep(self, snapshot: Snapshot) -> None:
        """Keep a snapshot for later processes; old files make room. A disk that refuses is only noted."""
        path = self.folder / f"{self.series}-{self.metamodel.digest}-{snapshot.revision:012d}{_SUFFIX}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            save(path, snapshot)
            self._make_room()
        except OSError as error:
            _LOG.warning("a snapshot could not be kept in %s: %s", self.folder, error.strerror)

    def _files(self) -> Iterator[tuple[int, Path]]:
        start = f"{self.series}-{self.metamodel.digest}-"
        for path in self.folder.glob(f"{start}*{_SUFFIX}"):
            number = path.name.removeprefix(start).removesuffix(_SUFFIX)
            if number.isdecimal():
                yield int(number), path

    def _make_room(self) -> None:
        known = [(path.stat().st_mtime_ns, path.name, path) for path in self.folder.glob(f"*{_SUFFIX}")]
        for _, _, path in sorted(known, reverse=True)[KEPT:]:
            _remove(path)


def save(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot to a file that only its owner may read; it is there whole or not at all.

    Raises:
        OSError: the disk refuses.
    """
    draft = _Draft()
    draft.columns("elements", snapshot.elements)
    draft.columns("relations", snapshot.relations)
    for name in _LINKS:
        draft.array(name, getattr(snapshot, name))
    header = draft.header(snapshot.revision)
    checksum = zlib.crc32(header)
    for block in draft.blocks:
        checksum = zlib.crc32(block, checksum)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_HEAD.pack(_MAGIC, len(header), checksum))
            file.write(header)
            file.writelines(draft.blocks)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def loaded(path: Path, metamodel: Metamodel) -> Snapshot | None:
    """Return the snapshot in a file, mapped into memory; None if the file is not sound."""
    try:
        whole = np.memmap(path, np.uint8, mode="r")
    except (OSError, ValueError):  # ValueError: an empty file
        return None
    if len(whole) < _HEAD.size:
        return None
    magic, length, checksum = _HEAD.unpack(whole[: _HEAD.size].tobytes())
    body = whole[_HEAD.size :]
    if magic != _MAGIC or length > len(body) or zlib.crc32(body.data) != checksum:
        return None
    header = json.loads(body[:length].tobytes())
    return _Reading(header["arrays"], header["words"], body[length:]).snapshot(metamodel, header["revision"])


@dataclass(slots=True)
class _Draft:
    """The arrays of a file while they are laid out."""

    arrays: dict[str, tuple[str, int, int]] = field(default_factory=dict)  # dtype, offset, count
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    blocks: list[bytes | memoryview] = field(default_factory=list)
    size: int = 0

    def array(self, name: str, values: Array) -> None:
        flat = np.ascontiguousarray(values)
        self.arrays[name] = (flat.dtype.str, self.size, len(flat))
        self._append(flat.view(np.uint8).data)

    def columns(self, table: str, columns: Elements | Relations) -> None:
        for one in fields(columns):
            name, column = f"{table}.{one.name}", getattr(columns, one.name)
            if isinstance(column, Strings):
                packed = column.packed()
                for part in fields(packed):
                    self.array(f"{name}.{part.name}", getattr(packed, part.name))
            elif isinstance(column, Coded):
                self.array(name, column.codes)
                self.words[name] = column.words
            else:
                self.array(name, column)

    def header(self, revision: int) -> bytes:
        document = {"revision": revision, "arrays": self.arrays, "words": self.words}
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        return text + b" " * (-(_HEAD.size + len(text)) % _ALIGNED)

    def _append(self, block: memoryview) -> None:
        gap = -len(block) % _ALIGNED
        self.blocks += [block, bytes(gap)]
        self.size += len(block) + gap


@dataclass(frozen=True, slots=True)
class _Reading:
    """The arrays of a file, found by name."""

    arrays: Mapping[str, tuple[str, int, int]]
    words: Mapping[str, list[str]]
    data: npt.NDArray[np.uint8]

    def snapshot(self, metamodel: Metamodel, revision: int) -> Snapshot:
        return Snapshot(
            metamodel=metamodel,
            revision=revision,
            elements=self.columns("elements", Elements),
            relations=self.columns("relations", Relations),
            out_ptr=self.array("out_ptr"),
            in_ptr=self.array("in_ptr"),
            in_relation=self.array("in_relation"),
            owner=self.array("owner"),
        )

    def array(self, name: str) -> Array:
        dtype, offset, count = self.arrays[name]
        kind = np.dtype(dtype)
        return np.asarray(self.data[offset : offset + count * kind.itemsize]).view(kind)

    def columns(self, table: str, of: type[Any]) -> Any:
        return of(**{one.name: self.column(f"{table}.{one.name}") for one in fields(of)})

    def column(self, name: str) -> Strings | Coded | Array:
        if name in self.words:
            return Coded(self.array(name), tuple(self.words[name]))
        if name in self.arrays:
            return self.array(name)
        return Strings(*(self.array(f"{name}.{part.name}") for part in fields(Strings)))


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:  # where a mapped file may not be removed
        _LOG.info("an old snapshot stays: %s", error.strerror)
