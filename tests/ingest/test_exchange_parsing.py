"""Hostile, broken and mistaken XML: each a finding with what to do, and the other files are read."""

import zipfile
from pathlib import Path

import pytest

from ingest.exchange.names import INSTANCE, NAMESPACE
from ingest.files import workbook
from ingest.files.guard import Form, Reason
from tests.support.books import reading, sheet, told
from tests.support.models import model

HEAD = f'<model xmlns="{NAMESPACE}" xmlns:xsi="{INSTANCE}" identifier="m"><name>M</name>'
ONE = (
    f'{HEAD}<elements><element identifier="a" xsi:type="Node"><name>{{}}</name></element></elements></model>'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "bom": ("unsafe_xml", f'<!DOCTYPE m [<!ENTITY l0 "ha">{LAUGHS}]>{ONE.format("&l9;")}'),
    "luar": ("unsafe_xml", f'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>{ONE.format("&x;")}'),
    "dtd": ("unsafe_xml", f'<!DOCTYPE m SYSTEM "http://192.0.2.1/m.dtd">{ONE.format("a")}'),
    "entitas": ("broken_xml", ONE.format("&entah;")),
    "putus": ("broken_xml", ONE.format("a")[:-20]),
    "dalam": ("broken_xml", f"{HEAD}<organizations>{'<item>' * 100_000}"),
    "teks": ("broken_xml", "bukan xml"),
    "huruf": ("broken_xml", f'<?xml version="1.0" encoding="entah-apa"?>{ONE.format("a")}'),
    "kosong": ("empty_file", ""),
    "lama": ("other_xml", '<model xmlns="http://www.opengroup.org/xsd/archimate"/>'),
    "halaman": ("other_xml", "<html><body/></html>"),
    "tanpa": ("other_xml", "<model/>"),
    "archi": ("archi_file", '<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate"/>'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_a_finding_and_others_are_read(tmp_path: Path, name: str) -> None:
    rule, text = HOSTILE[name]
    (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    model(tmp_path / "z.xml", [("a", "Node", "Mesin")])
    found = reading(tmp_path)
    assert [draft.name for draft in found.drafts] == ["Mesin"]
    (error,) = [f for f in found.findings if f.severity == "error"]
    assert (error.rule, error.place.file, error.place.row) == (rule, f"{name}.xml", None)
    assert all(words.endswith(".") for words in (*error.message.both, *error.fix.both))


def test_half_a_model_is_not_loaded(tmp_path: Path) -> None:
    text = model(tmp_path / "m.xml", [(f"a{n}", "Node", "Mesin") for n in range(5_000)]).read_text("utf-8")
    (tmp_path / "m.xml").write_text(text[: len(text) * 3 // 4], encoding="utf-8")
    found = reading(tmp_path / "m.xml")
    assert found.drafts == ()
    assert told(found, "broken_xml")


@pytest.mark.whole
def test_a_model_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "m.xml").open("wb") as file:
        file.truncate(400 * 1024 * 1024)
    assert told(reading(tmp_path / "m.xml"), "file_too_large")


def test_a_model_that_kills_its_reader_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = tmp_path / "rakus.xml"
    greedy.write_text(ONE.format("x" * 100_000_000), encoding="utf-8")
    good = model(tmp_path / "baik.xml", [("a", "Node", "Mesin")])
    monkeypatch.setattr(workbook, "MEMORY", 150 * 1024 * 1024)
    first, second = workbook.contents([(greedy, Form.MODEL), (good, Form.MODEL)])
    assert first.refused in (Reason.KILLED, Reason.TOO_LARGE)
    assert second.refused is None and second.is_model


def test_properties_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    lines = [(f"a{n}", "Node", "Mesin", {f"sifat {n}": "x"}) for n in range(5_000)]
    found = reading(model(tmp_path / "m.xml", lines))
    assert found.drafts == ()
    assert told(found, "file_too_large")


def test_what_carries_another_name_is_read_as_what_it_is(tmp_path: Path) -> None:
    book = sheet(tmp_path, "Server", ["Nama Server", "Kode"], ["Mesin", "DAI-1"])
    book.rename(tmp_path / "buku.xml")
    text = model(tmp_path / "m.csv", [("a", "Node", "Dua")])
    model(tmp_path / "m.xlsx", [("b", "Node", "Tiga")])
    found = reading(tmp_path)
    assert {draft.name for draft in found.drafts} == {"Mesin", "Dua", "Tiga"}
    assert {f.place.file for f in told(found, "other_format")} == {"buku.xml", text.name, "m.xlsx"}


def test_the_format_of_archi_is_told_how_to_become_the_exchange_format(tmp_path: Path) -> None:
    (tmp_path / "m.archimate").write_text("<x/>", encoding="utf-8")
    (error,) = reading(tmp_path).findings
    assert (error.rule, "Open Exchange" in error.fix.en) == ("archi_file", True)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_a_model_is_read_in_the_encoding_it_names(tmp_path: Path, encoding: str) -> None:
    named = encoding.replace("-sig", "")
    text = f'<?xml version="1.0" encoding="{named}"?>{ONE.format("Café Ã©")}'
    (tmp_path / "m.xml").write_bytes(text.encode(encoding))
    found = reading(tmp_path / "m.xml")
    assert [draft.name for draft in found.drafts] == ["Café Ã©"]


def test_a_model_in_a_zip_is_read(tmp_path: Path) -> None:
    inside = model(tmp_path / "m.xml", [("a", "Node", "Mesin")])
    with zipfile.ZipFile(tmp_path / "kirim.zip", "w") as archive:
        archive.write(inside, "Dinas Kesehatan/m.xml")
    found = reading(tmp_path / "kirim.zip")
    assert [draft.place.file for draft in found.drafts] == ["kirim.zip/Dinas Kesehatan/m.xml"]
    assert found.named == {"kirim.zip/Dinas Kesehatan/m.xml": ("Dinas Kesehatan",)}
