"""The short notation in which the example province is written: one TOML file per agency.

A process line begins with its RAB code, its objective (@SS-09) and, as in "=Biro Hukum:", the unit that runs
it; its steps follow, one per line: "- step > services > applications > data". A service says in brackets for
whom and how it is given and, after "!", its recovery time in hours: [ME !4]. "#012" before a name fixes its
number, "DKC:Data kependudukan" is data of another agency, "e-KAPAL@HUB" an application of another agency.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

_NUMBER = re.compile(r"^#(?P<number>\d{3})\s+")
_HEAD = re.compile(r"^(?P<rab>RAB[.\d]+) @(?P<objective>SS-\d+)(?: =(?P<unit>[^:]+):)? (?P<name>.*)$")
_SERVICE = re.compile(r"^(?P<name>.*?)(?: \[(?P<who>[MUAP])(?P<how>[EHT])(?: !(?P<rto>\d+))?\])?$")
_STEP_STATUS = re.compile(r"^(?P<name>.*?)(?: \{(?P<status>[UB])\})?$")


@dataclass(frozen=True, slots=True)
class Step:
    """One process of an agency: a group of steps (parent None), or a step."""

    name: str
    rab: str
    objective: str
    unit: str | None = None
    parent: str | None = None
    status: str = ""
    number: int | None = None
    services: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    data: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """One service: who asks for it (M, U, A, P), how it is given (E, H, T), hours to recovery."""

    name: str
    who: str = "P"
    how: str = "T"
    rto: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """One application; host is a code without its prefix, "@name" of hosting.toml, or "-"."""

    name: str
    function: str
    basis: str
    language: str
    framework: str
    database: str
    year: str
    users: str
    criticality: str
    host: str
    more: dict[str, str]


@dataclass(frozen=True, slots=True)
class DataLine:
    """One data object: sensitivity (O, B, T), type (S, G, K, L), how often it is renewed."""

    name: str
    sensitivity: str = ""
    type: str = ""
    validity: str = ""
    number: int | None = None
    more: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """All that one agency's file says, in its order."""

    slug: str
    code: str
    name: str
    short: str
    spellings: tuple[str, ...]
    staff: int
    store: str
    delivery: str
    missing: frozenset[str]
    units: tuple[str, ...]
    steps: tuple[Step, ...]
    services: tuple[ServiceLine, ...]
    applications: tuple[ApplicationLine, ...]
    data: tuple[DataLine, ...]


def agency_file(source: Traversable, common: str, without: Iterable[str]) -> AgencyFile:
    """Return what one agency's file says; the common processes are added unless it is one of `without`."""
    slug = source.name.removesuffix(".toml")
    said = tomllib.loads(source.read_text(encoding="utf-8"))
    lines = said["processes"] + ("" if slug in set(without) else common.replace("{short}", said["short"]))
    steps, services, mentioned = _processes(lines)
    return AgencyFile(
        slug=slug,
        code=said["code"],
        name=said["name"],
        short=said["short"],
        spellings=tuple(said.get("spellings", ())),
        staff=said["staff"],
        store=said["store"],
        delivery=said.get("delivery", "combined"),
        missing=frozenset(said.get("missing", ())),
        units=tuple(said.get("units", ())),
        steps=steps,
        services=services,
        applications=tuple(_application(line) for line in _lines(said["applications"])),
        data=_data(_lines(said.get("data", "")), mentioned),
    )


def _processes(
    text: str,
) -> tuple[tuple[Step, ...], tuple[ServiceLine, ...], tuple[tuple[str, int | None], ...]]:
    steps: list[Step] = []
    services: dict[str, ServiceLine] = {}
    mentioned: dict[str, int | None] = {}
    for line in _lines(text):
        if not line.startswith("- "):
            steps.append(_group(line))
            continue
        group = next(step for step in reversed(steps) if step.parent is None)
        name, given, applications, data = _parts(line[2:])
        for service in map(_service, given):
            known = services.get(service.name)
            if known is None or (service.rto or service.number):
                services[service.name] = service
        for piece in data:
            number, bare = _numbered(piece)
            if ":" not in bare and (bare not in mentioned or number):
                mentioned[bare] = number
        steps.append(_step(name, group, given, applications, data))
    return tuple(steps), tuple(services.values()), tuple(mentioned.items())


def _group(line: str) -> Step:
    found = _HEAD.match(line)
    if found is None:
        raise ValueError(f"not a process line: {line!r}")
    number, bare = _numbered(found["name"])
    return Step(bare, found["rab"], found["objective"], unit=found["unit"], number=number)


def _step(name: str, group: Step, given: list[str], applications: list[str], data: list[str]) -> Step:
    number, bare = _numbered(name)
    marked = _STEP_STATUS.match(bare)
    return Step(
        name=marked["name"] if marked else bare,
        rab=group.rab,
        objective=group.objective,
        unit=group.unit,
        parent=group.name,
        status=(marked["status"] if marked else None) or "",
        number=number,
        services=tuple(_service(piece).name for piece in given),
        applications=tuple(applications),
        data=tuple(_numbered(piece)[1] for piece in data),
    )


def _service(piece: str) -> ServiceLine:
    number, bare = _numbered(piece)
    found = _SERVICE.match(bare)
    if found is None or found["who"] is None:
        return ServiceLine(bare, number=number)
    return ServiceLine(found["name"], found["who"], found["how"], found["rto"] or "", number)


def _application(line: str) -> ApplicationLine:
    name, function, technology, year, users, criticality, host, *more = (
        part.strip() for part in line.split(" | ")
    )
    basis, language, framework, database = _technology(technology)
    return ApplicationLine(
        name,
        function,
        basis,
        language,
        framework,
        database,
        year,
        users,
        criticality,
        host,
        _more(more[0] if more else ""),
    )


def _technology(words: str) -> tuple[str, str, str, str]:
    basis, language, framework, *database = words.split()
    return basis, language, framework, " ".join(database)


def _data(lines: list[str], mentioned: tuple[tuple[str, int | None], ...]) -> tuple[DataLine, ...]:
    described: dict[str, DataLine] = {}
    for line in lines:
        name, letters, *more = (part.strip() for part in line.split("|"))
        options = _more(more[0] if more else "")
        sensitivity, kind, validity = letters.split()
        number = int(options.pop("number")) if "number" in options else None
        described[name] = DataLine(name, sensitivity, kind, validity, number, options)
    found: dict[str, DataLine] = {}
    for name, number in (*mentioned, *((name, None) for name in described)):
        known = described.get(name, DataLine(name))
        fixed = known.number or number
        found.setdefault(
            name, DataLine(name, known.sensitivity, known.type, known.validity, fixed, known.more)
        )
    return tuple(found.values())


def numbered(wanted: Iterable[int | None]) -> list[int]:
    """Return a number for each: the fixed one, else the lowest that nobody has."""
    fixed = list(wanted)
    taken = {number for number in fixed if number}
    numbers: list[int] = []
    free = 0
    for number in fixed:
        if number:
            numbers.append(number)
            continue
        free += 1
        while free in taken:
            free += 1
        numbers.append(free)
    return numbers


def _numbered(words: str) -> tuple[int | None, str]:
    found = _NUMBER.match(words)
    return (int(found["number"]), words[found.end() :]) if found else (None, words)


def _parts(line: str) -> tuple[str, list[str], list[str], list[str]]:
    name, *cells = (cell.strip() for cell in line.split(" > "))
    lists = [[piece.strip() for piece in cell.split(";") if piece.strip() not in ("", "-")] for cell in cells]
    services, applications, data = (*lists, [], [], [])[:3]
    return name, services, applications, data


def _more(words: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in words.split(";") if pair.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
