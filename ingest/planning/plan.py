"""The plan of an import: what a reading would change in the store. Writes nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime

from ingest.draft import Draft, Reading, RelationDraft
from ingest.planning import rules
from ingest.planning.accounts import Accounts
from ingest.planning.agencies import Agencies, Called, mentioned_in, own_kinds_first
from ingest.planning.codes import Codes
from ingest.planning.documents import Editions, editions_of
from ingest.planning.identity import Identified, Identities
from ingest.planning.leaving_out import NOTHING, SourceRow, Spared, Without, parted
from ingest.planning.merged import Merged
from ingest.planning.national import NationalRows, national_rows, said_by
from ingest.planning.ownership import owned
from ingest.planning.recording import Recorder, held
from ingest.planning.renaming import told_as_renamed, told_as_shifted
from ingest.planning.repeating import repeats_marked
from ingest.planning.revising import Revised, Reviser, known_revisions, mentioning
from ingest.planning.scopes import check_written, delivered_scope
from ingest.planning.senders import Senders, senders_of, with_suppositions, without_agency
from ingest.planning.supposing import Suppositions, agency_of, came_before, supposed_only
from ingest.planning.vanished import Vanished
from ingest.planning.whose import Whose
from ingest.planning.withdrawing import NEVER_RETIRES, Guard, withdraw_missing
from model.directory import Directory
from model.faults import Finding, Place, gathered
from model.folding import slug
from model.keys import NATIONAL, SHARED, is_full_key, parse_key
from model.kinds import ElementKind
from model.knowledge import NationalApplication
from model.merging import Merges
from model.metamodel.metamodel import Metamodel
from model.record import CROSS_TABLE, Load, Mode, Record
from queries import graph, records
from queries.findings import texts_waiting, without_accepted
from queries.garbage import uncollected
from queries.loads import merging
from queries.loads.plan import Plan, Step, worst_first
from queries.loads.planning import planned
from queries.redundancy.words.catalogue import Catalogue
from queries.redundancy.words.lexicon import Lexicon
from queries.store.store import Store

# In these, the same oddity in many cells of one column deserves one line with a count.
_HARMLESS = {rule.name: True for rule in (rules.NO_CODE, rules.NO_SCOPE)} | {
    "reference_elsewhere": True,
    "agency_spelling": True,
    "awaited_reference": True,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """How a delivery is to be loaded.

    scope: the agency the rows belong to where they do not say it themselves: name, acronym or slug.
    allow_retire: share of a scope (0–1) that a replacing load may retire. national: applications of the
        national government, of which an agency's own record is told. lexicon: tells by what a row says
        whether it only has the name of one; None: names alone tell. without: what a person leaves out.
    """

    load: str
    by: str
    now: datetime
    scope: str | None = None
    mode: Mode = Mode.MERGE
    allow_retire: float = 0.2
    national: tuple[NationalApplication, ...] = ()
    lexicon: Lexicon | None = None
    without: Without = NOTHING

    def __post_init__(self) -> None:
        """Refuse a blank scope."""
        if self.scope is not None:
            check_written(self.scope)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a delivery meets: the store as it is, and how it is to be loaded.

    made_on: its revision before anything else was read of it.
    """

    made_on: int
    store: Store
    metamodel: Metamodel
    wanted: Import
    new_uid: Callable[[], str]
    at_present: Directory
    merges: Merges
    merged: Merged
    overviews: frozenset[str]

    def planned(self, step: Step) -> Plan:
        """Return what a step would change of what was read."""
        known = replace(step, made_on=self.made_on)
        return planned(self.store, self.metamodel, known, self.at_present)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Described:
    """What a reading describes. directory: what there is, and all that the delivery adds."""

    reading: Reading
    revisions: list[Revised]
    directory: Directory
    agencies: Agencies
    identities: Identities
    identified: list[Identified]
    supposed: Suppositions

    @property
    def scope(self) -> str | None:
        """The agency that the delivery is of: as asked, else the only one that its rows name or belong to."""
        if self.identities.asked:
            return self.identities.asked
        of_agencies = (one for one in self.identified if one.draft.kind is not ElementKind.ORG_UNIT)
        only = self.identities.only
        found = {one.scope for one in of_agencies if one.scope != NATIONAL} | ({only} if only else set())
        homes = {self.directory.home(scope) for scope in found}
        return (only or min(found)) if len(homes) == 1 else None

    def scope_of(self, draft: RelationDraft) -> str:
        """Return the scope in which a row of a relation is read."""
        return self.identities.scope_of(draft.agency, draft.delivery_agency) or SHARED


@uncollected()
def planned_import(
    store: Store, metamodel: Metamodel, reading: Reading, wanted: Import, new_uid: Callable[[], str]
) -> Plan:
    """Return what a reading would change.

    Raises:
        RefusedChange: in replace mode, more of a scope would be retired than is allowed.
    """
    ground = _ground(store, metamodel, wanted, new_uid)
    senders = _senders(ground, reading)
    kept, left = parted(senders.reading, wanted.without)
    found = _described(ground, kept, senders)
    directory, agencies, merges = found.directory, found.agencies, ground.merges
    by_holder, unheld = held(found.reading.relations, directory, metamodel, found.scope_of, ground.merged)
    silent, _ = held(left.relations, directory, metamodel, found.scope_of, ground.merged)
    earlier = _earlier(ground, found, by_holder.keys() | silent.keys())
    editions = editions_of(store, found.identified, kept.files, earlier, (directory, found.scope))
    delivered = repeats_marked(store, Accounts(found.identified, earlier, editions.known, directory))
    recorder = _recorder(wanted, metamodel, earlier, editions.known)
    recorder.left_out(left_out := _left_out(ground, senders), delivered.rows)
    recorder.delivered(agencies.mentions, delivered.rows)
    recorder.relations(recorder.as_before(silent, by_holder), directory, merges)
    spared, guard = Spared.of(wanted.without, directory, merges), Guard(directory, wanted.allow_retire)
    if recorder.replaces:
        recorder.unsay({draft.source for draft in reading.relations} - {CROSS_TABLE})
        withdraw_missing(store, recorder, [*delivered.rows, *left_out], guard, spared, delivered.files)
    reviser = Reviser(store, metamodel, directory, recorder, found.revisions)
    reviser.revise(spared.gone(reading.gone, directory) if recorder.replaces else (), guard)
    national = _national(ground, found.identified)
    findings = [*kept.findings, *agencies.findings, *unheld, *reviser.findings]
    findings += [*_told_of_rows(found, earlier, editions), *senders.told(agencies, wanted.scope)]
    findings += [*national.recorded(), *editions.told, *_still_near(store, agencies, editions)]
    vanished = Vanished(store, editions.known, directory, merges, earlier)
    findings += [] if recorder.replaces else vanished.told(delivered.rows, left_out, delivered.files)
    whose = Whose.of(senders, agencies, [*found.identified, *left_out])
    step = Step(
        load=_load(reading, wanted, found.scope, editions.here),
        records=tuple(recorder.new),
        confirmed=tuple(recorder.confirmed.values()),
        findings=(*whose.told(delivered.told(without_agency(findings, kept.drafts))), *spared.findings),
        untouched=reviser.untouched,
        corrects=delivered.corrects,
    )
    plan = ground.planned(step)
    return without_accepted(store, _tidied(national.with_warnings(plan)))


def _told_of_rows(
    found: _Described, earlier: Mapping[str, list[Record]], editions: Editions
) -> list[Finding]:
    """What was told while it was found out which element each row means."""
    told = found.identities
    renamed = told_as_renamed(told.findings, found.identified, earlier, editions.known, told.kept)
    return [*renamed, *told_as_shifted(told.shifted), *found.supposed.findings]


def _senders(ground: _Ground, reading: Reading) -> Senders:
    """Whose the files of a delivery are; where nobody is asked to say so, also what is supposed."""
    senders = senders_of(reading, ground.at_present)
    if ground.wanted.scope is not None:
        return senders
    before = came_before(ground.store, reading.files, ground.at_present)
    kept, _ = parted(senders.reading, ground.wanted.without)
    return with_suppositions(senders, kept, ground.at_present, before)


def _earlier(ground: _Ground, found: _Described, holding: AbstractSet[str]) -> dict[str, list[Record]]:
    """The records of what a delivery describes, mentions or holds relations of."""
    known = {one.uid for one in found.identified} | holding
    known |= {mention.entry.uid for mention in found.agencies.mentions}
    on_record = ground.at_present.entries.keys() | ground.merges.by_gone.keys()
    return records.records_of(ground.store, known & on_record)


def _ground(store: Store, metamodel: Metamodel, wanted: Import, new_uid: Callable[[], str]) -> _Ground:
    made_on = graph.revision(store)
    merges = merging.merges(store)
    return _Ground(
        made_on=made_on,
        store=store,
        metamodel=metamodel,
        wanted=wanted,
        new_uid=new_uid,
        at_present=merging.directory(store),
        merges=merges,
        merged=_merged(store, merges),
        overviews=frozenset(records.asserted_only_by(store, NEVER_RETIRES)),
    )


def _still_near(store: Store, agencies: Agencies, editions: Editions) -> list[Finding]:
    """What was told of new agencies and is so still; what their file no longer says is closed."""
    waiting = texts_waiting(store, rules.NEW_AGENCY_NEAR.name) if agencies.again else set()
    documents = {one: editions.known.get(one.place.file or "", one.place.file) for one in agencies.again}
    return [one for one, document in documents.items() if (document, one.place.column, one.value) in waiting]


def _national(ground: _Ground, identified: Sequence[Identified]) -> NationalRows:
    saying = said_by(ground.wanted.lexicon, ground.metamodel)
    catalogue = Catalogue(ground.wanted.national)
    return national_rows(ground.store, (ground.at_present, ground.merges), catalogue, identified, saying)


def _described(ground: _Ground, reading: Reading, senders: Senders) -> _Described:
    """Tell which element each row means, in a directory of its own: the planner compares with it as it is."""
    wanted, metamodel = ground.wanted, ground.metamodel
    directory = ground.at_present.copy()
    revisions, reading = known_revisions(reading, directory)
    agencies = Agencies(directory, ground.new_uid, ground.merged)
    agencies.origins = senders.origins(wanted.scope)
    asked = _asked(wanted.scope, reading.drafts, agencies)
    identities = Identities(directory, agencies, ground.new_uid, asked=asked, merged=ground.merged)
    identities.overviews = set(ground.overviews)
    identified = _units(reading.drafts, identities, agencies)
    agencies.admit(mentioned_in(mentioning(reading, revisions), metamodel))
    identities.only = _only_scope(reading.drafts, agencies)
    others = [draft for draft in own_kinds_first(reading.drafts) if draft.kind is not ElementKind.ORG_UNIT]
    scoped = [(draft, identities.scope_told(draft) or SHARED) for draft in others]
    codes = Codes.of(ground.store, metamodel, ground.at_present, scoped)
    supposed = _suppositions(senders, reading.drafts, identities, codes)
    supposed.check(scoped)
    identities.codes = codes
    rows = (draft for draft in others if draft.place not in supposed.refused)
    identified += owned(_identified(identities, rows), directory, metamodel, ground.merged)
    return _Described(
        reading=reading,
        revisions=revisions,
        directory=directory,
        agencies=agencies,
        identities=identities,
        identified=identified,
        supposed=supposed,
    )


def _suppositions(
    senders: Senders, drafts: Sequence[Draft], identities: Identities, codes: Codes
) -> Suppositions:
    """What is supposed of files that do not say whose they are, to be checked."""
    supposed = senders.supposed
    agencies = {one: name for one, name in supposed.agencies.items() if one not in supposed.sure}
    only = identities.only if identities.asked is None else None
    if only is None:
        return Suppositions(agencies, codes)
    known = agency_of(only, identities.directory)
    left = supposed_only(drafts, known.name if known else only)
    return Suppositions({**agencies, **left.agencies}, codes, findings=list(left.findings))


def _left_out(ground: _Ground, senders: Senders) -> list[Identified]:
    """The rows that are left out, each with the element it means where all rows are read."""
    left = set(ground.wanted.without.rows)
    if not left:
        return []
    found = _described(ground, senders.reading, senders)
    return [one for one in found.identified if SourceRow.at(one.draft.place) in left]


def _merged(store: Store, merges: Merges) -> Merged:
    apart = merging.said_apart(store, merges)
    return Merged.of(merges, merging.former_keys(apart, merges), merging.former_entries(apart))


def _recorder(
    wanted: Import,
    metamodel: Metamodel,
    earlier: Mapping[str, Sequence[Record]],
    documents: Mapping[str, str],
) -> Recorder:
    replaces = wanted.mode is Mode.REPLACE
    return Recorder(wanted.load, wanted.now.isoformat(), wanted.by, earlier, metamodel, replaces, documents)


def _units(drafts: Iterable[Draft], identities: Identities, agencies: Agencies) -> list[Identified]:
    """Identify the organisation units: first those that belong to nobody, which the others may name."""
    units = own_kinds_first(draft for draft in drafts if draft.kind is ElementKind.ORG_UNIT)
    found = _identified(identities, (draft for draft in units if not draft.agency))
    agencies.admit(Called(d.agency, d.place, own=True) for d in units if d.agency)
    return found + _identified(identities, (draft for draft in units if draft.agency))


def _identified(identities: Identities, drafts: Iterable[Draft]) -> list[Identified]:
    return [one for draft in drafts if (one := identities.of(draft)) is not None]


def _asked(scope: str | None, drafts: Iterable[Draft], agencies: Agencies) -> str | None:
    """The scope given for the whole import: of an agency on record, or of one that the delivery describes.

    Any other exists from then on.
    """
    if scope is None:
        return None
    known = agencies.scope(scope)
    delivered = delivered_scope(drafts, scope) if known is None else None
    if delivered is None and slug(scope) not in agencies.directory.scopes():
        agencies.admit([Called(scope, Place())])
    return delivered or agencies.scope(scope)


def _only_scope(drafts: Sequence[Draft], agencies: Agencies) -> str | None:
    """The delivery's only agency, if its rows name just one, and no title or name of a file another."""
    named = {agencies.scope(draft.agency) for draft in drafts if draft.agency}
    named |= {parse_key(draft.key).scope for draft in drafts if draft.key and is_full_key(draft.key)}
    named.discard(None)
    beside = {agencies.scope(draft.delivery_agency) for draft in drafts if draft.delivery_agency}
    homes = {agencies.directory.home(scope) for scope in named if scope}
    others = {agencies.directory.home(scope) for scope in beside if scope}
    if len(homes) != 1 or others - homes:
        return None
    return next(iter(named if len(named) == 1 else homes))


def _load(reading: Reading, wanted: Import, scope: str | None, editions: Mapping[str, str]) -> Load:
    return Load(
        id=wanted.load,
        at=wanted.now.isoformat(),
        by=wanted.by,
        mode=wanted.mode,
        scope=scope,
        files=reading.files,
        editions=editions,
    )


def _tidied(plan: Plan) -> Plan:
    # in order first: what stands for many cells stands at the first of them, at every load
    findings: list[Finding] = gathered(worst_first(plan.findings), _HARMLESS)
    return replace(plan, findings=tuple(findings))
