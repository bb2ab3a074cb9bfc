"""What import and undo share: the plan is shown, agreed to, and applied with progress."""

from collections.abc import Mapping
from types import MappingProxyType

from model.faults import Severity
from model.text import Text
from queries.loads.applying import applied
from queries.loads.plan import Plan, worst_first
from ui.answers.shapes import plan_json
from ui.commands import console
from ui.workspace import Workspace

_ACTS = ("add", "change", "retire", "unchanged")
_COLUMNS: list[Text | str] = [
    "",
    Text(id="Tambah", en="Add"),
    Text(id="Ubah", en="Change"),
    Text(id="Dihentikan", en="Retire"),
    Text(id="Tidak berubah", en="Keep"),
]
_COLUMNS_OF_UNDO = [*_COLUMNS[:3], Text(id="Hilang", en="Remove"), _COLUMNS[4]]
_ELEMENTS = Text(id="Objek", en="Elements")
_RELATIONS = Text(id="Hubungan", en="Relations")
_ASK = Text(id="Terapkan rencana ini?", en="Apply this plan?")
_APPLYING = Text(id="Menerapkan", en="Applying")
_NOT_WRITTEN = Text(id="Tidak ada yang ditulis.", en="Nothing was written.")
_NOTHING_TO_LOAD = Text(
    id="Tidak ada yang dapat dimuat; tidak ada yang ditulis.",
    en="There is nothing to load; nothing was written.",
)


def must_be_agreed(*, yes: bool, dry_run: bool, looks: bool = True) -> None:
    """Refuse before any reading where nobody could be asked later. looks: see console.check_can_ask."""
    if not dry_run:
        console.check_can_ask(yes=yes, looks=looks)


def carried_out(
    space: Workspace,
    plan: Plan,
    *,
    yes: bool,
    dry_run: bool,
    told: Mapping[str, object] = MappingProxyType({}),
) -> int:
    """Show a plan, and apply it if that is agreed to; return the exit code. told: more for the document.

    A plan that says nothing is not asked about and not applied.
    """
    if not console.SESSION.json:
        _show(plan)
    written = not dry_run and not plan.says_nothing and console.confirmed(_ASK, yes=yes)
    if written:
        with console.progress(_APPLYING) as tell:
            plan = applied(space.store, space.metamodel, plan, space.writer, tell)
    load = plan.step.load.id if written else None
    if console.SESSION.json:
        document = plan_json(plan, load, written=written, language=console.SESSION.language)
        console.answer({**document, **told})
    elif written and plan.step.undoes:
        called = plan.step.load.called
        console.line(Text(id=f"Diurungkan: {called.id}.", en=f"Undone: {called.en}."))
    elif written:
        console.line(Text(id=f"Diterapkan sebagai impor {load}.", en=f"Applied as load {load}."))
    else:
        console.line(_NOTHING_TO_LOAD if plan.says_nothing else _NOT_WRITTEN)
    return exit_code(plan)


def exit_code(plan: Plan) -> int:
    """Return 1 where a row could not be loaded, else 0."""
    failed = any(finding.severity is Severity.ERROR for finding in plan.findings)
    return console.WITH_ERRORS if failed else console.DONE


def _show(plan: Plan) -> None:
    counts = plan.graph.counts()
    rows = [
        [console.say(title), *(counts[part][act] for act in _ACTS)]
        for title, part in ((_ELEMENTS, "elements"), (_RELATIONS, "relations"))
    ]
    console.table(_COLUMNS_OF_UNDO if plan.step.undoes else _COLUMNS, rows, numbers=(1, 2, 3, 4))
    _show_retired(plan)
    if plan.findings:
        console.findings_table(worst_first(plan.findings))


def _show_retired(plan: Plan, most: int = 20) -> None:
    retired, removed = plan.graph.retired, {element.uid for element in plan.graph.removed}
    for element in retired[:most]:
        named = f"{element.name} ({element.key})"
        if plan.step.undoes and element.uid in removed:
            console.line(Text(id=f"hilang: {named}", en=f"removed: {named}"))
        else:
            console.line(Text(id=f"dihentikan: {named}", en=f"retired: {named}"))
    if len(retired) > most:
        more = len(retired) - most
        console.line(Text(id=f"… dan {more} objek lagi", en=f"… and {more} more"))
