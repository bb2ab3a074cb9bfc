"""The knowledge that comes with the program: seed/knowledge/ and the catalogue of national applications."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from model.knowledge import Concept, Knowledge, NationalApplication
from model.text import Text

_KNOWLEDGE = files("seed") / "knowledge"
_REFERENCE = files("seed") / "reference"


@cache
def shipped_knowledge() -> Knowledge:
    """Return concepts, words, abbreviations, spellings and national applications as shipped."""
    broader = _broader()
    return Knowledge(
        concepts=tuple(
            Concept(
                name=row["concept"],
                label=Text(id=row["label_id"], en=row["label_en"]),
                phrases=_several(row["synonyms"]),
                in_names=_several(row["in_names"]),
                codes=_several(row["codes"]),
                broader=broader.get(row["concept"], ()),
            )
            for row in _rows(_KNOWLEDGE, "concepts")
        ),
        spellings={row["variant"]: row["standard"] for row in _rows(_KNOWLEDGE, "spellings")},
        generic=frozenset(row["word"] for row in _rows(_KNOWLEDGE, "generic")),
        words={row["word"]: row["concept_word"] for row in _rows(_KNOWLEDGE, "words")},
        abbreviations=_abbreviations(),
        roots={row["word"]: row["root"] for row in _rows(_KNOWLEDGE, "roots")},
        national=tuple(_national()),
    )


def _broader() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(_KNOWLEDGE, "broader"):
        found[row["concept"]] = (*found.get(row["concept"], ()), row["broader"])
    return found


def _abbreviations() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows(_KNOWLEDGE, "abbreviations"):
        found[row["short"]] = (*found.get(row["short"], ()), row["long"])
    return found


def _national() -> Iterator[NationalApplication]:
    """The catalogue of national applications, and what each covers; some are in the second table only."""
    listed = {row["abbreviation"]: row for row in _rows(_REFERENCE, "national_apps")}
    for row in _rows(_KNOWLEDGE, "national_functions"):
        known = listed.get(row["abbreviation"], {})
        yield NationalApplication(
            abbreviation=row["abbreviation"],
            name=row["long_name"] or known.get("long_name", ""),
            concepts=_several(row["concepts"]),
            codes=_several(known.get("proposed_rab_code", "")),
            owner=known.get("owner", ""),
            field=row["aplikasi_umum"],
            network=bool(row["network"]),
            basis=row["legal_basis"],
            superseded_by=known.get("superseded_by", ""),
            note=row["note"],
            other_names=_several(row["other_names"]),
            regional=bool(row["regional"]),
            suite=bool(row["suite"]),
        )


def _rows(folder: Traversable, name: str) -> Iterator[dict[str, str]]:
    lines = (folder / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    return csv.DictReader(lines)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
