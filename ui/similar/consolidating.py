"""A consolidation as people read it: sentences, rows of tables, and the workbook."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.edit.parted import called_distinct
from model.element import Element
from model.faults import Finding
from model.kinds import ElementKind
from model.text import Language, Text
from queries import graph
from queries.redundancy.contradictions import contradictions_told
from queries.redundancy.decisions import decisions
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from queries.whatif.assuming import Worth, all_duplicates, worth
from queries.whatif.consolidation import Consolidation, consolidation
from queries.whatif.facts import facts_of
from queries.whatif.machines import MACHINES, PLACES, Machine, Machines
from queries.whatif.moving import FATES, Fate, Flow, Load, Moving
from ui.components.workbook import Cell, Sheet, workbook
from ui.phrases import common
from ui.phrases import impact as impact_words
from ui.phrases import weak as weak_words
from ui.phrases import whatif as words
from ui.similar.rationalising import saving_words
from ui.wording import listed
from ui.wording import number as number_words

_NAMED = 6  # elements named in a sentence or a cell; the counts are of all


@dataclass(frozen=True, eq=False, kw_only=True)
class Outcome:
    """All that is to be said of one consolidation.

    machines: of machines and places only. distinct: the pairs among them that people decided to be distinct.
    contradictions: decisions about them that cannot all hold.
    """

    moving: Moving
    worth: Worth
    machines: Machines | None
    distinct: tuple[Finding, ...] = ()
    contradictions: tuple[Text, ...] = ()

    @property
    def asked(self) -> Consolidation:
        """What was asked."""
        return self.moving.asked

    @property
    def cautions(self) -> list[Text]:
        """What speaks against it."""
        return [*self.asked.cautions, *(one.message for one in self.distinct), *self.contradictions]

    def name(self, uid: str) -> str:
        """Return what an element is called."""
        base = self.asked.base
        return base.names[base.positions[uid]]

    def names(self, uids: Sequence[str], language: Language) -> str:
        """Return what elements are called, the first few, and how many more there are."""
        return listed(uids, _NAMED, language, self.name)


def outcome_of(
    store: Store,
    snapshot: Snapshot,
    ends: tuple[str, Sequence[str]],
    on: date,
    same_system: Collection[str] = (),
) -> Outcome:
    """Return what follows when one element does the work of others.

    ends: uid of the kept one and of those given up. same_system: uids of those given up that are the kept one
    itself, recorded more than once.

    Raises:
        UnknownElement: one of them is not there.
        RefusedQuestion: nothing is given up, KEEP is given up, or they are of different kinds.
    """
    keep, gone = ends
    asked = consolidation(snapshot, keep, gone, on)
    asked = consolidation(snapshot, keep, gone, on, facts_of(store, snapshot, (keep, *asked.gone)))
    moving = Moving(asked)
    made, known, merging = decisions(store), asked.facts.elements, {keep, *asked.gone}
    against = [told for uids, told in contradictions_told(made, {}) if len(uids & merging) > 1]
    confirmed = not against and all_duplicates(made, keep, asked.gone)
    together = [known[uid] for uid in (keep, *asked.gone) if uid in known]
    return Outcome(
        moving=moving,
        worth=worth(moving, confirmed=confirmed, same_system=same_system),
        machines=machines_of(store, snapshot, on) if asked.carries else None,
        distinct=tuple(called_distinct(store, [together])),
        contradictions=tuple(against),
    )


def machines_of(store: Store, snapshot: Snapshot, on: date) -> Machines:
    """Return what is known of machines, the places they stand in, and their software."""
    kinds = (*MACHINES, *PLACES, ElementKind.PLATFORM_SOFTWARE)
    wanted = snapshot.of_kinds(kinds).nonzero()[0].tolist()
    found: Mapping[str, Element] = graph.elements(store, [snapshot.uids[at] for at in wanted])
    return Machines(snapshot, found, on)


def sentences(found: Outcome, language: Language, shown: Callable[[str], str] = str) -> list[str]:
    """Return the answer as sentences: what is covered, what leans on the kept one, and its load.

    shown: how names stand in them. What counts most is between "**".
    """
    asked, keep = found.asked, shown(found.name(found.asked.keep))
    said = [*_cautions(found, language, shown), _covering(found, keep)]
    if asked.uncovered and not asked.carries:
        said.append(words.UNCOVERED.filled(names=shown(found.names(asked.uncovered, language))))
    before, after = (len(asked.leaning(one)) for one in (asked.before, asked.after))
    said.append(words.LEANS.filled(keep=keep, before=before, after=after))
    said += _concentrated(found, keep, language, shown)
    said.append(_load(found, keep, language))
    return [text.in_(language) for text in said]


def _cautions(found: Outcome, language: Language, shown: Callable[[str], str]) -> list[Text]:
    asked = found.asked
    told = (Text(id=shown(one.id), en=shown(one.en)) for one in found.cautions)
    said = [words.CAUTION.filled(words=one) for one in told]
    if asked.bereft:
        names = shown(found.names(asked.bereft, language))
        said.append(words.BEREFT.filled(n=len(asked.bereft), names=names))
    return said


def _concentrated(found: Outcome, keep: str, language: Language, shown: Callable[[str], str]) -> list[Text]:
    """What loses its spare: what hangs on the kept one alone, and what on single points below it."""
    points = found.asked.new_points
    alone = {uid for one in points if one.uid == found.asked.keep for uid in one.concentrated}
    below = [one for one in points if set(one.concentrated) - alone]
    others = {uid for one in below for uid in one.concentrated} - alone
    too = [one.uid for one in points if one.concentrated and alone.issuperset(one.concentrated)]
    too = [uid for uid in too if uid != found.asked.keep]
    said = [words.CONCENTRATED.filled(n=len(alone), keep=keep)] if alone else []
    if too:
        said.append(words.CONCENTRATED_TOO.filled(names=shown(found.names(too, language))))
    if others:
        names = shown(found.names([one.uid for one in below], language))
        said.append(words.CONCENTRATED_BELOW.filled(n=len(others), names=names))
    return said


def _covering(found: Outcome, keep: str) -> Text:
    asked = found.asked
    if not asked.work:
        return words.NO_WORK
    text = words.CARRIES if asked.carries else words.COVERS
    return text.filled(keep=keep, covered=len(asked.covered), all=len(asked.work))


def _load(found: Outcome, keep: str, language: Language) -> Text:
    before, after = (found.moving.load(after=one) for one in (False, True))
    return words.LOAD.filled(
        keep=keep,
        opd_before=len(before.agencies),
        opd_after=len(after.agencies),
        before=_users(before, language),
        after=_users(after, language),
    )


def _users(load: Load, language: Language) -> Text | str:
    if load.users is None:
        return words.NOT_KNOWN
    users = number_words(load.users, language)
    return words.PARTLY_KNOWN.filled(users=users, n=load.unknown) if load.unknown else users


def saved(found: Outcome, language: Language) -> str | None:
    """Return the saving as a sentence; None where no cost is known."""
    if found.worth.saving is None:
        return None
    return words.SAVING.filled(amount=saving_words(found.worth.saving, language)).in_(language)


def assumed(found: Outcome, language: Language) -> str:
    """Return everything that the answers assume."""
    said = " ".join(text.in_(language) for text in found.worth.assumptions)
    return words.ASSUMED.filled(words=said).in_(language)


WORK_COLUMNS = (common.NAME, common.KIND, words.COVERED, common.KEY)
POINT_COLUMNS = (words.FAILS, common.KIND, words.STOPS, words.LOST, words.AMONG, common.KEY)
EXPOSED_COLUMNS = (
    weak_words.EXPOSED,
    weak_words.EXPOSED_TO,
    weak_words.WORST,
    words.SHARE_BEFORE,
    words.SHARE_AFTER,
    words.BEGUN,
)
STEP_COLUMNS = (words.NUMBER, words.STEP, common.COUNT, words.CONCERNS)
FLOW_COLUMNS = (words.OF, words.TIE, words.WITH, words.FLOWING, words.FATE)
DATA_COLUMNS = (words.DATA, words.OF, words.STORED, words.FATE, common.KEY)
MACHINE_COLUMNS = (
    common.NAME,
    common.KIND,
    words.CARRIED,
    words.PLACE,
    words.USE,
    words.MEMORY,
    words.DISK,
    words.OUTDATED,
    common.KEY,
)
SCATTERED_COLUMNS = (words.USE, words.ROOMS, words.SERVERS, words.AMONG)


def work_rows(found: Outcome, language: Language) -> list[tuple[Cell, ...]]:
    """Return each service and process of those given up, what is not covered first."""
    asked, covered = found.asked, set(found.asked.covered)
    return [
        (
            found.name(uid),
            _kind(found, uid, language),
            (words.YES if uid in covered else words.NO).in_(language),
            _key(found, uid),
        )
        for uid in (*asked.uncovered, *asked.covered)
    ]


def point_rows(found: Outcome, language: Language) -> list[tuple[Cell, ...]]:
    """Return each new single point of failure, the one that stops most first."""
    return [
        (
            found.name(point.uid),
            _kind(found, point.uid, language),
            len(point.targets),
            len(point.concentrated),
            found.names(point.concentrated or point.targets, language),
            _key(found, point.uid),
        )
        for point in found.asked.new_points
    ]


def exposed_rows(found: Outcome, language: Language) -> list[tuple[Cell, ...]]:
    """Return where agencies hang on others more or less than before, what grows most first; in per cent."""

    def agency(uid: str | None) -> str:
        return impact_words.NO_AGENCY.in_(language) if uid is None else found.name(uid)

    return [
        (
            agency(shift.agency),
            agency(shift.on),
            found.name(shift.worst),
            round(100 * shift.before, 1),
            round(100 * shift.after, 1),
            found.names(shift.begun, language) if shift.begun else "",
        )
        for shift in found.asked.exposed
    ]


def step_rows(found: Outcome, language: Language, *, whole: bool = False) -> list[tuple[Cell, ...]]:
    """Return the steps in their order. whole: with every element, not only the first few."""
    return [
        (
            number,
            words.STEP_WORDS[step.move].in_(language),
            len(step.elements),
            ", ".join(map(found.name, step.elements)) if whole else found.names(step.elements, language),
        )
        for number, step in enumerate(found.moving.steps, start=1)
    ]


def flow_rows(found: Outcome, language: Language) -> list[tuple[Cell, ...]]:
    """Return each interface or flow of those given up."""
    return [_flow(found, flow, language) for flow in found.moving.flows]


def _flow(found: Outcome, flow: Flow, language: Language) -> tuple[Cell, ...]:
    relation = found.asked.base.metamodel.relation(flow.relation)
    leaving = flow.source == flow.of
    return (
        found.name(flow.of),
        (relation.label if leaving else relation.inverse).in_(language),
        found.name(flow.target if leaving else flow.source),
        flow.data or "",
        FATES[flow.fate].in_(language),
    )


def data_rows(found: Outcome, language: Language) -> list[tuple[Cell, ...]]:
    """Return the data that those given up write or store, what has to be moved first."""
    stocks = sorted(found.moving.data, key=lambda one: one.fate is not Fate.MOVE)
    return [
        (
            found.name(one.uid),
            found.names(one.of, language),
            found.names(one.on, language),
            FATES[one.fate].in_(language),
            _key(found, one.uid),
        )
        for one in stocks
    ]


def machine_rows(
    snapshot: Snapshot, machines: Iterable[Machine], language: Language
) -> list[tuple[Cell, ...]]:
    """Return machines and places with what they carry and what is on record of them."""

    def name(uid: str) -> str:
        return snapshot.names[snapshot.positions[uid]]

    return [
        (
            name(one.uid),
            snapshot.metamodel.kind(one.kind).label.in_(language),
            len(one.carried),
            "" if one.place is None else name(one.place),
            _figure(one, "server_use"),
            _figure(one, "memory"),
            _figure(one, "disk"),
            ", ".join(f"{name(old.uid)} ({old.ended.isoformat()})" for old in one.outdated)
            or ("" if one.support_known else words.NOT_KNOWN.in_(language)),
            snapshot.keys[snapshot.positions[one.uid]],
        )
        for one in machines
    ]


def _figure(one: Machine, name: str) -> Cell:
    value = one.figures.get(name)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, (int, float)) else str(value or "")


def machine_counts(machines: Machines) -> dict[str, int]:
    """Return how many carry little, have outdated or unknown software, and how many uses are scattered."""
    return {
        "little": sum(one.is_little_used for one in machines.all),
        "old": sum(bool(one.outdated) for one in machines.all),
        "unknown": sum(not one.outdated and not one.support_known for one in machines.all),
        "scattered": len(machines.scattered()),
    }


def kinds_by_key(machines: Machines) -> dict[str, ElementKind]:
    """Return the kind of every machine and place by its key, in the order of keys."""
    return dict(sorted((machines.key(one.uid), one.kind) for one in machines.all))


def scattered_rows(machines: Machines, snapshot: Snapshot) -> list[tuple[Cell, ...]]:
    """Return the uses of servers that are spread over several places, those in most places first."""

    def names(uids: Iterable[str]) -> str:
        return ", ".join(snapshot.names[snapshot.positions[uid]] for uid in uids)

    found = sorted(machines.scattered().items(), key=lambda one: -len(one[1]))
    return [(use, len(places), sum(map(len, places.values())), names(places)) for use, places in found]


def outcome_workbook(found: Outcome, language: Language) -> bytes:
    """Return everything that is said of a consolidation as a workbook."""

    def sheet(title: Text, columns: Sequence[Text], rows: Sequence[Sequence[Cell]]) -> Sheet:
        return Sheet(title.in_(language), [column.in_(language) for column in columns], rows)

    said = [*sentences(found, language), saved(found, language), assumed(found, language)]
    asked = found.asked
    summary: list[tuple[Cell, ...]] = [
        (words.KEEP.in_(language), found.name(asked.keep)),
        (words.GONE.in_(language), ", ".join(map(found.name, asked.gone))),
        *((words.SUMMARY.in_(language), one.replace("**", "")) for one in said if one),
    ]
    sheets = [
        Sheet(words.SUMMARY.in_(language), (words.TITLE.in_(language), asked.on.isoformat()), summary),
        sheet(words.STEPS, STEP_COLUMNS, step_rows(found, language, whole=True)),
        sheet(words.WORK, WORK_COLUMNS, work_rows(found, language)),
        sheet(words.NEW_POINTS_SHEET, POINT_COLUMNS, point_rows(found, language)),
        sheet(words.EXPOSED, EXPOSED_COLUMNS, exposed_rows(found, language)),
        sheet(words.FLOWS, FLOW_COLUMNS, flow_rows(found, language)),
        sheet(words.DATA, DATA_COLUMNS, data_rows(found, language)),
    ]
    if found.machines is not None:
        machines = [found.machines.of(uid) for uid in (asked.keep, *asked.gone)]
        sheets.append(sheet(words.MACHINES, MACHINE_COLUMNS, machine_rows(asked.base, machines, language)))
    return workbook(sheets)


def _kind(found: Outcome, uid: str, language: Language) -> str:
    base = found.asked.base
    return base.metamodel.kind(base.kind(base.positions[uid])).label.in_(language)


def _key(found: Outcome, uid: str) -> str:
    base = found.asked.base
    return base.keys[base.positions[uid]]
