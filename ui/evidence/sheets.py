"""What evaluators ask for, as sheets of a workbook: inventories and matrices in the words of a language."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.template.contents import shown_value
from model.element import Element
from model.inventories import LISTINGS, Inventory
from model.kinds import DELIVERED, RelationKind
from model.metamodel.spec import LinkSpec, PropertySpec
from model.text import Language, Text, calendar_day, same
from queries.evidence import inventories
from queries.evidence.completeness import Delivered, delivered
from queries.evidence.continuity import Continuity, continuity
from queries.evidence.exchanges import Exchange, exchanges
from queries.evidence.hosting import Hosting, hosting
from queries.evidence.register import Register, by_name, names
from queries.evidence.support import Support, codes_of, support
from queries.resilience.recovery import Verdict
from ui.components.workbook import Cell, Sheet
from ui.phrases import common
from ui.phrases import evidence as words
from ui.phrases import weak as weak_words
from ui.weak.promised import finite_hours

MOST_IN_MATRIX = 200  # applications beside each other; with more a matrix is not read but filtered
_BETWEEN = "; "


def inventory(register: Register, wanted: Inventory, language: Language) -> Sheet:
    """Return an inventory: agency, kind where there are several, then its columns, and the key."""
    listing, metamodel = LISTINGS[wanted], register.metamodel
    columns = inventories.columns(listing, metamodel)
    several = len(inventories.kinds_of(listing, metamodel)) > 1
    heads = [common.AGENCY, *([common.KIND] if several else []), *(column.label for column in columns)]
    heads.append(common.KEY)

    def cells(row: inventories.Row) -> Iterator[Cell]:
        for column, cell in zip(columns, row.cells, strict=True):
            yield _cell(register, column, cell, language)

    rows: list[list[Cell]] = [
        [
            row.agency,
            *([metamodel.kind(row.element.kind).label.in_(language)] if several else []),
            *cells(row),
            row.element.key,
        ]
        for row in inventories.rows(listing, register)
    ]
    return _sheet(words.INVENTORIES[wanted], heads, rows, language)


def support_sheet(register: Register, language: Language) -> Sheet:
    """Return the matrix of processes, services and agencies, a row for each process and service.

    The key is of what says that they belong together: the process, of a service without one the service.
    """

    def row(one: Support) -> list[Cell]:
        process, service = one.process, one.service
        return [
            _agency(register, process),
            _BETWEEN.join(names(codes_of(register, process))) if process else "",
            _name(process),
            _agency(register, service),
            _name(service),
            _joined(register, one.applications, language),
            _remarks(register, (process, service, *one.applications), language, _remark(one)),
            _key(process or service),
        ]

    return _sheet(words.SUPPORT, words.SUPPORT_COLUMNS, map(row, support(register)), language)


def _remark(one: Support) -> Text | None:
    if one.process is None:
        return words.NO_PROCESS
    if one.service is None:
        return words.DIRECTLY if one.applications else words.NO_SERVICE
    return None if one.applications else words.NO_APPLICATION


def hosting_sheet(register: Register, language: Language) -> Sheet:
    """Return where each service is hosted, a row for each service, application, host and facility.

    The key is the application's, of a service without one the service's.
    """

    def value(element: Element | None, name: str) -> Cell:
        spec = register.metamodel.property_(element.kind, name) if element else None
        if element is None or spec is None:
            return ""
        return shown_value(spec, register.value(element, name), language)

    def row(one: Hosting) -> list[Cell]:
        stands_in = one.facility or one.host
        return [
            _agency(register, one.service),
            _name(one.service),
            _agency(register, one.application),
            _name(one.application),
            _name(one.host),
            register.metamodel.kind(one.host.kind).label.in_(language) if one.host else "",
            _environments(register, one.environments, language),
            _name(one.facility),
            value(one.facility, "location"),
            value(stands_in, "ownership"),
            value(one.facility, "tier"),
            value(one.application, "hosting_place"),
            _joined(register, one.plans, language),
            _remarks(register, (one.service, one.application, one.host, one.facility), language),
            _key(one.application or one.service),
        ]

    return _sheet(words.HOSTING, words.HOSTING_COLUMNS, map(row, hosting(register)), language)


def _environments(register: Register, values: Sequence[str], language: Language) -> str:
    labels = {
        choice.value: choice.label.in_(language)
        for qualifier in register.metamodel.relation(RelationKind.RUNS_ON).properties
        for choice in qualifier.choices
    }
    return _BETWEEN.join(labels.get(value, value) for value in values)


def exchange_sheets(register: Register, language: Language) -> list[Sheet]:
    """Return the exchanges of data one by one, and as a matrix where it can be read.

    The key is of who says so: the receiver.
    """
    found = exchanges(register)

    def row(one: Exchange) -> list[Cell]:
        return [
            _agency(register, one.provider),
            one.provider.name,
            _agency(register, one.receiver),
            one.receiver.name,
            _name(one.interface),
            _BETWEEN.join(one.data),
            _BETWEEN.join(one.hubs),
            _remarks(register, (one.provider, one.receiver, one.interface), language),
            _key(one.receiver),
        ]

    listed = _sheet(words.EXCHANGES, words.EXCHANGES_COLUMNS, map(row, found), language)
    return [listed, _matrix(register, found, language)]


def _matrix(register: Register, found: Sequence[Exchange], language: Language) -> Sheet:
    providers = list({one.provider.uid: one.provider for one in found}.values())
    receivers = sorted({one.receiver.uid: one.receiver for one in found}.values(), key=by_name)
    if len(receivers) > MOST_IN_MATRIX:
        told = words.NOT_IN_BOOK.filled(n=len(receivers), sheet=words.EXCHANGES)
        return _sheet(words.MATRIX, [words.GIVES], [[told.in_(language)]], language)
    cells: dict[tuple[str, str], set[str]] = {}
    for one in found:
        said = [one.interface.name] if one.interface else list(one.data)
        cells.setdefault((one.provider.uid, one.receiver.uid), set()).update(
            said or [words.SOME.in_(language)]
        )
    rows: list[list[Cell]] = [
        [
            giver.name,
            register.agency(giver),
            giver.key,
            *(_BETWEEN.join(sorted(cells.get((giver.uid, taker.uid), ()))) for taker in receivers),
        ]
        for giver in providers
    ]
    heads = [words.GIVES, common.AGENCY, common.KEY, *(_receiver(register, taker) for taker in receivers)]
    return _sheet(words.MATRIX, heads, rows, language)


def _receiver(register: Register, taker: Element) -> Text:
    """What a receiver is called at the head of its column: with its agency, for namesakes."""
    agency = register.agency(taker)
    return words.RECEIVER.filled(name=taker.name, agency=agency) if agency else same(taker.name)


def continuity_sheet(register: Register, language: Language) -> Sheet:
    """Return what is promised of each service, whether it can be kept, and when it was last tried."""

    def row(one: Continuity) -> list[Cell]:
        time, point = one.time, one.point
        known = time is not None and time.verdict is not Verdict.UNKNOWN
        return [
            _agency(register, one.service),
            one.service.name,
            time.promised if time else None,
            (weak_words.VERDICTS[time.verdict] if time else words.NO_PROMISE).in_(language),
            finite_hours(time.at_best) if time and known else None,
            point.promised if point else None,
            (weak_words.LOSSES[point.verdict] if point else words.NO_PROMISE).in_(language),
            one.tested,
            _joined(register, one.untested, language),
            one.service.key,
        ]

    return _sheet(words.CONTINUITY, words.CONTINUITY_COLUMNS, map(row, continuity(register)), language)


def completeness_sheet(register: Register, language: Language) -> Sheet:
    """Return how many elements each agency has in each domain that agencies deliver, and which are empty.

    A government as a whole, what is shared, national or nobody's is exempt, and comes last.
    """
    metamodel, snapshot = register.metamodel, register.snapshot
    labels = {domain: metamodel.domain(domain).label for domain in DELIVERED}

    def row(one: Delivered) -> list[Cell]:
        whose = words.NOBODYS.in_(language) if one.agency is None else snapshot.names[one.agency]
        missing = [labels[domain].in_(language) for domain in one.missing]
        told = _BETWEEN.join(missing) if one.asked else words.EXEMPT.in_(language)
        return [whose, *(one.counts.get(domain, 0) for domain in DELIVERED), told]

    def order(one: Delivered) -> tuple[bool, bool, str]:
        name = "" if one.agency is None else snapshot.names[one.agency]
        return not one.asked, one.agency is None, name.casefold()

    found = sorted(delivered(snapshot, register.on), key=order)
    heads = [common.AGENCY, *(common.DOMAIN_OF.filled(domain=label) for label in labels.values())]
    return _sheet(words.COMPLETENESS, [*heads, words.EMPTY_DOMAINS], map(row, found), language)


def _sheet(title: Text, columns: Iterable[Text], rows: Iterable[list[Cell]], language: Language) -> Sheet:
    heads = [column.in_(language) for column in columns]
    return Sheet(title.in_(language), heads, list(rows), empty=words.NOTHING.in_(language))


def _cell(
    register: Register, column: PropertySpec | LinkSpec, cell: inventories.Cell, language: Language
) -> Cell:
    if isinstance(column, LinkSpec):
        named = cell if isinstance(cell, tuple) else ()
        return _joined(register, (one for one in named if isinstance(one, Element)), language)
    value = tuple(one for one in cell if isinstance(one, str)) if isinstance(cell, tuple) else cell
    return shown_value(column, value, language)


def _agency(register: Register, element: Element | None) -> str:
    return register.agency(element) if element else ""


def _name(element: Element | None) -> str:
    return element.name if element else ""


def _key(element: Element | None) -> str:
    return element.key if element else ""


def _joined(register: Register, elements: Iterable[Element], language: Language) -> str:
    """Name elements in one cell; what is not in use yet with the day from which it is."""
    return _BETWEEN.join(_told(register, element, language) for element in elements)


def _told(register: Register, element: Element, language: Language) -> str:
    (name,) = names((element,))
    if element.uid not in register.coming:
        return name
    since = register.coming[element.uid]
    if since is None:
        return words.PLANNED_SOME_DAY.filled(name=name).in_(language)
    return words.PLANNED.filled(name=name, day=calendar_day(since)).in_(language)


def _remarks(
    register: Register, elements: Iterable[Element | None], language: Language, first: Text | None = None
) -> str:
    """Say what else is to be said of a row, and which of its elements are not in use yet."""
    coming = [one for one in elements if one is not None and one.uid in register.coming]
    told = [first] if first else []
    if coming:
        told.append(words.NOT_IN_USE.filled(names=_joined(register, coming, language)))
    return " ".join(one.in_(language) for one in told)
