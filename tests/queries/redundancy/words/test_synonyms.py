"""Phrases that people add mean a concept until they are removed; duplicates propose such phrases."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.decision import Verdict
from model.faults import RefusedChange
from model.knowledge import Concept, Knowledge, NationalApplication
from model.text import Text
from queries import backup
from queries.redundancy.features import features_of
from queries.redundancy.words.lexicon import Lexicon
from queries.redundancy.words.synonyms import (
    MOST,
    Proposal,
    add_synonym,
    added_labels,
    added_phrases,
    proposals,
    remove_synonym,
    synonyms,
)
from queries.store.store import Statement, Store
from tests.support.decided import corpus, decision
from tests.support.deliveries import Desk, K, delivery, row

KNOWLEDGE = Knowledge(
    concepts=(
        Concept(name="presensi", label=Text(id="Presensi pegawai", en="Attendance"), phrases=("absensi",)),
        Concept(name="cuti", label=Text(id="Cuti", en="Leave"), phrases=("cuti",)),
    ),
    generic=frozenset({"sistem"}),
)
LEXICON = Lexicon(KNOWLEDGE)


def test_an_added_phrase_means_its_concept_until_it_is_removed(store: Store) -> None:
    desk = Desk(store)
    added = add_synonym(store, LEXICON, " Sidik  JARI ", "Attendance", desk.writer)
    assert (added.phrase, added.concept, added.by) == ("sidik jari", "presensi", "penguji")
    assert synonyms(store) == [added]
    taught = Lexicon(KNOWLEDGE.with_phrases(added_phrases(store)))
    assert taught.concepts("Mesin Sidik Jari") == {"presensi"}
    remove_synonym(store, added.id, desk.writer)
    assert added_phrases(store) == {}
    with pytest.raises(RefusedChange) as refused:
        remove_synonym(store, added.id, desk.writer)
    assert "load the list" in refused.value.fix.en
    assert store.read("MATCH (s:Synonym) RETURN s.ended_by AS by") == [{"by": "penguji"}]


def test_of_one_phrase_the_concept_said_last_holds_and_a_new_one_is_new(store: Store) -> None:
    desk = Desk(store)
    add_synonym(store, LEXICON, "sidik jari", "presensi", desk.writer)
    add_synonym(store, LEXICON, "sidik jari", "Identitas Warga", desk.writer)
    assert added_phrases(store) == {"sidik jari": "identitas-warga"}
    assert len(synonyms(store)) == 1


def test_a_new_concept_is_called_as_the_person_wrote_it(store: Store) -> None:
    desk = Desk(store)
    add_synonym(store, LEXICON, "silsilah", " Data Marga  dan Tetua Adat", desk.writer)
    known = KNOWLEDGE.with_phrases(added_phrases(store), added_labels(store))
    (concept,) = (one for one in known.concepts if one.name == "data-marga-dan-tetua-adat")
    assert concept.label.both == ("Data Marga dan Tetua Adat", "Data Marga dan Tetua Adat")
    taught = Lexicon(known)
    assert taught.concepts("data marga dan tetua adat") == frozenset()
    second = add_synonym(store, taught, "tetua negeri", "data-marga-dan-tetua-adat", desk.writer)
    assert second.label == "Data Marga dan Tetua Adat"
    with pytest.raises(RefusedChange) as refused:
        add_synonym(store, taught, "silsilah", "data marga dan tetua adat", desk.writer)
    assert "sudah berarti Data Marga dan Tetua Adat" in refused.value.what.id


def test_a_concept_of_which_no_label_was_noted_is_called_by_the_words_of_its_name(store: Store) -> None:
    added = add_synonym(store, LEXICON, "silsilah", "Data Marga", Desk(store).writer)
    store.write([Statement("MATCH (s:Synonym) REMOVE s.label", {})])
    assert synonyms(store) == [replace(added, label="")]
    known = KNOWLEDGE.with_phrases(added_phrases(store), added_labels(store))
    assert known.concepts[-1].label.id == "data marga"


@pytest.mark.parametrize(
    ("phrase", "concept", "fix"),
    [
        ("sistem", "presensi", "one to five words"),
        ("sistem gajah", "presensi", "one to five words"),
        ("gajah kuda sapi kerbau kambing domba", "presensi", "one to five words"),
        ("", "presensi", "one to five words"),
        ("sidik jari", " ", "one to five words"),
        ("absensi", "presensi", "nothing to do"),
    ],
)
def test_a_phrase_that_would_find_nothing_is_refused(
    store: Store, phrase: str, concept: str, fix: str
) -> None:
    with pytest.raises(RefusedChange) as refused:
        add_synonym(store, LEXICON, phrase, concept, Desk(store).writer)
    assert fix in refused.value.fix.en
    assert synonyms(store) == []


def test_synonyms_come_back_from_a_backup(store: Store, tmp_path: Path) -> None:
    desk = Desk(store)
    desk.load(delivery(row(K.APPLICATION, "DAA-1", "SIMRS")))
    add_synonym(store, LEXICON, "sidik jari", "presensi", desk.writer)
    before = synonyms(store)
    backup.backup(store, tmp_path / "all.simpul")
    add_synonym(store, LEXICON, "liburan", "cuti", desk.writer)
    backup.restore(store, tmp_path / "all.simpul", replace=True)
    assert synonyms(store) == before


FINGER = ("a", "Sidik Jari Pegawai", "untuk absensi pegawai")
ATTENDANCE = ("b", "Absensi Pegawai", "catatan harian")
MACHINE = ("m", "Mesin Absensi", "sidik jari")


def proposed(*described: tuple[str, str, str], verdict: Verdict = Verdict.DUPLICATE) -> list[Proposal]:
    features = features_of(corpus(*described), LEXICON)
    return proposals([decision(1, "a", "b", verdict=verdict)], features, LEXICON)


def test_duplicates_propose_the_words_that_only_one_of_them_uses() -> None:
    (one,) = proposed(FINGER, ATTENDANCE, MACHINE)
    assert (one.phrase, one.concept, one.label.en) == ("sidik jari", "presensi", "Attendance")
    (reason,) = one.reasons
    assert all(
        word in reason.id for word in ("Sidik Jari Pegawai", "Presensi pegawai", "opd-b/application/b")
    )
    assert "duplicates" in reason.en


def test_no_brand_is_proposed_be_it_of_one_element_made_up_or_national() -> None:
    own = ("a", "Sidik Jari Melati Qwertz Nasional Pegawai", "absensi qwertz")
    others = [(uid, f"Absensi {uid}", "sidik jari, qwertz, nasional") for uid in ("m", "n")]
    knowledge = replace(KNOWLEDGE, national=(NationalApplication(abbreviation="NASIONAL", name=""),))
    lexicon = Lexicon(knowledge)
    features = features_of(corpus(own, ATTENDANCE, *others), lexicon)
    found = [one.phrase for one in proposals([decision(1, "a", "b")], features, lexicon)]
    assert "sidik jari" in found
    assert not any(word in phrase for phrase in found for word in ("melati", "nasional"))
    assert proposed(FINGER, ATTENDANCE) == []


def test_nothing_is_proposed_by_other_decisions_or_without_one_common_concept() -> None:
    for verdict in (Verdict.OVERLAP, Verdict.DISTINCT, Verdict.POSTPONE):
        assert proposed(FINGER, ATTENDANCE, MACHINE, verdict=verdict) == []
    assert proposed(("a", "Sidik Jari", ""), ATTENDANCE, MACHINE) == []
    both = ("b", "Absensi Pegawai", "dan cuti")
    assert proposed(("a", "Sidik Jari Pegawai", "untuk absensi dan cuti"), both, MACHINE) == []


def test_a_word_that_mostly_means_something_else_is_not_proposed() -> None:
    others = [(f"x{n}", f"Sidik Jari {n}", "identitas warga") for n in range(3)]
    assert proposed(FINGER, ATTENDANCE, MACHINE, *others) == []


def test_words_of_all_pairs_are_counted_and_only_the_first_are_told() -> None:
    described = [
        (f"{side}{n:02}", name, text)
        for n in range(48)
        for said in (chr(98 + n // 2) * 5,)
        for side, name, text in (
            ("l", f"Catatan kerja {said}", f"catatan absensi {said}"),
            ("r", "Absensi kerja", "untuk absensi"),
        )
    ]
    made = [decision(n, f"l{n:02}", f"r{n:02}") for n in range(48)]
    features = features_of(corpus(*described), LEXICON)
    found = proposals(made, features, LEXICON)
    assert len(found) == MOST
    assert (found[0].phrase, len(found[0].reasons)) == ("catatan", 48)
    assert found == proposals(made[::-1], features, LEXICON)
