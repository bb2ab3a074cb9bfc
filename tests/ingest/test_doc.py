"""docs/reading.md lists every finding of an import, and each says in both languages what to do."""

import pytest

from ingest.doc import SECTIONS, rules_of, with_rules
from model.faults import Rule

RULES = [rule for _, module in SECTIONS for rule in rules_of(module)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_a_sentence_and_an_advice_in_both_languages(rule: Rule) -> None:
    for text in (*rule.message.both, *rule.fix.both):
        assert text[0].isupper() or text[0] in "“{"
        assert text.endswith(".")
        assert "!" not in text


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    page = request.config.rootpath / "docs" / "reading.md"
    text = page.read_text(encoding="utf-8")
    if request.config.getoption("--update-golden"):
        page.write_text(with_rules(text), encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == with_rules(text), (
        "run pytest --update-golden and read the diff"
    )
