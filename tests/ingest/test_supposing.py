"""Files that do not say whose they are: what their rows and names suggest, and what is left."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.draft import Draft, Reading
from ingest.planning.delivered import telling_words
from model.faults import Finding, Severity
from model.record import FileStamp
from queries.loads.plan import Plan
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, named, row, rules_of

NAMES = ("Cuti", "Gaji", "Lelang")
FILE = "berkas.xlsx"


def apps(file: str, *names: str, agency: str | None = None, **given: Any) -> list[Draft]:
    return [
        row(K.APPLICATION, f"A-{n}", name, at=(file, n + 1), agency=agency, **given)
        for n, name in enumerate(names, 1)
    ]


def told(plan: Plan, rule: str) -> list[Finding]:
    return [one for one in plan.findings if one.rule == rule]


def stamped(reading: Reading, sha256: str) -> Reading:
    return replace(reading, files=tuple(FileStamp(name=one.name, sha256=sha256) for one in reading.files))


@pytest.fixture
def desk(store: Store) -> Desk:
    found = Desk(store)
    found.load(delivery(*apps("satu.xlsx", *NAMES, agency="Dinas Perikanan")))
    return found


def test_rows_on_record_as_those_of_one_agency_are_its_rows_whatever_else_comes(desk: Desk) -> None:
    beside = apps("sosial.xlsx", "Panti", agency="Dinas Sosial")
    plan = desk.load(delivery(*apps(FILE, *NAMES), *beside))
    assert sorted(one.code for one in named(desk.store).values() if one.scope == "diskan" and one.code) == [
        "A-1", "A-2", "A-3",
    ]  # fmt: skip
    assert told(plan, "agency_on_record")[0].value == "Dinas Perikanan"
    assert not {"no_agency", "agency_supposed"} & set(rules_of(plan))


def test_a_file_that_came_before_byte_for_byte_is_of_the_same_agency(desk: Desk) -> None:
    desk.load(stamped(delivery(*apps("lama.xlsx", *NAMES, agency="Dinas Perikanan")), "same"))
    desk.load(delivery(*apps("baru.xlsx", "Cuti", "Pajak", "Retribusi", agency="Dinas Perikanan")))
    plan = desk.plan(stamped(delivery(*apps(FILE, *NAMES)), "same"))
    assert (plan.graph.added, "agency_on_record" in rules_of(plan)) == ((), True)


@pytest.mark.parametrize("file", ["aplikasi perikanan Mei 2026.xlsx", "Rekap_Perikanan rev2.xlsx"])
@pytest.mark.parametrize("on_record", ["Dinas Perikanan", "Dinas Kelautan dan Perikanan", None])
def test_a_word_of_the_name_that_means_an_agency_tells_whose_rows_they_are(
    store: Store, file: str, on_record: str | None
) -> None:
    desk = Desk(store)
    if on_record:
        desk.load(delivery(*apps("lain.xlsx", "Lain", agency=on_record)))
    plan = desk.load(
        delivery(*apps(file, "Cuti", "Gaji", "Arsip")[1:], *apps("s.xlsx", "X", agency="Dinas Sosial"))
    )
    (finding,) = told(plan, "agency_supposed")
    assert (finding.value, finding.severity) == (on_record or "Dinas Perikanan", Severity.WARNING)
    assert "memuat “perikanan”" in finding.message.id
    scopes = {one.name: one.scope for one in named(store).values()}
    assert scopes["Gaji"] not in ("dinsos", "bersama")


@pytest.mark.parametrize(
    "file", ["data umum.xlsx", "laporan keuangan.xlsx", "aplikasi 2026.xlsx", "sosial budaya.xlsx"]
)
def test_other_words_of_a_name_tell_nothing(store: Store, file: str) -> None:
    assert "no_agency" in rules_of(Desk(store).plan(delivery(*apps(file, *NAMES))))


def test_what_is_taken_to_be_of_the_only_agency_is_told(desk: Desk) -> None:
    reading = delivery(*apps("dua.xlsx", "Kapal", agency="Dinas Perikanan"), *apps(FILE, "Arsip")[:1])
    renumbered = replace(reading, drafts=tuple(replace(one, code=f"B-{one.name}") for one in reading.drafts))
    plan = desk.load(renumbered)
    assert "diskan/application/B-Arsip" in named(desk.store)
    (finding,) = told(plan, "agency_supposed")
    assert (finding.place.file, finding.value) == (FILE, "Dinas Perikanan")
    assert "hanya perangkat daerah itu" in finding.message.id


def test_a_delivery_whose_files_name_two_agencies_has_no_only_one(store: Store) -> None:
    titled = apps("b.xlsx", "Y", delivery_agency="Dinas Perikanan")
    plan = Desk(store).load(
        delivery(*apps("a.xlsx", "X", agency="Dinas Sosial"), *titled, *apps(FILE, *NAMES))
    )
    assert "no_agency" in rules_of(plan)
    assert "bersama/application/A-1" in named(store)


def test_codes_of_a_supposed_agency_that_mean_something_else_are_never_overwritten(desk: Desk) -> None:
    beside = apps("dua.xlsx", "Cuti", agency="Dinas Perikanan")
    before = {key: one.name for key, one in named(desk.store).items()}
    plan = desk.load(delivery(*beside, *apps(FILE, "Panti", "Jalan", "Jembatan", "Irigasi")))
    (finding,) = told(plan, "codes_of_supposed_agency")
    assert (finding.severity, finding.place.file) == (Severity.ERROR, FILE)
    assert "4 baris tidak dimuat" in finding.message.id
    assert "“A-1”: “Cuti”, di sini “Panti”" in finding.message.id
    assert {key: one.name for key, one in named(desk.store).items()} == before
    asked = desk.load(delivery(*apps(FILE, "Panti", "Jalan")), scope="Dinas Sosial")
    assert not {"codes_of_supposed_agency", "agency_supposed"} & set(rules_of(asked))


def test_codes_that_a_supposed_agency_gives_to_others_in_the_same_delivery_are_not_loaded(
    store: Store,
) -> None:
    plan = Desk(store).load(delivery(*apps("a.xlsx", *NAMES, agency="Dinas Sosial"), *apps(FILE, "Panti")))
    assert "codes_of_supposed_agency" in rules_of(plan)
    assert "Panti" not in {one.name for one in named(store).values()}


def test_words_that_say_only_which_list_it_is_tell_nothing() -> None:
    assert telling_words("Rekap Aplikasi Perikanan (2) Mei 2026 FINAL.xlsx") == ("perikanan",)
    assert telling_words("Lembar1") == ()
