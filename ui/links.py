"""Views that an address restores: which element, which filters. It is kept up to date as people choose.

Streamlit's navigation drops the query of an address. So each page's view is also remembered in the session
and written back when the person returns; a link that names anything of a page's view wins over that.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn

import streamlit as st

from model.availability import parse_day
from ui import session
from ui.components.plain import plain
from ui.components.several import choose_several
from ui.phrases import common

Values = dict[str, list[str]]
_LATE = 1.5  # seconds within which an action may still carry the address from before our change


class View:
    """The view of one page: named lists of texts, in the address and in the session alike."""

    def __init__(self, page: str, names: Sequence[str]) -> None:
        self.page = page
        self.names = tuple(names)
        kept: Values | None = session.recall(self._store)
        address = {name: list(st.query_params.get_all(name)) for name in self.names}
        arrived = session.recall("page") != page
        session.keep("page", page)
        self.values: Values = {name: [] for name in self.names} if kept is None else dict(kept)
        named = any(address.values()) if arrived or kept is None else not self._stale(address)
        if named and address != kept:  # a link, or the browser's back and forward
            self.values = address
            self._new_generation()
        self._write()

    def _stale(self, address: Values) -> bool:
        """Whether this is the address as it was before we changed it, sent by an early action."""
        earlier: Values | None = session.recall(f"{self._store}.before")
        since = time.monotonic() - float(session.recall(f"{self._store}.at") or 0.0)
        return address == earlier and since < _LATE

    @property
    def _store(self) -> str:
        return f"view.{self.page}"

    def all(self, name: str) -> list[str]:
        """Return the values under a name."""
        return list(self.values.get(name, []))

    def one(self, name: str, default: str = "") -> str:
        """Return the first value under a name."""
        return next(iter(self.values.get(name, [])), default)

    def put(self, name: str, values: Sequence[str]) -> None:
        """Take values under a name, as when a widget gave them."""
        if self.values.get(name) != list(values):
            self.values[name] = list(values)
            self._write()

    def replace(self, name: str, values: Sequence[str]) -> None:
        """Take values under a name and show them in its widget too."""
        if self.values.get(name) != list(values):
            self.put(name, values)
            self._new_generation()

    def words(self, name: str, label: str, **options: Any) -> str:
        """Return what is written in a line of text that the address keeps."""
        given = st.text_input(label, value=self.one(name), key=self._key(name), **options) or ""
        self.put(name, [given.strip()] if given.strip() else [])
        return given.strip()

    def choice(
        self, name: str, label: str, choices: Sequence[str], shown: Callable[[str], str], **options: Any
    ) -> str:
        """Return the one chosen of some values; the first is the default and not in the address."""
        wanted = self.one(name, choices[0])
        index = choices.index(wanted) if wanted in choices else 0
        given = st.selectbox(label, choices, index=index, format_func=shown, key=self._key(name), **options)
        self.put(name, [given] if given and given != choices[0] else [])
        return given or choices[0]

    def segment(
        self, name: str, label: str, choices: Sequence[str], shown: Callable[[str], str], **options: Any
    ) -> str:
        """Return the one chosen of a few values that all stand in sight; the first is the default."""
        wanted = self.one(name, choices[0])
        default = wanted if wanted in choices else choices[0]
        given = st.segmented_control(
            label,
            choices,
            default=default,
            format_func=shown,
            key=self._key(name),
            label_visibility="collapsed",
            required=True,
            **options,
        )
        self.put(name, [given] if given and given != choices[0] else [])
        return given or choices[0]

    def choices(
        self, name: str, label: str, choices: Sequence[str], shown: Callable[[str], str], **options: Any
    ) -> list[str]:
        """Return several chosen of some values."""
        known = set(choices)
        wanted = [value for value in self.all(name) if value in known]
        options.setdefault("placeholder", session.say(common.ALL))
        key = self._key(name)
        given = choose_several(label, choices, default=wanted, format_func=shown, key=key, **options)
        self.put(name, given)
        return given

    def number(self, name: str, label: str, default: int, most: int, **options: Any) -> int:
        """Return a whole number from 0 up to most, chosen with a slider."""
        written = self.one(name, str(default))
        wanted = min(int(written), most) if written.isdecimal() else default
        given = int(st.slider(label, 0, most, wanted, key=self._key(name), **options))
        self.put(name, [str(given)] if given != default else [])
        return given

    def day(self, name: str, label: str, default: date) -> date:
        """Return a date; the default is not in the address, so that a link means the day it is opened."""
        written = self.one(name)
        wanted = parse_day(written) or default
        if written and parse_day(written) is None:
            st.warning(session.say(common.NO_DAY, written=plain(written)))
        given = st.date_input(label, wanted, key=self._key(name), format="DD/MM/YYYY")
        self.put(name, [given.isoformat()] if given != default else [])
        return given

    def _key(self, name: str) -> str:
        # another language or a view that came from outside: a new widget that takes the view's value
        return f"{self.page}.{name}.{session.language().value}.{session.recall('generation') or 0}"

    def _new_generation(self) -> None:
        session.keep("generation", int(session.recall("generation") or 0) + 1)

    def _write(self) -> None:
        kept = session.recall(self._store)
        if kept != self.values:
            session.keep(f"{self._store}.before", kept)
            session.keep(f"{self._store}.at", time.monotonic())
        session.keep(self._store, {name: list(values) for name, values in self.values.items()})
        wanted = {"lang": [session.language().value], **{n: v for n, v in self.values.items() if v}}
        if wanted != {name: st.query_params.get_all(name) for name in st.query_params}:
            st.query_params.from_dict(wanted)


def link(page: str, label: str, **view: str | Sequence[str]) -> None:
    """Show a link to a page with a view of it, such as el=KEY."""
    from ui.pages import page_named

    st.page_link(page_named(page), label=label, query_params=_query(view))


def go(page: str, **view: str | Sequence[str]) -> NoReturn:
    """Open a page with a view of it."""
    from ui.pages import page_named

    st.switch_page(page_named(page), query_params=_query(view))


def _query(view: Mapping[str, str | Sequence[str]]) -> dict[str, str | list[str]]:
    named = {name: value if isinstance(value, str) else list(value) for name, value in view.items()}
    return {"lang": session.language().value, **named}
