"""The example province goes through the ordinary import, and its questions get the planted answers."""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
import xmlschema

from ingest.export import export
from ingest.planning.plan import Import, planned_import
from ingest.reading import read
from model.availability import State
from model.faults import Severity
from model.kinds import ElementKind, RelationKind
from model.metamodel.shipped import shipped
from queries import reference_codes
from queries.architecture import Architecture, present, snapshot_of
from queries.certificate.fragile import Fragile, failure_sets_certificate
from queries.certificate.impact import impact_certificate
from queries.impact.certainty import uncertain
from queries.impact.impact import Scenario, simulate
from queries.loads.applying import Writer
from queries.loads.plan import Plan
from queries.resilience.failure_sets import failure_sets
from queries.resilience.recovery import Verdict, offenders, promises
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from seed.demo import load_province
from seed.estate import province
from seed.reference_sets import shipped_reference_sets
from tests.conftest import ENGINES, Engines
from tests.support.certified import ORIGIN, checked

SCHEMA = Path(__file__).parents[1] / "data" / "archimate" / "archimate3_Diagram.xsd"
TRUTH = files("seed") / "province" / "truth"
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)


def truth(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((TRUTH / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


@dataclass(frozen=True)
class Imported:
    plan: Plan
    whole: Architecture
    snapshot: Snapshot

    @property
    def by_key(self) -> dict[str, str]:
        return {element.key: uid for uid, element in self.whole.elements.items()}

    def targets(self, key: str, relation: RelationKind, group: str) -> list[str]:
        uid = self.by_key[key]
        return [
            self.whole.elements[edge.target].key
            for edge in self.whole.relations.values()
            if edge.source == uid
            and edge.relation is relation
            and str(edge.properties.get("group", "")).partition("/")[0] == group
        ]


@pytest.fixture(scope="module", params=ENGINES)
def imported(engines: Engines, request: pytest.FixtureRequest) -> Imported:
    return imported_into(engines.empty(request.param))


def imported_into(store: Store) -> Imported:
    metamodel = shipped()
    reference_codes.install(store, shipped_reference_sets())
    plan = load_province(store, metamodel, Writer("test", lambda: NOW))
    whole = present(store)
    return Imported(plan, whole, snapshot_of(metamodel, whole, 1))


def test_every_row_is_loaded(imported: Imported) -> None:
    errors = [finding for finding in imported.plan.findings if finding.severity is Severity.ERROR]

    assert errors == []


def test_the_warnings_are_few_enough_to_be_worked_through(imported: Imported) -> None:
    warnings = [finding for finding in imported.plan.findings if finding.severity is Severity.WARNING]

    assert 20 <= len(warnings) <= 90


def test_everything_in_the_data_is_in_the_graph_under_its_key(imported: Imported) -> None:
    whole = province()
    renumbered = {fault["code"] for fault in whole.faults if fault["header"].startswith("ID ")}
    wanted = [
        *(process for agency in whole.agencies for process in agency.processes),
        *(application for agency in whole.agencies for application in agency.applications),
        *(data for agency in whole.agencies if "data" not in agency.said.missing for data in agency.data),
        *whole.all_services,
        *whole.national,
        *whole.infrastructure.values(),
    ]

    assert [one.key for one in wanted if one.key not in imported.by_key and one.code not in renumbered] == []


def test_nothing_else_is_in_the_graph_but_what_cells_mention(imported: Imported) -> None:
    whole = province()
    kinds = Counter(element.kind for element in imported.whole.elements.values())
    agencies = {agency.said.slug for agency in whole.agencies}

    assert kinds[ElementKind.SERVER] == len(whole.tables["infrastructure/servers"])
    assert kinds[ElementKind.APPLICATION] == sum(len(a.applications) for a in whole.agencies) + len(
        whole.national
    )
    assert kinds[ElementKind.VENDOR] == len(whole.tables["governance/vendors"])
    assert {element.scope for element in imported.whole.elements.values()} == agencies | {
        "bersama",
        "nasional",
    }


@pytest.mark.parametrize("fault", province().faults, ids=lambda fault: f"{fault['code']}-{fault['header']}")
def test_every_planted_mistake_is_noticed_where_it_stands(imported: Imported, fault: dict[str, str]) -> None:
    noticed = [
        finding
        for finding in imported.plan.findings
        if finding.place.sheet == fault["sheet"] and _about(finding.value or "", fault["written"])
    ]

    assert fault["severity"] == "" or fault["severity"] in {str(f.severity) for f in noticed}


def test_planted_pairs_are_two_applications_each(imported: Imported) -> None:
    for row in [*truth("redundancies"), *truth("lookalikes")]:
        left, right = imported.by_key[row["left"]], imported.by_key[row["right"]]
        assert left != right
        assert imported.whole.elements[left].name == row["left_name"]
        assert imported.whole.elements[right].name == row["right_name"]


def test_national_applications_are_one_element_used_by_many(imported: Imported) -> None:
    archive = imported.by_key["nasional/application/srikandi"]
    users = [
        e
        for e in imported.whole.relations.values()
        if e.relation is RelationKind.USES and e.target == archive
    ]

    assert len(users) == 39


def test_groups_that_look_redundant_fall_with_one_element(imported: Imported) -> None:
    for row in truth("groups"):
        if row["verdict"] == "semu":
            state = _states(imported, row["defeated_by"], TODAY)
            assert state[row["element"]] is State.DOWN, row


def test_groups_survive_the_loss_of_one_member(imported: Imported) -> None:
    for row in truth("groups"):
        if row["survives"]:
            state = _states(imported, row["survives"], TODAY)
            assert State.UP < state[row["element"]] < State.DOWN, row


def test_questions_get_the_planted_answers(imported: Imported) -> None:
    wrong = []
    for (failed, on), rows in _questions().items():
        day = date.fromisoformat(on) if on else TODAY
        states = _states(imported, failed, day)
        open_ = _unknown(imported, failed, day)
        for row in rows:
            found = "unknown" if row["key"] in open_ else str(states[row["key"]].name).lower()
            if row["state"] != "unknown":
                found = states[row["key"]].name.lower()
            if found != row["state"]:
                wrong.append((row["question"], row["key"], row["state"], found))

    assert wrong == []


def test_a_promise_that_cannot_be_kept_names_the_link_that_breaks_it(imported: Imported) -> None:
    broken = [row for row in promises(imported.snapshot, TODAY) if row.verdict is Verdict.BROKEN]
    links = {
        (row.name, imported.snapshot.names[imported.snapshot.keys.index(row.chain[-1])]) for row in broken
    }
    assert ("Pelayanan gawat darurat", "Penyimpanan citra RSUD") in links
    assert ("Penanganan insiden siber", "Ruang Server Utama Diskominfo") in links
    assert offenders(broken)[0].key == "diskominfo/computingfacility/DAI-FK-01"


def _about(value: str, written: str) -> bool:
    """Whether a finding's value is what stands in the cell, or one of several things in it."""
    return any(value.strip() == part or part in value for part in (written, *written.split("; ")))


def _questions() -> dict[tuple[str, str], list[dict[str, str]]]:
    questions: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in truth("impact"):
        questions[row["failed"], row["on"]].append(row)
    return questions


def test_every_answer_on_the_province_is_confirmed_by_the_checker(imported: Imported) -> None:
    snapshot, day = imported.snapshot, date(2026, 11, 22)
    for uid in snapshot.uids[::10]:
        answer = simulate(snapshot, Scenario(failed={uid: State.DOWN}, on=day))
        assert checked(impact_certificate(answer, uncertain(answer)[:3], ORIGIN)).wrong == []
    services = np.flatnonzero(snapshot.of_kinds([ElementKind.SERVICE]))[::10]
    for order in (1, 2):
        found = failure_sets(snapshot, day, services, order)
        assert checked(failure_sets_certificate(snapshot, day, Fragile(sets=found), ORIGIN)).wrong == []


def _scenario(imported: Imported, failed: str, on: date) -> Scenario:
    return Scenario(failed={imported.by_key[failed]: State.DOWN}, on=on)


def _states(imported: Imported, failed: str, on: date) -> dict[str, State]:
    answer = simulate(imported.snapshot, _scenario(imported, failed, on))
    keys = imported.snapshot.elements.key
    return {keys[index]: State(int(state)) for index, state in enumerate(answer.state)}


def _unknown(imported: Imported, failed: str, on: date) -> set[str]:
    return {one.key for one in uncertain(simulate(imported.snapshot, _scenario(imported, failed, on)))}


@pytest.mark.whole
def test_the_province_exported_as_an_archimate_model_and_imported_changes_nothing(
    store: Store, tmp_path: Path
) -> None:
    whole = imported_into(store).whole
    export(whole, shipped(), tmp_path / "provinsi.xml")
    schema = xmlschema.XMLSchema(SCHEMA, allow="local")
    assert next(schema.iter_errors(tmp_path / "provinsi.xml"), None) is None
    reading = read([tmp_path / "provinsi.xml"], shipped())
    wanted = Import(load="2026-11-26T080000-01", by="test", now=NOW)
    plan = planned_import(store, shipped(), reading, wanted, lambda: uuid4().hex)
    counts = plan.graph.counts()
    assert {counts[what][name] for what in counts for name in ("add", "change", "retire")} == {0}
    assert plan.graph.references_opened == plan.graph.references_closed == ()
    assert [f for f in reading.findings if f.severity is Severity.ERROR] == []
