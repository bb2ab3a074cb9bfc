"""A wrong declaration fails when it is made, not in a user's workbook."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from model.kinds import Aspect, Domain, Effect, ElementKind, Grouping, Layer, RelationKind
from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from model.metamodel.shorthand import column, prop
from model.metamodel.spec import (
    Choice,
    CodeScheme,
    EffectRule,
    Ends,
    KindSpec,
    PropertySpec,
    RelationSpec,
    ValueType,
)
from model.text import Text, same


def _kind(label: str = "Server", **more: tuple[PropertySpec, ...]) -> KindSpec:
    return KindSpec(
        kind=ElementKind.SERVER,
        domain=Domain.INFRASTRUCTURE,
        layer=Layer.TECHNOLOGY,
        aspect=Aspect.ACTIVE,
        label=same(label),
        archimate="Node",
        icon="•",
        help=same("help"),
        **more,
    )


def _relation(**more: object) -> RelationSpec:
    fields: dict[str, object] = {
        "relation": RelationKind.RUNS_ON,
        "label": same("runs on"),
        "inverse": same("runs"),
        "ends": (Ends(sources=(ElementKind.APPLICATION,), targets=(ElementKind.SERVER,)),),
        "grouping": Grouping.EACH,
        "effects": (EffectRule(effect=Effect.DOWN),),
        "archimate": "Serving",
        "help": same("help"),
    }
    return RelationSpec(**{**fields, **more})  # type: ignore[arg-type]


def _without_a_kind() -> Metamodel:
    return replace(shipped(), kinds=shipped().kinds[1:])


def _without_a_relation() -> Metamodel:
    return replace(shipped(), relations=shipped().relations[1:])


def _with_a_forbidden_column() -> Metamodel:
    server = shipped().kind(ElementKind.SERVER)
    column_ = column("x", ("X", "X"), RelationKind.SERVED_BY, (ElementKind.SERVICE,))
    wrong = replace(server, links=(*server.links, column_))
    kinds = tuple(wrong if spec is server else spec for spec in shipped().kinds)
    return replace(shipped(), kinds=kinds)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: prop("Nama", ("a", "b")), "snake_case"),
        (lambda: prop("a", ("a", "b"), type=ValueType.CHOICE), "choices belong to a choice type"),
        (
            lambda: prop("a", ("a", "b"), choices=(Choice(value="x", label=same("x")),) * 2),
            "a choice is declared twice",
        ),
        (lambda: CodeScheme(prefix="rab", label=same("x")), "three capitals"),
        (lambda: _kind("x" * 32), "cannot be a sheet title"),
        (lambda: _kind("a/b"), "cannot be a sheet title"),
        (lambda: _kind(properties=(prop("a", ("a", "b")),) * 2), "declared twice"),
        (lambda: _relation(identity=("role",)), "unknown property"),
        (lambda: _relation(effects=()), "what the loss of its target does"),
        (lambda: Text(id="", en="x"), "both languages"),
        (_without_a_kind, "every element kind"),
        (_without_a_relation, "every relation kind"),
        (_with_a_forbidden_column, "Server SERVED_BY Service is not allowed"),
    ],
)
def test_it_is_refused(make: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        make()


def test_the_first_rule_that_applies_decides() -> None:
    spec = _relation(
        properties=(prop("environment", ("a", "b")),),
        effects=(
            EffectRule(effect=Effect.NONE, qualifier="environment", values=("dev",)),
            EffectRule(effect=Effect.DEGRADED, sources=(ElementKind.APPLICATION,)),
        ),
    )
    ends = (ElementKind.APPLICATION, ElementKind.SERVER)
    assert spec.effect(*ends, {"environment": "dev"}) is Effect.NONE
    assert spec.effect(*ends, {}) is Effect.DEGRADED
    assert spec.effect(ElementKind.SERVER, ElementKind.SERVER, {}) is Effect.NONE


def test_a_kind_has_the_common_columns_it_may_have_and_its_own_instead_of_them() -> None:
    metamodel = shipped()
    names = {kind: [link.name for link in metamodel.links(kind)] for kind in ElementKind}
    assert "owner" in names[ElementKind.SERVER]
    assert "owner" not in names[ElementKind.ORG_UNIT]
    assert "owner" not in names[ElementKind.REFERENCE_CODE]
    assert names[ElementKind.SERVICE].count("owner") == 1
    owner = next(link for link in metamodel.links(ElementKind.SERVICE) if link.name == "owner")
    assert owner.label.id == "Unit Pelaksana Layanan"
    assert "OPD Pengampu" in owner.headers
