"""The tables of another tool are read by what a mapping says of them."""

from pathlib import Path

import pytest

from ingest.mapping.mapping import Mapping, WrongMapping, packaged, read_mapping
from model.kinds import ElementKind as K
from model.kinds import RelationKind as R
from tests.support.books import reading, said, told

DATA = Path(__file__).parents[1] / "data"


def mapping(tmp_path: Path, text: str) -> Mapping:
    path = tmp_path / "peta.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


SMALL = """
name = "kecil"
scope = "toko"

[lookups.label]
file = "labels.csv"
key = "{id}"
value = "{text}"

[[elements]]
file = "apps.csv"
where = { live = ["y", "t"] }
kind = "Application"
code = "APP-{id}"
name = ["{title}", "{note}"]
properties = { description = "{note}", status = { from = "{phase}", values = { P = "active", X = "" } } }

[[elements.relations]]
relation = "RUNS_ON"
to = { kind = "Server", code = "SRV-{host}" }
properties = { environment = "{env}" }

[[elements]]
file = "apps.csv"
kind = "Server"
distinct = true
code = "SRV-{host}"
name = "{host}"

[[relations]]
file = "flows.csv"
relation = "RECEIVES_FROM"
source = { kind = "Application", code = "APP-{to}" }
target = { kind = "Application", code = "APP-{from}" }
properties = { data = "{what|label}" }
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "toko"
    folder.mkdir()
    (folder / "apps.csv").write_text(
        "id,title,note,phase,host,env,live\n1,Kasir,ramai,P,h1,prod,y\n2,,Gudang,X,h1,,t\n3,Lama,,P,h2,,n\n"
    )
    (folder / "flows.csv").write_text("from,to,what\n1,2,a\n1,,a\n")
    (folder / "labels.csv").write_text("id,text\na,stok\na,harga\n")
    (folder / "lain.csv").write_text("x\n1\n")
    return folder


def test_elements_have_keys_names_values_and_references(shop: Path, tmp_path: Path) -> None:
    found = reading(shop, mapping=mapping(tmp_path, SMALL))
    first, second, *servers = found.drafts
    assert (first.kind, first.key, first.code, first.name) == (
        K.APPLICATION,
        "toko/application/APP-1",
        "APP-1",
        "Kasir",
    )
    assert first.values == {"description": "ramai", "status": "active"}
    assert said(first) == {"RUNS_ON/Server/>": ["toko/server/SRV-h1"]}
    assert first.sayings[0].properties == {"environment": "production"}
    assert (second.name, second.values) == ("Gudang", {"description": "Gudang"})
    assert [server.name for server in servers] == ["h1", "h2"]
    assert {draft.source for draft in found.drafts} == {"map:kecil"}


def test_relations_follow_lookups_and_a_missing_end_is_told(shop: Path, tmp_path: Path) -> None:
    found = reading(shop, mapping=mapping(tmp_path, SMALL))
    (flow,) = found.relations
    assert (flow.from_text, flow.to_text) == ("toko/application/APP-2", "toko/application/APP-1")
    assert (flow.from_kinds, flow.to_kinds, flow.properties) == (
        (K.APPLICATION,),
        (K.APPLICATION,),
        {"data": "stok, harga"},
    )
    assert told(found, "relation_without_end")[0].place.row == 3


def test_what_the_mapping_does_not_name_is_told(shop: Path, tmp_path: Path) -> None:
    found = reading(shop, mapping=mapping(tmp_path, SMALL))
    assert told(found, "file_not_in_mapping")[0].place.file == "lain.csv"
    (shop / "flows.csv").unlink()
    again = reading(shop, mapping=mapping(tmp_path, SMALL.replace("{note}", "{catatan}")))
    assert {f.value for f in told(again, "mapped_file_missing")} == {"flows.csv"}
    assert {f.value for f in told(again, "mapped_column_missing")} == {"catatan"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name = 'x'\n[[elements]]\nfile='a.csv'\nkind='Aplication'\nname='{n}'", "Application"),
        (
            "name = 'x'\n[[relations]]\nfile='a'\nrelation='RUN'\n"
            "source={kind='Server',code='a'}\ntarget={kind='Server',code='b'}",
            "RUNS_ON",
        ),
        ("name = 'x'\nwarna = 'biru'", "warna"),
        ("name = 'x'\n[[elements]]\nfile='a.csv'\nkind='Server'\nname='{n'", "single braces"),
        ("name = ", "valid TOML"),
    ],
)
def test_a_wrong_mapping_says_where_and_points_to_its_format(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(WrongMapping) as wrong:
        mapping(tmp_path, text)
    assert words in wrong.value.what.en
    assert "docs/reading.md" in wrong.value.fix.en


def test_the_example_of_the_page_is_a_mapping(tmp_path: Path) -> None:
    page = (DATA.parents[1] / "docs" / "reading.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert [table.file for table in mapping(tmp_path, example).tables] == [
        "apps*.csv",
        "flows.csv",
        "labels.csv",
    ]


def test_a_missing_mapping_names_those_that_there_are() -> None:
    with pytest.raises(WrongMapping) as wrong:
        read_mapping(Path("tidak_ada.toml"))
    assert "banten, waltz" in wrong.value.fix.id
    assert packaged() == ["banten", "waltz"]


@pytest.mark.whole
def test_the_waltz_estate_is_read_whole() -> None:
    found = reading(DATA / "waltz", mapping=read_mapping(Path("waltz")))
    kinds = [draft.kind for draft in found.drafts]
    assert [kinds.count(kind) for kind in (K.ORG_UNIT, K.APPLICATION, K.SERVER)] == [34, 101, 9_999]
    relations = [draft.relation for draft in found.relations]
    assert [relations.count(relation) for relation in (R.RUNS_ON, R.RECEIVES_FROM)] == [19_777, 443]
    environments = [d.properties.get("environment") for d in found.relations if d.relation is R.RUNS_ON]
    assert (environments.count("production"), environments.count("acceptance")) == (3_833, 4_004)
    assert {f.rule for f in found.findings} <= {"columns_not_in_mapping", "file_not_in_mapping", "other_file"}
    assert all(d.properties["data"] for d in found.relations if d.relation is R.RECEIVES_FROM)


def test_the_list_of_banten_is_read_with_its_mapping_and_without() -> None:
    mapped = reading(DATA / "banten_2017", mapping=read_mapping(Path("banten")))
    plain = reading(DATA / "banten_2017")
    for found in (mapped, plain):
        assert len(found.drafts) == 99
        assert len({draft.name for draft in found.drafts}) == 99
        (error,) = [f for f in found.findings if f.severity == "error"]
        assert (error.rule, error.place.row) == ("row_without_name", 89)
    assert [(d.name, d.agency, d.values) for d in mapped.drafts] == [
        (d.name, d.agency, d.values) for d in plain.drafts
    ]
