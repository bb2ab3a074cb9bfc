"""Checking two answers side by side: each of them, what differs, and that nothing else was changed."""

from collections.abc import Callable
from dataclasses import replace

from model.text import Text, same
from queries.checker.forms import Certificate, Changes, Compared
from queries.checker.rule import Requirement, State
from queries.checker.verdict import Problem, Verdict

_SIDES = (("pertama", "first"), ("kedua", "second"))


def check_compared(compared: Compared, verdict: Verdict, check: Callable[[Certificate], Verdict]) -> None:
    """Note what of two answers is confirmed and what is wrong. check: of one answer."""
    for pair in compared.pairs:
        for one, side in zip(pair, _SIDES, strict=True):
            _take(check(one), verdict, side)
        _check_same_question(compared, pair, verdict)
    _check_differences(compared, verdict)
    _check_new_points(compared, verdict)
    if compared.changes is not None:
        _check_nothing_else(compared, compared.changes, verdict)
        verdict.pass_over(
            id_="apakah kalimat perubahannya berarti objek dan hubungan yang berubah itu",
            en="whether the sentences about the changes mean the elements and requirements that differ",
        )


def _take(found: Verdict, verdict: Verdict, side: tuple[str, str]) -> None:
    """Take over what was found of one answer, with the words for which of the two it is."""
    for texts, taken in ((found.confirmed, verdict.confirmed), (found.not_checked, verdict.not_checked)):
        taken += [replace(text, id=f"{side[0]}: {text.id}", en=f"{side[1]}: {text.en}") for text in texts]
    for one in found.wrong:
        message = replace(one.message, id=f"{side[0]}: {one.message.id}", en=f"{side[1]}: {one.message.en}")
        verdict.wrong.append(Problem(one.problem, one.element, message))


def _check_same_question(compared: Compared, pair: tuple[Certificate, Certificate], verdict: Verdict) -> None:
    """Note where changes are judged by two questions."""
    if compared.changes is None:
        return
    asked = [
        (one.on, one.store, one.revision, one.load, one.failed, one.protected, one.may_fail) for one in pair
    ]
    if asked[0] != asked[1]:
        verdict.refuse(
            "another_question",
            None,
            id_="jawaban kedua menjawab pertanyaan lain daripada yang pertama",
            en="the second answer is to another question than the first",
        )


def _check_differences(compared: Compared, verdict: Verdict) -> None:
    before = len(verdict.wrong)
    first, second = (_states(one) for one in compared.pairs[0])
    told = {one.element: one for one in compared.differences}
    differing = {key for key in first.keys() | second.keys() if first.get(key) != second.get(key)}
    for key in sorted(differing | told.keys()):
        found = first.get(key, State.UP), second.get(key, State.UP)
        said = (told[key].first, told[key].second) if key in told else None
        if said != found or found[0] is found[1]:
            ends, listed = _told(found), _told(said)
            verdict.refuse(
                "another_difference",
                key,
                id_=f"{key}: menurut kedua jawaban {ends.id}, tercantum {listed.id}",
                en=f"{key}: by the two answers {ends.en}, listed is {listed.en}",
            )
    verdict.confirm(
        before,
        id_=f"keadaan {len(differing)} objek berbeda; tidak ada yang terlewat",
        en=f"elements whose state differs: {len(differing)}; none is missing",
    )
    if compared.bereft:
        verdict.pass_over(
            id_=f"{compared.bereft} objek yang dikatakan kehilangan sandaran",
            en=f"{compared.bereft} elements that are said to have lost what they need",
        )


def _states(answer: Certificate) -> dict[str, State]:
    states = {**answer.failed, **answer.affected}
    return {key: state for key, state in states.items() if state > State.UP}


def _told(said: tuple[State, State] | None) -> Text:
    if said is None:
        return same("–")
    first, second = (state.told for state in said)
    return Text(id=f"{first.id} → {second.id}", en=f"{first.en} → {second.en}")


def _check_new_points(compared: Compared, verdict: Verdict) -> None:
    """Note single points of failure that are said to be new, or are."""
    if compared.new_points is None:
        return
    before = len(verdict.wrong)
    was, now = (one.singles for one in compared.pairs[-1])
    known = {claim.target for claim in compared.pairs[-1][0].claims if claim.reached}
    unlisted = {claim.target for claim in compared.pairs[-1][0].claims} - known
    fresh = {pair for pair in now - was if pair[0] not in unlisted}
    told = {(target, alone) for alone, targets in compared.new_points.items() for target in targets}
    for target, alone in sorted(fresh ^ told):
        verdict.refuse(
            "another_new_point",
            alone,
            id_=f"{alone}: sebagai titik tunggal baru dari {target}, jawaban dan daftarnya berbeda",
            en=f"{alone}: as a new single point of {target}, the answers and the list differ",
        )
    verdict.confirm(
        before,
        id_=f"{len(compared.new_points)} titik kegagalan tunggal baru, menurut kedua daftar",
        en=f"{len(compared.new_points)} new single points of failure, by the two lists",
    )
    verdict.pass_over(
        id_="selebihnya tentang penggabungan: cakupan, beban, data, antarmuka, langkah, penghematan",
        en="what else is told of the consolidation: coverage, load, data, interfaces, steps, saving",
    )


def _check_nothing_else(compared: Compared, changes: Changes, verdict: Verdict) -> None:
    """Note what both answers tell, differs between them, and is not among the changes."""
    before, same = len(verdict.wrong), 0
    for first, second in compared.pairs:
        for key in first.elements.keys() & second.elements.keys() - changes.elements:
            same += 1
            if first.elements[key].valid != second.elements[key].valid:
                _refuse_change(key, verdict)
        same += _check_rows(first, second, changes, verdict)
    verdict.confirm(
        before,
        id_=f"selain {len(changes.elements)} objek dan {len(changes.requirements)} hubungan yang diubah, "
        f"semua yang ada di kedua jawaban sama ({same} dibandingkan)",
        en=f"but for {len(changes.elements)} elements and {len(changes.requirements)} relations changed, all "
        f"that both answers hold is the same ({same} compared)",
    )


def _check_rows(first: Certificate, second: Certificate, changes: Changes, verdict: Verdict) -> int:
    was, now = (_rows(one) for one in (first, second))
    whole = [
        key
        for key in first.elements.keys() & second.elements.keys()
        if first.elements[key].requires is not None and second.elements[key].requires is not None
    ]
    same = 0
    for owner in whole:
        before, after = was.get(owner, {}), now.get(owner, {})
        for number in sorted((before.keys() | after.keys()) - changes.requirements):
            same += 1
            one, other = before.get(number), after.get(number)
            if one is None or other is None or _plain(one, changes) != _plain(other, changes):
                _refuse_change(owner, verdict)
    return same


def _rows(answer: Certificate) -> dict[str, dict[str, Requirement]]:
    found: dict[str, dict[str, Requirement]] = {}
    for row in answer.requirements:
        found.setdefault(row.source, {})[row.id] = row
    return found


def _plain(row: Requirement, changes: Changes) -> Requirement:
    """Return a requirement without whether it counts, where that hangs on an end that was changed."""
    touched = {row.source, row.target} & changes.elements
    return replace(row, counts=True) if touched else row


def _refuse_change(key: str, verdict: Verdict) -> None:
    verdict.refuse(
        "changed_too",
        key,
        id_=f"{key}: berbeda di kedua jawaban, tetapi tidak disebut sebagai perubahan",
        en=f"{key}: differs between the two answers, but is not named as changed",
    )
