"""The names of everything a graph may hold: kinds of elements and kinds of relations.

The values are the labels and relation types in the graph. What each one means stands in
model/metamodel/; nothing else may list kinds.
"""

from enum import StrEnum, unique


@unique
class ElementKind(StrEnum):
    """Kinds of elements; the value is the graph label."""

    ORG_UNIT = "OrgUnit"
    BUSINESS_PROCESS = "BusinessProcess"
    SERVICE = "Service"
    APPLICATION = "Application"
    INTERFACE = "Interface"
    DATA_OBJECT = "DataObject"
    COMPUTING_FACILITY = "ComputingFacility"
    POWER_SUPPLY = "PowerSupply"
    SERVER = "Server"
    CLOUD_SERVICE = "CloudService"
    STORAGE = "Storage"
    NETWORK_DEVICE = "NetworkDevice"
    SECURITY_DEVICE = "SecurityDevice"
    PERIPHERAL = "Peripheral"
    PLATFORM_SOFTWARE = "PlatformSoftware"
    INTRA_NETWORK = "IntraNetwork"
    INTEGRATION_SYSTEM = "IntegrationSystem"
    SECURITY_STANDARD = "SecurityStandard"
    SECURITY_EDUCATION = "SecurityEducation"
    VULNERABILITY_ASSESSMENT = "VulnerabilityAssessment"
    SECURITY_IMPROVEMENT = "SecurityImprovement"
    INCIDENT_HANDLING = "IncidentHandling"
    SECURITY_AUDIT = "SecurityAudit"
    SECURITY_FEASIBILITY = "SecurityFeasibility"
    REGULATION = "Regulation"
    OBJECTIVE = "Objective"
    INDICATOR = "Indicator"
    GAP = "Gap"
    INITIATIVE = "Initiative"
    VENDOR = "Vendor"
    REFERENCE_CODE = "ReferenceCode"


@unique
class RelationKind(StrEnum):
    """Kinds of relations; the value is the relation type. A dependency points to what is depended on."""

    SERVED_BY = "SERVED_BY"
    REALIZED_BY = "REALIZED_BY"
    ACCESSES = "ACCESSES"
    DERIVED_FROM = "DERIVED_FROM"
    CALLS = "CALLS"
    RECEIVES_FROM = "RECEIVES_FROM"
    EXPOSED_BY = "EXPOSED_BY"
    ROUTED_VIA = "ROUTED_VIA"
    STORED_ON = "STORED_ON"
    RUNS_ON = "RUNS_ON"
    USES_SOFTWARE = "USES_SOFTWARE"
    HOSTED_ON = "HOSTED_ON"
    CONNECTED_BY = "CONNECTED_BY"
    LOCATED_IN = "LOCATED_IN"
    POWERED_BY = "POWERED_BY"
    PROTECTED_BY = "PROTECTED_BY"
    COMPOSED_OF = "COMPOSED_OF"
    OWNED_BY = "OWNED_BY"
    OPERATED_BY = "OPERATED_BY"
    PRODUCED_BY = "PRODUCED_BY"
    STEWARDED_BY = "STEWARDED_BY"
    DEVELOPED_BY = "DEVELOPED_BY"
    SUPPLIED_BY = "SUPPLIED_BY"
    USES = "USES"
    CLASSIFIED_AS = "CLASSIFIED_AS"
    BROADER = "BROADER"
    GOVERNED_BY = "GOVERNED_BY"
    REPLACES = "REPLACES"
    ADDRESSES = "ADDRESSES"
    CARRIES = "CARRIES"
    ASSOCIATED_WITH = "ASSOCIATED_WITH"


@unique
class Domain(StrEnum):
    """The SPBE domains, plus governance and organisation (Perpres 132/2022 and the templates in use)."""

    ORGANISATION = "organisation"
    BUSINESS = "business"
    SERVICE = "service"
    DATA = "data"
    APPLICATION = "application"
    INFRASTRUCTURE = "infrastructure"
    SECURITY = "security"
    GOVERNANCE = "governance"


# What agencies deliver: organisation units come along with it, and governance is the coordinator's.
DELIVERED = (
    Domain.BUSINESS,
    Domain.SERVICE,
    Domain.DATA,
    Domain.APPLICATION,
    Domain.INFRASTRUCTURE,
    Domain.SECURITY,
)


@unique
class Layer(StrEnum):
    """ArchiMate layers; decide colour and allowed ends."""

    MOTIVATION = "motivation"
    BUSINESS = "business"
    APPLICATION = "application"
    TECHNOLOGY = "technology"


@unique
class Aspect(StrEnum):
    """ArchiMate aspects: who acts, what is done, on what."""

    ACTIVE = "active"
    BEHAVIOUR = "behaviour"
    PASSIVE = "passive"
    MOTIVATION = "motivation"


@unique
class Grouping(StrEnum):
    """How ungrouped relations of one type count when a target is lost (docs/availability-rule.md)."""

    EACH = "each"  # every target is needed
    PARTIAL = "partial"  # losing some degrades, losing all takes down
    NONE = "none"  # no dependency


@unique
class Effect(StrEnum):
    """What losing a target can do to the dependent at worst."""

    DOWN = "down"
    DEGRADED = "degraded"
    NONE = "none"


@unique
class Status(StrEnum):
    """Life cycle of an element."""

    PLANNED = "planned"
    ACTIVE = "active"
    RETIRED = "retired"
