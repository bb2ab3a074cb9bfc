"""Every question of the catalogue has the same answer on both engines."""

from typing import Any

import pytest

from model.faults import RefusedQuestion
from model.text import Text
from queries.catalog import CATALOG, Query, query_named
from queries.store.store import Statement, Store
from tests.support.deliveries import Desk, K, R, delivery, owner, row, saying, stated

CODES = ("RAB.01", "RAB.01.02", "RAB.01.02.03", "RAL.01.02.03")
_PUT = "UNWIND $rows AS row CREATE (c:Element:ReferenceCode) SET c = row"
_BROADER = """
UNWIND $rows AS row
MATCH (c:Element {uid: row.narrow})
MATCH (b:Element {uid: row.broad})
CREATE (c)-[r:BROADER]->(b)
SET r.id = row.narrow, r.revision = 0
"""


def estate(store: Store) -> None:
    rows = [
        {
            "uid": f"ref-{code}", "key": f"nasional/referencecode/{code}", "kind": "ReferenceCode",
            "name": f"Fungsi {code}", "scope": "nasional", "code": code, "level": code.count("."),
            "status": "active", "search": code.lower(), "reference_set": "RAB 1", "revision": 0,
        }
        for code in (*CODES, "RAB.01.02.03.04")
    ]  # fmt: skip
    store.write([Statement(_PUT, {"rows": [{**r, "level": max(1, r["level"])} for r in rows]})])
    pairs = [{"narrow": "ref-RAB.01.02.03.04", "broad": "ref-RAB.01.02.03"}]
    store.write([Statement(_BROADER, {"rows": pairs})])
    desk = Desk(store)
    apps = []
    for number, agency in enumerate(("Dinas Kesehatan", "Dinas Sosial", "Dinas Perhubungan")):
        apps += [
            row(
                K.APPLICATION, f"DAA-{number}", f"Aplikasi {number}", owner(agency),
                saying(R.ACCESSES, "DAD-1"), saying(R.RUNS_ON, "SRV-1" if number else "tidak tercatat"),
                agency=agency, at=("a.xlsx", number + 2),
            ),
            row(
                K.SERVICE, f"DAL-{number}", f"Layanan {number}", owner(agency),
                saying(R.CLASSIFIED_AS, "RAB.01.02.03.04"), saying(R.REALIZED_BY, f"DAA-{number}"),
                agency=agency, at=("l.xlsx", number + 2),
            ),
        ]  # fmt: skip
    desk.load(
        delivery(
            *apps,
            row(K.SERVICE, "DAL-9", "Layanan tanpa aplikasi", at=("l.xlsx", 9)),
            row(K.DATA_OBJECT, "DAD-1", "Penduduk", agency="Dinas Sosial", at=("d.xlsx", 2)),
            row(K.SERVER, "SRV-1", "Server", saying(R.LOCATED_IN, "RUANG-1"), at=("s.xlsx", 2)),
            row(K.COMPUTING_FACILITY, "RUANG-1", "Ruang server", at=("s.xlsx", 3)),
            relations=[
                stated("Dinas Kesehatan", R.USES, "DAA-1"),
                stated("Dinas Sosial", R.USES, "DAA-1", at=("relations.csv", 3)),
            ],
        ),
        scope="Dinas Sosial",
    )


def answer(query: Query[Any], store: Store) -> list[dict[str, Any]]:
    """Return the rows as plain values; uids are random and collected lists come in any order."""
    rows = [{name: getattr(row, name) for name in query.columns if name != "uid"} for row in query.ask(store)]
    return [{n: sorted(v) if isinstance(v, list) else v for n, v in one.items()} for one in rows]


@pytest.mark.parametrize("query", CATALOG, ids=lambda query: query.name)
def test_a_question_has_the_same_answer_on_both_engines(query: Query[Any], both: dict[str, Store]) -> None:
    answers = []
    for store in both.values():
        estate(store)
        answers.append(answer(query, store))
    assert answers[0] == answers[1]
    assert answers[0], f"the estate has nothing for {query.name}"


@pytest.mark.parametrize("query", CATALOG, ids=lambda query: query.name)
def test_a_question_is_worded_in_both_languages_and_names_its_parameters(query: Query[Any]) -> None:
    assert isinstance(query.question, Text)
    assert query.parameters.keys() == (query.defaults or {}).keys()
    assert "LIMIT" in query.cypher


def test_a_number_below_nothing_is_refused() -> None:
    with pytest.raises(RefusedQuestion, match="limit must be 0 or more"):
        query_named("same_function").typed({"limit": "-1"})
