"""One element as Jelajah shows it: head, dependencies with their groups, properties with origins, history."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from model.element import Relation
from model.kinds import Effect, Grouping
from model.metamodel.metamodel import Metamodel
from model.need import ALL, ANY, parse_need
from model.text import Text
from queries import history
from queries.loads.plan import shown
from queries.lookup import Brief, Shown
from ui import session
from ui.components.lineage import show_lineage
from ui.components.plain import plain
from ui.editing.changes import change_values, label_of
from ui.editing.lineage_rows import origin_words
from ui.links import View
from ui.phrases import common
from ui.phrases import edit as edit_words
from ui.phrases import explore as words
from ui.session import say
from ui.wording import moment, place_words, value_words

if TYPE_CHECKING:
    from ui.workspace import Workspace

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


Ends = tuple[str, str, str]  # key of the source, relation, key of the target


@dataclass(frozen=True, slots=True)
class Acts:
    """What clicks in the lists do: on another element, given its key, and on the sign before a relation.

    cut: None: there is no such sign.
    """

    open: Callable[[str], None]
    cut: Callable[[Ends], None] | None = None


def relations(one: Shown, metamodel: Metamodel, acts: Acts) -> None:
    """Show what the element needs, what needs it, and its other relations, side by side."""
    here = one.element.key
    needs = [(r, b) for r, way, b in one.relations if way == "out" and _depends(r, metamodel)]
    serves = [(r, b) for r, way, b in one.relations if way == "in" and _depends(r, metamodel)]
    others = [(r, way, b) for r, way, b in one.relations if not _depends(r, metamodel)]
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _listed(words.NEEDS, _needed(needs, here, metamodel), acts)
    with middle:
        lines = [_line(relation, (brief, here), metamodel, inverse=True) for relation, brief in serves]
        _listed(words.SERVES, lines, acts)
    with right:
        lines = [
            _line(relation, (brief, here), metamodel, inverse=way == "in") for relation, way, brief in others
        ]
        _listed(words.OTHERS, lines, acts)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list: words, and the key of the element it opens; None for the head of a group.

    ends: of the relation that the line tells.
    """

    text: str
    key: str | None = None
    ends: Ends = ("", "", "")


def _depends(relation: Relation, metamodel: Metamodel) -> bool:
    grouped = metamodel.relation(relation.relation).grouping is not Grouping.NONE
    return grouped and relation.properties.get("effect") != Effect.NONE.value


def _listed(title: Text, lines: Sequence[Line], acts: Acts) -> None:
    st.markdown(f"**{say(title)}**")
    if not lines:
        st.caption(say(words.NOTHING))
        return
    with st.container(gap=None):
        _buttons(title, lines[:_MOST], 0, acts)
    if len(lines) > _MOST:
        more = say(common.MORE, n=len(lines) - _MOST)
        with st.expander(more), st.container(gap=None, height=_MORE_HEIGHT):
            _buttons(title, lines[_MOST:_BUTTONS], _MOST, acts)
            if len(lines) > _BUTTONS:
                st.caption(say(common.MORE, n=len(lines) - _BUTTONS))


def _buttons(title: Text, lines: Sequence[Line], first: int, acts: Acts) -> None:
    for number, line in enumerate(lines, first):
        key = f"{title.en}.{number}"
        if line.key is None:
            st.caption(line.text)
        elif acts.cut is None:
            _opening(line, key, acts)
        else:
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                label = say(edit_words.CUT, what=line.text)
                st.button(
                    "✕",
                    key=f"cut.{key}",
                    help=label,
                    type="tertiary",
                    on_click=acts.cut,
                    args=(line.ends,),
                )
                _opening(line, key, acts)


def _opening(line: Line, key: str, acts: Acts) -> None:
    st.button(line.text, key=f"open.{key}", type="tertiary", on_click=acts.open, args=(line.key,), wrap=False)


def _needed(needs: Sequence[tuple[Relation, Brief]], here: str, metamodel: Metamodel) -> list[Line]:
    """The needs: each on its own line, the members of a redundancy group under their group."""
    groups: dict[str, list[tuple[Relation, Brief]]] = defaultdict(list)
    lines: list[Line] = []
    for relation, brief in needs:
        if group := relation.properties.get("group"):
            groups[str(group)].append((relation, brief))
        else:
            lines.append(_line(relation, (brief, here), metamodel, inverse=False))
    for group, members in groups.items():
        lines.append(_head(group, members))
        lines.extend(_line(relation, (brief, here), metamodel, inverse=False) for relation, brief in members)
    return lines


def _head(group: str, members: Sequence[tuple[Relation, Brief]]) -> Line:
    stated = next((str(r.properties["need"]) for r, _ in members if r.properties.get("need")), "")
    need = parse_need(stated) or ANY
    text = {ANY: words.ANY_OF, ALL: words.ALL_OF}.get(need, words.SOME_OF)
    return Line(plain(say(text, need=str(need), group=group)))


def _line(relation: Relation, ends: tuple[Brief, str], metamodel: Metamodel, *, inverse: bool) -> Line:
    """The line of a relation. ends: the other element, and the key of the one shown."""
    brief, here = ends
    spec = metamodel.relation(relation.relation)
    label = (spec.inverse if inverse else spec.label).in_(session.language())
    source, target = (brief.key, here) if inverse else (here, brief.key)
    text = f"{label} **{plain(brief.name)}**"
    return Line(text, brief.key, (source, relation.relation.value, target))


def details(view: View, one: Shown, space: "Workspace") -> None:
    """Show properties with their origins, the history, findings and open references."""
    titles = [say(words.PROPERTIES), say(words.HISTORY)]
    titles.append(say(words.FINDINGS, n=len(one.findings)))
    titles.append(say(words.REFERENCES, n=len(one.references)))
    first, second, third, fourth = st.tabs(titles)
    with first:
        _properties(one, space.metamodel)
        show_lineage(view, one)
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
        origin = one.origins.get(name)
        rows.append(
            (
                label_of(metamodel, one.element.kind, name).in_(language),
                value_words(spec, value, language),
                origin_words(origin.place, language) if origin else "",
                moment(origin.at, language) if origin else "",
            )
        )
    _table(rows, (common.PROPERTY, common.VALUE, common.PLACE, common.LOAD), words.PROPERTIES)


def _history(one: Shown, space: "Workspace") -> None:
    language, element = session.language(), one.element
    rows = []
    for change in reversed(history.history(space.store, element.uid)):
        spec = space.metamodel.property_(element.kind, change.property)
        before, after = change_values(change, language)
        rows.append(
            (
                moment(change.at, language),
                change.by,
                (change.decided() or label_of(space.metamodel, element.kind, change.property)).in_(language),
                value_words(spec, before, language),
                value_words(spec, after, language),
                place_words(change.place, language) if change.place else "",
            )
        )
    columns = (common.AT, common.BY, common.PROPERTY, common.BEFORE, common.AFTER, common.PLACE)
    _table(rows, columns, words.HISTORY)


def _findings(one: Shown) -> None:
    language = session.language()
    rows = [
        (
            say(common.SEVERITIES[kept.finding.severity]),
            kept.finding.message.in_(language),
            kept.finding.fix.in_(language),
            place_words(kept.finding.place, language),
        )
        for kept in one.findings
    ]
    _table(
        rows, (common.STATUS, common.FINDING, common.FIX, common.PLACE), words.FINDINGS.filled(n=len(rows))
    )


def _references(one: Shown, metamodel: Metamodel) -> None:
    language = session.language()
    rows = [
        (
            metamodel.relation(reference.relation).label.in_(language),
            reference.text,
            ", ".join(candidates),
            place_words(place, language),
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
