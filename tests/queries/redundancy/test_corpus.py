"""What is compared, as it is read from a store."""

from model.metamodel.shipped import shipped
from queries.architecture import present, snapshot_of
from queries.redundancy.corpus import corpus_of
from queries.store.store import Store
from tests.support.deliveries import Desk, K, delivery, row


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
