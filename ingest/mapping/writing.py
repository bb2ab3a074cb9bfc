"""Confirmed mappings as a file that --map reads. Format: docs/reading.md."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from queries.files import told_of
from queries.layouts import Confirmed, KnownLayout

NAME = "simpul"


def write_mappings(known: Iterable[KnownLayout], output: Path) -> None:
    """Write mappings to a file.

    Raises:
        UnreadableFile: the file cannot be written.
    """
    with told_of(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(mapping_text(known), encoding="utf-8", newline="\n")


def mapping_text(known: Iterable[KnownLayout]) -> str:
    """Return mappings as TOML."""
    return "\n".join((f"name = {_quoted(NAME)}", *(line for one in known for line in _lines(one)))) + "\n"


def _lines(one: KnownLayout) -> Iterator[str]:
    said = one.said
    yield ""
    yield f"# {' '.join(f'{one.id} {one.by} {one.at} {said.seen}'.split())}"
    yield "[[layouts]]"
    if said.kind:
        yield f"kind = {_quoted(said.kind)}"
    if said.titled:
        yield f"titled = {_quoted(said.titled)}"
    yield "columns = ["
    for header, means in _columns(said):
        yield f"    {{ header = {_quoted(header)}, means = {_quoted(means)} }},"
    yield "]"


def _columns(said: Confirmed) -> Iterator[tuple[str, str]]:
    """Header and meaning in order; columns without a header keep their distance to the last with one."""
    beside = 0
    for key, header in said.written.items():
        if header:
            beside = 0
        else:
            wanted = int(key.rpartition("+")[2])
            for _ in range(wanted - beside - 1):
                yield "", "-"
            beside = wanted
        yield header, said.columns.get(key, "-")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
