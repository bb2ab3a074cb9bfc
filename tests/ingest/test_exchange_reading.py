"""Foreign ArchiMate models: what their types become, what has no counterpart, and loading them twice."""

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.draft import Reading
from ingest.export import export
from ingest.planning.plan import Import, planned_import
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from model.metamodel.shipped import shipped
from queries.architecture import present
from queries.loads.applying import Writer, applied, next_load_id
from queries.loads.plan import Plan
from queries.store.store import Store
from tests.support.books import reading, told
from tests.support.models import model

ARCHISURANCE = Path(__file__).parents[1] / "data" / "archimate" / "archisurance.xml"
START = datetime(2026, 11, 24, 9, tzinfo=UTC)
ENDS = [
    ("app", "ApplicationComponent", "SIAP"),
    ("two", "ApplicationComponent", "SIPD"),
    ("srv", "Device", "Mesin"),
    ("os", "SystemSoftware", "Linux"),
    ("net", "CommunicationNetwork", "WAN"),
    ("data", "DataObject", "Pegawai"),
    ("svc", "BusinessService", "Layanan"),
    ("proc", "BusinessProcess", "Proses"),
    ("unit", "BusinessActor", "Dinas"),
    ("api", "ApplicationInterface", "API"),
    ("site", "Location", "Gedung"),
    ("goal", "Goal", "Sasaran"),
    ("work", "WorkPackage", "Program"),
]


def test_an_element_is_known_by_its_identifier_and_keeps_name_and_documentation(tmp_path: Path) -> None:
    (draft,) = reading(model(tmp_path / "m.xml", [("id-1", "ApplicationComponent", "SIAP")])).drafts
    assert (draft.kind, draft.code, draft.name, draft.key) == (K.APPLICATION, "id-1", "SIAP", None)
    assert draft.values == {"description": "Tentang SIAP"}
    assert (draft.source, draft.place.file, draft.place.row) == ("archimate", "m.xml", None)


@pytest.mark.parametrize("concept", shipped().concepts, ids=lambda concept: concept.name)
def test_every_type_becomes_a_kind_or_a_finding(tmp_path: Path, concept: object) -> None:
    found = reading(model(tmp_path / "m.xml", [("id-1", concept.name, "Sesuatu")]))  # type: ignore[attr-defined]
    kind = concept.kind  # type: ignore[attr-defined]
    assert [draft.kind for draft in found.drafts] == ([kind] if kind else [])
    left_out = told(found, "concept_without_kind")
    assert [(f.value, f.place.file, f.place.row) for f in left_out] == (
        [] if kind else [("id-1", "m.xml", None)]
    )


def test_a_type_that_archimate_does_not_have_is_a_finding(tmp_path: Path) -> None:
    (finding,) = told(reading(model(tmp_path / "m.xml", [("x", "Robot", "R2")])), "concept_without_kind")
    assert "Robot" in finding.message.id and "kind = Application" not in finding.fix.en


def test_many_of_one_type_without_counterpart_are_one_finding(tmp_path: Path) -> None:
    found = reading(model(tmp_path / "m.xml", [(f"v{n}", "Value", "Nilai") for n in range(500)]))
    (finding,) = told(found, "concept_without_kind")
    assert (finding.count, finding.value) == (500, "v0, v1, v2, v3, v4, …")


def test_a_type_read_as_a_wider_kind_is_told_and_kept(tmp_path: Path) -> None:
    found = reading(model(tmp_path / "m.xml", [("a", "BusinessRole", "Kasir"), ("b", "Node", "Mesin")]))
    assert [draft.values.get("archimate") for draft in found.drafts] == ["BusinessRole", None]
    assert [f.value for f in told(found, "concept_read_as")] == ["BusinessRole"]
    assert told(found, "unknown_column") == []


def test_a_property_kind_goes_before_the_type(tmp_path: Path) -> None:
    lines = [
        ("a", "Device", "Tembok Api", {"kind": "SecurityDevice"}),
        ("b", "Value", "Nilai", {"Kind": "indikator"}),
    ]
    found = reading(model(tmp_path / "m.xml", lines))
    assert [draft.kind for draft in found.drafts] == [K.SECURITY_DEVICE]
    found = reading(model(tmp_path / "m.xml", [("b", "Value", "Nilai", {"kind": "Indicator"})]))
    assert [draft.kind for draft in found.drafts] == [K.INDICATOR]


def test_properties_are_values_by_the_headers_people_use(tmp_path: Path) -> None:
    said = {"rto_hours": "4", "Warna Khas": "biru", "Unit Pemilik": "Dinas Kesehatan"}
    (draft,) = reading(model(tmp_path / "m.xml", [("a", "ApplicationComponent", "SIAP", said)])).drafts
    assert (draft.values["rto_hours"], draft.values["warna_khas"]) == (4, "biru")
    assert [saying.text for saying in draft.sayings] == ["Dinas Kesehatan"]


def test_properties_cannot_say_what_an_element_is(tmp_path: Path) -> None:
    said = {
        "code": "DAA-1",
        "Kode": "DAA-2",
        "name": "Lain",
        "key": "x/server/y",
        "No": "7",
        "description": "Lain",
        "kind": "entah",
    }
    (draft,) = reading(model(tmp_path / "m.xml", [("a", "Node", "Mesin", said)])).drafts
    assert (draft.code, draft.name, draft.key, draft.kind) == ("a", "Mesin", None, K.SERVER)
    assert set(said.values()) <= {*map(str, draft.values.values())}


@pytest.mark.parametrize(
    ("drawn", "source", "target", "relation", "read"),
    [
        ("Serving", "srv", "app", R.RUNS_ON, ("app", "srv")),
        ("Assignment", "srv", "os", R.RUNS_ON, ("os", "srv")),
        ("Composition", "srv", "os", R.USES_SOFTWARE, ("srv", "os")),
        ("Serving", "net", "srv", R.CONNECTED_BY, ("srv", "net")),
        ("Realization", "app", "svc", R.REALIZED_BY, ("svc", "app")),
        ("Serving", "svc", "proc", R.SERVED_BY, ("proc", "svc")),
        ("Serving", "app", "unit", R.USES, ("unit", "app")),
        ("Assignment", "unit", "proc", R.OPERATED_BY, ("proc", "unit")),
        ("Access", "app", "data", R.ACCESSES, ("app", "data")),
        ("Access", "srv", "data", R.STORED_ON, ("data", "srv")),
        ("Flow", "app", "two", R.RECEIVES_FROM, ("two", "app")),
        ("Serving", "two", "app", R.RECEIVES_FROM, ("app", "two")),
        ("Composition", "app", "api", R.EXPOSED_BY, ("api", "app")),
        ("Serving", "api", "two", R.CALLS, ("two", "api")),
        ("Aggregation", "site", "srv", R.LOCATED_IN, ("srv", "site")),
        ("Aggregation", "app", "two", R.COMPOSED_OF, ("app", "two")),
        ("Realization", "work", "goal", R.ADDRESSES, ("work", "goal")),
        ("Association", "srv", "net", R.ASSOCIATED_WITH, ("srv", "net")),
        ("Association", "app", "unit", R.ASSOCIATED_WITH, ("app", "unit")),
    ],
)
def test_a_relation_points_to_what_is_depended_on(
    tmp_path: Path, drawn: str, source: str, target: str, relation: R, read: tuple[str, str]
) -> None:
    found = reading(model(tmp_path / "m.xml", ENDS, [(drawn, source, target)]))
    (draft,) = found.relations
    assert (draft.relation, (draft.from_text, draft.to_text)) == (relation, read)
    assert told(found, "relation_without_kind") == []
    assert draft.place.row is None


def test_the_way_of_access_and_the_name_of_a_flow_are_kept(tmp_path: Path) -> None:
    ties = [("Access", "app", "data", 'accessType="ReadWrite"'), ("Flow", "app", "two")]
    access, flow = reading(model(tmp_path / "m.xml", ENDS, ties)).relations
    assert access.properties == {"mode": "both", "label": "Access"}
    assert flow.properties == {"data": "Flow"}


def test_a_relation_without_counterpart_is_kept_as_a_tie_and_told_once(tmp_path: Path) -> None:
    ties = [("Triggering", "proc", "svc"), ("Triggering", "proc", "proc"), ("Specialization", "app", "two")]
    found = reading(model(tmp_path / "m.xml", ENDS, ties))
    assert {draft.relation for draft in found.relations} == {R.ASSOCIATED_WITH}
    assert [d.properties["archimate"] for d in found.relations] == [
        "Triggering",
        "Triggering",
        "Specialization",
    ]
    first, second = told(found, "relation_without_kind")
    assert (first.count, first.value, second.value) == (2, "r1, r2", "r3")
    assert "BusinessProcess → Service" in first.message.en


def test_a_relation_whose_end_is_not_loaded_is_told(tmp_path: Path) -> None:
    ties = [("Association", "app", "gone"), ("Association", "app", "r1"), ("Influence", "value", "goal")]
    found = reading(model(tmp_path / "m.xml", [*ENDS, ("value", "Value", "Nilai")], ties))
    assert found.relations == ()
    assert [(f.count, f.value) for f in told(found, "relation_with_missing_end")] == [
        (2, "r1, r2"),
        (1, "r3"),
    ]


def test_a_model_without_elements_is_told(tmp_path: Path) -> None:
    assert told(reading(model(tmp_path / "m.xml", [])), "empty_model")


def test_the_folder_may_say_whose_a_model_is(tmp_path: Path) -> None:
    (tmp_path / "Dinas Kesehatan").mkdir()
    model(tmp_path / "Dinas Kesehatan" / "m.xml", [("a", "Node", "Mesin")])
    assert reading(tmp_path).named == {"Dinas Kesehatan/m.xml": ("Dinas Kesehatan",)}


def test_what_was_drawn_into_our_own_export_is_read_beside_it(tmp_path: Path) -> None:
    from tests.ingest.test_export import WHOLE

    path = tmp_path / "m.xml"
    export(WHOLE, shipped(), path)
    text = path.read_text(encoding="utf-8")
    app = text.partition('<element identifier="')[2].partition('"')[0]
    new = '<element identifier="id-new" xsi:type="Node"><name>Baru</name></element></elements>'
    tie = f'<relationship identifier="id-tie" source="id-new" target="{app}" xsi:type="Serving"/>'
    tie += "</relationships>"
    text = text.replace("</elements>", new).replace("</relationships>", tie)
    path.write_text(text.replace("<name>Server A</name>", "<name>Server AA</name>"), encoding="utf-8")
    found = reading(path)
    drafts = {draft.name: draft for draft in found.drafts}
    assert (drafts["Baru"].code, drafts["Baru"].source) == ("id-new", "archimate")
    assert (drafts["Server AA"].key, drafts["Server AA"].source) == ("dinkes/server/srv", "csv")
    drawn = found.relations[-1]
    assert (drawn.from_text, drawn.relation, drawn.to_text) == ("dinkes/application/app", R.RUNS_ON, "id-new")


def archisurance() -> Reading:
    return reading(ARCHISURANCE)


def test_archisurance_is_read_whole() -> None:
    found = archisurance()
    assert Counter(draft.kind for draft in found.drafts) == {
        K.ORG_UNIT: 25,
        K.BUSINESS_PROCESS: 17,
        K.DATA_OBJECT: 16,
        K.APPLICATION: 10,
        K.SERVICE: 9,
        K.SERVER: 9,
        K.CLOUD_SERVICE: 5,
        K.PLATFORM_SOFTWARE: 4,
        K.INTRA_NETWORK: 3,
    }
    left_out = told(found, "concept_without_kind")
    assert sum(f.count for f in left_out) + len(found.drafts) == 120
    lost = told(found, "relation_with_missing_end")
    assert (len(found.relations), sum(f.count for f in lost)) == (157, 21)
    assert sum(f.count for f in told(found, "relation_without_kind")) == 47
    assert {f.severity for f in found.findings} == {"warning", "info"}
    assert len(found.findings) < 35


@pytest.mark.whole
def test_archisurance_is_loaded_once_and_a_second_time_changes_nothing(store: Store, tmp_path: Path) -> None:
    plan = planned(store, archisurance(), START)
    assert [f for f in plan.findings if f.severity == "error"] == []
    counts = plan.graph.counts()
    assert (counts["elements"]["add"], counts["relations"]["add"]) == (99, 157 + 73)  # 73 owners: no unit
    applied(store, shipped(), plan, Writer("tester", lambda: START))
    again = planned(store, archisurance(), START + timedelta(minutes=1))
    assert again.step.records == ()
    export(present(store), shipped(), tmp_path / "back.xml")
    assert unchanged(planned(store, reading(tmp_path / "back.xml"), START + timedelta(minutes=2)))


def planned(store: Store, found: Reading, at: datetime) -> Plan:
    numbers = itertools.count()
    wanted = Import(load=next_load_id(store, at), by="tester", now=at, scope="Dinas Asuransi")
    return planned_import(store, shipped(), found, wanted, lambda: f"{at:%H%M}-{next(numbers)}")


def unchanged(plan: Plan) -> bool:
    counts = plan.graph.counts()
    return not any(counts[what][name] for what in counts for name in ("add", "change", "retire"))


def test_a_relation_drawn_twice_stays_two(store: Store, tmp_path: Path) -> None:
    path = model(tmp_path / "m.xml", ENDS, [("Serving", "srv", "app")] * 2)
    applied(store, shipped(), planned(store, reading(path), START), Writer("tester", lambda: START))
    runs = [edge for edge in present(store).relations.values() if edge.relation is R.RUNS_ON]
    assert sorted(edge.order for edge in runs) == [0, 1]
    assert planned(store, reading(path), START + timedelta(minutes=1)).step.records == ()
    export(present(store), shipped(), tmp_path / "back.xml")
    assert unchanged(planned(store, reading(tmp_path / "back.xml"), START + timedelta(minutes=2)))
