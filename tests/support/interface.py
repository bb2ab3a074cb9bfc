"""A small delivery for tests of pages, with names that would do harm if a page let them."""

import csv
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import uuid4

from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from queries.loads.applying import applied, next_load_id
from ui.workspace import Workspace, open_workspace

HOSTILE = (
    '<img src=x onerror="window.fired=1">',
    "<script>window.fired=1</script>",
    '"><svg onload=window.fired=1> href',
    "[x](javascript:window.fired=1)",
    '=HYPERLINK("http://jahat.example/","klik")',
    "![x](http://jahat.example/x.png) {{7*7}} $x$ :material/home:",
)
SERVER = "diskominfo/server/SRV-1"
ROOM = "diskominfo/computingfacility/R-1"

_ELEMENTS = ("key", "kind", "name", "owner", "reference", "description")
_RELATIONS = ("source", "relation", "target", "group", "need")


def delivery(folder: Path) -> Path:
    """Write elements.csv and relations.csv into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    units = [
        {"key": f"{slug}/orgunit/{slug}", "kind": "OrgUnit", "name": name}
        for slug, name in (("dinkes", "Dinas Kesehatan"), ("bkd", "Badan Kepegawaian Daerah"))
    ]
    elements = [
        *units,
        {"key": "diskominfo/orgunit/diskominfo", "kind": "OrgUnit", "name": "Dinas Komunikasi"},
        _element("dinkes", "service", "L-1", "Rawat jalan", reference="RAL.01.25.01"),
        _element("bkd", "service", "L-1", "Klinik pegawai", reference="RAL.01.25.01"),
        _element("dinkes", "application", "A-1", "SIMRS"),
        _element("bkd", "application", "A-1", "e-Klinik"),
        _element("dinkes", "dataobject", "D-1", "Data pasien"),
        _element("diskominfo", "server", "SRV-1", "Server satu"),
        _element("diskominfo", "server", "SRV-2", "Server dua"),
        _element("diskominfo", "computingfacility", "R-1", "Ruang server"),
        *(_element("bkd", "application", f"X-{n}", name, description=name) for n, name in enumerate(HOSTILE)),
    ]
    relations = [
        _relation("dinkes/service/L-1", "REALIZED_BY", "dinkes/application/A-1"),
        _relation("bkd/service/L-1", "REALIZED_BY", "bkd/application/A-1"),
        _relation("dinkes/application/A-1", "ACCESSES", "dinkes/dataobject/D-1"),
        _relation("bkd/application/A-1", "ACCESSES", "dinkes/dataobject/D-1"),
        _relation("dinkes/dataobject/D-1", "STORED_ON", SERVER),
        _relation("dinkes/application/A-1", "RUNS_ON", SERVER, group="app", need="any"),
        _relation("dinkes/application/A-1", "RUNS_ON", "diskominfo/server/SRV-2", group="app"),
        *(_relation(f"bkd/application/X-{n}", "RUNS_ON", SERVER) for n in range(len(HOSTILE))),
        _relation(SERVER, "LOCATED_IN", ROOM),
        _relation("diskominfo/server/SRV-2", "LOCATED_IN", ROOM),
        _relation("dinkes/service/L-1", "ACCESSES", "dinkes/dataobject/TIDAK-ADA"),
    ]
    _write(folder / "elements.csv", _ELEMENTS, elements)
    _write(folder / "relations.csv", _RELATIONS, relations)
    return folder


def loaded(folder: Path) -> Workspace:
    """Load the delivery into the store that the environment names."""
    space = open_workspace(os.environ)
    now = space.writer.clock()
    wanted = Import(load=next_load_id(space.store, now), by="uji", now=now)
    reading = read([delivery(folder)], space.metamodel)
    plan = planned_import(space.store, space.metamodel, reading, wanted, lambda: uuid4().hex)
    applied(space.store, space.metamodel, plan, space.writer)
    return space


def _element(scope: str, kind: str, code: str, name: str, **more: str) -> dict[str, str]:
    # as simpul itself would write it: a text that begins like a formula has an apostrophe before it
    written = {"name": name, **more}
    kept = {
        key: f"'{text}" if text.startswith(("=", "+", "-", "@")) else text for key, text in written.items()
    }
    return {"key": f"{scope}/{kind}/{code}", "kind": kind, "owner": f"{scope}/orgunit/{scope}", **kept}


def _relation(source: str, relation: str, target: str, **more: str) -> dict[str, str]:
    return {"source": source, "relation": relation, "target": target, **more}


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
