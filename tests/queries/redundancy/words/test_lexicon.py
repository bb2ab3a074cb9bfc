"""Words are spelt one way, filler is left out, and phrases mean functions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.knowledge import Concept
from model.text import same
from queries.redundancy.words.lexicon import Lexicon, included, plain_words, short_address, without
from seed.lexicon import shipped_knowledge
from tests.support.applications import KNOWLEDGE, LEXICON


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sistim Informasi Kepegawaian", ("pegawai",)),
        ("PERIJINAN", ("izin",)),
        ("data untuk PNS dan ASN", ("data", "pegawai", "pegawai")),
        ("PPDB Online", ("terima", "didik")),
        ("https://www.simpeg.malukuprov.go.id/masuk", ("simpeg",)),
        ("IKM", ("ikm",)),
        ("", ()),
        ("2.0", ()),
    ],
)
def test_only_words_that_say_something_are_left(text: str, words: tuple[str, ...]) -> None:
    assert LEXICON.words(text) == words


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Aplikasi absensi online", {"presensi"}),
        ("Presensi untuk para pegawai", {"presensi"}),
        ("pegawai", set()),
        ("pengajuan cuti dan surat masuk", {"cuti", "surat"}),
        ("daftar surat; masuk kerja\nsurat\u2022masuk", set()),  # items of a list are no phrase together
        ("situs resmi dinas", {"situs"}),
    ],
)
def test_phrases_mean_functions(text: str, concepts: set[str]) -> None:
    assert LEXICON.concepts(text) == concepts


def test_a_phrase_that_lost_what_tells_it_from_another_means_nothing() -> None:
    concepts = tuple(
        Concept(name=phrase, label=same(phrase), phrases=(phrase,))
        for phrase in ("informasi rumah sakit", "sistem rumah sakit", "klinik anak online", "portal ppdb")
    )
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=concepts))
    assert lexicon.concepts("informasi rumah sakit") == {"informasi rumah sakit"}
    assert not lexicon.concepts("rumah sakit")
    assert lexicon.concepts("klinik anak") == {"klinik anak online"}


def test_a_longer_phrase_uses_up_its_words_in_whichever_way_it_is_read() -> None:
    functions = (
        Concept(name="siswa", label=same("Siswa"), phrases=("pembelajaran daring",)),
        Concept(name="pegawai", label=same("Pegawai"), phrases=("pembelajaran daring pegawai",)),
    )
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=functions))
    assert lexicon.concepts("Pembelajaran daring ASN") == {"pegawai"}
    assert lexicon.concepts("Pembelajaran daring") == {"siswa"}
    assert lexicon.concepts("Pembelajaran daring ASN, pembelajaran daring siswa") == {"pegawai", "siswa"}


def test_what_is_called_like_another_function_but_for_filler_means_neither() -> None:
    functions = (
        Concept(name="mata air", label=same("Mata air"), phrases=("debit sistem air",)),
        Concept(name="irigasi", label=same("Irigasi"), phrases=(), in_names=("debit air",)),
    )
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=functions))
    assert lexicon.concepts("debit air sungai") == set()
    assert lexicon.concepts("debit sistem air") == {"mata air"}
    assert lexicon.named_concepts("debit air") == {"irigasi"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Rekam medis. Tidak termasuk kepegawaian dan cuti. Antrean", "Rekam medis. . Antrean"),
        ("bukan untuk presensi, melainkan cuti", "melainkan cuti"),
        ("bukan hanya surat, tetapi juga disposisi", "bukan hanya surat, tetapi juga disposisi"),
        ("Pajak daerah, kecuali PKB; retribusi", "Pajak daerah, ; retribusi"),
        ("Payroll, not including leave", "Payroll,"),
    ],
)
def test_what_a_text_leaves_out_is_not_read(text: str, left: str) -> None:
    assert " ".join(included(text).split()) == left


def test_what_is_only_broader_than_another_is_left_out() -> None:
    functions = (
        Concept(name="guru", label=same("Guru"), phrases=(), broader=("pegawai",)),
        Concept(name="pegawai", label=same("Pegawai"), phrases=()),
    )
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=functions))
    assert lexicon.narrowest({"guru", "pegawai", "surat"}) == {"guru", "surat"}


def test_an_abbreviation_is_one_word_of_a_phrase_however_long_it_is() -> None:
    concept = Concept(name="masuk", label=same("Masuk"), phrases=("aplikasi ppdb",))
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=(concept,)))
    assert lexicon.concepts("aplikasi penerimaan peserta didik baru") == {"masuk"}
    assert not lexicon.concepts("penerimaan dan peserta didik")


def test_what_has_a_meaning_of_its_own_is_not_spelt_out() -> None:
    concept = Concept(name="daerah", label=same("Daerah"), phrases=("negeri sipil",))
    knowledge = replace(KNOWLEDGE, concepts=(concept,), abbreviations={"pns": ("pegawai negeri sipil",)})
    assert Lexicon(knowledge).concepts("gaji PNS") == set()
    assert Lexicon(replace(knowledge, words={})).concepts("gaji PNS") == {"daerah"}


def test_a_word_that_texts_only_mention_means_a_function_where_a_name_says_it() -> None:
    payroll = Concept(name="gaji", label=same("Gaji"), phrases=("daftar gaji",), in_names=("gaji",))
    grant = Concept(name="hibah", label=same("Hibah"), phrases=("hibah barang gaji",))
    lexicon = Lexicon(replace(KNOWLEDGE, concepts=(payroll, grant)))
    assert not lexicon.concepts("potongan dari gaji pegawai")
    assert lexicon.named_concepts("SI GAJI") == lexicon.concepts("cetak daftar gaji") == {"gaji"}
    assert lexicon.named_concepts("Hibah Barang Gaji") == {"hibah"}


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert all(LEXICON.words(text))
    assert LEXICON.concepts(text) | LEXICON.named_concepts(text) <= {
        concept.name for concept in KNOWLEDGE.concepts
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Telp. 0921-312-4455", ["telp", "09213124455"]),
        ("310/246-1501", ["3102461501"]),
        ("RPJMD 2021-2026, berlaku 16/06/2023", ["rpjmd", "2021", "2026", "berlaku", "16", "06", "2023"]),
    ],
)
def test_a_number_written_in_groups_is_one_word_and_dates_are_none(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_other_scripts_stay_words() -> None:
    assert plain_words("Система 管理") == ["система", "管理"]


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://www.SPPD.diskominfo.malukuprov.go.id/masuk?x=1", "sppd.diskominfo"),
        ("simaya.go.id", "simaya"),
        ("absen.example.com:8080", "absen"),
        ("SIMPEG", "SIMPEG"),
    ],
)
def test_an_address_is_known_by_what_stands_before_its_domain(address: str, short: str) -> None:
    assert short_address(address) == short


def test_phrases_are_taken_out_of_words() -> None:
    assert without(["situs", "dinas", "kesehatan", "baru"], [["dinas", "kesehatan"], []]) == ["situs", "baru"]


def test_the_shipped_phrases_mean_one_function_each() -> None:
    meant: dict[str, str] = {}
    for concept in shipped_knowledge().concepts:
        for phrase in concept.every_phrase:
            assert meant.setdefault(phrase, concept.name) == concept.name


def test_the_shipped_knowledge_is_as_large_as_a_province_needs() -> None:
    known = shipped_knowledge()
    assert len(known.concepts) >= 750
    assert {name for one in known.national for name in one.concepts} <= {one.name for one in known.concepts}


def test_users_add_phrases_to_known_and_to_new_functions() -> None:
    more = KNOWLEDGE.with_phrases({"jari tempel": "presensi", "sewa gedung": "gedung"})
    phrases = {concept.name: concept.phrases for concept in more.concepts}
    assert "jari tempel" in phrases["presensi"]
    assert phrases["gedung"] == ("sewa gedung",)
