"""The plan of an import: what a reading would change in the store. Writes nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ingest import identity_rules as rules
from ingest.agencies import Agencies, mentioned_in, own_kinds_first
from ingest.draft import Draft, Reading, RelationDraft
from ingest.identity import Identified, Identities
from ingest.merged import Merged
from ingest.national import recorded_by_agencies
from ingest.ownership import owned
from ingest.recording import Recorder, held
from ingest.revising import Reviser, known_revisions, mentioning
from ingest.withdrawing import NEVER_RETIRES, Guard, withdraw_missing
from model.directory import Directory
from model.faults import Finding, Place, gathered
from model.folding import slug
from model.keys import SHARED, is_full_key, parse_key
from model.kinds import ElementKind
from model.knowledge import NationalApplication
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.record import Load, Mode, Record
from queries import merging, records
from queries.findings import without_accepted
from queries.garbage import uncollected
from queries.plan import Plan, Step, worst_first
from queries.planning import planned
from queries.store.store import Store

# In these, the same oddity in many cells of one column deserves one line with a count.
_HARMLESS = {rule.name: True for rule in (rules.NO_CODE, rules.NO_SCOPE, rules.SCOPE_DIFFERS)} | {
    "reference_elsewhere": True,
    "agency_spelling": True,
    "awaited_reference": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """How a delivery is to be loaded.

    scope: the agency the rows belong to where they do not say it themselves: name, acronym or slug.
    allow_retire: share of a scope (0–1) that a replacing load may retire. national: applications of the
        national government, of which an agency's own record is told.
    """

    load: str
    by: str
    now: datetime
    scope: str | None = None
    mode: Mode = Mode.MERGE
    allow_retire: float = 0.2
    national: tuple[NationalApplication, ...] = ()


@uncollected()
def planned_import(
    store: Store, metamodel: Metamodel, reading: Reading, wanted: Import, new_uid: Callable[[], str]
) -> Plan:
    """Return what a reading would change.

    Raises:
        RefusedChange: in replace mode, more of a scope would be retired than is allowed.
    """
    merges = merging.merges(store)
    at_present = merging.directory(store)
    directory = at_present.copy()  # the planner compares with the directory as it is
    revisions, reading = known_revisions(reading, directory)
    merged = _merged(store, merges)
    agencies = Agencies(directory, new_uid, merged)
    agencies.admit(_asked(wanted.scope, directory))
    asked = agencies.scope(wanted.scope) if wanted.scope else None
    identities = Identities(directory, agencies, new_uid, asked=asked, merged=merged)
    identities.overviews = records.asserted_only_by(store, NEVER_RETIRES)
    identified = _units(reading.drafts, identities, agencies)
    agencies.admit(mentioned_in(mentioning(reading, revisions), metamodel))
    identities.only = _only_scope(reading.drafts, agencies)
    others = [draft for draft in own_kinds_first(reading.drafts) if draft.kind is not ElementKind.ORG_UNIT]
    identified += owned(_identified(identities, others), directory, metamodel, merged)
    scopes = _scope_finder(agencies, asked, identities.only)
    by_holder, relation_findings = held(reading.relations, directory, metamodel, scopes, merged)
    known = {one.uid for one in identified} | by_holder.keys() | {m.entry.uid for m in agencies.mentions}
    earlier = records.records_of(store, known & (at_present.entries.keys() | merges.by_gone.keys()))
    recorder = _recorder(wanted, metamodel, earlier)
    recorder.delivered(agencies.mentions, identified)
    recorder.relations(by_holder, directory, merges)
    if recorder.replaces:
        recorder.unsay({draft.source for draft in reading.relations})
        withdraw_missing(store, recorder, identified, Guard(directory, wanted.allow_retire))
    reviser = Reviser(store, metamodel, directory, recorder, revisions)
    reviser.revise(reading.gone, Guard(directory, wanted.allow_retire))
    findings = [*reading.findings, *agencies.findings, *identities.findings, *relation_findings]
    findings += [*reviser.findings, *recorded_by_agencies(identified, wanted.national)]
    step = Step(
        load=_load(reading, wanted, asked or identities.only),
        records=tuple(recorder.new),
        confirmed=tuple(recorder.confirmed.values()),
        findings=tuple(findings),
        untouched=reviser.untouched,
    )
    return without_accepted(store, _tidied(planned(store, metamodel, step, at_present)))


def _merged(store: Store, merges: Merges) -> Merged:
    apart = merging.said_apart(store, merges)
    return Merged.of(merges, merging.former_keys(apart, merges), merging.former_entries(apart))


def _recorder(wanted: Import, metamodel: Metamodel, earlier: Mapping[str, Sequence[Record]]) -> Recorder:
    replaces = wanted.mode is Mode.REPLACE
    return Recorder(wanted.load, wanted.now.isoformat(), wanted.by, earlier, metamodel, replaces)


def _units(drafts: Iterable[Draft], identities: Identities, agencies: Agencies) -> list[Identified]:
    """Identify the organisation units: first those that belong to nobody, which the others may name."""
    units = own_kinds_first(draft for draft in drafts if draft.kind is ElementKind.ORG_UNIT)
    found = _identified(identities, (draft for draft in units if not draft.agency))
    agencies.admit((d.agency, d.place, (ElementKind.ORG_UNIT,)) for d in units if d.agency)
    return found + _identified(identities, (draft for draft in units if draft.agency))


def _identified(identities: Identities, drafts: Iterable[Draft]) -> list[Identified]:
    return [one for draft in drafts if (one := identities.of(draft)) is not None]


def _asked(scope: str | None, directory: Directory) -> list[tuple[str, Place, tuple[ElementKind, ...]]]:
    """The agency given for the whole import exists from then on, unless a scope of that name does."""
    if scope is None or slug(scope) in directory.scopes():
        return []
    return [(scope, Place(), (ElementKind.ORG_UNIT,))]


def _only_scope(drafts: Iterable[Draft], agencies: Agencies) -> str | None:
    """The delivery's only agency, if its rows name just one."""
    named = {agencies.scope(draft.agency) for draft in drafts if draft.agency}
    named |= {parse_key(draft.key).scope for draft in drafts if draft.key and is_full_key(draft.key)}
    named.discard(None)
    homes = {agencies.directory.home(scope) for scope in named if scope}
    return next(iter(named if len(named) == 1 else homes)) if len(homes) == 1 else None


def _scope_finder(agencies: Agencies, asked: str | None, only: str | None) -> Callable[[RelationDraft], str]:
    def scope(draft: RelationDraft) -> str:
        suggested = agencies.scope(draft.delivery_agency) if draft.delivery_agency else None
        return asked or suggested or only or SHARED

    return scope


def _load(reading: Reading, wanted: Import, scope: str | None) -> Load:
    return Load(
        id=wanted.load,
        at=wanted.now.isoformat(),
        by=wanted.by,
        mode=wanted.mode,
        scope=scope,
        files=reading.files,
    )


def _tidied(plan: Plan) -> Plan:
    # in order first: what stands for many cells stands at the first of them, at every load
    findings: list[Finding] = gathered(worst_first(plan.findings), _HARMLESS)
    return replace(plan, findings=tuple(findings))
