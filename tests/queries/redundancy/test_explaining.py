"""What is said of a pair is true of it: of work, of words, of data that is read, and of what ties the two."""

from dataclasses import replace

import pytest

from model.kinds import ElementKind
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import FindingKind, Pair, compare
from queries.redundancy.evidence import COLUMN, Evidence
from queries.redundancy.explaining import KIND_ADVICE, advice, evidence_label, kind_label, sentence
from queries.redundancy.ties import Tie, TieKind
from tests.support.applications import KNOWLEDGE, LEXICON, application, inventory


def pair(*entries: Entry) -> Pair:
    others = [application(f"Lain {n}", f"opd{n}", f"urusan {word}") for n, word in enumerate("abcdef")]
    found = compare(inventory(*entries, *others), LEXICON)
    at = {entry.uid: place for place, entry in enumerate(found.corpus.entries)}
    row = found.row_of(at[entries[0].uid], at[entries[1].uid])
    assert row is not None
    return found.pair(row)


def same_work() -> Pair:
    return pair(application("HADIR", "bkd", "absensi"), application("e-Absen", "dinkes", "daftar hadir"))


def against(found: Pair, evidence: Evidence) -> Pair:
    row = found.evidence.copy()
    row[COLUMN[evidence]] = 1
    return replace(found, evidence=row)


def test_no_common_function_is_claimed_where_none_is_known_and_common_words_are_named() -> None:
    text = "pendataan tegakan dan peredaran gelondongan"
    found = pair(application("TEGAK", "dlh", text), application("TEGAK", "dishut", text))
    found = replace(found, kind=FindingKind.FUNCTIONAL)
    assert kind_label(found).id == "Mirip, fungsi yang sama belum diketahui"
    assert advice(found).id.startswith("Pastikan dahulu")
    told = sentence(found, KNOWLEDGE)
    assert told.id.startswith("Keduanya bernama sama dan menyebut “")
    assert "“gelondongan”" in told.id
    assert told.en.startswith("Both have the same name and mention “")
    assert kind_label(same_work()).id == "Fungsi sama"


def test_common_words_are_quoted_as_written_and_where_the_two_write_otherwise_that_is_said() -> None:
    found = replace(same_work(), functions=(), words=(("gelondongan", "gelondongan"), ("darah", "blood")))
    told = sentence(found, KNOWLEDGE)
    assert "menyebut “gelondongan” dan dengan kata lain menyebut “darah” / “blood”" in told.id
    assert "in other words mention “darah” / “blood”" in told.en


@pytest.mark.parametrize(("name", "same"), [("---", False), ("😀😀", True)])
def test_names_of_signs_alone_are_called_the_same_only_where_they_are(name: str, same: bool) -> None:
    found = replace(same_work(), functions=())
    left, right = (replace(one, name=called) for one, called in ((found.left, "😀😀"), (found.right, name)))
    told = sentence(replace(found, left=left, right=right), KNOWLEDGE)
    assert ("bernama sama" in told.id) is same


def test_of_a_function_that_one_only_reads_data_of_it_is_said_who_does_the_work() -> None:
    doer = application("HADIR", "bkd", "absensi pegawai")
    reader = application("DASBOR", "setda", "grafik untuk pimpinan", data=["Absensi"])
    found = pair(doer, reader)
    assert (found.functions, found.work) == (("presensi",), ())
    assert sentence(found, KNOWLEDGE).id == "HADIR mengerjakan “Presensi”, yang datanya dibaca DASBOR."
    assert sentence(found, KNOWLEDGE).en == "DASBOR reads data about “Presensi”, the work of HADIR."
    assert kind_label(found).id != "Fungsi sama"
    both = pair(reader, application("GRAFIK", "dinkes", "papan", data=["Absensi"]))
    assert sentence(both, KNOWLEDGE).id.startswith("Keduanya memakai data tentang “Presensi”")


@pytest.mark.parametrize("kind", [ElementKind.SERVICE, ElementKind.DATA_OBJECT])
def test_services_and_data_do_not_work_and_are_advised_on_as_what_they_are(kind: ElementKind) -> None:
    found = replace(same_work(), of=kind)
    assert "mengerjakan" not in sentence(found, KNOWLEDGE).id
    for one in (FindingKind.FUNCTIONAL, FindingKind.NATIONAL):
        assert advice(replace(found, kind=one)) != KIND_ADVICE[one]


def test_a_call_is_told_with_its_interface_instead_of_a_mere_exchange() -> None:
    found = against(same_work(), Evidence.FLOW)
    assert "tetapi keduanya sudah saling terhubung" in sentence(found, KNOWLEDGE).id
    tie = Tie(TieKind.CALLS, found.left.uid, found.right.uid, ("API Hadir",))
    told = sentence(found, KNOWLEDGE, (tie,))
    left, right = found.left.name, found.right.name
    assert told.id.endswith(f"{left} memanggil API Hadir milik {right}: sudah saling terhubung.")
    assert told.en.endswith(f"{left} calls API Hadir of {right}: the two are connected already.")
    assert "tetapi" not in told.id


def test_namesakes_that_are_tied_are_told_apart_by_whose_they_are() -> None:
    found = pair(application("HADIR", "bkd", "absensi"), application("HADIR", "dinkes", "absensi"))
    tie = Tie(TieKind.RECEIVES, found.right.uid, found.left.uid)
    assert "HADIR (dinkes) menerima data dari HADIR (bkd)" in sentence(found, KNOWLEDGE, (tie,)).id


def test_where_one_replaces_the_other_the_advice_is_what_is_on_record() -> None:
    found = same_work()
    tie = Tie(TieKind.REPLACES, found.left.uid, found.right.uid)
    old, new = found.right.name, found.left.name
    assert advice(found, tie, "30 Jun 2027").id == (
        f"Penggantiannya sudah tercatat: {new} menggantikan {old}, yang berlaku sampai 30 Jun 2027."
    )
    assert advice(found, tie).en == (
        f"The replacement is on record: {new} replaces {old}; no last day of {old} is recorded."
    )


def test_what_speaks_against_is_a_sentence_with_a_verb() -> None:
    found = pair(
        application("SATU", "bkd", "gudang", services=["Gudang"]),
        application("DUA", "dinkes", "lumbung", services=["Gudang"]),
    )
    told = sentence(against(found, Evidence.NODE), KNOWLEDGE)
    assert told.id.endswith("; tetapi yang satu adalah simpul daerah dari jaringan nasional.")
    assert told.en.endswith("; but one is the regional node of a national network.")
    lone = replace(against(found, Evidence.CONTRAST), shared={}, words=(), terms=())
    assert sentence(lone, KNOWLEDGE).en == "Their objects differ."


def test_other_functions_in_names_only_are_not_called_other_functions() -> None:
    assert evidence_label("other_function", 0.25).id == "Tiap nama menyebut fungsi lain"
    for value in (0.5, 1.0, None):
        assert evidence_label("other_function", value).id == "Fungsi berbeda"


def test_what_is_alike_in_part_is_not_called_different() -> None:
    assert evidence_label("apart", 1.0).id == "Layanan dan data berbeda"
    assert evidence_label("apart", 0.9).id == "Layanan, data, atau proses sebagian berbeda"
