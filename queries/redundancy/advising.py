"""What a check of a proposal speaks for: a decision with its reasons, or that more has to be known first."""

from collections.abc import Iterable, Iterator, Sequence

from model.knowledge import NationalApplication
from model.text import Text, enumerated, same, sentences
from queries.redundancy.clearance import Clearance, Covering, Decision
from queries.redundancy.engine import REVIEW, STRONG, FindingKind, Pair

_NAMED = 3  # applications that an advice names
_PLANNED = Text(id="masih rencana", en="planned only")
_NOTHING = Text(
    id="Tidak ditemukan aplikasi dengan pekerjaan serupa.",
    en="No application that does similar work was found.",
)
_NOT_UNDERSTOOD = Text(
    id="Fungsi usulan belum dikenali, jadi aplikasi nasional dan aplikasi lain belum dapat diperiksa menurut "
    "fungsi: perjelas uraiannya (dalam bahasa Indonesia), yaitu pekerjaan apa, untuk siapa, dengan data apa.",
    en="The function of the proposal was not understood, so national and other applications could not be "
    "checked by function: describe it more clearly, in Indonesian: what work, for whom, with which data.",
)


def suggested(clearance: Clearance) -> tuple[Decision | None, Text]:
    """Return the decision that what was found speaks for, and why; a person decides.

    None where the proposal was not understood and nothing surely does its work: nothing can be advised yet.
    First come national applications that lead, then what exists, then national ones without a known duty.
    """
    present = [one for one in clearance.national if not one.superseded] or list(clearance.national)
    replacing = [one for one in present if not one.application.network]
    leading = [one for one in replacing if one.leads]
    if leading:
        return Decision.NATIONAL, _national_first(leading[0], clearance)
    usable = [pair for pair in (*clearance.here, *clearance.uncatalogued) if _counts(clearance, pair)]
    if usable:
        return _existing(clearance, sorted(usable, key=lambda pair: -pair.score), replacing)
    covering = [one for one in replacing if one.main]
    if covering:
        return Decision.NATIONAL, _national_first(covering[0], clearance)
    if not clearance.functions and not clearance.national:
        return None, sentences((_NOT_UNDERSTOOD, *_unsure(clearance.pairs)))
    return Decision.BUILD, sentences(_for_building(clearance, present) or [_NOTHING])


def _counts(clearance: Clearance, pair: Pair) -> bool:
    """Whether an advice may rest on a hit: where no function was understood, words alone are no reason.

    A strong hit that is national counts even so: to review it first is a duty.
    """
    if pair.score < REVIEW:
        return False
    sure = pair.functions or pair.shared or pair.kind is FindingKind.IDENTITY
    return bool(clearance.functions or sure or (pair.left.national and pair.score >= STRONG))


def _existing(
    clearance: Clearance, usable: Sequence[Pair], replacing: Sequence[Covering]
) -> tuple[Decision, Text]:
    """Return the advice to use what exists, the likeliest first; national ones besides are named too."""
    besides = list(_besides(replacing))
    if usable[0].left.national:
        names = _names(pair for pair in usable if pair.left.national)
        return Decision.NATIONAL, sentences(
            (
                Text(
                    id=f"Aplikasi nasional dengan pekerjaan serupa sudah ada dan wajib dikaji lebih dahulu: "
                    f"{names.id}.",
                    en=f"National applications that do similar work exist and are to be reviewed first: "
                    f"{names.en}.",
                ),
                *besides,
            )
        )
    own = any(pair.left.scope == clearance.entry.scope and not pair.left.planned for pair in usable)
    names = _names(usable)
    if all(pair.left.planned for pair in usable):
        found = Text(
            id=f"Aplikasi dengan pekerjaan serupa sudah direncanakan: {names.id}.",
            en=f"Applications that do similar work are planned already: {names.en}.",
        )
    else:
        found = Text(
            id=f"Aplikasi dengan pekerjaan serupa sudah ada: {names.id}.",
            en=f"Applications that do similar work exist: {names.en}.",
        )
    return Decision.EXISTING if own else Decision.INTEGRATE, sentences((found, *besides))


def _for_building(clearance: Clearance, present: Sequence[Covering]) -> list[Text]:
    """Return what a new application has to heed, or nothing."""
    networks = [one.application for one in present if one.application.network]
    likely = [pair for pair in clearance.elsewhere if pair.score >= REVIEW]
    return [
        *map(_connected, networks[:1]),
        *_besides([one for one in present if not one.application.network]),
        *_shared(likely),
        *_weak([pair for pair in clearance.pairs if pair.score < REVIEW and not _told(clearance, pair)]),
    ]


def _told(clearance: Clearance, pair: Pair) -> bool:
    """Whether a pair is with a national application that is told by the catalogue already."""
    return pair.left.national and pair not in clearance.uncatalogued


def _names(pairs: Iterable[Pair]) -> Text:
    """Return what is found by name, each with whose it is and whether it is only planned."""
    called = dict.fromkeys(_called(pair) for pair in pairs)
    first = list(called)[:_NAMED]
    return Text(id=", ".join(one.id for one in first), en=", ".join(one.en for one in first))


def _called(pair: Pair) -> Text:
    known = [same(part) for part in (pair.left.owner, pair.left.government) if part]
    told = [*known, *([_PLANNED] if pair.left.planned else [])]
    if not told:
        return same(pair.left.name)
    return Text(
        id=f"{pair.left.name} ({', '.join(one.id for one in told)})",
        en=f"{pair.left.name} ({', '.join(one.en for one in told)})",
    )


def _connected(one: NationalApplication) -> Text:
    network = one.superseded_by or one.abbreviation
    return Text(
        id=f"{network} adalah jaringan nasional: daerah memiliki simpulnya sendiri dan menghubungkannya.",
        en=f"{network} is a national network: a region keeps a node of its own and connects it.",
    )


def _besides(replacing: Sequence[Covering]) -> Iterator[Text]:
    """Yield that national applications cover a part or have no known duty, if there are any."""
    named = [one for one in replacing if one.functions][:_NAMED]
    if named:
        names = ", ".join(one.application.superseded_by or one.application.abbreviation for one in named)
        functions = enumerated(tuple(dict.fromkeys(label for one in named for label in one.functions)))
        yield Text(
            id=f"Aplikasi nasional {names} mencakup fungsi {functions.id} dan wajib dikaji.",
            en=f"To be reviewed: the national application {names}, for {functions.en}.",
        )


def _shared(likely: Sequence[Pair]) -> Iterator[Text]:
    """Yield that applications of other governments may be shared, if there are any."""
    if likely:
        names = _names(likely)
        yield Text(
            id=f"Aplikasi dengan pekerjaan serupa ada di pemerintah daerah lain dan dapat dipakai bersama "
            f"(berbagi pakai): {names.id}.",
            en=f"Applications that do similar work exist in other governments and may be shared "
            f"(berbagi pakai): {names.en}.",
        )


def _weak(pairs: Sequence[Pair]) -> Iterator[Text]:
    """Yield that there are weaker hits, if there are any."""
    if pairs:
        names = _names(pairs)
        yield Text(
            id=f"Yang ditemukan di samping itu hanya lemah kemiripannya; pastikan dahulu: {names.id}.",
            en=f"What else was found is only weakly alike; make sure first: {names.en}.",
        )


def _unsure(pairs: Sequence[Pair]) -> Iterator[Text]:
    """Yield what was found by words only, if anything was."""
    if pairs:
        names = _names(pairs)
        yield Text(
            id=f"Menurut nama dan kata-katanya ada yang mungkin serupa; pastikan dahulu: {names.id}.",
            en=f"By its name and words some may be similar; make sure first: {names.en}.",
        )


def _national_first(covering: Covering, clearance: Clearance) -> Text:
    return sentences((_reviewed_first(covering.application), *_left_over(covering, clearance)))


def _left_over(covering: Covering, clearance: Clearance) -> Iterator[Text]:
    """Yield that a national application does not do all that is proposed, where it does not."""
    others = tuple(one for one in clearance.functions if one not in covering.functions)
    if covering.functions and others:
        told = enumerated(others)
        yield Text(
            id=f"Fungsi lain usulan ini ({told.id}) tidak dicakupnya dan perlu dikaji tersendiri.",
            en=f"It does not cover what else is proposed ({told.en}), which is to be reviewed by itself.",
        )


def _reviewed_first(one: NationalApplication) -> Text:
    called, successor = one.abbreviation, one.superseded_by
    if successor:
        return Text(
            id=f"Aplikasi nasional {called} mencakup fungsi yang diusulkan, tetapi digantikan oleh "
            f"{successor}: {successor} wajib dikaji lebih dahulu.",
            en=f"The national application {called} covers what is proposed but is superseded by "
            f"{successor}: {successor} is to be reviewed first.",
        )
    return Text(
        id=f"Aplikasi nasional {called} mencakup fungsi yang diusulkan dan wajib dikaji lebih dahulu.",
        en=f"The national application {called} covers what is proposed and is to be reviewed first.",
    )
