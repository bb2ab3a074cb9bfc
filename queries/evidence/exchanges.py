"""The integration of applications: who gives data to whom, by which interface, through the hub or not."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.element import Element
from model.kinds import ElementKind, RelationKind
from queries.evidence.register import Register, by_name, names

_ENDS = (ElementKind.APPLICATION, ElementKind.ORG_UNIT)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Data that go from a provider to a receiver, applications or agencies.

    interface: by which they are called; None: an exchange that names none. data: what goes, by name.
    hubs: the integration systems through which it goes; empty: directly, as far as is known.
    """

    provider: Element
    receiver: Element
    interface: Element | None
    data: tuple[str, ...]
    hubs: tuple[str, ...]


def exchanges(register: Register) -> list[Exchange]:
    """Return the exchanges of data, by agency and name of the provider, then by receiver and interface."""
    found = [*_called(register), *_received(register)]
    return sorted(found, key=lambda one: (*map(register.order, (one.provider, one.receiver)), _last(one)))


def _called(register: Register) -> Iterator[Exchange]:
    # (:Application)-[:CALLS]->(:Interface)-[:EXPOSED_BY]->(:Application)
    for interface in register.of_kinds((ElementKind.INTERFACE,)):
        carried = names(register.targets(interface.uid, RelationKind.CARRIES))
        hubs = names(register.targets(interface.uid, RelationKind.ROUTED_VIA))
        for provider in register.targets(interface.uid, RelationKind.EXPOSED_BY):
            for receiver in register.sources(interface.uid, RelationKind.CALLS):
                yield Exchange(provider, receiver, interface, carried, hubs)


def _received(register: Register) -> Iterator[Exchange]:
    # (:Application)-[:RECEIVES_FROM]->(:Application)
    for receiver in register.of_kinds(_ENDS):
        said: dict[str, set[str]] = {}
        for one in register.forward.get((receiver.uid, RelationKind.RECEIVES_FROM), ()):
            data = one.properties.get("data")
            said.setdefault(one.target, set()).update({str(data)} if data else ())
        for provider in register.targets(receiver.uid, RelationKind.RECEIVES_FROM):
            yield Exchange(provider, receiver, None, tuple(sorted(said[provider.uid])), ())


def _last(one: Exchange) -> tuple[str, str]:
    return by_name(one.interface) if one.interface else ("", "")
