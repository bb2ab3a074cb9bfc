"""Open findings as people work through them."""

from model.faults import Finding, Place, Severity
from model.text import Text, same
from queries.findings import KeptFinding
from ui.imports.corrections import by_agency, kept_grouped, kept_worst_first, narrowed, settled_together
from ui.phrases import imports as words

ERROR, WARNING, INFO = Severity


def kept(id_: str, rule: str = "x", severity: Severity = WARNING, **given: object) -> KeptFinding:
    place = Place(file="a.xlsx", sheet="L", row=int(id_))
    finding = Finding(rule=rule, severity=severity, place=place, message=same("m"), fix=same("f"))
    return KeptFinding(id=id_, state="open", load="1", finding=finding, element=None, **given)


def ids(found: list[KeptFinding]) -> list[str]:
    return [one.id for one in found]


def test_findings_are_narrowed_to_an_agency_and_a_severity() -> None:
    found = [kept("1", scope="dinkes"), kept("2", scope="bkd", severity=ERROR), kept("3")]
    assert ids(narrowed(found, "", "")) == ["1", "2", "3"]
    assert ids(narrowed(found, "bkd", "")) == ["2"]
    assert ids(narrowed(found, "", "error")) == ["2"]
    assert ids(narrowed(found, "dinkes", "error")) == []


def test_what_is_to_be_done_alike_stands_together_the_worst_first() -> None:
    found = [kept("1", "few"), kept("2", "many"), kept("3", "many"), kept("4", "bad", ERROR)]
    assert list(kept_grouped(found)) == ["bad", "many", "few"]


def test_each_agency_has_its_own_by_name_and_the_rest_comes_last() -> None:
    names = {"dinkes": same("Dinas Kesehatan"), "bkd": same("Badan Kepegawaian")}
    found = [kept("1"), kept("2", scope="dinkes"), kept("3", scope="bkd"), kept("4", scope="lain")]
    told = [name for name, _ in by_agency(found, names)]
    assert told == [names["bkd"], names["dinkes"], Text(id="lain", en="lain"), words.NO_AGENCY]


def test_order_is_worst_first_whatever_the_findings_share() -> None:
    found = [kept("2"), kept("1"), kept("3", severity=ERROR)]
    assert ids(kept_worst_first(found)) == ["3", "1", "2"]


def test_undoing_takes_back_what_was_settled_together() -> None:
    found = [kept("1", settled_in="a"), kept("2", settled_in="a"), kept("3", settled_in="b")]
    assert [settled_together(one, found) for one in found] == [2, 2, 1]
