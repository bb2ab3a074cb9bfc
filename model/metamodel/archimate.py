"""What the elements of foreign ArchiMate models are here: every element type of the exchange format.

A type that is the concept of one of our kinds is read as that kind; where several kinds share it, as the
most general of them (a Device may be a switch or a printer: without more words it is a machine). A type
near enough in the sense of ArchiMate 3.2 (a contract is a business object, section 8.4) joins it. What we
draw with a wider concept than we mean is not read back from it: a Requirement is seldom a security
standard, a Grouping no reference code. None: no counterpart; importing one is a finding.
"""

from model.kinds import ElementKind as Kind
from model.metamodel.spec import Concept

_READ_AS: dict[Kind | None, tuple[str, ...]] = {
    Kind.ORG_UNIT: ("BusinessActor", "BusinessRole", "BusinessCollaboration"),
    Kind.BUSINESS_PROCESS: ("BusinessProcess", "BusinessFunction", "BusinessInteraction"),
    Kind.SERVICE: ("BusinessService", "Product", "ApplicationService"),
    Kind.DATA_OBJECT: ("DataObject", "BusinessObject", "Contract", "Representation"),
    Kind.APPLICATION: ("ApplicationComponent", "ApplicationCollaboration"),
    Kind.INTERFACE: ("ApplicationInterface",),
    Kind.SERVER: ("Node", "Device"),
    Kind.PLATFORM_SOFTWARE: ("SystemSoftware",),
    Kind.CLOUD_SERVICE: ("TechnologyService",),
    Kind.INTRA_NETWORK: ("CommunicationNetwork", "Path"),
    Kind.PERIPHERAL: ("Equipment",),
    Kind.COMPUTING_FACILITY: ("Facility", "Location"),
    Kind.OBJECTIVE: ("Goal",),
    Kind.INDICATOR: ("Outcome",),
    Kind.REGULATION: ("Constraint",),
    Kind.INITIATIVE: ("WorkPackage",),
    Kind.GAP: ("Gap",),
    None: (
        "BusinessInterface", "BusinessEvent",
        "ApplicationFunction", "ApplicationInteraction", "ApplicationProcess", "ApplicationEvent",
        "TechnologyCollaboration", "TechnologyInterface", "TechnologyFunction", "TechnologyProcess",
        "TechnologyInteraction", "TechnologyEvent", "Artifact", "DistributionNetwork", "Material",
        "Stakeholder", "Driver", "Assessment", "Principle", "Requirement", "Meaning", "Value",
        "Resource", "Capability", "CourseOfAction", "ValueStream",
        "Deliverable", "ImplementationEvent", "Plateau",
        "Grouping", "AndJunction", "OrJunction",
    ),
}  # fmt: skip

CONCEPTS = tuple(Concept(name=name, kind=kind) for kind, names in _READ_AS.items() for name in names)
