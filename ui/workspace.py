"""What a command or a page works with: the open store, the metamodel, who writes, and the time."""

import getpass
import locale
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from model.faults import UnreadableFile
from model.knowledge import Knowledge
from model.metamodel.extension import extended
from model.metamodel.metamodel import Metamodel
from model.metamodel.shipped import shipped
from model.text import Language, Text
from queries import graph, reference_codes
from queries.backup import check_complete
from queries.loads.applying import Writer
from queries.snapshot.opening import refreshed_snapshot
from queries.store.opening import home, open_store
from queries.store.schema import adopt, prepare
from queries.store.store import Store
from seed.lexicon import shipped_knowledge
from seed.reference_sets import shipped_reference_sets

EXTENSION = "metamodel.toml"  # in the data folder; SIMPUL_METAMODEL names another place


@dataclass(frozen=True)
class Workspace:
    """An open store with everything needed to ask and to write; notices: what the user should be told."""

    store: Store
    metamodel: Metamodel
    writer: Writer
    notices: tuple[Text, ...] = ()

    @property
    def revision(self) -> int:
        """The store's present revision."""
        return graph.revision(self.store)


def open_workspace(environ: Mapping[str, str]) -> Workspace:
    """Open the store that the environment names, ready for use: schema and reference codes are there.

    Raises:
        StoreFault: it cannot be opened. RefusedChange: the user's own metamodel file is wrong.
    """
    metamodel = metamodel_of(environ)
    store = open_store(environ)
    prepared = prepare(store, metamodel)
    check_complete(store)
    reference_codes.install(store, shipped_reference_sets())
    return Workspace(store, metamodel, Writer(author(environ), now), prepared.notices)


def metamodel_of(environ: Mapping[str, str]) -> Metamodel:
    """Return the shipped metamodel, with the user's own properties and choices where there are any.

    Raises:
        UnreadableFile: the file that SIMPUL_METAMODEL names cannot be read. RefusedChange: it is wrong.
    """
    named = environ.get("SIMPUL_METAMODEL")
    place = Path(named) if named else home(environ) / EXTENSION
    if not named and not place.is_file():
        return shipped()
    try:
        text = place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            Text(id=f"metamodel {place} tidak dapat dibaca", en=f"the metamodel {place} cannot be read"),
            fix=Text(
                id="perbaiki SIMPUL_METAMODEL, atau simpan berkasnya sebagai UTF-8",
                en="correct SIMPUL_METAMODEL, or save the file as UTF-8",
            ),
        ) from error
    return extended(shipped(), text)


def knowledge_of(store: Store) -> Knowledge:
    """Return what is known of the language of government: as shipped, with the phrases people added."""
    from queries.redundancy.words.synonyms import (
        added_labels,
        added_phrases,
    )  # heavy: only where elements are compared

    return shipped_knowledge().with_phrases(added_phrases(store), added_labels(store))


def refreshed(space: Workspace, environ: Mapping[str, str]) -> None:
    """Read the store anew after edits made outside, and take this metamodel for the store's own."""
    adopt(space.store, space.metamodel)
    refreshed_snapshot(space.store, space.metamodel, home(environ), space.writer)


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
