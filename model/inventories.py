"""The inventories that evaluators of SPBE ask for, each declared once: of which kinds, in which columns.

Which indicators ask for them: seed/reference/indicators.csv. Columns are properties and reference columns by
metamodel name.
"""

from dataclasses import dataclass
from enum import StrEnum, unique

from model.kinds import Domain, ElementKind
from model.metamodel.governance import ROADMAP_YEARS


@unique
class Inventory(StrEnum):
    """A list of elements that evaluators ask for."""

    SERVICES = "services"
    APPLICATIONS = "applications"
    INTERFACES = "interfaces"
    DATA = "data"
    NETWORKS = "networks"
    ASSETS = "assets"
    RISKS = "risks"
    GAPS = "gaps"
    ROADMAP = "roadmap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What an inventory lists.

    kinds, domain: of these kinds, or of all kinds of a domain. columns: blank where a kind has none of that
    name. ended: what is no longer in use is listed too. only_with: only elements that have something in
    one of these columns; empty: all. by: a choice whose order the rows follow, before agency and name.
    """

    columns: tuple[str, ...]
    kinds: tuple[ElementKind, ...] = ()
    domain: Domain | None = None
    ended: bool = False
    only_with: tuple[str, ...] = ()
    by: str | None = None


LISTINGS: dict[Inventory, Listing] = {
    Inventory.SERVICES: Listing(
        kinds=(ElementKind.SERVICE,),
        columns=(
            *("code", "name", "description", "ral", "affair", "service_flags", "service_target"),
            *("service_method", "processes", "applications", "data", "regulations", "status"),
        ),
    ),
    Inventory.APPLICATIONS: Listing(
        kinds=(ElementKind.APPLICATION,),
        columns=(
            *("code", "name", "description", "function", "status", "valid_from", "valid_to", "raa"),
            *("services", "user_agencies", "users", "url", "regulations", "annual_cost", "developer"),
            *("sdlc_documents", "security_test", "restore_test", "predecessors", "comment"),
        ),
        ended=True,
    ),
    Inventory.INTERFACES: Listing(
        kinds=(ElementKind.INTERFACE,),
        columns=(
            *("code", "name", "version", "endpoint", "provider", "consumers", "hub", "data"),
            *("protocol", "data_format", "authentication", "status"),
        ),
    ),
    Inventory.DATA: Listing(
        kinds=(ElementKind.DATA_OBJECT,),
        columns=(
            *("code", "name", "description", "rad", "producer", "steward", "sensitivity", "data_type"),
            *("data_validity", "interoperable", "services", "applications", "stores", "status"),
        ),
    ),
    Inventory.NETWORKS: Listing(
        kinds=(ElementKind.INTRA_NETWORK,),
        columns=(
            *(
                "code",
                "name",
                "network_type",
                "medium",
                "bandwidth",
                "operator",
                "connects",
                "device",
                "status",
            ),
        ),
    ),
    Inventory.ASSETS: Listing(
        domain=Domain.INFRASTRUCTURE,
        columns=(
            "code",
            "name",
            "rai",
            "ownership",
            "owner_name",
            "operator",
            "location",
            "host",
            "vendor",
            "status",
        ),
    ),
    Inventory.RISKS: Listing(
        kinds=(ElementKind.SERVICE,),
        columns=("code", "name", "risk", "risk_mitigation", "criticality", "applications"),
        only_with=("risk", "risk_mitigation"),
    ),
    Inventory.GAPS: Listing(
        kinds=(ElementKind.GAP,),
        columns=(
            *(
                "concerns_domain",
                "code",
                "name",
                "description",
                "objects",
                "activity",
                "initiatives",
                "status",
            ),
        ),
        by="concerns_domain",
    ),
    Inventory.ROADMAP: Listing(
        kinds=(ElementKind.INITIATIVE,),
        columns=(
            *("program", "code", "name", "activity", "gaps", "objects", "year_from", "year_to"),
            *("target", *(f"target_{year}" for year in ROADMAP_YEARS)),
            *("budget", *(f"budget_{year}" for year in ROADMAP_YEARS)),
            "status",
        ),
        by="program",
    ),
}
