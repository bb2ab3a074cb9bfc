"""What a browser session reads of the store at its present revision; other sessions share the answers."""

from datetime import date
from typing import TYPE_CHECKING, Any

from model.kinds import ElementKind
from ui import session, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ingest.layout.recognised import Recognised
    from model.faults import Finding
    from queries.differing import Difference
    from queries.findings import KeptFinding
    from queries.impact.certainty import Written
    from queries.layouts import KnownLayout
    from queries.loads.plan import Plan
    from queries.resilience.fragility import Asked as Question
    from queries.resilience.fragility import Fragility
    from queries.snapshot.snapshot import Snapshot
    from ui.imports.delivery import Asked, Uploads
    from ui.imports.planning_rows import PlanRow
    from ui.imports.recognition import Knowing
    from ui.imports.returning import Returnable
    from ui.similar.likeness import Similar


def snapshot() -> "Snapshot":
    """Return the snapshot of the store's present revision, shared by all sessions."""
    space = session.workspace()
    return shared.snapshot(space.store.address, space.revision, space, session.home())


def snapshot_after(load: str) -> "Snapshot":
    """Return the snapshot of the architecture as it stood after a load."""
    space = session.workspace()
    return shared.snapshot_after(space.store.address, space.revision, load, space)


def rows(query: str, **given: str | int) -> list[Any]:
    """Return the answer to a question of the catalogue, asked once per revision of the store."""
    space = session.workspace()
    return shared.rows(space.store.address, space.revision, query, tuple(sorted(given.items())), space)


def fragility(asked: "Question") -> "Fragility":
    """Return what is fragile today; each part is worked out once per revision, when it is asked for."""
    space = session.workspace()
    return shared.fragility(space.store.address, space.revision, asked, snapshot())


def written() -> "Written":
    """Return the texts that could not be linked, by element and relation; read once per revision."""
    space = session.workspace()
    return shared.written(space.store.address, space.revision, space)


def open_findings() -> "list[Finding]":
    """Return the open findings that somebody should act on, the worst first; read once per revision."""
    return [kept.finding for kept in kept_findings()]


def kept_findings() -> "list[KeptFinding]":
    """Return the same with their identity, agency and state."""
    space = session.workspace()
    return shared.kept_findings(space.store.address, space.revision, space)


def settled_findings() -> "list[KeptFinding]":
    """Return the findings that people accepted or answered, the newest first."""
    space = session.workspace()
    return shared.settled_findings(space.store.address, space.revision, space)


def candidate_names(keys: "Sequence[str]") -> dict[str, str]:
    """Return what the elements with these keys are called, by key."""
    from queries.lookup import names_of

    return names_of(session.workspace().store, keys)


def returnable(found: "Sequence[KeptFinding]") -> "list[Returnable]":
    """Return the uploads that are kept still in which these findings can be marked."""
    from ui.imports.returning import returnable as kept_of

    space = session.workspace()
    return kept_of(found, shared.places(space.store.address, space.revision, space, uploads()))


def similar(kind: ElementKind) -> "Similar":
    """Return how alike the elements of a kind are, with what was decided; worked out once per revision."""
    space = session.workspace()
    return shared.similar(
        space.store.address, space.revision, kind.value, shared.taught(space), space, snapshot()
    )


def uploads() -> "Uploads":
    """Return where uploaded files are kept."""
    from ui.imports.delivery import Uploads

    return Uploads(session.home() / "uploads")


def import_plan(upload: str, asked: "Asked") -> "Plan":
    """Return what uploaded files would change in the store as it is; made once for each revision."""
    return _imported(upload, asked)[0]


def import_sheets(upload: str, asked: "Asked") -> "tuple[Recognised, ...]":
    """Return what the sheets of uploaded files were recognised as, in the same reading."""
    return _imported(upload, asked)[1]


def _imported(upload: str, asked: "Asked") -> "tuple[Plan, tuple[Recognised, ...]]":
    from ui.imports.importing import import_plan as made

    space = session.workspace()
    known = "".join(one.id for one in known_layouts())
    kept = uploads().kept(upload)
    wanted = repr((asked, space.writer.name))
    return made(space.store.address, space.revision, str(kept), wanted, known, asked, space)


def known_layouts() -> "list[KnownLayout]":
    """Return what people said of layouts, oldest first."""
    from queries.layouts import layouts

    return layouts(session.workspace().store)


def knowing() -> "Knowing":
    """Return what is known beside a sheet, for proposing what it means."""
    from model.folding import fold
    from ui.imports.recognition import Knowing
    from ui.overview import scope_names

    space = session.workspace()
    names = scope_names(snapshot()).items()
    agencies = frozenset(fold(words) for scope, name in names for words in (scope, name.id))
    return Knowing(shared.headers(space.metamodel.digest, space), agencies)


def changed_by(load: str) -> "Difference":
    """Return what one load changed, and what follows from it today; worked out once per revision."""
    space = session.workspace()
    return shared.changed_by(space.store.address, space.revision, load, date.today(), space)


def template(scope: str | None) -> "Callable[[], bytes]":
    """Return what makes the workbook that an agency fills in, in the language of this session.

    A download asks for it when nothing of the session is at hand any more.
    """
    space, wanted = session.workspace(), session.language()

    def made() -> bytes:
        from ingest.template.making import Wish, template_bytes
        from queries.architecture import present

        return template_bytes(present(space.store), space.metamodel, Wish(scope=scope, language=wanted))

    return made


def upload_of(upload: str, findings: "Sequence[Finding]") -> "Returnable":
    """Return an upload with what was found in it."""
    from ui.imports.returning import Returnable

    return Returnable(uploads().kept(upload), tuple(findings))


def plan_rows(plan: "Plan") -> "list[PlanRow]":
    """Return all that a plan does, row by row, in the language of this session."""
    from ui.imports.importing import plan_rows as made

    space = session.workspace()
    return made(
        plan.step.load.id, plan.step.undoes, plan.revision, session.language().value, plan, space, snapshot()
    )
