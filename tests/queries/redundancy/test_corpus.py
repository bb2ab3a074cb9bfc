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


def test_partners_are_who_calls_ones_interfaces_and_whose_one_calls_each_once(store: Store) -> None:
    desk = Desk(store, shipped())
    desk.load(
        delivery(
            row(K.APPLICATION, "DAA-1", "Hak Akses", saying(R.CALLS, "API-9")),
            row(K.APPLICATION, "DAA-2", "Perizinan", saying(R.CALLS, "API-1"), saying(R.CALLS, "API-2")),
            row(K.APPLICATION, "DAA-3", "Arsip"),
            row(K.INTERFACE, "API-1", "Cek NIK", saying(R.EXPOSED_BY, "DAA-1")),
            row(K.INTERFACE, "API-2", "Cek KK", saying(R.EXPOSED_BY, "DAA-1")),
            row(K.INTERFACE, "API-9", "Pesan"),
        )
    )
    found = corpus_of(store, snapshot_of(desk.metamodel, present(store), 1), K.APPLICATION)
    by_code = {entry.key.rpartition("/")[2]: entry for entry in found.entries}
    uids = {code: entry.uid for code, entry in by_code.items()}
    assert by_code["DAA-2"].partners == {uids["DAA-1"]}
    assert len(by_code["DAA-1"].partners) == 2  # its caller, and the interface that is nobody's
    assert uids["DAA-2"] in by_code["DAA-1"].partners
    assert by_code["DAA-3"].partners == frozenset()
    assert not any(entry.linked for entry in found.entries)  # what is evidence stays as it is
