"""The inventories for evaluators ask for what the metamodel has."""

import pytest

from model.inventories import LISTINGS, Inventory
from model.metamodel.shipped import shipped
from queries.evidence.inventories import columns, kinds_of


@pytest.mark.parametrize("inventory", Inventory)
def test_every_column_is_one_of_a_kind_that_is_listed(inventory: Inventory) -> None:
    listing = LISTINGS[inventory]
    assert kinds_of(listing, shipped())
    assert [column.name for column in columns(listing, shipped())] == list(listing.columns)
    assert len(set(listing.columns)) == len(listing.columns)


@pytest.mark.parametrize("inventory", Inventory)
def test_rows_follow_a_choice_and_are_kept_for_a_column_that_is_listed(inventory: Inventory) -> None:
    listing = LISTINGS[inventory]
    assert set(listing.only_with) <= set(listing.columns)
    if listing.by is not None:
        chosen = next(column for column in columns(listing, shipped()) if column.name == listing.by)
        assert getattr(chosen, "choices", ())
