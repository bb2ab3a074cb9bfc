"""Reading a delivery: files, folders and zips become drafts and findings. The store is not asked.

files → (guarded child process) → sheets → layout → rows → drafts. What can be read is read; what cannot is a
finding with its place (docs/reading.md).
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from re import compile as pattern

from ftfy import fix_encoding

from ingest import reading_rules as rules
from ingest.context import Context, KnownLayouts
from ingest.draft import Reading
from ingest.exchange.reading import model_name, read_model
from ingest.export import MARKER_SHEET
from ingest.files.archive import REFUSALS, Delivered, Delivery, reason_of
from ingest.files.workbook import Content, Sheet, contents
from ingest.findings import Collector
from ingest.layout.headers import Headers
from ingest.layout.recognised import Outcome, Recognised
from ingest.leftover import example_title, repeats
from ingest.mapping.mapped import read_mapped
from ingest.mapping.mapping import Mapping
from ingest.marking.marks import is_list_of_findings
from ingest.planning.delivered import agencies_of_file, agency_named
from ingest.sheets import Found, read_sheet
from ingest.template.marker import is_template
from ingest.template.reading import read_template
from ingest.values.values import text_of
from model.faults import Place
from model.metamodel.metamodel import Metamodel
from queries.layouts import KnownLayout

Progress = Callable[[float], None]

# Characters that UTF-8 read as cp1252 or Latin-1 leaves behind; only texts with one are looked at.
_SUSPECT = pattern("[ÃÂâ]")
_CLOSING = pattern("(?<=[“\\w.])â€(?=$|[\\s.,;)])")  # a closing quotation mark that lost its last byte


def read(
    paths: Sequence[Path],
    metamodel: Metamodel,
    *,
    mapping: Mapping | None = None,
    known: Sequence[KnownLayout] = (),
    progress: Progress | None = None,
) -> Reading:
    """Return what a delivery says.

    paths: files, folders and zips. mapping: what the files of another tool mean. known: what people
    said of layouts before. progress: told the share of files that were read, 0–1.

    Raises:
        UnreadableFile: a path does not exist or may not be read.
    """
    told = Collector()
    headers = Headers(metamodel)
    found = Found()
    if mapping is not None:
        known = (*known, *mapping.known)
    context = Context(file="", sheet=None, headers=headers, told=told, known=KnownLayouts(known))
    with tempfile.TemporaryDirectory(prefix="simpul-", ignore_cleanup_errors=True) as workspace:
        delivery = Delivery(Path(workspace), told)
        delivery.add(paths)
        read_contents = _contents(delivery.files, told, progress)
        if mapping is not None and mapping.tables:
            read_mapped(mapping, list(read_contents), context, found)
        else:
            for file, content in read_contents:
                _read_file(file, content, replace(context, file=file.name), found)
    return Reading(
        drafts=tuple(found.drafts),
        relations=tuple(found.relations),
        revisions=tuple(found.revisions),
        gone=tuple(found.gone),
        findings=told.findings(),
        files=tuple(delivery.stamps),
        sheets=tuple(found.sheets),
        tables=tuple(found.tables),
        named=found.named,
    )


def _contents(
    files: Sequence[Delivered], told: Collector, progress: Progress | None
) -> Iterator[tuple[Delivered, Content]]:
    """The content of each file, repaired; what is to be told of the whole file is told."""
    answers = contents([(file.path, file.form) for file in files])
    for number, (file, content) in enumerate(zip(files, answers, strict=False), 1):
        _tell_of_file(file, content, told)
        if not content.is_model:  # XML says how it is encoded
            for sheet in content.sheets:
                _repair(sheet)
        yield file, content
        if progress is not None:
            progress(number / len(files))


def _tell_of_file(file: Delivered, content: Content, told: Collector) -> None:
    place = Place(file=file.name)
    for note, detail in content.notes:
        rule = {
            "macros": rules.MACROS,
            "encoding": rules.GUESSED_ENCODING,
            "other_format": rules.OTHER_FORMAT,
        }[note]
        told.tell(rule, place, detail=rules.FORMATS.get(detail, detail))
    if content.refused is not None:
        why = reason_of(content.refused, content.detail)
        told.tell(REFUSALS[content.refused], place, detail=why)


def _repair(sheet: Sheet) -> None:
    """Put right characters that were UTF-8 and have been read as something else."""
    for number, cells in sheet.rows:
        for position, cell in enumerate(cells):
            if isinstance(cell, str) and _SUSPECT.search(cell):
                repaired = _CLOSING.sub("”", fix_encoding(cell))
                if repaired != cell:
                    cells[position] = repaired
                    sheet.repaired.append((number, position, cell))


def _read_file(file: Delivered, content: Content, context: Context, found: Found) -> None:
    if content.is_model:
        if content.refused is None:  # half a model has elements without their relations
            found.named[file.name] = agencies_of_file(file.hints)
            before = len(found.drafts)
            read_model(content, replace(context, agency=agency_named(model_name(content))), found)
            rows = len(found.drafts) - before
            found.sheets.append(Recognised(file=file.name, sheet=None, outcome=Outcome.MODEL, rows=rows))
        return
    marker = next((sheet for sheet in content.sheets if _marks(sheet)), None)
    if marker is not None and is_template(marker):
        read_template(content.sheets, marker, context, found)
        return
    declarative = marker is not None
    read_here: list[tuple[str, Context, Found]] = []
    found.named[file.name] = agencies_of_file(file.hints)
    for sheet in content.sheets:
        if (declarative and sheet.title == MARKER_SHEET) or is_list_of_findings(sheet):
            continue
        called = sheet.title if sheet.title is not None else _stem(file.name)
        here = replace(context, sheet=sheet.title)
        if declarative:
            here = replace(here, source="csv", declarative=True, markers=False, exact=True)
        read_here.append((called, here, read_sheet(sheet, called, here)))
    for called, here, one in read_here:
        others = [draft for _, _, other in read_here if other is not one for draft in other.drafts]
        if repeats(called, one.drafts, others):
            here.told.tell(rules.SUMMARY_SHEET, here.place(), example=example_title(here))
            found.sheets += [_repeating(seen) for seen in one.sheets]
        else:
            found.add(one)


def _repeating(seen: Recognised) -> Recognised:
    """A sheet that only repeats others, which shows when all are read."""
    return replace(seen, outcome=Outcome.LEFT_OUT, kind=None, why=rules.SUMMARY_SHEET, rows=0, meanings=())


def _marks(sheet: Sheet) -> bool:
    """Whether a sheet says that simpul wrote the workbook."""
    if sheet.title != MARKER_SHEET or not sheet.hidden or not sheet.rows:
        return False
    return text_of(sheet.rows[0][1][0]).startswith("simpul ")


def _stem(name: str) -> str:
    return PurePosixPath(name).stem if "." in name else name
