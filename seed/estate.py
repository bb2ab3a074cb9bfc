"""The example province as values: every agency, process, service, application, data object and machine.

Read from seed/province/ (see docs/province.md), with codes and keys given, and with names resolved:
what remains to be done is to write it down the way agencies do (seed.workbooks, seed.interchange).
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from model.folding import slug
from model.keys import NATIONAL, Key
from model.kinds import ElementKind
from seed.notation import AgencyFile, ApplicationLine, DataLine, ServiceLine, Step, agency_file, numbered

Row = Mapping[str, str]
PROVINCE = files("seed") / "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Anything with a code, a name and a scope."""

    code: str
    name: str
    scope: str
    kind: ElementKind

    @property
    def key(self) -> str:
        """The key it has in the store after the import."""
        return str(Key(self.scope, self.kind, self.code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Process(Named):
    """A process of an agency; parent is the code of the process it is part of."""

    line: Step
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Named):
    """A service with the processes that are carried out by it and the applications that make it."""

    line: ServiceLine
    processes: tuple[Process, ...]
    applications: tuple["Application", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Named):
    """An application of an agency, or of the national government (line is None)."""

    function: str
    line: ApplicationLine | None = None
    row: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data(Named):
    """A data object; its scope is its producer, its sender the agency that describes it."""

    line: DataLine
    sender: str


@dataclass(frozen=True)
class Agency:
    """One agency with everything it sends."""

    said: AgencyFile
    processes: tuple[Process, ...]
    applications: tuple[Application, ...]
    data: tuple[Data, ...]

    @property
    def key(self) -> str:
        """Its key: the scope of all it owns is its slug."""
        return str(Key(self.said.slug, ElementKind.ORG_UNIT, self.said.slug))


@dataclass(frozen=True)
class Province:
    """Everything, with the names that other parts refer to it by."""

    agencies: tuple[Agency, ...]
    national: tuple[Application, ...]
    tables: Mapping[str, tuple[Row, ...]]
    hosting: Mapping[str, Mapping[str, Mapping[str, Sequence[Sequence[str]]]]]
    used_by: tuple[Row, ...]
    public_applications: tuple[str, ...]
    internet: str
    national_cloud: str
    faults: tuple[Row, ...]

    @cached_property
    def by_slug(self) -> Mapping[str, Agency]:
        """Agencies by the name of their file, which is their scope."""
        return {agency.said.slug: agency for agency in self.agencies}

    @cached_property
    def by_prefix(self) -> Mapping[str, Agency]:
        """Agencies by the three letters in their codes."""
        return {agency.said.code: agency for agency in self.agencies}

    @cached_property
    def _applications(self) -> Mapping[str, tuple[Application, ...]]:
        found: dict[str, list[Application]] = {}
        for application in (*self.national, *(a for agency in self.agencies for a in agency.applications)):
            found.setdefault(application.name, []).append(application)
        return {name: tuple(same) for name, same in found.items()}

    def application(self, words: str, agency: Agency | None = None) -> Application:
        """Return the application a name means to an agency; "NAME@DKC" says whose it is.

        Raises:
            KeyError: no application, or several, are meant.
        """
        name, _, prefix = words.partition("@")
        same = self._applications[name]
        whose = self.by_prefix[prefix] if prefix else agency
        own = [application for application in same if whose and application.scope == whose.said.slug]
        chosen = own or list(same)
        if len(chosen) != 1:
            raise KeyError(words)
        return chosen[0]

    def data(self, words: str, agency: Agency) -> Data:
        """Return the data object a name means to an agency; "DKC:Name" says whose it is."""
        prefix, colon, name = words.rpartition(":")
        owner = self.by_prefix[prefix] if colon else agency
        return next(data for data in owner.data if data.name == name)

    def services(self, agency: Agency) -> tuple[Service, ...]:
        """Return the services of an agency, with what they serve and what makes them."""
        lines = agency.said.services
        codes = numbered(line.number for line in lines)
        return tuple(self._service(agency, line, number) for line, number in zip(lines, codes, strict=True))

    def _service(self, agency: Agency, line: ServiceLine, number: int) -> Service:
        serving = tuple(process for process in agency.processes if line.name in process.line.services)
        names = dict.fromkeys(name for process in serving for name in process.line.applications)
        also = [a.name for a in agency.applications if line.name in options(a, "services")]
        names |= dict.fromkeys(also)
        return Service(
            code=f"DAL-{agency.said.code}-{number:03d}",
            name=line.name,
            scope=agency.said.slug,
            kind=ElementKind.SERVICE,
            line=line,
            processes=serving,
            applications=tuple(self.application(name, agency) for name in names),
        )

    @cached_property
    def all_services(self) -> tuple[Service, ...]:
        """Services of all agencies."""
        return tuple(service for agency in self.agencies for service in self.services(agency))

    def key_of(self, reference: str) -> str:
        """Return the key of what an infrastructure code, an application or "DKS:Data" means."""
        if reference in self.infrastructure:
            return self.infrastructure[reference].key
        prefix, colon, name = reference.partition(":")
        if colon and prefix in self.by_prefix:
            agency = self.by_prefix[prefix]
            named = [*agency.data, *(s for s in self.all_services if s.scope == agency.said.slug)]
            return next(thing.key for thing in named if thing.name == name)
        return self.application(reference).key

    @cached_property
    def infrastructure(self) -> Mapping[str, Named]:
        """Machines, rooms and networks by code; each belongs to the agency that manages it."""
        found = (
            Named(
                code=row["code"],
                name=row["name"],
                scope=row.get("manager") or row.get("operator") or "diskominfo",
                kind=kind,
            )
            for table, kind in INFRASTRUCTURE_TABLES.items()
            for row in self.tables[table]
        )
        return {named.code: named for named in found}


INFRASTRUCTURE_TABLES: Mapping[str, ElementKind] = {
    "infrastructure/facilities": ElementKind.COMPUTING_FACILITY,
    "infrastructure/power": ElementKind.POWER_SUPPLY,
    "infrastructure/servers": ElementKind.SERVER,
    "infrastructure/cloud": ElementKind.CLOUD_SERVICE,
    "infrastructure/storage": ElementKind.STORAGE,
    "infrastructure/network": ElementKind.NETWORK_DEVICE,
    "infrastructure/security": ElementKind.SECURITY_DEVICE,
    "infrastructure/peripherals": ElementKind.PERIPHERAL,
    "infrastructure/software": ElementKind.PLATFORM_SOFTWARE,
    "infrastructure/intranet": ElementKind.INTRA_NETWORK,
    "infrastructure/integration": ElementKind.INTEGRATION_SYSTEM,
}


def options(application: Application, name: str) -> list[str]:
    """Return one of the further remarks on an application, which lists names."""
    said = application.line.more.get(name, "") if application.line else ""
    return [words.strip() for words in said.split(",") if words.strip()]


def province() -> Province:
    """Return the example province."""
    common, national = _toml("common.toml"), _toml("national.toml")
    sources = sorted((PROVINCE / "agencies").iterdir(), key=lambda source: source.name)
    agencies = tuple(
        _agency(agency_file(source, common["processes"], common["without"])) for source in sources
    )
    return Province(
        agencies=agencies,
        national=tuple(map(_national, _split(national["applications"], NATIONAL_COLUMNS))),
        tables={name: tuple(_csv(name)) for name in (*INFRASTRUCTURE_TABLES, *OTHER_TABLES)},
        hosting=_toml("hosting.toml"),
        used_by=tuple(_split(national["usage"], USAGE_COLUMNS)),
        public_applications=tuple(_toml("public.toml")["applications"]),
        internet=_toml("public.toml")["internet"],
        national_cloud=national["cloud"],
        faults=tuple(_csv("faults")),
    )


OTHER_TABLES = (
    "governance/gaps",
    "governance/governed",
    "governance/initiatives",
    "governance/objectives",
    "governance/regulations",
    "governance/security",
    "governance/vendors",
    "integration_interfaces",
    "relations",
)
NATIONAL_COLUMNS = ("name", "function", "rab", "owner", "by", "users", "basis")
USAGE_COLUMNS = ("name", "by", "users")


def _agency(said: AgencyFile) -> Agency:
    return Agency(said, _processes(said), _applications(said), _data(said))


def _codes(said: AgencyFile, prefix: str, wanted: Iterable[int | None]) -> list[str]:
    return [f"{prefix}-{said.code}-{number:03d}" for number in numbered(wanted)]


def _processes(said: AgencyFile) -> tuple[Process, ...]:
    coded = list(zip(_codes(said, "DAB", (step.number for step in said.steps)), said.steps, strict=True))
    group = {step.name: code for code, step in coded if step.parent is None}
    return tuple(
        Process(
            code=code,
            name=step.name,
            scope=said.slug,
            kind=ElementKind.BUSINESS_PROCESS,
            line=step,
            parent=group[step.parent] if step.parent else None,
        )
        for code, step in coded
    )


def _applications(said: AgencyFile) -> tuple[Application, ...]:
    return tuple(
        Application(
            code=f"DAA-{said.code}-{number:03d}",
            name=line.name,
            scope=said.slug,
            kind=ElementKind.APPLICATION,
            function=line.function,
            line=line,
        )
        for number, line in enumerate(said.applications, start=1)
    )


def _data(said: AgencyFile) -> tuple[Data, ...]:
    codes = _codes(said, "DAD", (line.number for line in said.data))
    return tuple(
        Data(
            code=code,
            name=line.name,
            scope=line.more.get("producer", said.slug),
            kind=ElementKind.DATA_OBJECT,
            line=line,
            sender=said.slug,
        )
        for line, code in zip(said.data, codes, strict=True)
    )


def _national(row: Row) -> Application:
    return Application(
        code=slug(row["name"]),
        name=row["name"],
        scope=NATIONAL,
        kind=ElementKind.APPLICATION,
        function=row["function"],
        row=row,
    )


def _split(text: str, columns: tuple[str, ...]) -> list[Row]:
    lines = (line for line in text.splitlines() if line.strip())
    return [dict(zip(columns, (part.strip() for part in line.split(" | ")), strict=True)) for line in lines]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((PROVINCE / name).read_text(encoding="utf-8"))


def _csv(name: str) -> list[Row]:
    return list(csv.DictReader(_file(f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def _file(path: str) -> Traversable:
    place = PROVINCE
    for part in path.split("/"):
        place = place / part
    return place
