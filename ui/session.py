"""What a browser session remembers, and what it asks of what all sessions share.

The only module that touches session_state. It keeps plain values: an object would not survive a reload.
"""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import unquote

import streamlit as st

from model.kinds import ElementKind
from model.text import Language, Text
from ui import shared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ingest.layout.recognised import Recognised
    from model.faults import Finding
    from queries.differing import Difference
    from queries.findings import KeptFinding
    from queries.impact.certainty import Written
    from queries.layouts import Confirmed, KnownLayout
    from queries.loads.plan import Plan
    from queries.resilience.fragility import Asked as Question
    from queries.resilience.fragility import Fragility
    from queries.snapshot.snapshot import Snapshot
    from ui.imports.delivery import Asked, Uploads
    from ui.imports.planning_rows import PlanRow
    from ui.imports.recognition import Knowing
    from ui.imports.returning import Returnable
    from ui.similar.likeness import Similar
    from ui.workspace import Workspace

_T = TypeVar("_T")
Remembered = str | int | float | bool | date | None | list[str] | dict[str, list[str]]


def language() -> Language:
    """Return the language of this session: of the address, else as chosen before, else the browser's."""
    asked = st.query_params.get("lang", "")
    chosen = asked if asked in _LANGUAGES else recall("lang")
    if chosen not in _LANGUAGES:
        chosen = "en" if (st.context.locale or "").lower().startswith("en") else "id"
    keep("lang", chosen)
    return Language(chosen)


_LANGUAGES = frozenset(item.value for item in Language)


def choose_language(wanted: Language) -> None:
    """Speak a language from now on."""
    keep("lang", wanted.value)
    st.query_params["lang"] = wanted.value


def person() -> str:
    """Return under which name this session writes."""
    return said_person() or account()


def said_person() -> str:
    """Return the name that was given in this browser, in this visit or before; empty if none was."""
    given = recall(PERSON)
    return _one_line(unquote(st.context.cookies.get(PERSON_COOKIE, ""))) if given is None else str(given)


def be(name: str) -> None:
    """Write under a name from now on; an empty one is the account's."""
    keep(PERSON, _one_line(name))


def account() -> str:
    """Return whom the computer says it works for."""
    from ui.workspace import author

    return author(os.environ)


def _one_line(name: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[
        :LONGEST_NAME
    ]


PERSON, PERSON_COOKIE = "person", "simpul_person"
LONGEST_NAME = 80  # characters


def say(text: Text, **values: object) -> str:
    """Return a text in the language of this session, its placeholders filled."""
    return (text.filled(**values) if values else text).in_(language())


def kind_label(kind: str) -> str:
    """Return what a kind is called in the language of this session."""
    return workspace().metamodel.kind(ElementKind(kind)).label.in_(language())


def recall(name: str) -> Any:
    """Return what the session remembers under a name; None if nothing."""
    return st.session_state.get(name)


def keep(name: str, value: Remembered) -> None:
    """Remember something for the session."""
    st.session_state[name] = value


def begin(name: str, value: Remembered) -> None:
    """Remember something unless the session remembers it already: what a widget shows at first.

    A widget that begins so can be emptied again, unlike one that is given a value of its own.
    """
    if name not in st.session_state:
        st.session_state[name] = value


def forget(name: str) -> None:
    """Remember something no longer."""
    if name in st.session_state:
        del st.session_state[name]


def component_value(key: str, name: str) -> Any:
    """Return what a mounted component told last under a name; None if nothing."""
    state = st.session_state.get(key)
    return None if state is None else state.get(name)


def workspace() -> "Workspace":
    """Return the open store of this process with what is needed to ask, and to write as this person."""
    space = shared.workspace(_address())
    said = said_person()
    return replace(space, writer=replace(space.writer, name=said)) if said else space


def snapshot() -> "Snapshot":
    """Return the snapshot of the store's present revision, shared by all sessions."""
    space = workspace()
    return shared.snapshot(space.store.address, space.revision, space, home())


def snapshot_after(load: str) -> "Snapshot":
    """Return the snapshot of the architecture as it stood after a load."""
    space = workspace()
    return shared.snapshot_after(space.store.address, space.revision, load, space)


def rows(query: str, **given: str | int) -> list[Any]:
    """Return the answer to a question of the catalogue, asked once per revision of the store."""
    space = workspace()
    return shared.rows(space.store.address, space.revision, query, tuple(sorted(given.items())), space)


def fragility(asked: "Question") -> "Fragility":
    """Return what is fragile today; each part is worked out once per revision, when it is asked for."""
    space = workspace()
    return shared.fragility(space.store.address, space.revision, asked, snapshot())


def written() -> "Written":
    """Return the texts that could not be linked, by element and relation; read once per revision."""
    space = workspace()
    return shared.written(space.store.address, space.revision, space)


def open_findings() -> "list[Finding]":
    """Return the open findings that somebody should act on, the worst first; read once per revision."""
    return [kept.finding for kept in kept_findings()]


def kept_findings() -> "list[KeptFinding]":
    """Return the same with their identity, agency and state."""
    space = workspace()
    return shared.kept_findings(space.store.address, space.revision, space)


def settled_findings() -> "list[KeptFinding]":
    """Return the findings that people accepted or answered, the newest first."""
    space = workspace()
    return shared.settled_findings(space.store.address, space.revision, space)


def accept(found: "Sequence[KeptFinding]", note: str) -> None:
    """Accept findings as they are."""
    from queries import settling

    space = workspace()
    settling.accept(space.store, space.metamodel, found, note, space.writer)


def answer(asked: "KeptFinding", key: str) -> None:
    """Answer a finding by the element that is meant."""
    from queries import settling

    space = workspace()
    settling.answer(space.store, space.metamodel, asked, key, space.writer)


def undo(load: str) -> None:
    """Take a load back."""
    from queries.history import load_named
    from queries.loads.undo import planned_undo

    space = workspace()
    write(planned_undo(space.store, space.metamodel, load_named(space.store, load)))


def candidate_names(keys: "Sequence[str]") -> dict[str, str]:
    """Return what the elements with these keys are called, by key."""
    from queries.lookup import names_of

    return names_of(workspace().store, keys)


def returnable(found: "Sequence[KeptFinding]") -> "list[Returnable]":
    """Return the uploads that are kept still in which these findings can be marked."""
    from ui.imports.returning import returnable as kept_of

    space = workspace()
    return kept_of(found, shared.places(space.store.address, space.revision, space, uploads()))


def similar(kind: ElementKind) -> "Similar":
    """Return how alike the elements of a kind are, with what was decided; worked out once per revision."""
    space = workspace()
    return shared.similar(
        space.store.address, space.revision, kind.value, shared.taught(space), space, snapshot()
    )


def uploads() -> "Uploads":
    """Return where uploaded files are kept."""
    from ui.imports.delivery import Uploads

    return Uploads(home() / "uploads")


def import_plan(upload: str, asked: "Asked") -> "Plan":
    """Return what uploaded files would change in the store as it is; made once for each revision."""
    return _imported(upload, asked)[0]


def import_sheets(upload: str, asked: "Asked") -> "tuple[Recognised, ...]":
    """Return what the sheets of uploaded files were recognised as, in the same reading."""
    return _imported(upload, asked)[1]


def _imported(upload: str, asked: "Asked") -> "tuple[Plan, tuple[Recognised, ...]]":
    from ui.imports.importing import import_plan as made

    space = workspace()
    known = "".join(one.id for one in known_layouts())
    kept = uploads().kept(upload)
    wanted = repr((asked, space.writer.name))
    return made(space.store.address, space.revision, str(kept), wanted, known, asked, space)


def known_layouts() -> "list[KnownLayout]":
    """Return what people said of layouts, oldest first."""
    from queries.layouts import layouts

    return layouts(workspace().store)


def confirm_layout(said: "Confirmed") -> None:
    """Remember what somebody says of a layout."""
    from queries.layouts import remember

    space = workspace()
    remember(space.store, said, space.writer)


def forget_layout(id_: str) -> None:
    """Remember no longer what was said of a layout."""
    from queries.layouts import forget as forget_known

    space = workspace()
    forget_known(space.store, id_, space.writer)


def knowing() -> "Knowing":
    """Return what is known beside a sheet, for proposing what it means."""
    from model.folding import fold
    from ui.imports.recognition import Knowing
    from ui.overview import scope_names

    space = workspace()
    names = scope_names(snapshot()).items()
    agencies = frozenset(fold(words) for scope, name in names for words in (scope, name.id))
    return Knowing(shared.headers(space.metamodel.digest, space), agencies)


def changed_by(load: str) -> "Difference":
    """Return what one load changed, and what follows from it today; worked out once per revision."""
    space = workspace()
    return shared.changed_by(space.store.address, space.revision, load, date.today(), space)


def template(scope: str | None) -> "Callable[[], bytes]":
    """Return what makes the workbook that an agency fills in, in the language of this session.

    A download asks for it when nothing of the session is at hand any more.
    """
    space, wanted = workspace(), language()

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

    space = workspace()
    return made(plan.step.load.id, plan.step.undoes, plan.revision, language().value, plan, space, snapshot())


def write(plan: "Plan", tell: "Callable[[float], None] | None" = None) -> "Plan":
    """Apply a plan; return it as it was written."""
    from queries.loads.applying import applied

    space = workspace()
    return applied(space.store, space.metamodel, plan, space.writer, tell or (lambda _: None))


def write_at_once(make: "Callable[[Workspace], tuple[_T, Plan]]") -> "_T":
    """Apply a plan that is made when nobody else writes; return what was made with it.

    For what is written without being shown before: who presses a moment later plans on what the first wrote.
    """
    from queries.loads.applying import applied_at_once

    space = workspace()
    return applied_at_once(space.store, space.metamodel, lambda: make(space), space.writer)


def ground() -> str:
    """Return what the page is drawn on in this browser: "light" or "dark"."""
    return "dark" if st.context.theme.type == "dark" else "light"


def reopen() -> None:
    """Forget the connection, so that the next question opens it anew: after a fault of the store."""
    shared.workspace.clear()


def home() -> Path:
    """Return the folder of this process's data: uploads and plans are kept there by id."""
    from queries.store.opening import home as data_folder

    return data_folder(os.environ)


def _address() -> tuple[tuple[str, str], ...]:
    """The settings that decide which store is meant."""
    return tuple((name, os.environ[name]) for name in _SETTINGS if name in os.environ)


_SETTINGS = ("NEO4J_URI", "NEO4J_DATABASE", "NEO4J_USERNAME", "SIMPUL_HOME")
