"""The reference sets that come with the program, from the data in seed/reference/."""

import csv
import tomllib
from functools import cache
from importlib.resources import files

from model.reference import ReferenceCode, ReferenceSet, model_of
from model.text import Text

_FOLDER = files("seed") / "reference"


@cache
def shipped_reference_sets() -> tuple[ReferenceSet, ...]:
    """Return one set per national reference model, in the order of sets.toml."""
    declared = tomllib.loads((_FOLDER / "sets.toml").read_text(encoding="utf-8"))
    codes = _codes()
    return tuple(
        ReferenceSet(
            name=name,
            version=said["version"],
            label=Text(**said["label"]),
            codes=tuple(one for one in codes if model_of(one.code) == name),
        )
        for name, said in declared.items()
    )


def _codes() -> tuple[ReferenceCode, ...]:
    lines = (_FOLDER / "reference_codes.csv").read_text(encoding="utf-8").splitlines()
    return tuple(
        ReferenceCode(
            code=row["code"],
            name=row["name"],
            level=int(row["level"]),
            source=row["source"],
            status=row["status"],
        )
        for row in csv.DictReader(lines)
    )
