"""One element as Jelajah shows it: head, dependencies with their groups, properties with origins, history."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from model.element import Relation
from model.faults import Place
from model.kinds import Effect, Grouping
from model.metamodel.metamodel import Metamodel
from model.need import ALL, ANY, parse_need
from model.text import Text, same
from queries import history
from queries.lookup import Brief, Shown
from queries.plan import shown
from ui import session
from ui.components.plain import plain
from ui.phrases import common
from ui.phrases import explore as words
from ui.session import say
from ui.wording import moment

if TYPE_CHECKING:
    from ui.workspace import Workspace

_HEADS = {"name": common.NAME, "status": common.STATUS, "heard": common.HEARD}
_MOST = 6  # relations shown at once; the rest opens on demand
_BUTTONS = 100
_MORE_HEIGHT = 300


def head(one: Shown, metamodel: Metamodel) -> None:
    """Show name, kind, key, status and other names."""
    element = one.element
    spec, language = metamodel.kind(element.kind), session.language()
    st.subheader(plain(element.name), anchor=False)
    parts = [
        f"{spec.icon} {spec.label.in_(language)}",
        say(common.STATUSES[element.status]),
        f"`{element.key}`",
    ]
    if element.names:
        parts.append(plain(say(words.ALSO_CALLED, names=", ".join(element.names))))
    if element.aliases:
        parts.append(plain(say(words.FORMER_KEYS, keys=", ".join(element.aliases))))
    st.markdown(" · ".join(parts))


def relations(one: Shown, metamodel: Metamodel, open_: Callable[[str], None]) -> None:
    """Show what the element needs, what needs it, and its other relations, side by side.

    open_: what a click on another element does, given its key.
    """
    needs = [(r, b) for r, way, b in one.relations if way == "out" and _depends(r, metamodel)]
    serves = [(r, b) for r, way, b in one.relations if way == "in" and _depends(r, metamodel)]
    others = [(r, way, b) for r, way, b in one.relations if not _depends(r, metamodel)]
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _listed(words.NEEDS, _needed(needs, metamodel), open_)
    with middle:
        lines = [_line(relation, brief, metamodel, inverse=True) for relation, brief in serves]
        _listed(words.SERVES, lines, open_)
    with right:
        lines = [_line(relation, b, metamodel, inverse=way == "in") for relation, way, b in others]
        _listed(words.OTHERS, lines, open_)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: words, and the key of the element it opens; None for the head of a group."""

    text: str
    key: str | None = None


def _depends(relation: Relation, metamodel: Metamodel) -> bool:
    grouped = metamodel.relation(relation.relation).grouping is not Grouping.NONE
    return grouped and relation.properties.get("effect") != Effect.NONE.value


def _listed(title: Text, lines: Sequence[Line], open_: Callable[[str], None]) -> None:
    st.markdown(f"**{say(title)}**")
    if not lines:
        st.caption(say(words.NOTHING))
        return
    with st.container(gap=None):
        _buttons(title, lines[:_MOST], 0, open_)
    if len(lines) > _MOST:
        more = say(common.MORE, n=len(lines) - _MOST)
        with st.expander(more), st.container(gap=None, height=_MORE_HEIGHT):
            _buttons(title, lines[_MOST:_BUTTONS], _MOST, open_)
            if len(lines) > _BUTTONS:
                st.caption(say(common.MORE, n=len(lines) - _BUTTONS))


def _buttons(title: Text, lines: Sequence[Line], first: int, open_: Callable[[str], None]) -> None:
    for number, line in enumerate(lines, first):
        if line.key is None:
            st.caption(line.text)
        else:
            key = f"open.{title.en}.{number}"
            st.button(line.text, key=key, type="tertiary", on_click=open_, args=(line.key,), wrap=False)


def _needed(needs: Sequence[tuple[Relation, Brief]], metamodel: Metamodel) -> list[Line]:
    """The needs: each on its own line, the members of a redundancy group under their group."""
    groups: dict[str, list[tuple[Relation, Brief]]] = defaultdict(list)
    lines: list[Line] = []
    for relation, brief in needs:
        if group := relation.properties.get("group"):
            groups[str(group)].append((relation, brief))
        else:
            lines.append(_line(relation, brief, metamodel, inverse=False))
    for group, members in groups.items():
        lines.append(_head(group, members))
        lines.extend(_line(relation, brief, metamodel, inverse=False) for relation, brief in members)
    return lines


def _head(group: str, members: Sequence[tuple[Relation, Brief]]) -> Line:
    stated = next((str(r.properties["need"]) for r, _ in members if r.properties.get("need")), "")
    need = parse_need(stated) or ANY
    text = {ANY: words.ANY_OF, ALL: words.ALL_OF}.get(need, words.SOME_OF)
    return Line(plain(say(text, need=str(need), group=group)))


def _line(relation: Relation, brief: Brief, metamodel: Metamodel, *, inverse: bool) -> Line:
    spec = metamodel.relation(relation.relation)
    label = (spec.inverse if inverse else spec.label).in_(session.language())
    return Line(f"{label} **{plain(brief.name)}**", brief.key)


def details(one: Shown, space: "Workspace") -> None:
    """Show properties with their origins, the history, findings and open references."""
    titles = [say(words.PROPERTIES), say(words.HISTORY)]
    titles.append(say(words.FINDINGS, n=len(one.findings)))
    titles.append(say(words.REFERENCES, n=len(one.references)))
    first, second, third, fourth = st.tabs(titles)
    with first:
        _properties(one, space.metamodel)
    with second:
        _history(one, space)
    with third:
        _findings(one)
    with fourth:
        _references(one, space.metamodel)


def _properties(one: Shown, metamodel: Metamodel) -> None:
    language = session.language()
    rows = []
    for name, value in shown(one.element).items():
        if name == "key":  # stands in the head
            continue
        spec = metamodel.property_(one.element.kind, name)
        label = spec.label if spec else _HEADS.get(name, same(name))
        origin = one.origins.get(name)
        place = place_words(origin.place) if origin else ""
        written = say(common.STATUSES[one.element.status]) if name == "status" else _value(value)
        when = moment(origin.at, language) if origin else ""
        rows.append((label.in_(language), written, place, when))
    _table(rows, (common.PROPERTY, common.VALUE, common.PLACE, common.LOAD), words.PROPERTIES)


def _history(one: Shown, space: "Workspace") -> None:
    rows = [
        (
            moment(change.at, session.language()),
            change.by,
            change.subject(),
            _value(change.before),
            _value(change.after),
            place_words(change.place) if change.place else "",
        )
        for change in reversed(history.history(space.store, one.element.uid))
    ]
    columns = (common.AT, common.BY, common.PROPERTY, common.BEFORE, common.AFTER, common.PLACE)
    _table(rows, columns, words.HISTORY)


def _findings(one: Shown) -> None:
    language = session.language()
    rows = [
        (
            say(common.SEVERITIES[kept.finding.severity]),
            kept.finding.message.in_(language),
            kept.finding.fix.in_(language),
            place_words(kept.finding.place),
        )
        for kept in one.findings
    ]
    _table(
        rows, (common.STATUS, common.FINDING, common.FIX, common.PLACE), words.FINDINGS.filled(n=len(rows))
    )


def _references(one: Shown, metamodel: Metamodel) -> None:
    rows = [
        (
            metamodel.relation(reference.relation).label.in_(session.language()),
            reference.text,
            ", ".join(candidates),
            place_words(place),
        )
        for reference, candidates, place in one.references
    ]
    columns = (words.RELATION, words.REFERENCE_TEXT, words.CANDIDATES, common.PLACE)
    _table(rows, columns, words.REFERENCES.filled(n=len(rows)))


def _table(rows: Iterable[Sequence[object]], columns: Sequence[Text], title: Text) -> None:
    listed = list(rows)
    if not listed:
        st.caption(say(words.NOTHING))
        return
    table = pd.DataFrame(listed, columns=[say(column) for column in columns])
    st.dataframe(table, hide_index=True, alt=say(title))


def place_words(place: Place) -> str:
    """Return a place in one line: file › sheet › row › column."""
    row = f"{say(common.ROW).lower()} {place.row}" if place.row else None
    return " › ".join(part for part in (place.file, place.sheet, row, place.column) if part)


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "✓" if value else "–"
    return "" if value is None else str(value)
