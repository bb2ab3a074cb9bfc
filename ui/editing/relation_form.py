"""Which relations an element may get, in plain words, and how each is read from here."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.kinds import ElementKind, Grouping, RelationKind
from model.metamodel.metamodel import Metamodel
from model.text import Language, Text

_KINDS_NAMED = 3
_OUT, _IN = ">", "<"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationOffer:
    """A relation that an element may get, seen from there. reversed: the element is its target."""

    relation: RelationKind
    reversed: bool
    label: Text
    help: Text
    to: tuple[ElementKind, ...]

    @property
    def name(self) -> str:
        """What stands for it in an address and a draft."""
        return f"{self.relation.value}{_IN if self.reversed else _OUT}"

    def ends(self, here: str, there: str) -> tuple[str, str, str]:
        """Return source, relation and target, given the keys of the element and of the other one."""
        source, target = (there, here) if self.reversed else (here, there)
        return source, self.relation.value, target

    def words(self, metamodel: Metamodel, language: Language) -> str:
        """Return it in one line: what it says, which way it points, and the kinds at its other end."""
        kinds = [metamodel.kind(kind).label.in_(language) for kind in self.to[:_KINDS_NAMED]]
        rest = ", …" if len(self.to) > _KINDS_NAMED else ""
        return f"{self.label.in_(language)} {'←' if self.reversed else '→'} {', '.join(kinds)}{rest}"


def offers(metamodel: Metamodel, kind: ElementKind) -> Sequence[RelationOffer]:
    """Return the relations that an element of a kind may get: dependencies first, the general one last."""
    found = [
        RelationOffer(
            relation=spec.relation,
            reversed=reversed,
            label=spec.inverse if reversed else spec.label,
            help=spec.help,
            to=partners,
        )
        for spec in metamodel.relations
        for reversed in (False, True)
        if (partners := metamodel.partners(spec.relation, kind, reversed=reversed))
    ]
    return sorted(found, key=lambda offer: _place(offer, metamodel))


def _place(offer: RelationOffer, metamodel: Metamodel) -> tuple[bool, bool, bool]:
    spec = metamodel.relation(offer.relation)
    return spec.general, spec.grouping is Grouping.NONE, offer.reversed
