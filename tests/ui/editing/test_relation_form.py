"""Every relation the metamodel allows is offered, and no other; each reads right from where one stands."""

import pytest

from model.kinds import ElementKind
from model.metamodel.shipped import shipped
from model.text import Language
from ui.editing.relation_form import offers

METAMODEL = shipped()


@pytest.mark.parametrize("kind", ElementKind)
def test_what_is_offered_is_exactly_what_is_allowed(kind: ElementKind) -> None:
    offered = {
        (offer.relation, offer.reversed, other) for offer in offers(METAMODEL, kind) for other in offer.to
    }
    allowed = {
        (spec.relation, reversed, other)
        for spec in METAMODEL.relations
        for reversed in (False, True)
        for other in ElementKind
        if spec.allows(*((other, kind) if reversed else (kind, other)))
    }
    assert offered == allowed


def test_ends_point_from_the_source_whoever_stands_there() -> None:
    by_name = {offer.name: offer for offer in offers(METAMODEL, ElementKind.SERVER)}
    assert by_name["RUNS_ON<"].ends("server", "app") == ("app", "RUNS_ON", "server")
    assert by_name["LOCATED_IN>"].ends("server", "room") == ("server", "LOCATED_IN", "room")


def test_a_relation_is_named_with_its_direction_and_the_kinds_at_its_end() -> None:
    by_name = {offer.name: offer for offer in offers(METAMODEL, ElementKind.APPLICATION)}
    assert by_name["ACCESSES>"].words(METAMODEL, Language.EN) == "Accesses → Data object"
    assert by_name["REALIZED_BY<"].words(METAMODEL, Language.ID).startswith("Mewujudkan ← Layanan")
    assert by_name["ASSOCIATED_WITH>"].words(METAMODEL, Language.EN).endswith(", …")


def test_dependencies_come_first_and_the_general_tie_last() -> None:
    names = [offer.name for offer in offers(METAMODEL, ElementKind.APPLICATION)]
    assert names[0] == "ACCESSES>"
    assert names[-2:] == ["ASSOCIATED_WITH>", "ASSOCIATED_WITH<"]
