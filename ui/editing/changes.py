"""What a property is called, and what changed of an element, cell by cell, in words."""

from collections.abc import Iterator

from model.decision import VERDICT_LABELS, Verdict
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel
from model.record import Value
from model.text import Language, Text, same
from queries.history import Change
from queries.loads.plan import ElementChange
from ui.phrases import common
from ui.wording import value_words

_OTHERS = {  # what is shown of an element and is no property
    "key": common.KEY,
    "heard": common.HEARD,
    "names": common.OTHER_NAMES,
    "aliases": common.FORMER_KEYS,
}


def label_of(metamodel: Metamodel, kind: ElementKind, name: str) -> Text:
    """Return what a property, a column of references or a relation is called; itself if nobody named it."""
    spec = metamodel.property_(kind, name) or next((o for o in metamodel.links(kind) if o.name == name), None)
    if spec is not None:
        return spec.label
    relation = next((one for one in metamodel.relations if one.relation.value == name), None)
    return relation.label if relation is not None else _OTHERS.get(name) or same(name)


def change_values(change: Change, language: Language) -> tuple[Value | None, Value | None]:
    """Return a change before and after; of a decision the verdicts in words, and why it was made."""
    if change.other is None:
        return change.before, change.after
    before, after = (
        VERDICT_LABELS[Verdict(str(one))].in_(language) if one else None
        for one in (change.before, change.after)
    )
    return before, f"{after}: “{change.note}”" if change.note else after


def cells(change: ElementChange, metamodel: Metamodel, language: Language) -> Iterator[tuple[str, str, str]]:
    """Yield what differs of an element: property, before, after, each as people read it."""
    kind = change.after.kind
    for name, before, after in change.cells():
        spec = metamodel.property_(kind, name)
        label = label_of(metamodel, kind, name).in_(language)
        yield label, value_words(spec, before, language), value_words(spec, after, language)
