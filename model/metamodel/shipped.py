"""The metamodel that comes with the program."""

from functools import cache

from model.metamodel import (
    application,
    business,
    data,
    governance,
    infrastructure,
    network,
    organisation,
    security,
    service,
)
from model.metamodel.archimate import CONCEPTS
from model.metamodel.common import COMMON, COMMON_LINKS, DEPENDENCY, DOMAINS, LAYERS
from model.metamodel.metamodel import Metamodel
from model.metamodel.relations import relations

KINDS = (
    *organisation.KINDS,
    *business.KINDS,
    *service.KINDS,
    *application.KINDS,
    *data.KINDS,
    *infrastructure.KINDS,
    *network.KINDS,
    *security.KINDS,
    *governance.KINDS,
)


@cache
def shipped() -> Metamodel:
    """Return it: always the same value."""
    return Metamodel(
        kinds=KINDS,
        relations=relations(KINDS),
        common=COMMON,
        common_links=COMMON_LINKS,
        dependency=DEPENDENCY,
        layers=LAYERS,
        domains=DOMAINS,
        concepts=CONCEPTS,
    )
