"""Applications of the national government that agencies list as their own: one system, many usages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.planning.identity import Identified
from model.directory import Directory
from model.faults import Finding, Rule, Severity
from model.folding import fold
from model.keys import NATIONAL
from model.kinds import ElementKind, Status
from model.knowledge import NationalApplication
from model.text import Text
from queries import graph
from queries.store.store import Store

RECORDED_BY_AGENCY = Rule(
    name="national_application",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” adalah aplikasi nasional ({long}) dan dicatat sebagai milik {count} OPD, "
        "termasuk yang sudah tersimpan.",
        en="“{value}” is a national application ({long}), recorded as owned by {count} agencies, those that "
        "are stored already included.",
    ),
    fix=Text(
        id="Satu sistem dicatat satu kali: catat pada cakupan nasional dan isi OPD-nya sebagai pengguna "
        "(halaman Aplikasi sejenis, Satu aplikasi, banyak OPD).",
        en="One system is recorded once: record it in the scope nasional and name the agencies as its users "
        "(page Similar applications, One application, many agencies).",
    ),
)


Owners = Mapping[str, frozenset[str]]  # abbreviation of a national application to scopes of agencies


def recorded_by_agencies(
    identified: Iterable[Identified], catalogue: Sequence[NationalApplication], earlier: Owners
) -> Iterator[Finding]:
    """Yield a finding for each national application that rows record as an agency's own, at the first row.

    earlier: the agencies that the store has them of already; they count too.
    """
    called = _called(catalogue)
    found: dict[str, list[Identified]] = {}
    for one in identified:
        if one.draft.kind is ElementKind.APPLICATION and one.scope != NATIONAL:
            national = _named(called, one.name, str(one.draft.values.get("abbreviation", "")))
            if national is not None:
                found.setdefault(national.abbreviation, []).append(one)
    for abbreviation, rows in found.items():
        first = rows[0]
        scopes = {row.scope for row in rows} | earlier.get(abbreviation, frozenset())
        yield RECORDED_BY_AGENCY.at(
            first.draft.place,
            value=abbreviation,
            element=first.uid,
            long=called[fold(abbreviation)].name,
            count=len(scopes),
        )


def owners_at_present(
    store: Store, directory: Directory, catalogue: Sequence[NationalApplication], but: Iterable[str]
) -> Owners:
    """Return which agencies the store has national applications of, as their own.

    but: uids of elements that a delivery speaks of; what it says of them counts, not what the store says.
    """
    called = _called(catalogue)
    spoken = set(but)
    meant = {
        entry.uid: national.abbreviation
        for entry in directory.entries.values()
        if entry.kind is ElementKind.APPLICATION and entry.scope != NATIONAL and entry.uid not in spoken
        for national in (_named(called, entry.name, entry.abbreviation or ""),)
        if national is not None
    }
    found: dict[str, set[str]] = {}
    for uid, element in graph.elements(store, meant).items():
        if element.status is not Status.RETIRED:
            found.setdefault(meant[uid], set()).add(element.scope)
    return {abbreviation: frozenset(scopes) for abbreviation, scopes in found.items()}


def _named(
    called: Mapping[str, NationalApplication], name: str, abbreviation: str
) -> NationalApplication | None:
    return called.get(fold(name)) or called.get(fold(abbreviation))


def _called(catalogue: Sequence[NationalApplication]) -> Mapping[str, NationalApplication]:
    return {name: one for one in catalogue for name in (fold(one.abbreviation), fold(one.name)) if name}
