"""What is compared, as it is read from a store."""

from model.metamodel.shipped import shipped
from queries.architecture import present, snapshot_of
from queries.redundancy.corpus import corpus_of
from queries.redundancy.engine import compare
from queries.store.store import Store
from tests.support.applications import LEXICON
from tests.support.deliveries import Desk, K, R, delivery, row, saying


def test_agencies_are_known_by_all_their_names_and_units_in_them_by_none(store: Store) -> None:
    desk = Desk(store, shipped())
    desk.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "Absensi"),
            row(K.ORG_UNIT, "OPD-1", "Dinas Kesehatan", abbreviation="DIKES"),
            row(K.ORG_UNIT, "OPD-2", "Seksi Kurikulum"),
        )
    )
    found = corpus_of(store, snapshot_of(desk.metamodel, present(store), 1), K.APPLICATION)
    assert {"Dinas Kesehatan", "DIKES"} <= found.agencies
    assert "Seksi Kurikulum" not in found.agencies


def test_a_unit_is_known_by_those_above_it_whatever_its_name(store: Store) -> None:
    desk = Desk(store, shipped())
    desk.load(
        delivery(
            row(K.ORG_UNIT, "OPD-1", "Dinas Kesehatan", saying(R.COMPOSED_OF, "S-1")),
            row(K.ORG_UNIT, "OPD-2", "Dinas Pendidikan", saying(R.COMPOSED_OF, "S-2")),
            row(K.ORG_UNIT, "S-1", "Sekretariat", saying(R.COMPOSED_OF, "U-1")),
            row(K.ORG_UNIT, "S-2", "Sekretariat", saying(R.COMPOSED_OF, "U-2")),
            row(K.ORG_UNIT, "U-1", "Subbagian Umum"),
            row(K.ORG_UNIT, "U-2", "Subbagian Umum"),
        )
    )
    found = corpus_of(store, snapshot_of(desk.metamodel, present(store), 1), K.ORG_UNIT)
    above = {entry.key.rpartition("/")[2]: entry.above for entry in found.entries}
    assert above["U-1"] == ("Sekretariat", "Dinas Kesehatan")
    assert above["S-2"] == ("Dinas Pendidikan",)
    assert above["OPD-1"] == ()
    assert not list(compare(found, LEXICON).pairs())
