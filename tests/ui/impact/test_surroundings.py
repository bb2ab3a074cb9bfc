"""Steps around an element, and what is left out."""

from model.kinds import ElementKind
from queries.snapshot.snapshot import Snapshot
from tests.support.estate_in_words import estate
from ui.impact.surroundings import Reach, Surroundings, around


def names(snapshot: Snapshot, found: Surroundings) -> list[str]:
    return [snapshot.elements.name[index] for index in found.elements.tolist()]


def looked(needs: int = 0, serves: int = 0, **more: object) -> tuple[Snapshot, Surroundings]:
    snapshot = estate()
    centre = snapshot.with_key("dinkes/application/DAA-1")
    assert centre is not None
    expanded = [snapshot.with_key(key) for key in more.get("expanded", ())]  # type: ignore[union-attr]
    reach = Reach(needs=needs, serves=serves, kinds=more.get("kinds", ()), most=more.get("most", 500))  # type: ignore[arg-type]
    return snapshot, around(snapshot, [centre], [i for i in expanded if i is not None], reach)


def test_without_steps_only_the_element_is_there() -> None:
    assert names(*looked()) == ["SIMRS"]


def test_steps_go_to_what_is_needed_and_to_what_needs() -> None:
    assert set(names(*looked(needs=1))) == {"SIMRS", "Pasien", "VM-1", "VM-2"}
    assert set(names(*looked(serves=2))) == {"SIMRS", "Rawat jalan", "Pendaftaran", "Dinas Kesehatan"}


def test_ownership_is_no_step() -> None:
    assert "Badan Kepegawaian Daerah" not in names(*looked(needs=4, serves=4))


def test_an_expanded_element_shows_its_neighbours_too() -> None:
    assert "e-Surat" in names(*looked(needs=1, expanded=["bersama/server/VM-2"]))


def test_kinds_filter_what_is_shown_not_where_the_way_leads() -> None:
    found = names(*looked(needs=4, kinds={ElementKind.COMPUTING_FACILITY}))
    assert found == ["SIMRS", "Ruang server"]


def test_too_many_are_counted_and_the_nearest_stay() -> None:
    snapshot, found = looked(needs=4, most=3)
    assert len(found.elements) == 3
    assert found.hidden == 3
    assert names(snapshot, found)[0] == "SIMRS"
    assert "Ruang server" not in names(snapshot, found)


def test_edges_are_the_dependencies_between_what_is_shown() -> None:
    snapshot, found = looked(needs=1)
    inside = set(found.elements.tolist())
    rows = snapshot.relations
    assert len(found.edges) == 4  # to Pasien, VM-1 and VM-2, and Pasien on VM-1
    assert all(int(rows.source[e]) in inside and int(rows.target[e]) in inside for e in found.edges.tolist())
