"""What a command or a page works with: the open store, the metamodel, who writes, and the time."""

import getpass
import locale
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from model.text import Language
from queries import graph, reference_codes
from queries.applying import Writer
from queries.store.opening import open_store
from queries.store.schema import prepare
from queries.store.store import Store
from seed.reference_sets import shipped_reference_sets


@dataclass(frozen=True)
class Workspace:
    """An open store with everything needed to ask and to write."""

    store: Store
    metamodel: Metamodel
    writer: Writer

    @property
    def revision(self) -> int:
        """The store's present revision."""
        return graph.revision(self.store)


def open_workspace(environ: Mapping[str, str]) -> Workspace:
    """Open the store that the environment names, ready for use: schema and reference codes are there."""
    store = open_store(environ)
    metamodel = shipped()
    prepare(store, metamodel)
    reference_codes.install(store, shipped_reference_sets())
    return Workspace(store=store, metamodel=metamodel, writer=Writer(author(environ), now))


def now() -> datetime:
    """Return the present instant, in UTC."""
    return datetime.now(UTC)


def new_uid() -> str:
    """Return a fresh random identity for an element."""
    return uuid.uuid4().hex


def author(environ: Mapping[str, str]) -> str:
    """Return who writes: the operating system's user."""
    return environ.get("SIMPUL_USER") or getpass.getuser()


def language(environ: Mapping[str, str], asked: str | None = None) -> Language:
    """Return the language asked for, else that of SIMPUL_LANG, else of the locale, else Indonesian."""
    for wish in (asked, environ.get("SIMPUL_LANG"), _locale()):
        if wish and wish[:2].lower() in {item.value for item in Language}:
            return Language(wish[:2].lower())
    return Language.ID


def _locale() -> str | None:
    given = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if given:
        return given
    return locale.getlocale()[0]
