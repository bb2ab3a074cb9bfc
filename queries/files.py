"""Writing files that people asked for, and why the system cannot read or write one."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.faults import UnreadableFile
from model.text import Text

_REASONS = {  # what the system says in English only
    errno.ENOENT: "tidak ada",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak diizinkan",
    errno.EEXIST: "sudah ada",
    errno.EISDIR: "itu folder",
    errno.ENOTDIR: "ada berkas di tempat folder",
    errno.ENOSPC: "ruang disk habis",
    errno.EROFS: "hanya dapat dibaca",
    errno.ENAMETOOLONG: "nama terlalu panjang",
    errno.EBADF: "sudah ditutup",
    errno.EIO: "gangguan pada disk",
}


def reason(error: OSError) -> Text:
    """Return why the system could not read or write, in its own words where it is nothing usual."""
    told = error.strerror or type(error).__name__
    return Text(id=_REASONS.get(error.errno or 0, told), en=told)


@contextmanager
def told_of(output: Path) -> Iterator[None]:
    """Tell a person what the system says when a file cannot be written.

    Raises:
        UnreadableFile: it cannot.
    """
    try:
        yield
    except OSError as error:
        why = reason(error)
        raise UnreadableFile(
            Text(
                id=f"{output} tidak dapat ditulis: {why.id}",
                en=f"{output} cannot be written: {why.en}",
            ),
            fix=Text(
                id="pilih folder lain, atau tutup program yang memakai berkas itu",
                en="choose another folder, or close the program that has the file open",
            ),
        ) from error


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give a place to write beside the target, which takes its name only when all is written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    os.close(handle)
    place = Path(name)
    try:
        yield place
        place.replace(target)
    finally:
        place.unlink(missing_ok=True)
