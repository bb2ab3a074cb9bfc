"""Where each service is hosted: in which application, on which server or cloud, in which facility."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.element import Element
from model.kinds import ElementKind, RelationKind
from queries.evidence.register import Register, by_name

_ON = (RelationKind.RUNS_ON, RelationKind.HOSTED_ON)
_PLANS = (ElementKind.GAP, ElementKind.INITIATIVE)


@dataclass(frozen=True, slots=True)
class Hosting:
    """A service, an application that realizes it, what that runs on, and the facility where this stands.

    Without a service: none is known that the application realizes. Without an application: the service is
    realized by none. Without a host or a facility: it is not known. environments: of the host, by the values
    of the metamodel. plans: gaps and initiatives about application, host or facility.
    """

    service: Element | None
    application: Element | None
    host: Element | None = None
    environments: tuple[str, ...] = ()
    facility: Element | None = None
    plans: tuple[Element, ...] = ()


def hosting(register: Register) -> list[Hosting]:
    """Return the rows of the matrix, services first in the order of agencies and names, then applications."""
    # (:Service)-[:REALIZED_BY]->(:Application)-[:RUNS_ON]->(:Server)-[:LOCATED_IN]->(:ComputingFacility)
    found: list[Hosting] = []
    served: set[str] = set()
    for service in register.of_kinds((ElementKind.SERVICE,)):
        realizing = register.targets(service.uid, RelationKind.REALIZED_BY, ElementKind.APPLICATION)
        served.update(application.uid for application in realizing)
        found += [row for one in realizing for row in _of_application(register, service, one)]
        if not realizing:
            found.append(Hosting(service, None))
    lone = (one for one in register.of_kinds((ElementKind.APPLICATION,)) if one.uid not in served)
    return [*found, *(row for one in lone for row in _of_application(register, None, one))]


def _of_application(register: Register, service: Element | None, application: Element) -> Iterator[Hosting]:
    hosts = register.targets(application.uid, RelationKind.RUNS_ON)
    if not hosts:
        yield Hosting(service, application, plans=_plans(register, (application,)))
    for host in hosts:
        facilities: list[Element | None] = [*_facilities(register, host)]
        for facility in facilities or [None]:
            about = [one for one in (application, host, facility) if one is not None]
            yield Hosting(
                service,
                application,
                host,
                _environments(register, application, host),
                facility,
                _plans(register, about),
            )


def _environments(register: Register, application: Element, host: Element) -> tuple[str, ...]:
    found = {
        str(one.properties["environment"])
        for one in register.forward.get((application.uid, RelationKind.RUNS_ON), ())
        if one.target == host.uid and one.properties.get("environment")
    }
    return tuple(sorted(found))


def _facilities(register: Register, host: Element) -> list[Element]:
    """Return where a host stands: itself, or what it runs on in turn; the nearest that is known."""
    seen, level = {host.uid}, [host]
    while level:
        found = {
            facility.uid: facility
            for one in level
            for facility in register.targets(one.uid, RelationKind.LOCATED_IN, ElementKind.COMPUTING_FACILITY)
        }
        if found:
            return sorted(found.values(), key=by_name)
        below = [lower for one in level for relation in _ON for lower in register.targets(one.uid, relation)]
        level = [one for one in below if one.uid not in seen]
        seen.update(one.uid for one in level)
    return []


def _plans(register: Register, about: Iterable[Element]) -> tuple[Element, ...]:
    found = {
        plan.uid: plan
        for element in about
        for plan in register.sources(element.uid, RelationKind.ADDRESSES, *_PLANS)
    }
    return tuple(sorted(found.values(), key=by_name))
