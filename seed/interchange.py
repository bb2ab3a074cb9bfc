"""What Diskominfo sends as interchange CSV: who there is, what the nation offers, and what a cell cannot say.

A cell of a workbook names what is needed; it cannot say which of them replace each other. Redundancy groups,
effects and numbers of users come as relations.csv.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from model.folding import slug
from model.keys import NATIONAL, SHARED, Key
from model.kinds import ElementKind
from seed.domains import sent_data
from seed.estate import Agency, Application, Named, Province, options

Row = Mapping[str, str]
ELEMENT_COLUMNS = (
    "key",
    "kind",
    "name",
    "owner",
    "abbreviation",
    "description",
    "function",
    "code",
    "reference",
    "status",
    "org_type",
)
RELATION_COLUMNS = (
    "source",
    "relation",
    "target",
    "group",
    "need",
    "loss",
    "weight",
    "effect",
    "role",
    "mode",
    "users",
)
GOVERNMENT = str(Key(SHARED, ElementKind.ORG_UNIT, SHARED))  # what is its own is what no agency claims
GOVERNMENT_NAME = "Pemerintah Provinsi Nusa Rempah"
CORE_SWITCHES = ("DAI-NET-01", "DAI-NET-02")


def elements_csv(province: Province) -> str:
    """Return elements.csv: the government, its agencies and units, vendors, national applications."""
    return _table(ELEMENT_COLUMNS, _elements(province))


def relations_csv(province: Province) -> str:
    """Return relations.csv, sorted by what depends."""
    parts = (
        _organisation(province),
        _infrastructure(province),
        _networks(province),
        _hosting(province),
        _stores(province),
        _realisation(province),
        _foreign_data(province),
        _usage(province),
        _rules(province),
    )
    return _table(RELATION_COLUMNS, (row for part in parts for row in part))


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    kept = StringIO()
    writer = csv.DictWriter(kept, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return kept.getvalue()


def _elements(province: Province) -> Iterator[Row]:
    yield _unit(GOVERNMENT, GOVERNMENT_NAME, "Instansi")
    for agency in province.agencies:
        said = agency.said
        kind = "UPTD" if said.name.startswith("RSUD") else "Perangkat Daerah"
        more = {"abbreviation": said.short, "description": f"{said.staff} pegawai"}
        yield {**_unit(agency.key, said.name, kind), **more}
        for unit in said.units:
            yield _unit(_unit_key(agency, unit), unit, "Unit Kerja")
    for owner in dict.fromkeys(application.row["owner"] for application in province.national):
        yield _unit(national_owner(owner), owner, "Instansi")
    for row in province.tables["governance/vendors"]:
        key = str(Key(SHARED, ElementKind.VENDOR, row["code"]))
        yield {"key": key, "kind": "Vendor", "name": row["name"], "description": row["description"]}
    for row in province.tables["governance/regulations"]:
        if row["scope"] == NATIONAL:
            key = regulation(row).key
            yield {"key": key, "kind": "Regulation", "name": row["name"], "description": row["about"]}
    yield {
        "key": _cloud(province),
        "kind": "CloudService",
        "name": province.national_cloud,
        "status": "active",
    }
    yield from map(_national_application, province.national)


def _unit(key: str, name: str, kind: str) -> Row:
    return {"key": key, "kind": "OrgUnit", "name": name, "status": "active", "org_type": kind}


def _national_application(application: Application) -> Row:
    return {
        "key": application.key,
        "kind": "Application",
        "name": application.name,
        "owner": national_owner(application.row["owner"]),
        "function": application.function,
        "reference": f"RAA.01.02;{application.row['rab']}",
        "status": "active",
    }


def national_owner(name: str) -> str:
    """Return the key of a body of the national government."""
    return str(Key(NATIONAL, ElementKind.ORG_UNIT, slug(name)))


def _unit_key(agency: Agency, unit: str) -> str:
    return str(Key(agency.said.slug, ElementKind.ORG_UNIT, slug(unit)))


def _cloud(province: Province) -> str:
    return str(Key(NATIONAL, ElementKind.CLOUD_SERVICE, slug(province.national_cloud)))


def _row(source: str, relation: str, target: str, **more: str) -> Row:
    return {"source": source, "relation": relation, "target": target, **more}


def _organisation(province: Province) -> Iterator[Row]:
    # (:OrgUnit government)-[:COMPOSED_OF]->(:OrgUnit agency)-[:COMPOSED_OF]->(:OrgUnit unit)
    for agency in province.agencies:
        yield _row(GOVERNMENT, "COMPOSED_OF", agency.key)
        for unit in agency.said.units:
            yield _row(agency.key, "COMPOSED_OF", _unit_key(agency, unit))


def _infrastructure(province: Province) -> Iterator[Row]:
    for row in province.tables["relations"]:
        ends = {"source": province.key_of(row["source"]), "target": province.key_of(row["target"])}
        yield {**{name: value for name, value in row.items() if value}, **ends}


def _networks(province: Province) -> Iterator[Row]:
    """What each machine and network is plugged into: one device, or "inti", the pair of core switches."""
    columns = {
        "infrastructure/servers": "network",
        "infrastructure/network": "uplink",
        "infrastructure/intranet": "device",
    }
    for table, column in columns.items():
        for row in province.tables[table]:
            yield from _plugged(province, province.key_of(row["code"]), row[column])


def _plugged(province: Province, source: str, device: str) -> Iterator[Row]:
    if device != "inti":
        for code in filter(None, [device]):
            yield _row(source, "CONNECTED_BY", province.key_of(code))
        return
    for number, code in enumerate(CORE_SWITCHES):
        first = {"need": "any", "loss": "at_risk"} if number == 0 else {}
        yield _row(source, "CONNECTED_BY", province.key_of(code), group="inti", **first)


def _hosting(province: Province) -> Iterator[Row]:
    # (:Application)-[:RUNS_ON {group}]->(:Server)
    for agency in province.agencies:
        for application in agency.applications:
            host = application.line.host if application.line else ""
            if host.startswith("@"):
                for row in province.hosting["application"][host[1:]]["rows"]:
                    yield _row(application.key, "RUNS_ON", province.key_of(row[0]), **_grouped(row))
    for application in province.national:
        yield _row(application.key, "RUNS_ON", _cloud(province))
    for name in province.public_applications:
        yield _row(
            province.application(name).key,
            "CONNECTED_BY",
            province.key_of(province.internet),
            effect="degraded",
        )


def _grouped(row: Iterable[str]) -> dict[str, str]:
    """Return the properties of a row of hosting.toml: target, group, need, loss, effect, role."""
    names = ("target", "group", "need", "loss", "effect", "role")
    said = dict(zip(names, row, strict=False))
    return {name: value for name, value in said.items() if value and name != "target"}


def _stores(province: Province) -> Iterator[Row]:
    # (:DataObject)-[:STORED_ON {role, group}]->(:PlatformSoftware | :Storage)
    for agency in province.agencies:
        for data in sent_data(agency):
            store = data.line.more.get("store", agency.said.store)
            if store.startswith("@"):
                for row in province.hosting["data"][store[1:]]["rows"]:
                    yield _row(data.key, "STORED_ON", province.key_of(row[0]), **_grouped(row))


def _realisation(province: Province) -> Iterator[Row]:
    # (:Service)-[:REALIZED_BY]->(:Application) of another agency
    for service in province.all_services:
        for application in service.applications:
            if application.scope not in (service.scope, NATIONAL):
                yield _row(service.key, "REALIZED_BY", application.key)


def _foreign_data(province: Province) -> Iterator[Row]:
    # (:Service)-[:ACCESSES {mode: read}]->(:DataObject) of another agency
    for agency in province.agencies:
        for service in province.services(agency):
            words = dict.fromkeys(
                word for step in service.processes for word in step.line.data if ":" in word
            )
            for data in (province.data(word, agency) for word in words):
                if data in sent_data(province.by_slug[data.sender]):
                    yield _row(service.key, "ACCESSES", data.key, mode="read")


def _usage(province: Province) -> Iterator[Row]:
    # (:OrgUnit)-[:USES {users}]->(:Application)
    shared = [(province.application(row["name"]), row) for row in province.used_by]
    widely = [*((application, application.row) for application in province.national), *shared]
    users: dict[tuple[str, str], int] = {}
    for application, row in widely:
        chosen = _users(province, row["by"])
        staff = sum(agency.said.staff for agency in chosen)
        for agency in chosen:
            users[agency.key, application.key] = max(1, round(int(row["users"]) * agency.said.staff / staff))
    for agency in province.agencies:
        for application in agency.applications:
            users.setdefault((agency.key, application.key), _own_users(agency, application))
    for (source, target), count in sorted(users.items()):
        yield _row(source, "USES", target, users=str(count))


def _users(province: Province, by: str) -> list[Agency]:
    if by == "semua":
        return list(province.agencies)
    return [province.by_slug[name.strip()] for name in by.split(";")]


def _own_users(agency: Agency, application: Application) -> int:
    """Return how many of an agency's own staff use its application: never more than it has."""
    given = int(application.line.users) if application.line else 0
    return min(given, max(3, agency.said.staff // 3))


def _rules(province: Province) -> Iterator[Row]:
    regulations = {row["code"]: regulation(row) for row in province.tables["governance/regulations"]}
    for row in province.tables["governance/governed"]:
        yield _row(province.key_of(row["source"]), "GOVERNED_BY", regulations[row["regulation"]].key)
    for agency in province.agencies:
        for application in agency.applications:
            for name in options(application, "replaces"):
                yield _row(application.key, "REPLACES", province.application(name, agency).key)


def regulation(row: Row) -> Named:
    """Return a regulation; those of the nation have its scope."""
    return Named(code=row["code"], name=row["name"], scope=row["scope"], kind=ElementKind.REGULATION)
