"""A metamodel for tests of the availability rule: every kind, and relations of each grouping.

Ends are not restricted. Four relations carry the rule: RUNS_ON (each, down; environment dev: none),
CALLS (each, degraded), SERVED_BY (partial, down) and USES (partial, down); the others have no effect
of their own. It does not change when the shipped declaration does.
"""

from model.kinds import Aspect, Domain, Effect, ElementKind, Grouping, Layer, RelationKind
from model.metamodel.common import COMMON, COMMON_LINKS, DEPENDENCY, DOMAINS, LAYERS
from model.metamodel.failing import FAILURES
from model.metamodel.metamodel import Metamodel
from model.metamodel.spec import EffectRule, Ends, Expectation, KindSpec, PropertySpec, RelationSpec
from model.text import same

ENVIRONMENT = PropertySpec(name="environment", label=same("environment"))
ANY_KIND = tuple(ElementKind)
NEVER_BY_THEMSELVES = (ElementKind.SERVICE, ElementKind.BUSINESS_PROCESS)
EXPECTS = {
    ElementKind.APPLICATION: (
        Expectation(
            relation=RelationKind.RUNS_ON,
            to=(ElementKind.SERVER, ElementKind.CLOUD_SERVICE),
            instead=(RelationKind.SERVED_BY,),
        ),
    ),
    ElementKind.SERVER: (Expectation(relation=RelationKind.CALLS, to=(ElementKind.COMPUTING_FACILITY,)),),
}
RULES = {
    RelationKind.RUNS_ON: (
        Grouping.EACH,
        (
            EffectRule(effect=Effect.NONE, qualifier="environment", values=("dev",)),
            EffectRule(effect=Effect.DOWN),
        ),
    ),
    RelationKind.CALLS: (Grouping.EACH, (EffectRule(effect=Effect.DEGRADED),)),
    RelationKind.SERVED_BY: (Grouping.PARTIAL, (EffectRule(effect=Effect.DOWN),)),
    RelationKind.USES: (Grouping.PARTIAL, (EffectRule(effect=Effect.DOWN),)),
}


def small_metamodel() -> Metamodel:
    """Return it."""
    return Metamodel(
        kinds=tuple(_kind(kind) for kind in ElementKind),
        relations=tuple(_relation(relation) for relation in RelationKind),
        common=COMMON,
        common_links=COMMON_LINKS,
        dependency=DEPENDENCY,
        layers=LAYERS,
        domains=DOMAINS,
    )


def _kind(kind: ElementKind) -> KindSpec:
    return KindSpec(
        kind=kind,
        domain=Domain.APPLICATION,
        layer=Layer.APPLICATION,
        aspect=Aspect.ACTIVE,
        label=same(kind.value),
        archimate="Node",
        icon="•",
        properties=() if kind in NEVER_BY_THEMSELVES else FAILURES,
        expects=EXPECTS.get(kind, ()),
        help=same(kind.value),
    )


def _relation(relation: RelationKind) -> RelationSpec:
    grouping, effects = RULES.get(relation, (Grouping.NONE, ()))
    return RelationSpec(
        relation=relation,
        label=same(relation.value),
        inverse=same(relation.value),
        ends=(Ends(sources=ANY_KIND, targets=ANY_KIND),),
        grouping=grouping,
        effects=effects,
        properties=(ENVIRONMENT,) if relation is RelationKind.RUNS_ON else (),
        archimate="Association",
        help=same(relation.value),
    )
