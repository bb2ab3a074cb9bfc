"""The option --marked of import: the agencies' own workbooks with the faulty cells marked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from model.text import Text
from ui.commands import console

if TYPE_CHECKING:
    from ingest.draft import Table
    from model.faults import Finding

Marked = Annotated[
    Path | None,
    typer.Option(
        "--marked",
        metavar="FILE.xlsx|.zip",
        help="berkas OPD dengan sel keliru ditandai / the agency's files, faulty cells marked",
    ),
]
_NOTHING = Text(
    id="Tidak ada yang perlu diperbaiki; {path} tidak ditulis.",
    en="There is nothing to correct; {path} was not written.",
)
_WRITTEN = Text(id="{count} berkas bertanda ditulis ke {path}.", en="{count} marked files written to {path}.")


def check(output: Path, paths: Sequence[Path]) -> None:
    """Refuse a place to write to before anything is read."""
    from ingest.marking.marking import check_output

    check_output(output, paths)


def written(
    output: Path, paths: Sequence[Path], tables: "Sequence[Table]", findings: "Sequence[Finding]"
) -> dict[str, Any]:
    """Write the marked files, if there is anything to correct; return what is told of it as JSON."""
    from ingest.marking.marking import marked, write_marked

    files = marked(paths, tables, findings, console.SESSION.language)
    if files:
        write_marked(files, output)
    if not console.SESSION.json:
        text = _WRITTEN if files else _NOTHING
        console.line(text.filled(count=len(files), path=output))
    names = [file.name for file in files]
    return {"marked": {"path": str(output) if files else None, "files": names}}
