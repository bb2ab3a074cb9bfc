"""Inventories of invented governments whose truth is known: which applications do the same work.

See tests/data/similar_applications/README.md. Weights are fitted on some of them (`LEARNT`), and everything
told of the others (`HELD`, `READ`) is of inventories that nothing was fitted on.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from model.folding import fold
from model.kinds import ElementKind
from queries.redundancy.corpus import Corpus, Entry, told_regions

DATA = Path(__file__).parents[1] / "data" / "similar_applications"
COLUMNS = ("services", "data", "processes")
POSITIVE = ("identity", "functional", "national")
UNCLEAR = "unclear"  # its author would not say: such pairs are not judged
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sample:
    """An inventory, or the half of one, by folder and label. half: blank for the whole."""

    folder: str
    label: str
    half: str = ""


SAGU_RAYA = Sample("kepulauan_sagu_raya", "Kepulauan Sagu Raya (province), half `test`", "test")
LEARNT = (
    Sample("kepulauan_sagu_raya", "Kepulauan Sagu Raya (province), half `tune`", "tune"),
    Sample("teluk_kenari", "Teluk Kenari (regency)"),
    Sample("bandar_seruni", "Bandar Seruni (city)"),
    Sample("nusa_cempaka", "Nusa Cempaka (province)"),
    Sample("kepulauan_lontar", "Kepulauan Lontar (regency)"),
)
HELD = (
    SAGU_RAYA,
    Sample("selat_meranti", "Selat Meranti (province)"),
    Sample("muara_jati", "Muara Jati (city)"),
)
# Nothing was fitted on these either, but their pairs were read, and what they showed was mended: flattering.
READ = (
    Sample("tandjora", "Tandjora (province)"),
    Sample("tandoloe", "Tandoloe (city)"),
    Sample("saruwai", "Teluk Saruwai (regency)"),
    Sample("seram_raya", "Seram Raya (province)"),
    Sample("lembah_noken", "Lembah Noken (regency)"),
    Sample("nusa_baruna", "Nusa Baruna (province)"),
)


@dataclass(frozen=True, eq=False)
class Labelled:
    """Pairs of a corpus with their truth. kinds: what each true pair is, blank for the others."""

    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    kinds: npt.NDArray[np.str_]

    @property
    def true(self) -> Bools:
        """Which pairs do the same work."""
        return np.isin(self.kinds, POSITIVE)


@cache
def inventory(folder: str) -> Corpus:
    """Return an inventory as a corpus; of its region it knows what its records tell."""
    entries = sorted(map(_entry, _rows(folder, "applications")), key=lambda one: one.key)
    return Corpus(
        kind=ElementKind.APPLICATION,
        entries=tuple(entries),
        columns=COLUMNS,
        region=told_regions(entries),
    )


def labelled(sample: Sample) -> Labelled:
    """Return all pairs of an inventory, or inside one half of it."""
    own = {row["key"]: sample.half in ("", row["split"]) for row in _rows(sample.folder, "truth")}
    return labelled_by(inventory(sample.folder), _rows(sample.folder, "pairs"), own)


def labelled_by(
    corpus: Corpus, told: Iterable[Mapping[str, str]], own: Mapping[str, bool] | None = None
) -> Labelled:
    """Return all pairs of a corpus with the kind told of each (rows of left, right, kind).

    own: which keys both ends are among; all where it is None.
    """
    at = {entry.key: place for place, entry in enumerate(corpus.entries)}
    said = {tuple(sorted((at[row["left"]], at[row["right"]]))): row["kind"] for row in told}
    inside = np.array([own is None or own[entry.key] for entry in corpus.entries])
    left, right = np.triu_indices(len(corpus), 1)
    keep = inside[left] & inside[right]
    left, right = left[keep].astype(np.int32), right[keep].astype(np.int32)
    kinds = np.array([said.get(pair, "") for pair in zip(left.tolist(), right.tolist(), strict=True)])
    judged = kinds != UNCLEAR
    return Labelled(left[judged], right[judged], kinds[judged])


def functions(folder: str) -> dict[str, str]:
    """Return the latent function of each application, by key."""
    return {row["key"]: row["function"] for row in _rows(folder, "truth")}


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        uid=row["key"],
        key=row["key"],
        name=row["name"],
        scope=row["owner"],
        agency=row["owner"],
        abbreviation=_said(row["abbreviation"]),
        texts=tuple(text for text in (row["description"], row["function"]) if text),
        address=_said(row["url"]),
        make=frozenset(f"technology {part.casefold()}" for part in _several(row["technology"], ",")),
        neighbours={column: {fold(one): one for one in _several(row[column])} for column in COLUMNS},
        codes=tuple(_several(row["reference"])),
    )


def _said(cell: str) -> str:
    return "" if cell.strip() == "-" else cell.strip()


def _several(cell: str, separator: str = ";") -> list[str]:
    return [part.strip() for part in cell.split(separator) if _said(part)]


def _rows(folder: str, name: str) -> Iterator[dict[str, str]]:
    with (DATA / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
