"""Writing files that people asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.faults import UnreadableFile
from model.text import Text


@contextmanager
def told_of(output: Path) -> Iterator[None]:
    """Tell a person what the system says when a file cannot be written.

    Raises:
        UnreadableFile: it cannot.
    """
    try:
        yield
    except OSError as error:
        raise UnreadableFile(
            Text(
                id=f"{output} tidak dapat ditulis: {error.strerror}",
                en=f"{output} cannot be written: {error.strerror}",
            ),
            fix=Text(
                id="pilih folder lain, atau tutup program yang memakai berkas itu",
                en="choose another folder, or close the program that has the file open",
            ),
        ) from error
