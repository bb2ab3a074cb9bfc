"""The tables of docs/reading.md that follow from the code: every finding of an import."""

from collections.abc import Iterator
from types import ModuleType

from ingest import column_rules, reading_rules
from ingest.cross import rules as cross_rules
from ingest.exchange import rules as exchange_rules
from ingest.layout import rules as layout_rules
from ingest.planning import rules as identity_rules
from ingest.template import rules as template_rules
from ingest.values import choice_rules
from ingest.values import rules as value_rules
from model.faults import Rule
from queries import rules as reference_rules

SECTIONS = (
    ("Files, sheets, rows and columns", reading_rules),
    ("Columns that are not what they seem", column_rules),
    ("Cross tables", cross_rules),
    ("Known layouts", layout_rules),
    ("Templates", template_rules),
    ("ArchiMate models", exchange_rules),
    ("Values", value_rules),
    ("Which element a row means", identity_rules),
    ("References and sources", reference_rules),
    ("Left out by choice", choice_rules),
)
BEGIN, END = "<!-- rules: written by the tests -->\n", "<!-- end of rules -->\n"


def rules_of(module: ModuleType) -> Iterator[Rule]:
    """Return the rules a module declares, in its order."""
    return (rule for rule in vars(module).values() if isinstance(rule, Rule))


def rules_document() -> str:
    """Return the tables of all rules, with their words as they are before places are filled in."""
    parts = []
    for title, module in SECTIONS:
        rows = [f"| `{r.name}` | {r.severity} | {r.message.en} | {r.fix.en} |" for r in rules_of(module)]
        parts.append(
            "\n".join(
                (f"### {title}", "", "| rule | severity | says | advises |", "|---|---|---|---|", *rows)
            )
        )
    return "\n\n".join(parts) + "\n"


def with_rules(page: str) -> str:
    """Return a page with the tables between its two marks brought up to date."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{rules_document()}\n{END}{after}"
