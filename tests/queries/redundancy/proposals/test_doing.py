"""Of each function of a proposal it is told who does it already, national applications too."""

from dataclasses import replace

from model.knowledge import NationalApplication
from model.text import Language
from queries.redundancy.corpus import Entry
from queries.redundancy.engine import compare
from queries.redundancy.proposals.advising import advice
from queries.redundancy.proposals.clearance import Clearance, Examiner, Proposal
from queries.redundancy.proposals.doing import NAMED_DOERS
from queries.redundancy.words.lexicon import Lexicon
from tests.support.alike import SRIKANDI, application, compared, corpus, lexicon, province
from ui.similar.by_function import rows

PROPOSAL = Proposal(name="Serba Ada", scope="dlh", function="presensi pegawai, surat masuk dan tempat wisata")


def checked(*entries: Entry, national: tuple[NationalApplication, ...] = (), **given: str) -> Clearance:
    known = Lexicon(replace(lexicon().knowledge, national=national))
    return Examiner(compared(*entries), known).check(replace(PROPOSAL, **given))


def doers(found: Clearance) -> dict[str, list[str]]:
    return {one.function: [entry.uid for entry in one.here] for one in found.doing}


def test_each_function_has_those_that_do_it() -> None:
    found = checked(*province(), national=(SRIKANDI,))
    assert {name: set(uids) for name, uids in doers(found).items()} == {
        "kepegawaian-presensi": {"A1", "A2", "A3"},
        "persuratan-surat": {"B1", "B2"},
        "wisata": {"E1"},
    }
    assert {one.function: one.national for one in found.doing}["persuratan-surat"] == ("SRIKANDI",)
    assert found.whole == ()


def test_first_come_those_in_whose_name_or_service_it_stands_and_of_these_ones_own() -> None:
    found = checked(
        application("T", "Aneka", "daftar tempat wisata", scope="dlh"),
        application("S", "Aneka Dua", scope="dishub", services=("Tempat wisata",)),
        application("N", "Tempat Wisata", scope="dlh"),
    )
    assert doers(found)["wisata"] == ["N", "S", "T"]


def test_at_most_five_are_named_and_the_others_counted() -> None:
    many = [application(f"W{n}", f"Tempat Wisata {'abcdefgh'[n]}") for n in range(NAMED_DOERS + 2)]
    (one,) = (one for one in checked(*many).doing if one.function == "wisata")
    assert (len(one.first), one.more) == (NAMED_DOERS, 2)


def test_other_governments_are_counted_and_take_nothing() -> None:
    theirs = application("G", "Tempat Wisata", government="kota-b")
    (one,) = (one for one in checked(theirs).doing if one.function == "wisata")
    assert (one.here, one.elsewhere, one.taken) == ((), 1, False)


def test_a_network_is_told_and_takes_nothing_and_a_successor_stands_for_the_superseded() -> None:
    former = replace(SRIKANDI, abbreviation="SIKD", superseded_by="SRIKANDI")
    joined = checked(national=(former, replace(SRIKANDI, network=True)))
    mail = next(one for one in joined.doing if one.function == "persuratan-surat")
    assert (mail.national, mail.networks, mail.taken) == ((), ("SRIKANDI",), False)
    mail = next(one for one in checked(national=(former,)).doing if one.function == "persuratan-surat")
    assert mail.national == ("SRIKANDI",)


def test_what_does_a_broader_function_comes_after_what_does_the_function_itself() -> None:
    known = lexicon().knowledge
    concepts = tuple(
        replace(one, broader=("wisata",)) if one.name == "lh-sampah" else one for one in known.concepts
    )
    entries = (application("B", "Tempat Wisata"), application("S", "Angkut Sampah"))
    examiner = Examiner(compared(*entries), Lexicon(replace(known, concepts=concepts)))
    found = examiner.check(Proposal(name="Serba Ada", function="angkut sampah"))
    assert doers(found) == {"lh-sampah": ["S", "B"]}


def test_who_says_a_broader_function_itself_does_it_and_who_only_has_its_data_does_not() -> None:
    known = lexicon().knowledge
    concepts = tuple(
        replace(one, broader=("wisata",)) if one.name in ("lh-sampah", "kepegawaian-presensi") else one
        for one in known.concepts
    )
    entries = (
        application("D", "Kotak", data=("Data tempat wisata",)),
        application("N", "Presensi"),
        application("B", "Absensi Wisata", "tempat wisata"),
    )
    own = Lexicon(replace(known, concepts=concepts))
    found = Examiner(compare(corpus(entries), own), own).check(Proposal(name="Sampah"))
    assert doers(found) == {"lh-sampah": ["B"]}


def test_that_agencies_have_websites_is_told_and_takes_nothing() -> None:
    sites = [
        application(f"W{scope}", f"Website Dinas {whose}", scope=scope, agency=f"Dinas {whose}")
        for scope, whose in (("dinkes", "Kesehatan"), ("dlh", "Lingkungan Hidup"))
    ]
    asked = {"name": "Website Dinas Lingkungan Hidup", "agency": "Dinas Lingkungan Hidup", "function": ""}
    found = checked(*sites, **asked)
    assert [one.uid for one in found.websites] == ["Wdlh", "Wdinkes"]
    assert found.doing == ()
    assert checked(*sites).websites == ()


def test_who_speaks_of_the_data_in_the_words_of_its_own_work_does_that_work() -> None:
    known = lexicon().knowledge
    ticket = replace(known.concepts[-1], name="tiket", phrases=("tiket kebun raya",), broader=())
    own = Lexicon(replace(known, concepts=(*known.concepts, ticket)))
    text, data = "Penjualan tiket masuk di kebun bunga raya", ("Tiket kebun raya",)
    entries = (
        application("D", "Loket", text, data=data),
        application("R", "Kas", "Pencatatan uang", data=data),
    )
    found = Examiner(compare(corpus(entries), own), own).check(
        Proposal(name="X", function="tiket kebun raya")
    )
    assert doers(found) == {"tiket": ["D"]}


def test_of_what_is_likely_by_its_words_alone_nobody_says_that_it_does_nothing() -> None:
    found = checked(
        application("S", "Pantau Tegakan", "peredaran gelondongan tegakan", scope="dlh"),
        name="Pantau Tegakan",
        function="peredaran gelondongan tegakan, tempat wisata",
    )
    assert [one.uid for one in found.unsure] == ["S"]
    told = advice(found).reason.id
    assert "Catatan Pantau Tegakan tidak menyebut “tempat wisata”" in told
    assert "Belum ada yang tercatat" not in told
    (row,) = rows(found, Language.ID)
    assert "mungkin Pantau Tegakan" in row[1]
