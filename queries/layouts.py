"""What people said the tables of a layout mean: kept in the store, so that nobody is asked a second time.

Every word is a numbered node of its own; of one layout the latest counts, and forgetting is one too.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from model.faults import RefusedChange
from model.kinds import ElementKind
from model.text import Text
from queries.keeping import Shelf, keep, kept
from queries.loads.applying import Writer
from queries.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What the tables of one layout mean.

    headers: the keys of the columns that have a header (ingest.layout.recognised). kind: the name of a kind;
    None: such sheets are left out. columns: column key → what it means (ingest.layout.meanings). written:
    column key → the header as it stood. titled: the kind that the sheet's own title named, if any. seen: file
    and sheet.
    row: the number of the header's last row, there.
    """

    headers: tuple[str, ...]
    kind: str | None
    columns: Mapping[str, str]
    written: Mapping[str, str]
    titled: str | None = None
    seen: str = ""
    row: int = 1

    @property
    def layout(self) -> str:
        """What all tables of this layout have in common, whatever the order of their columns."""
        return fingerprint(self.headers)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayout:
    """What somebody said of a layout. id: "" where it comes from a file. before: who said else, and when."""

    id: str
    by: str
    at: str  # instant, ISO 8601 UTC; "" where it comes from a file
    said: Confirmed
    before: tuple[tuple[str, str], ...] = ()


def fingerprint(headers: Iterable[str]) -> str:
    """Return the mark of a set of headers."""
    return hashlib.sha256("\n".join(sorted(set(headers))).encode()).hexdigest()[:16]


def layouts(store: Store) -> list[KnownLayout]:
    """Return what counts of each layout that was not forgotten, oldest first."""
    latest: dict[str, KnownLayout] = {}
    for node in kept(store, Shelf.LAYOUT):
        earlier = latest.pop(node["layout"], None)
        if not node["forgotten"]:
            latest[node["layout"]] = _known(node, earlier)
    return list(latest.values())


def remember(store: Store, said: Confirmed, writer: Writer) -> KnownLayout:
    """Keep what somebody said of a layout; it counts from now on, whatever was said before.

    Raises:
        RefusedChange: it names no kind. StoreFault: somebody else is writing.
    """
    if said.kind is not None and said.kind not in {kind.value for kind in ElementKind}:
        raise RefusedChange(
            Text(id=f"jenis objek “{said.kind}” tidak dikenal", en=f"the kind “{said.kind}” is not known"),
            fix=Text(id="pilih jenisnya lagi", en="choose the kind again"),
        )
    earlier = next((one for one in layouts(store) if one.said.layout == said.layout), None)
    return _known(keep(store, Shelf.LAYOUT, _node(said), writer), earlier)


def forget(store: Store, id_: str, writer: Writer) -> KnownLayout:
    """No longer read a layout by what was said of it; return what that was. id: leading zeros may be missing.

    Raises:
        RefusedChange: there is no such mapping, or another was said since. StoreFault: somebody else is
        writing.
    """
    found = next((one for one in layouts(store) if one.id.lstrip("0") == id_.lstrip("0")), None)
    if found is None:
        raise RefusedChange(
            Text(id=f"pemetaan nomor {id_} tidak ada", en=f"there is no mapping number {id_}"),
            fix=Text(id="lihat nomornya: simpul mappings", en="see the numbers: simpul mappings"),
        )
    keep(store, Shelf.LAYOUT, {"layout": found.said.layout, "forgotten": True}, writer)
    return found


def _node(said: Confirmed) -> dict[str, Any]:
    return {
        "layout": said.layout,
        "forgotten": False,
        "headers": json.dumps(said.headers, ensure_ascii=False),
        "kind": said.kind or "",
        "columns": json.dumps(dict(said.columns), ensure_ascii=False),
        "written": json.dumps(dict(said.written), ensure_ascii=False),
        "titled": said.titled or "",
        "seen": said.seen,
        "row": said.row,
    }


def _known(node: Mapping[str, Any], earlier: KnownLayout | None) -> KnownLayout:
    said = Confirmed(
        headers=tuple(json.loads(node["headers"])),
        kind=node["kind"] or None,
        columns=json.loads(node["columns"]),
        written=json.loads(node["written"]),
        titled=node["titled"] or None,
        seen=node["seen"],
        row=int(node["row"]),
    )
    before = (*earlier.before, (earlier.by, earlier.at)) if earlier else ()
    return KnownLayout(id=node["id"], by=node["by"], at=node["at"], said=said, before=before)
