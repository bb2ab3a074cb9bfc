"""Groups: average linkage that obeys decisions, whatever the order."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from model.decision import Decision, Verdict
from queries.redundancy.engine import compare
from queries.redundancy.groups.groups import Grouping, groups_of
from queries.redundancy.groups.linkage import CUT, Likely, partition
from queries.redundancy.groups.links import Links, links_of
from tests.support.alike import application, compared, corpus, lexicon, province
from tests.support.decided import UIDS, decision, histories

SIZE = 9
PAIRS = list(combinations(range(SIZE), 2))
pair = st.sampled_from(PAIRS)
some_pairs = st.lists(pair, max_size=8)
some_scores = st.dictionaries(
    pair, st.integers(0, 1_000_000).map(lambda n: n / 1_000_000), max_size=len(PAIRS)
)


def likely(scores: dict[tuple[int, int], float], size: int = SIZE) -> Likely:
    ends = np.array(list(scores), np.int32).reshape(-1, 2)
    values = np.array(list(scores.values()), np.float64)
    return Likely(size=size, left=ends[:, 0], right=ends[:, 1], scores=values)


def closure(pairs: list[tuple[int, int]]) -> list[set[int]]:
    sets = [{at} for at in range(SIZE)]
    for one, two in pairs:
        left, right = (next(each for each in sets if end in each) for end in (one, two))
        if left is not right:
            sets.remove(right)
            left |= right
    return sets


@given(some_scores, some_pairs, some_pairs)
def test_groups_part_the_elements_and_obey_every_link(
    scores: dict[tuple[int, int], float], must: list[tuple[int, int]], cannot: list[tuple[int, int]]
) -> None:
    parts, refused = partition(likely(scores), must=must, cannot=cannot)
    members = [member for part in parts for member in part.members]
    assert len(members) == len(set(members))
    home = {member: number for number, part in enumerate(parts) for member in part.members}
    assert all(home.get(one, -1) != home.get(two, -2) for one, two in cannot)
    kept = set(must) - set(refused)
    assert all(home[one] == home[two] for one, two in kept)
    assert all(part.score >= 1 - CUT - 1e-6 for part in parts)
    assert all(part.score <= 1 for part in parts)


@given(some_pairs, some_pairs)
def test_a_decision_to_join_is_refused_only_where_others_part_what_it_would_join(
    must: list[tuple[int, int]], cannot: list[tuple[int, int]]
) -> None:
    _, refused = partition(likely({}), must=must, cannot=cannot)
    together = closure([one for one in must if one not in refused])
    for one, two in refused:
        ours, theirs = (next(each for each in together if end in each) for end in (one, two))
        assert any((min(a, b), max(a, b)) in cannot for a in ours for b in theirs)


@given(st.permutations(PAIRS), some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_the_order_of_pairs_and_of_links_does_not_matter(
    order: list[tuple[int, int]],
    must: list[tuple[int, int]],
    cannot: list[tuple[int, int]],
    chance: "np.random.Generator",
) -> None:
    scores = {one: (sum(one) * 7 % 11) / 10 for one in PAIRS}
    shuffled = {one: scores[one] for one in order}
    turned = [(two, one) for one, two in reversed(must)]
    assert partition(likely(scores), must=must, cannot=cannot) == partition(
        likely(shuffled), must=turned, cannot=[(two, one) for one, two in reversed(cannot)]
    )


@given(st.permutations(range(len(PAIRS))))
def test_without_decisions_the_groups_are_those_of_scipy(order: list[int]) -> None:
    # no two means of such scores are equal: between equals the two differ
    scores = {
        one: round(0.1 + 0.85 * (rank / 36) ** 0.773, 6) for one, rank in zip(PAIRS, order, strict=True)
    }
    apart = np.zeros((SIZE, SIZE))
    for (one, two), score in scores.items():
        apart[one, two] = apart[two, one] = 1 - score
    labels = fcluster(linkage(squareform(apart), "average"), CUT, criterion="distance")
    wanted = {tuple(np.flatnonzero(labels == label).tolist()) for label in set(labels.tolist())}
    parts, _ = partition(likely(scores))
    assert {part.members for part in parts} == {one for one in wanted if len(one) > 1}


def test_a_chain_of_likely_pairs_is_not_one_group() -> None:
    chain = {(at, at + 1): 0.9 for at in range(SIZE - 1)}
    parts, _ = partition(likely(chain))
    assert max(len(part.members) for part in parts) <= 3


def test_a_pair_joined_and_parted_stays_apart_and_is_told() -> None:
    parts, refused = partition(likely({(0, 1): 1.0}), must=[(1, 0)], cannot=[(0, 1)])
    assert (parts, refused) == ([], [(0, 1)])


def test_a_cut_outside_its_range_is_refused() -> None:
    for cut in (0.0, 1.0):
        with pytest.raises(ValueError, match="between 0 and 1"):
            partition(likely({}), cut=cut)


UIDS_OF_ALL = tuple(one.uid for one in province())


def grouped(links: Links | None = None) -> Grouping:
    return groups_of(compared(*province()), lexicon().knowledge, links)


def test_a_group_has_members_by_key_a_score_its_functions_and_an_id_that_stays() -> None:
    first = grouped().groups[0]
    assert first.members == ("A1", "A2", "A3")
    assert first.score > 0.5
    assert [label.en for label in first.functions] == ["Attendance"]
    assert not first.confirmed
    assert first.id == next(one.id for one in grouped().groups if one.members == first.members)


def test_the_order_of_the_corpus_does_not_matter() -> None:
    turned = compare(corpus(province()), lexicon())
    entries = tuple(reversed(turned.corpus.entries))
    backwards = compare(
        type(turned.corpus)(kind=turned.corpus.kind, entries=entries, columns=turned.corpus.columns),
        lexicon(),
    )
    assert groups_of(backwards, lexicon().knowledge) == grouped()


def test_what_people_joined_is_confirmed_and_what_they_parted_is_apart() -> None:
    found = grouped(Links(must={("E1", "D1")}, cannot={("A1", "A2"), ("A1", "gone")}))
    homes = [set(one.members) for one in found.groups]
    assert {"D1", "E1"} in homes
    assert not any({"A1", "A2"} <= home for home in homes)
    assert [one.score for one in found.groups if one.confirmed] == [1.0]


def test_what_people_joined_stays_joined_though_an_element_between_is_retired() -> None:
    made = [decision(1, "A1", "retired"), decision(2, "retired", "D1")]
    found = grouped(links_of(made, (one.uid for one in province())))
    (home,) = (set(one.members) for one in found.groups if "A1" in one.members)
    assert "D1" in home
    assert links_of([*made, decision(3, "B1", "retired", verdict=Verdict.DISTINCT)], ("A1", "B1", "D1")) == (
        Links(must=[("A1", "D1")], cannot=[("A1", "B1")], parted=[], contested=[])
    )


def test_a_later_chain_outdoes_a_distinct_pair_also_when_its_middle_is_retired() -> None:
    made = [
        decision(1, "A1", "D1", verdict=Verdict.DISTINCT),
        decision(2, "retired", "A1"),
        decision(3, "retired", "D1"),
    ]
    circle = ["A1", "D1", "retired"]
    assert links_of(made, ("A1", "D1")) == Links(must=[("A1", "D1")], cannot=[], parted=[], contested=circle)
    again = [*made, decision(4, "A1", "D1", verdict=Verdict.DISTINCT)]
    assert links_of(again, ("A1", "D1")) == Links(
        must=[], cannot=[("A1", "D1")], parted=[("A1", "D1")], contested=circle
    )


def test_what_people_contradict_each_other_about_is_not_confirmed() -> None:
    made = [
        decision(1, "A1", "A2"),
        decision(2, "A2", "A3"),
        decision(3, "A1", "A3", verdict=Verdict.DISTINCT),
    ]
    (agreed,) = (one for one in grouped(links_of(made[:2], UIDS_OF_ALL)).groups if "A1" in one.members)
    assert (agreed.confirmed, agreed.contested) == (True, False)
    told = [one for one in grouped(links_of(made, UIDS_OF_ALL)).groups if "A2" in one.members]
    assert [(one.confirmed, one.contested) for one in told] == [(False, True)]


def test_what_is_left_out_of_a_group_since_it_is_distinct_from_another_member_is_told() -> None:
    made = [decision(1, "A1", "A3", verdict=Verdict.DISTINCT)]
    (group,) = (one for one in grouped(links_of(made, UIDS_OF_ALL)).groups if "A2" in one.members)
    (left,) = group.left_out
    assert {left.uid, *left.distinct} == {"A1", "A3"}
    assert left.uid not in group.members
    assert left.like == "A2"
    assert left.score >= 0.5
    assert all(not one.left_out for one in grouped().groups)
    joined = [decision(2, "A1", "A2"), *made]  # what is joined is told by whom people named
    (both,) = (one for one in grouped(links_of(joined, UIDS_OF_ALL)).groups if "A1" in one.members)
    assert [(one.uid, one.like, one.distinct) for one in both.left_out] == [("A3", "A2", ("A1",))]


@given(histories)
def test_links_of_what_is_compared_never_contradict_each_other(made: list[Decision]) -> None:
    links = links_of(made, UIDS)
    at = {uid: place for place, uid in enumerate(UIDS)}
    must, cannot = ([(at[one], at[two]) for one, two in pairs] for pairs in (links.must, links.cannot))
    _, refused = partition(likely({}), must=must, cannot=cannot)
    assert refused == []


def test_the_same_work_in_two_governments_and_what_exchanges_data_does_not_link() -> None:
    text = "mencatat presensi pegawai setiap hari"
    here = application("A1", "Presensi Pegawai", text)
    there = application("Z9", "Presensi Pegawai", text, government="kota")
    assert not groups_of(compared(here, there), lexicon().knowledge).groups
    twin = application("A2", "Presensi Pegawai", text, scope="bkd")
    assert groups_of(compared(here, twin), lexicon().knowledge).groups
    linked = application("A2", "Presensi Harian", text, scope="bkd", linked=frozenset({"A1"}))
    assert not groups_of(compared(here, linked), lexicon().knowledge).groups


def test_records_that_say_the_same_are_one_group_though_not_all_pairs_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("queries.redundancy.candidates.EVERY_PAIR", 10)
    same = [
        application(f"{owner}{n:03}", "SIPADU", "pelayanan", scope=owner)
        for owner in ("bkd", "dinkes")
        for n in range(70)
    ]
    groups = groups_of(compared(*same), lexicon().knowledge).groups
    assert [len(group.members) for group in groups] == [70, 70]
    assert not any(group.confirmed for group in groups)
    parted = groups_of(compared(*same), lexicon().knowledge, Links(cannot=[("bkd000", "bkd001")])).groups
    assert not any({"bkd000", "bkd001"} <= set(group.members) for group in parted)
