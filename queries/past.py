"""Finding and showing elements as they stood after a load, in an architecture that is in memory."""

from collections.abc import Collection, Iterator

from model.element import Element, OpenReference, Relation, is_shipped
from model.folding import fold_code
from model.keys import parse_key
from model.kinds import ElementKind, RelationKind
from model.metamodel.common import OWNERSHIP
from model.metamodel.metamodel import Metamodel
from queries.architecture import Architecture, as_of
from queries.history import load_named
from queries.loads import merging
from queries.lookup import Brief, Found, Shown, matched, only, origins, reference_place, related
from queries.store.store import Store


class Past:
    """An architecture as it stood after a load, to be searched; answers are like those of queries.lookup."""

    def __init__(self, whole: Architecture, load: str) -> None:
        self.whole, self.load = whole, load

    def element_for(self, text: str) -> Element:
        """Return the element that a key, an alias, a unique code or a unique exact name meant then.

        Raises:
            UnknownElement: none did. AmbiguousElement: several did.
        """
        wanted, code = text.strip().lower(), fold_code(text).lower()
        if not wanted:
            return only(text, [])
        everybody = sorted(self.whole.elements.values(), key=lambda one: one.key)
        found = [one for one in everybody if wanted in map(str.lower, (one.key, *one.aliases))]
        if not found:
            found = [one for one in everybody if wanted in _called(one) or _code(one) in (wanted, code)]
        if not found:
            found = [one for one in everybody if not _former_codes(one).isdisjoint((wanted, code))]
        return only(text, found)

    def values(self, name: str) -> list[tuple[str, object]]:
        """Return the uids of all that had a property or field, with its value; of reference codes none."""
        said = (
            (one.uid, _fields(one).get(name)) for one in self.whole.elements.values() if not is_shipped(one)
        )
        return [(uid, value) for uid, value in said if value is not None]

    def leading(self, relation: RelationKind, uids: Collection[str]) -> set[str]:
        """Return the uids of all that a relation of a kind led from to one of these."""
        edges = self.whole.relations.values()
        return {edge.source for edge in edges if edge.relation is relation and edge.target in uids}

    def held(self, kinds: Collection[ElementKind]) -> list[tuple[str, int, int]]:
        """Return what elements of some kinds had: a name, how many had it, how many values it took."""
        values: dict[str, list[str]] = {}
        for one in self.whole.elements.values():
            if one.kind in kinds and not is_shipped(one):
                for name, value in _fields(one).items():
                    values.setdefault(name, []).append(str(value))
        return [(name, len(said), len(set(said))) for name, said in values.items()]

    def find(self, text: str, kind: ElementKind | None, *, limit: int) -> tuple[list[Found], int]:
        """Return the elements whose name, code or key has a text, and how many there are in all."""
        wanted = text.strip().lower()
        hits = [
            one
            for one in self.whole.elements.values()
            if (kind is None or one.kind is kind)
            and any(wanted in words for words in (*map(str.lower, (one.key, *one.aliases)), *_called(one)))
            and (kind is not None or one.kind is not ElementKind.REFERENCE_CODE or one.code == text.strip())
        ]
        hits.sort(key=lambda one: (not one.name.lower().startswith(wanted), one.name, one.key))
        owners = self._owners({one.uid for one in hits[:limit]})
        return [_found(one, owners.get(one.uid), wanted) for one in hits[:limit]], len(hits)

    def show(self, store: Store, element: Element) -> Shown:
        """Return an element with its relations, open references and the origin of its values, as they were.

        Findings are of today and left out.
        """
        edges = {edge.id: edge for edge in self._edges({element.uid})}
        ends = {uid for edge in edges.values() for uid in (edge.source, edge.target)}
        merges = merging.merges(store).until(self.load)
        records = merging.said_of(store, [element.uid], merges).get(element.uid, [])
        said = [record.until(self.load) for record in records if record.load <= self.load]
        by_id = {record.id: record for record in said}
        return Shown(
            element=element,
            relations=tuple(related(element, edges, {uid: self._brief(uid) for uid in ends})),
            references=tuple(
                (reference, self._candidates(reference), reference_place(reference, by_id))
                for reference, _ in self.whole.open
                if reference.holder == element.uid
            ),
            findings=(),
            origins=origins(element.uid, said),
        )

    def _candidates(self, reference: OpenReference) -> tuple[str, ...]:
        known = self.whole.elements
        return tuple(known[uid].key for uid in reference.candidates if uid in known)

    def _edges(self, uids: set[str]) -> Iterator[Relation]:
        return (
            edge for edge in self.whole.relations.values() if not uids.isdisjoint((edge.source, edge.target))
        )

    def _owners(self, uids: set[str]) -> dict[str, Element]:
        """Return the agency of each element: by the first kind of ownership that is said, then by key."""
        found: dict[str, tuple[int, str, Element]] = {}
        for edge in self._edges(uids):
            if edge.source in uids and edge.relation in OWNERSHIP:
                agency = self.whole.elements[edge.target]
                said = (OWNERSHIP.index(edge.relation), agency.key, agency)
                found[edge.source] = min(found.get(edge.source, said), said, key=lambda one: one[:2])
        return {uid: agency for uid, (_, _, agency) in found.items()}

    def _brief(self, uid: str) -> Brief:
        one = self.whole.elements[uid]
        return Brief(one.uid, one.key, one.kind, one.name, one.status.value)


def past(store: Store, metamodel: Metamodel, load: str) -> Past:
    """Return the architecture as it stood after a load, named by its id or a beginning of it.

    Raises:
        RefusedQuestion: no load or several begin so.
    """
    known = load_named(store, load).id
    return Past(as_of(store, metamodel, known), known)


def _fields(element: Element) -> dict[str, object]:
    return {
        **element.properties,
        "kind": element.kind.value,
        "scope": element.scope,
        "code": element.code,
        "name": element.name,
        "status": element.status.value,
    }


def _called(element: Element) -> set[str]:
    words = (element.name, *element.names, element.code, element.properties.get("abbreviation"))
    return {str(one).lower() for one in words if one}


def _code(element: Element) -> str:
    return (element.code or parse_key(element.key).code).lower()


def _former_codes(element: Element) -> set[str]:
    return {parse_key(alias).code.lower() for alias in element.aliases}


def _found(element: Element, agency: Element | None, text: str) -> Found:
    abbreviation = element.properties.get("abbreviation")
    plain = (element.name, element.key, element.code, str(abbreviation) if abbreviation else None)
    also, formerly = matched(text, plain, element.names, element.aliases)
    return Found(
        uid=element.uid,
        key=element.key,
        kind=element.kind,
        name=element.name,
        status=element.status.value,
        scope=element.scope,
        owner=agency.key if agency else None,
        agency=agency.name if agency else None,
        also=also,
        formerly=formerly,
    )
