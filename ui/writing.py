"""What a browser session writes to the store, under the name of its person."""

from typing import TYPE_CHECKING, TypeVar

from ui import session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from queries.findings import KeptFinding
    from queries.layouts import Confirmed
    from queries.loads.plan import Plan
    from ui.workspace import Workspace

_T = TypeVar("_T")


def accept(found: "Sequence[KeptFinding]", note: str) -> None:
    """Accept findings as they are."""
    from queries import settling

    space = session.workspace()
    settling.accept(space.store, space.metamodel, found, note, space.writer)


def answer(asked: "KeptFinding", key: str) -> None:
    """Answer a finding by the element that is meant."""
    from queries import settling

    space = session.workspace()
    settling.answer(space.store, space.metamodel, asked, key, space.writer)


def undo(load: str) -> None:
    """Take a load back."""
    from queries.history import load_named
    from queries.loads.undo import planned_undo

    space = session.workspace()
    apply(planned_undo(space.store, space.metamodel, load_named(space.store, load)))


def confirm_layout(said: "Confirmed") -> None:
    """Remember what somebody says of a layout."""
    from queries.layouts import remember

    space = session.workspace()
    remember(space.store, said, space.writer)


def forget_layout(id_: str) -> None:
    """Remember no longer what was said of a layout."""
    from queries.layouts import forget as forget_known

    space = session.workspace()
    forget_known(space.store, id_, space.writer)


def apply(plan: "Plan", tell: "Callable[[float], None] | None" = None) -> "Plan":
    """Apply a plan; return it as it was written."""
    from queries.loads.applying import applied

    space = session.workspace()
    return applied(space.store, space.metamodel, plan, space.writer, tell or (lambda _: None))


def apply_at_once(make: "Callable[[Workspace], tuple[_T, Plan]]") -> "_T":
    """Apply a plan that is made when nobody else writes; return what was made with it.

    For what is written without being shown before: who presses a moment later plans on what the first wrote.
    """
    from queries.loads.applying import applied_at_once

    space = session.workspace()
    return applied_at_once(space.store, space.metamodel, lambda: make(space), space.writer)
