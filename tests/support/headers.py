"""What the headers of a kind's sheet mean, as the declaration says."""

from model.folding import fold
from model.kinds import ElementKind
from model.metamodel.metamodel import Metamodel

Meanings = dict[str, set[str]]


def meanings(metamodel: Metamodel, kind: ElementKind) -> Meanings:
    """Return folded header → what it means: a property, a column, "name", "code" or "outline N"."""
    spec = metamodel.kind(kind)
    found: Meanings = {}

    def put(header: str, meaning: str) -> None:
        found.setdefault(fold(header), set()).add(meaning)

    for header in spec.name_headers:
        put(header, "name")
    for header in spec.code_headers:
        put(header, "code")
    for number, headers in enumerate(spec.outline_headers):
        for header in headers:
            put(header, f"outline {number}")
    for one in metamodel.properties(kind):
        for header in one.headers:
            put(header, one.name)
    for link in metamodel.links(kind):
        for header in link.headers:
            put(header, f"column {link.name}")
    return found
