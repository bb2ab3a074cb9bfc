"""Whose each element is: the agency, of which a unit is a part. Wherever agencies are counted, these are."""

import numpy as np

from model.folding import fold
from model.keys import NATIONAL, SHARED, parse_key
from model.kinds import ElementKind
from model.nomenclature import is_government
from queries.snapshot.coding import ELEMENT_KINDS
from queries.snapshot.columns import ABSENT, Elements, Ints


def governments(elements: Elements) -> frozenset[int]:
    """Return the organisations that send no workbook, by index: regional governments as a whole, and who
    stands for what is shared or national.
    """
    units = np.flatnonzero(elements.kind == ELEMENT_KINDS.index(ElementKind.ORG_UNIT)).tolist()
    return frozenset(unit for unit in units if _is_whole(elements, unit))


def _is_whole(elements: Elements, unit: int) -> bool:
    if elements.scope[unit] == NATIONAL or is_government(elements.name[unit]):
        return True
    key = parse_key(elements.key[unit])
    return fold(key.scope) == SHARED == fold(key.code)


def agencies(elements: Elements, owner: Ints) -> Ints:
    """Return by element the index of its agency, ABSENT without an owner.

    A unit counts as the agency whose scope it is in, and as itself where the scope is nobody's own; an
    organisation unit has no owner and is of its own agency.
    """
    units = np.flatnonzero(elements.kind == ELEMENT_KINDS.index(ElementKind.ORG_UNIT)).tolist()
    keys = {unit: parse_key(elements.key[unit]) for unit in units}
    heads: dict[tuple[str, str], int] = {}
    for unit, key in keys.items():
        if fold(key.code) == fold(key.scope):
            heads.setdefault((key.government, key.scope), unit)
    counts_as = np.arange(len(owner) + 1, dtype=np.int32)
    counts_as[ABSENT] = ABSENT
    for unit, key in keys.items():
        counts_as[unit] = heads.get((key.government, elements.scope[unit] or key.scope), unit)
    whose = owner.copy()
    whose[units] = np.where(owner[units] == ABSENT, units, owner[units])
    return np.asarray(counts_as[whose], np.int32)
