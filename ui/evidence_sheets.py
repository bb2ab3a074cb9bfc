"""What evaluators ask for, as sheets of a workbook: inventories and matrices in the words of a language."""

from collections.abc import Iterable, Sequence

from ingest.template.contents import shown_value
from model.element import Element
from model.inventories import LISTINGS, Inventory
from model.kinds import DELIVERED, RelationKind
from model.metamodel.spec import LinkSpec, PropertySpec
from model.text import Language, Text
from queries.evidence import inventories
from queries.evidence.continuity import Continuity, continuity
from queries.evidence.exchanges import Exchange, exchanges
from queries.evidence.hosting import Hosting, hosting
from queries.evidence.register import Register, by_name, names
from queries.evidence.support import Support, codes_of, support
from queries.resilience.recovery import Verdict
from ui import overview
from ui.components.workbook import Cell, Sheet
from ui.phrases import common
from ui.phrases import evidence as words
from ui.phrases import weak as weak_words
from ui.promised import finite_hours

MOST_IN_MATRIX = 200  # applications beside each other; with more a matrix is not read but filtered
_BETWEEN = "; "


def inventory(register: Register, wanted: Inventory, language: Language) -> Sheet:
    """Return an inventory: agency, kind where there are several, then its columns."""
    listing, metamodel = LISTINGS[wanted], register.metamodel
    columns = inventories.columns(listing, metamodel)
    several = len(inventories.kinds_of(listing, metamodel)) > 1
    heads = [common.AGENCY, *([common.KIND] if several else []), *(column.label for column in columns)]
    rows = [
        [
            row.agency,
            *([metamodel.kind(row.element.kind).label.in_(language)] if several else []),
            *(_cell(column, cell, language) for column, cell in zip(columns, row.cells, strict=True)),
        ]
        for row in inventories.rows(listing, register)
    ]
    return Sheet(words.INVENTORIES[wanted].in_(language), [head.in_(language) for head in heads], rows)


def support_sheet(register: Register, language: Language) -> Sheet:
    """Return the matrix of processes, services and agencies, a row for each process and service."""

    def row(one: Support) -> list[Cell]:
        process, service = one.process, one.service
        return [
            _agency(register, process),
            _joined(codes_of(register, process)) if process else "",
            _name(process),
            _agency(register, service),
            _name(service),
            _joined(one.applications),
            remark.in_(language) if (remark := _remark(one)) else "",
        ]

    return _sheet(words.SUPPORT, words.SUPPORT_COLUMNS, map(row, support(register)), language)


def _remark(one: Support) -> Text | None:
    if one.process is None:
        return words.NO_PROCESS
    if one.service is None:
        return words.DIRECTLY if one.applications else words.NO_SERVICE
    return None if one.applications else words.NO_APPLICATION


def hosting_sheet(register: Register, language: Language) -> Sheet:
    """Return where each service is hosted, a row for each service, application, host and facility."""

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
            _joined(one.plans),
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
    """Return the exchanges of data one by one, and as a matrix where it can be read."""
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
        ]

    listed = _sheet(words.EXCHANGES, words.EXCHANGES_COLUMNS, map(row, found), language)
    return [listed, _matrix(found, language)]


def _matrix(found: Sequence[Exchange], language: Language) -> Sheet:
    providers = list({one.provider.uid: one.provider for one in found}.values())
    receivers = sorted({one.receiver.uid: one.receiver for one in found}.values(), key=by_name)
    title = words.MATRIX.in_(language)
    if len(receivers) > MOST_IN_MATRIX:
        told = words.NOT_IN_BOOK.filled(n=len(receivers), sheet=words.EXCHANGES)
        return Sheet(title, [words.GIVES.in_(language)], [[told.in_(language)]])
    cells: dict[tuple[str, str], set[str]] = {}
    for one in found:
        said = [one.interface.name] if one.interface else list(one.data)
        cells.setdefault((one.provider.uid, one.receiver.uid), set()).update(
            said or [words.SOME.in_(language)]
        )
    rows = [
        [giver.name, *(_BETWEEN.join(sorted(cells.get((giver.uid, taker.uid), ()))) for taker in receivers)]
        for giver in providers
    ]
    return Sheet(title, [words.GIVES.in_(language), *(taker.name for taker in receivers)], rows)


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
            _joined(one.untested),
        ]

    return _sheet(words.CONTINUITY, words.CONTINUITY_COLUMNS, map(row, continuity(register)), language)


def completeness_sheet(register: Register, language: Language) -> Sheet:
    """Return how many elements each agency has in each domain that agencies deliver, and which are empty.

    A government as a whole, what is shared and what is national send nothing, so nothing of theirs is empty.
    """
    metamodel, here = register.metamodel, overview.coverage(register.snapshot)
    domains = {domain: metamodel.domain(domain).label.in_(language) for domain in DELIVERED}
    rows: list[list[Cell]] = [
        [
            overview.called(here.names, scope).in_(language),
            *(here.counts.get((scope, domain), 0) for domain in DELIVERED),
            _BETWEEN.join(label for domain, label in domains.items() if scope in here.missing(domain)),
        ]
        for scope in here.listed
    ]
    heads = [common.AGENCY.in_(language), *domains.values(), words.EMPTY_DOMAINS.in_(language)]
    return Sheet(words.COMPLETENESS.in_(language), heads, rows)


def _sheet(title: Text, columns: Iterable[Text], rows: Iterable[list[Cell]], language: Language) -> Sheet:
    return Sheet(title.in_(language), [column.in_(language) for column in columns], list(rows))


def _cell(column: PropertySpec | LinkSpec, cell: inventories.Cell, language: Language) -> Cell:
    if isinstance(column, PropertySpec):
        return shown_value(column, cell, language)
    return _BETWEEN.join(cell) if isinstance(cell, tuple) else None


def _agency(register: Register, element: Element | None) -> str:
    return register.agency(element) if element else ""


def _name(element: Element | None) -> str:
    return element.name if element else ""


def _joined(elements: Iterable[Element]) -> str:
    return _BETWEEN.join(names(elements))
