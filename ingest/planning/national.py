"""Applications of the national government that agencies list as their own: one system, many usages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.planning.identity import Identified
from model.directory import Directory
from model.element import Relation
from model.faults import Finding, Rule, Severity
from model.folding import fold
from model.keys import NATIONAL
from model.kinds import ElementKind, RelationKind, Status
from model.knowledge import NationalApplication
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.text import Text
from queries import graph
from queries.loads.plan import Plan
from queries.redundancy.evidence import WORKED_ON
from queries.redundancy.words.catalogue import Catalogue, Said
from queries.redundancy.words.lexicon import Lexicon
from queries.store.store import Store

_MESSAGE = Text(
    id="“{value}” adalah aplikasi nasional{long} dan dicatat sebagai milik {agencies}.",
    en="“{value}” is a national application{long}, recorded as owned by {agencies}.",
)
_ON_THE_PAGE = Text(
    id="halaman Aplikasi sejenis, Satu aplikasi, banyak OPD",
    en="page Similar applications, One application, many agencies",
)
RECORDED_BY_AGENCY = Rule(
    name="national_application",
    severity=Severity.INFO,
    message=_MESSAGE,
    fix=Text(
        id="Satu sistem dicatat satu kali: catat pada cakupan nasional (simpul import BERKAS --scope "
        "nasional), lalu gabungkan catatan OPD ke dalamnya; OPD menjadi penggunanya ({page}).",
        en="One system is recorded once: record it in the scope nasional (simpul import FILE --scope "
        "nasional), then merge the records of agencies into it; the agencies become its users ({page}).",
    ),
)
RECORDED_AGAIN = Rule(
    name="national_application",
    severity=Severity.INFO,
    message=_MESSAGE,
    fix=Text(
        id="Satu sistem dicatat satu kali: gabungkan ke dalam {kept}, dan OPD menjadi penggunanya. "
        "Setelah dimuat: {merge}",
        en="One system is recorded once: merge into {kept}, and the agencies become its users. "
        "Once loaded: {merge}",
    ),
)
TAKES_RELATIONS = Rule(
    name="national_takes_relations",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” sudah tercatat sebagai {kept}. Karena baris ini mencatatnya lagi sebagai {own}, "
        "{count} relasi berpindah ke {own}, antara lain dari {first}.",
        en="“{value}” is on record as {kept} already. As this row records it again as {own}, {count} "
        "to {own}, such as that of {first}.",
    ),
    fix=Text(
        id="Lewati baris ini, atau gabungkan setelah dimuat agar relasinya kembali: "
        "simpul merge {kept} {own}",
        en="Leave this row out, or merge once it is loaded, which brings the relations back: "
        "simpul merge {kept} {own}",
    ),
)
Saying = Callable[[Identified], Said]
_COMMANDED = 8  # copies that a command names; of more the page has it


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store has of one national application.

    kept: uid and key of the national record, where there is one. copies: keys of what agencies have of it,
    each with its scope.
    """

    kept: tuple[str, str] | None = None
    copies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NationalRows:
    """The national applications that rows record as an agency's own, each with these rows.

    stored: by abbreviation, what the store has of them already; agencies of which it is count too.
    """

    rows: Sequence[tuple[NationalApplication, Sequence[Identified]]]
    stored: Mapping[str, Stored]

    def recorded(self) -> Iterator[Finding]:
        """Yield a finding for each national application, at the first row."""
        for national, rows in self.rows:
            stored = self.stored.get(national.abbreviation, Stored())
            copies = {**{row.key: row.scope for row in rows}, **stored.copies}
            count = len(set(copies.values()))
            kept = stored.kept[1] if stored.kept else ""
            merge = f"simpul merge {kept} {' '.join(copies)}"
            rule = RECORDED_AGAIN if kept else RECORDED_BY_AGENCY
            yield rule.at(
                rows[0].draft.place,
                value=_written(rows[0], national),
                element=rows[0].uid,
                long=_explained(_written(rows[0], national), national),
                agencies=_counted(count, stored=not stored.copies.keys() <= {row.key for row in rows}),
                kept=kept,
                merge=merge if len(copies) <= _COMMANDED else _ON_THE_PAGE,
                page=_ON_THE_PAGE,
            )

    def with_warnings(self, plan: Plan) -> Plan:
        """Return a plan that also tells of each row that takes relations off a national record.

        A reference means an agency's own record before a national one of the same name.
        """
        return replace(plan, findings=(*plan.findings, *self._taking(plan)))

    def _taking(self, plan: Plan) -> Iterator[Finding]:
        gone, came = _by_end(plan.graph.relations_removed), _by_end(plan.graph.relations_added)
        for national, rows in self.rows:
            kept = self.stored.get(national.abbreviation, Stored()).kept
            if kept is None or kept[0] not in gone:
                continue
            for row in {row.uid: row for row in rows}.values():
                moved = gone[kept[0]] & came.get(row.uid, set())
                if moved:
                    yield _taken(national, row, kept[1], sorted(plan.names[uid] for *_, uid in moved))


def _written(row: Identified, national: NationalApplication) -> str:
    """What the row calls it: its name, unless that is another and its abbreviation tells."""
    short = str(row.draft.values.get("abbreviation", ""))
    called = {fold(name) for name in national.names}
    return short if fold(short) in called and fold(row.name) not in called else row.name


def _explained(written: str, national: NationalApplication) -> str:
    """Which one it is, where the row calls it otherwise, and its long name."""
    short = "" if fold(written) == fold(national.abbreviation) else f" {national.abbreviation}"
    long = f" ({national.name})" if fold(national.name) not in ("", fold(written)) else ""
    return f"{short}{long}"


def _counted(count: int, *, stored: bool) -> Text:
    """How many agencies have it; stored: some of them came before."""
    said = (
        Text(id="satu OPD", en="one agency")
        if count == 1
        else Text(id=f"{count} OPD", en=f"{count} agencies")
    )
    if not stored:
        return said
    return Text(
        id=f"{said.id}, termasuk yang sudah tersimpan", en=f"{said.en}, what is stored already included"
    )


def _taken(national: NationalApplication, row: Identified, kept: str, moved: list[str]) -> Finding:
    count = len(moved)
    return TAKES_RELATIONS.at(
        row.draft.place,
        value=_written(row, national),
        element=row.uid,
        kept=kept,
        own=row.key,
        count=Text(id=f"{count}", en="1 relation moves" if count == 1 else f"{count} relations move"),
        first=moved[0],
    )


def _by_end(relations: Iterable[Relation]) -> dict[str, set[tuple[bool, RelationKind, str]]]:
    """Return relations by each of their ends: whether they begin there, their kind, and the other end."""
    found: dict[str, set[tuple[bool, RelationKind, str]]] = {}
    for one in relations:
        found.setdefault(one.source, set()).add((True, one.relation, one.target))
        found.setdefault(one.target, set()).add((False, one.relation, one.source))
    return found


def national_rows(
    store: Store,
    present: tuple[Directory, Merges],
    catalogue: Catalogue,
    identified: Sequence[Identified],
    saying: Saying,
) -> NationalRows:
    """Return the national applications that rows of a delivery record as an agency's own.

    present: the elements of the store, and what was merged. What the delivery says of an element counts, not
    what the store says of it. saying: what tells what a row says.
    """
    directory, merges = present
    rows = rows_by_application(identified, catalogue, merges, saying)
    if not rows:
        return NationalRows(rows, {})
    told = {national.abbreviation for national, _ in rows}
    delivered = {one.uid for one in identified}
    meant = {
        entry.uid: national.abbreviation
        for entry in directory.entries.values()
        if entry.kind is ElementKind.APPLICATION and (entry.scope == NATIONAL or entry.uid not in delivered)
        for national in (catalogue.meant(entry.name, entry.abbreviation),)
        if national is not None and national.abbreviation in told
    }
    return NationalRows(rows, _stored(store, meant))


def rows_by_application(
    identified: Iterable[Identified], catalogue: Catalogue, merges: Merges, saying: Saying
) -> list[tuple[NationalApplication, list[Identified]]]:
    """Return the rows that record a national application as an agency's own, but those merged away since."""
    found: dict[str, tuple[NationalApplication, list[Identified]]] = {}
    for one in identified:
        if one.draft.kind is ElementKind.APPLICATION and one.scope != NATIONAL:
            national = catalogue.meant(*_names(one))
            if national is None or catalogue.homonym(national, saying(one)):
                continue
            if merges.home(one.uid) == one.uid:
                found.setdefault(national.abbreviation, (national, []))[1].append(one)
    return list(found.values())


def _names(one: Identified) -> tuple[str, str]:
    return one.name, str(one.draft.values.get("abbreviation", ""))


def said_by(lexicon: Lexicon | None, metamodel: Metamodel) -> Saying:
    """Return what tells of a row what it says; without words, no functions."""

    def said(one: Identified) -> Said:
        likeness = metamodel.kind(one.draft.kind).likeness
        names = _names(one)
        if lexicon is None or likeness is None:
            return Said(names, (), frozenset())
        texts = tuple(str(text) for name in likeness.texts if (text := one.draft.values.get(name)))
        named = [saying.text for saying in one.draft.sayings if saying.cell in WORKED_ON]
        told = frozenset().union(*map(lexicon.concepts, texts), *map(lexicon.named_concepts, named))
        return Said(names, texts, told)

    return said


def _stored(store: Store, meant: Mapping[str, str]) -> dict[str, Stored]:
    """Return what is in use of national applications. meant: the abbreviation of one, by uid."""
    kept: dict[str, tuple[str, str]] = {}
    copies: dict[str, dict[str, str]] = {}
    for uid, element in sorted(graph.elements(store, meant).items(), key=lambda one: one[1].key):
        if element.status is Status.RETIRED:
            continue
        if element.scope == NATIONAL:
            kept.setdefault(meant[uid], (uid, element.key))
        else:
            copies.setdefault(meant[uid], {})[element.key] = element.scope
    return {name: Stored(kept.get(name), copies.get(name, {})) for name in set(meant.values())}
