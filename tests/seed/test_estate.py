"""The example province holds together, and holds what it promises."""

import csv
from collections import Counter
from importlib.resources import files

import pytest

from model.directory import Directory
from model.entry import Entry
from model.kinds import ElementKind
from seed.estate import Province, province

TRUTH = files("seed") / "province" / "truth"


@pytest.fixture(scope="module")
def whole() -> Province:
    return province()


def truth(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((TRUTH / f"{name}.csv").read_text(encoding="utf-8").splitlines()))


def test_it_is_as_large_as_a_province(whole: Province) -> None:
    applications = [application for agency in whole.agencies for application in agency.applications]

    assert len(whole.agencies) >= 35
    assert sum(len(agency.processes) for agency in whole.agencies) >= 400
    assert len(whole.all_services) >= 300
    assert len(applications) >= 160
    assert sum(len(agency.data) for agency in whole.agencies) >= 250
    assert len(whole.infrastructure) >= 150


def test_every_code_is_used_once(whole: Province) -> None:
    coded = [
        *(
            thing
            for agency in whole.agencies
            for thing in (*agency.processes, *agency.applications, *agency.data)
        ),
        *whole.all_services,
        *whole.infrastructure.values(),
    ]
    repeated = [key for key, count in Counter(thing.key for thing in coded).items() if count > 1]

    assert repeated == []


def test_every_name_a_process_line_mentions_means_something(whole: Province) -> None:
    for agency in whole.agencies:
        for process in agency.processes:
            for words in process.line.applications:
                assert whole.application(words, agency)
            for words in process.line.data:
                assert whole.data(words, agency)


def test_a_name_that_two_agencies_use_means_the_agencys_own(whole: Province) -> None:
    disaster, forest = whole.by_slug["bpbd"], whole.by_slug["dishut"]

    assert whole.application("SIGAP", disaster).scope == "bpbd"
    assert whole.application("SIGAP", forest).scope == "dishut"
    assert whole.application("SIGAP@BPB", forest).scope == "bpbd"


def test_a_name_that_two_agencies_use_means_neither_to_a_third(whole: Province) -> None:
    with pytest.raises(KeyError, match="SIGAP"):
        whole.application("SIGAP", whole.by_slug["dinkes"])


def test_every_spelling_of_an_agency_means_that_agency(whole: Province) -> None:
    directory = Directory.of(
        Entry(
            uid=agency.said.slug,
            kind=ElementKind.ORG_UNIT,
            scope=agency.said.slug,
            key=agency.key,
            name=agency.said.name,
            abbreviation=agency.said.short,
        )
        for agency in whole.agencies
    )
    for agency in whole.agencies:
        said = agency.said
        for words in (said.name, said.short, *said.spellings, f"{said.name} Provinsi Nusa Rempah".upper()):
            assert directory.resolve(words, "bersama", (ElementKind.ORG_UNIT,)).uid == said.slug, words


def test_planted_redundancies_are_of_several_kinds() -> None:
    kinds = Counter(row["kind"] for row in truth("redundancies"))

    assert sum(kinds.values()) >= 15
    assert set(kinds) == {"identity", "functional", "national"}
    assert len({row["what"] for row in truth("redundancies")}) >= 8


def test_there_are_as_many_look_alikes_and_none_is_a_redundancy() -> None:
    alike = {frozenset((row["left"], row["right"])) for row in truth("lookalikes")}
    redundant = {frozenset((row["left"], row["right"])) for row in truth("redundancies")}

    assert len(alike) >= 15
    assert not alike & redundant


def test_groups_that_hold_and_groups_that_do_not_are_both_planted() -> None:
    verdicts = Counter(row["verdict"] for row in truth("groups"))

    assert verdicts["nyata"] >= 10
    assert verdicts["semu"] >= 10
    assert all(row["defeated_by"] for row in truth("groups") if row["verdict"] == "semu")
