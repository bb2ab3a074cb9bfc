"""The matrix of processes, services and agencies: which service of whom supports which process."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.element import Element
from model.kinds import ElementKind, RelationKind
from queries.evidence.register import Register

_PROCESS, _SERVICE, _APPLICATION = (
    ElementKind.BUSINESS_PROCESS,
    ElementKind.SERVICE,
    ElementKind.APPLICATION,
)


@dataclass(frozen=True, slots=True)
class Support:
    """A process with one of the services that support it, and the applications in which that is done.

    Without a service: the applications support the process directly, or nothing is known to. Without a
    process: the service supports none.
    """

    process: Element | None
    service: Element | None
    applications: tuple[Element, ...]


def support(register: Register) -> list[Support]:
    """Return the rows: by process in the order of agencies and names, then services without one."""
    # (:BusinessProcess)-[:SERVED_BY]->(:Service)-[:REALIZED_BY]->(:Application)
    found = [row for process in register.of_kinds((_PROCESS,)) for row in _of_process(register, process)]
    used = {row.service.uid for row in found if row.service is not None}
    lone = (service for service in register.of_kinds((_SERVICE,)) if service.uid not in used)
    return [*found, *(Support(None, one, _realizing(register, one)) for one in lone)]


def codes_of(register: Register, process: Element) -> list[Element]:
    """Return the reference codes of a process."""
    return register.targets(process.uid, RelationKind.CLASSIFIED_AS)


def _of_process(register: Register, process: Element) -> Iterator[Support]:
    services = register.targets(process.uid, RelationKind.SERVED_BY, _SERVICE)
    direct = tuple(register.targets(process.uid, RelationKind.SERVED_BY, _APPLICATION))
    for service in services:
        yield Support(process, service, _realizing(register, service))
    if direct or not services:
        yield Support(process, None, direct)


def _realizing(register: Register, service: Element) -> tuple[Element, ...]:
    return tuple(register.targets(service.uid, RelationKind.REALIZED_BY, _APPLICATION))
