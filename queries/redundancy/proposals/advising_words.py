"""The sentences that the reason of an advice on a proposal is made of."""

from collections.abc import Iterable, Iterator, Sequence

from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text, enumerated, quoted_label, same, strung
from queries.redundancy.corpus import Entry
from queries.redundancy.endings import ending
from queries.redundancy.proposals.clearance import Covering
from queries.redundancy.proposals.doing import Doing

_NAMED = 3  # applications that an advice names
_PARTS = 5  # parts of a description that are quoted
_DOERS = 2  # applications that it names of each function
_PLANNED = Text(id="masih rencana", en="planned only")
_COVERS = Text(id="mencakup fungsi yang diusulkan", en="covers what is proposed")
_COVERS_PART = Text(id="mencakup sebagian fungsi yang diusulkan", en="covers a part of what is proposed")
_NAMED_SO = Text(id="disebut dalam nama usulan ini", en="is in the name of the proposal")
NOTHING = Text(
    id="Tidak ditemukan aplikasi dengan pekerjaan serupa.",
    en="No application that does similar work was found.",
)
NOBODY = Text(
    id="Tidak ada aplikasi di pemerintah daerah ini yang tercatat mengerjakan fungsinya.",
    en="No application of this government is on record for what it is to do.",
)
NOT_UNDERSTOOD = Text(
    id="Fungsi usulan belum dikenali, jadi aplikasi nasional dan aplikasi lain belum dapat diperiksa menurut "
    "fungsi: perjelas uraiannya (dalam bahasa Indonesia), yaitu pekerjaan apa, untuk siapa, dengan data apa.",
    en="The function of the proposal was not understood, so national and other applications could not be "
    "checked by function: describe it more clearly, in Indonesian: what work, for whom, with which data.",
)


def called_alike(one: NationalApplication) -> Text:
    """Return that a proposal bears the short name of a national application that does other work."""
    long = f" ({one.name})" if fold(one.name) else ""
    return Text(
        id=f"Nama ini juga nama aplikasi nasional {one.abbreviation}{long}, yang mengerjakan urusan lain. "
        "Pilih nama lain agar keduanya tidak tertukar; bila memang itu, tulis nama panjang atau pemiliknya.",
        en=f"The national application {one.abbreviation}{long} has this name too, and does other work. "
        "Choose another name so that they are not confused; if it is that one, write its long name or owner.",
    )


def nationals(found: Sequence[Entry]) -> Text:
    """Return that there are national applications to be reviewed first."""
    names = _names(found)
    return Text(
        id=f"Aplikasi nasional dengan pekerjaan serupa sudah ada dan wajib dikaji lebih dahulu: {names.id}.",
        en=f"National applications that do similar work exist and are to be reviewed first: {names.en}.",
    )


def extended(versions: Sequence[Entry]) -> Text:
    """Return that a proposal is a version of what the agency has, which is to be extended."""
    names = _names(versions)
    return Text(
        id=f"Usulan ini adalah versi untuk platform lain dari aplikasi yang sudah dimiliki: {names.id}. "
        f"Kembangkan aplikasi itu; aplikasi baru tidak diperlukan.",
        en=f"What is proposed is a version for another platform of what the agency has: {names.en}. "
        f"Extend that; no new application is needed.",
    )


def alike_besides(found: Sequence[Entry]) -> Iterator[Text]:
    """Yield what else does similar work, if anything does."""
    if found:
        names = _names(found)
        yield Text(
            id=f"Pekerjaan serupa dikerjakan pula oleh {names.id}.",
            en=f"Similar work is done too by {names.en}.",
        )


def existing(found: Sequence[Entry]) -> Iterator[Text]:
    """Yield which applications are there already, if there are any."""
    if not found:
        return
    names = _names(found)
    if all(one.planned for one in found):
        yield Text(
            id=f"Aplikasi dengan pekerjaan serupa sudah direncanakan: {names.id}.",
            en=f"Applications that do similar work are planned already: {names.en}.",
        )
    else:
        yield Text(
            id=f"Aplikasi dengan pekerjaan serupa sudah ada: {names.id}.",
            en=f"Applications that do similar work exist: {names.en}.",
        )


def whole(weak: Sequence[Entry], found: Sequence[Entry]) -> Iterator[Text]:
    """Yield which applications do all functions although they are weakly alike, if there are any.

    found: those that are told already.
    """
    if not weak:
        return
    names = _names(weak)
    if found:
        yield Text(
            id=f"Semua fungsi yang dikenali dikerjakan pula oleh {names.id}, yang secara keseluruhan lemah "
            f"kemiripannya: pastikan dahulu.",
            en=f"All functions that were understood are done too by {names.en}, only weakly alike as a "
            f"whole: make sure first.",
        )
        return
    yield Text(
        id=f"Semua fungsi yang dikenali sudah dikerjakan {names.id}. Secara keseluruhan kemiripannya lemah: "
        f"pastikan dahulu, lalu pakai atau kembangkan yang sudah ada.",
        en=f"All functions that were understood are done already by {names.en}. As a whole it is only weakly "
        f"alike: make sure first, then use or extend what exists.",
    )


def others(doing: Sequence[Doing], named: Sequence[Entry], unsure: Sequence[Entry]) -> Iterator[Text]:
    """Yield who does the functions that those who are named first do not do, if anything does.

    unsure: of which nobody knows what they do: that nobody does it is not said beside one that is named.
    """
    first = {one.uid for one in named[:_NAMED]}
    left = [one for one in doing if first.isdisjoint(entry.uid for entry in one.here)]
    taken = [one for one in left if one.here]
    if taken:
        by = _by_function(taken)
        yield Text(id=f"Fungsi lain usulan ini: {by.id}.", en=f"What else is proposed: {by.en}.")
    nobody = [one for one in left if not one.taken]
    maybe = [one.name for one in unsure if one.uid in first]
    if nobody and maybe:
        labels, names = _quoted(nobody), ", ".join(maybe)
        yield Text(
            id=f"Catatan {names} tidak menyebut {labels.id}; kemiripannya menurut nama dan kata-kata: "
            f"pastikan dahulu apakah itu dikerjakannya.",
            en=f"The record of {names} does not name {labels.en}; it is alike by name and words: make sure "
            f"first whether it does that.",
        )
    elif nobody:
        labels = _quoted(nobody)
        yield Text(
            id=f"Belum ada yang tercatat mengerjakan {labels.id}.",
            en=f"Nothing is on record for {labels.en}.",
        )


def partly(doing: Sequence[Doing]) -> Iterator[Text]:
    """Yield which functions are done already, and what is to be done about it."""
    taken = [one for one in doing if one.taken]
    by = _by_function(taken)
    rest = [one for one in doing if not one.taken]
    if not rest:
        yield Text(
            id=f"Setiap fungsinya sudah dikerjakan: {by.id}. Integrasikan dengan yang sudah ada.",
            en=f"Each of its functions is done already: {by.en}. Integrate with what exists.",
        )
        return
    labels = _quoted(rest)
    yield Text(
        id=f"Sebagian fungsi sudah dikerjakan: {by.id}. Integrasikan dengan yang sudah ada, atau batasi "
        f"lingkupnya pada yang belum dikerjakan: {labels.id}.",
        en=f"Some functions are done already: {by.en}. Integrate with what exists, or limit the scope to "
        f"what nothing does yet: {labels.en}.",
    )


def websites(every: Sequence[Entry], own: Sequence[Entry]) -> Iterator[Text]:
    """Yield that agencies have websites, if a proposal is one. own: those of the agency that proposes."""
    count = len({one.scope for one in every} - {one.scope for one in own})
    if own:
        names = ", ".join(one.name for one in own[:_NAMED])
        yield Text(
            id=f"Perangkat daerah ini sudah memiliki situs web: {names}.",
            en=f"This agency has a website already: {names}.",
        )
    elif count:
        yield Text(
            id="Setiap perangkat daerah mengelola situs webnya sendiri; yang mengusulkan belum memilikinya.",
            en="Every agency keeps a website of its own, and the one that proposes has none yet.",
        )
    if count:
        yield Text(
            id=f"Perangkat daerah lain yang memiliki situs web: {count}. Templat atau CMS bersama mungkin "
            f"cukup.",
            en=f"Other agencies with a website: {count}; a template or a shared CMS may serve.",
        )


def connected(one: NationalApplication) -> Text:
    """Return that a region connects a node of its own to a national network."""
    network = one.superseded_by or one.abbreviation
    return Text(
        id=f"{network} adalah jaringan nasional: daerah memiliki simpulnya sendiri dan menghubungkannya.",
        en=f"{network} is a national network: a region keeps a node of its own and connects it.",
    )


def national_besides(replacing: Sequence[Covering]) -> Iterator[Text]:
    """Yield that national applications cover a part or have no known duty, if there are any."""
    named = [one for one in replacing if one.functions][:_NAMED]
    if named:
        called = dict.fromkeys(one.application.superseded_by or one.application.abbreviation for one in named)
        names, plural = ", ".join(called), "s" if len(called) > 1 else ""
        functions = enumerated(tuple(dict.fromkeys(label for one in named for label in one.functions)))
        yield Text(
            id=f"Aplikasi nasional {names} mencakup fungsi {functions.id} dan wajib dikaji.",
            en=f"To be reviewed: the national application{plural} {names}, for {functions.en}.",
        )


def shared(likely: Sequence[Entry]) -> Iterator[Text]:
    """Yield that applications of other governments may be shared, if there are any."""
    if likely:
        names = _names(likely)
        yield Text(
            id=f"Aplikasi dengan pekerjaan serupa ada di pemerintah daerah lain dan dapat dipakai bersama "
            f"(berbagi pakai): {names.id}.",
            en=f"Applications that do similar work exist in other governments and may be shared "
            f"(berbagi pakai): {names.en}.",
        )


def weak(found: Sequence[Entry]) -> Iterator[Text]:
    """Yield that there are weaker hits, if there are any."""
    if found:
        names = _names(found)
        yield Text(
            id=f"Yang ditemukan di samping itu hanya lemah kemiripannya; pastikan dahulu: {names.id}.",
            en=f"What else was found is only weakly alike; make sure first: {names.en}.",
        )


def unsure(found: Sequence[Entry]) -> Iterator[Text]:
    """Yield what was found by words only, if anything was."""
    if found:
        names = _names(found)
        yield Text(
            id=f"Menurut nama dan kata-katanya ada yang mungkin serupa; pastikan dahulu: {names.id}.",
            en=f"By its name and words some may be similar; make sure first: {names.en}.",
        )


def unread(parts: Sequence[str]) -> Iterator[Text]:
    """Yield which parts of the description were not understood, if any."""
    if parts:
        told = quoted_parts(parts)
        yield Text(
            id=f"Bagian uraian yang belum dikenali, jadi belum diperiksa menurut fungsi: {told.id}.",
            en="Parts of the description that were not understood, and so not checked by function: "
            f"{told.en}.",
        )


def quoted_parts(parts: Sequence[str]) -> Text:
    """Return parts of a description as they are quoted, the first ones; the others are counted."""
    told, rest = ", ".join(f"“{part}”" for part in parts[:_PARTS]), len(parts) - _PARTS
    if rest <= 0:
        return same(told)
    return Text(id=f"{told}, dan {rest} lainnya", en=f"{told}, and {rest} more")


def kept_beside(own: Sequence[Entry]) -> Iterator[Text]:
    """Yield what this government has beside a national application, if anything."""
    if own:
        names = _names(own)
        yield Text(
            id=f"Di pemerintah daerah ini sudah ada {names.id}: kaji pula apakah itu cukup.",
            en=f"This government has {names.en} already: review too whether that is enough.",
        )


def left_over(covering: Covering, functions: Sequence[Text], doing: Sequence[Doing]) -> Iterator[Text]:
    """Yield that a national application does not do all that is proposed, and who does the rest of it."""
    rest = tuple(one for one in functions if one not in covering.functions)
    if covering.functions and rest:
        told, called = enumerated(rest), covering.application.abbreviation
        yield Text(
            id=f"Fungsi lain usulan ini ({told.id}) tidak dicakup {called} dan perlu dikaji tersendiri.",
            en=f"{called} does not cover what else is proposed ({told.en}): to be reviewed by itself.",
        )
        done = [one for one in doing if one.label in rest and one.here]
        if done:
            by = _by_function(done)
            yield Text(id=f"Yang sudah dikerjakan: {by.id}.", en=f"Done already: {by.en}.")


def reviewed_first(covering: Covering, functions: Sequence[Text]) -> Text:
    """Return that a national application is to be reviewed first, and whether it does all functions."""
    called, successor = covering.application.abbreviation, covering.application.superseded_by
    done = _NAMED_SO
    if covering.half:
        done = _COVERS if set(functions) <= set(covering.functions) else _COVERS_PART
    if successor:
        return Text(
            id=f"Aplikasi nasional {called} {done.id}, tetapi digantikan oleh {successor}: {successor} wajib "
            f"dikaji lebih dahulu.",
            en=f"The national application {called} {done.en} but is superseded by {successor}: {successor} "
            f"is to be reviewed first.",
        )
    return Text(
        id=f"Aplikasi nasional {called} {done.id} dan wajib dikaji lebih dahulu.",
        en=f"The national application {called} {done.en} and is to be reviewed first.",
    )


def _by_function(doing: Iterable[Doing]) -> Text:
    """Return functions, each with some that do it: local ones first, those of the nation too."""
    told = [(quoted_label(one.label), _doers(one)) for one in doing]
    return Text(
        id="; ".join(f"{label.id} oleh {by.id}" for label, by in told),
        en="; ".join(f"{label.en} by {by.en}" for label, by in told),
    )


def _doers(one: Doing) -> Text:
    local = [_called(entry) for entry in one.here[:_DOERS]]
    national = [Text(id=f"{name} (nasional)", en=f"{name} (national)") for name in one.national[:_DOERS]]
    every = [*local, *national]
    return strung(every)


def _quoted(doing: Iterable[Doing]) -> Text:
    labels = [quoted_label(one.label) for one in doing]
    return strung(labels)


def _names(found: Iterable[Entry]) -> Text:
    """Return what is found by name, each with whose it is and whether it is only planned."""
    called = list(dict.fromkeys(map(_called, found)))[:_NAMED]
    return strung(called)


def _called(entry: Entry) -> Text:
    known = [same(part) for part in (entry.owner, entry.government) if part]
    end = ending(entry)
    told = [*known, *([_PLANNED] if entry.planned else []), *([end] if end else [])]
    if not told:
        return same(entry.name)
    return Text(
        id=f"{entry.name} ({', '.join(one.id for one in told)})",
        en=f"{entry.name} ({', '.join(one.en for one in told)})",
    )
