"""Why two elements are paired, in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from model.folding import fold
from model.kinds import ElementKind
from model.knowledge import Knowledge
from model.text import Text, same, strung
from queries.redundancy.engine import FindingKind, Pair
from queries.redundancy.evidence import COUNTED, LABELS, ONLY_NAMED, Evidence
from queries.redundancy.scoring import BASELINE, UNDESCRIBED
from queries.redundancy.ties import Tie, TieKind

KIND_LABELS: Mapping[FindingKind, Text] = {
    FindingKind.IDENTITY: Text(id="Satu hal tercatat dua kali", en="One thing registered twice"),
    FindingKind.FUNCTIONAL: Text(id="Fungsi sama", en="Same function"),
    FindingKind.NATIONAL: Text(id="Lokal dan nasional", en="Local and national"),
    FindingKind.SHARING: Text(id="Pemerintah lain, fungsi sama", en="Same function, other government"),
    FindingKind.RELATED: Text(id="Terkait, bukan duplikat", en="Related, not redundant"),
}
# Where no common function is known, none is claimed.
_UNKNOWN_WORK: Mapping[FindingKind, Text] = {
    FindingKind.FUNCTIONAL: Text(
        id="Mirip, fungsi yang sama belum diketahui", en="Alike, no common function known"
    ),
    FindingKind.SHARING: Text(
        id="Pemerintah lain, fungsi yang sama belum diketahui",
        en="Other government, no common function known",
    ),
}
_UNKNOWN = "-unknown"
# What pairs are called, by name: kinds, each followed by what it is called where no common function is known.
PAIR_LABELS: Mapping[str, Text] = {
    name: label
    for kind in FindingKind
    for name, label in (
        (kind.value, KIND_LABELS[kind]),
        (f"{kind.value}{_UNKNOWN}", _UNKNOWN_WORK.get(kind)),
    )
    if label is not None
}
KIND_ADVICE: Mapping[FindingKind, Text] = {
    FindingKind.IDENTITY: Text(id="Gabungkan menjadi satu catatan.", en="Merge into one record."),
    FindingKind.FUNCTIONAL: Text(
        id="Pilih satu yang diteruskan; alihkan data dan pengguna yang lain.",
        en="Choose one to keep; move data and users of the other.",
    ),
    FindingKind.NATIONAL: Text(
        id="Wajib dikaji: aplikasi nasional dengan fungsi ini sudah ada.",
        en="To be reviewed: a national application of this function exists.",
    ),
    FindingKind.SHARING: Text(id="Calon untuk dipakai bersama.", en="A candidate for sharing."),
    FindingKind.RELATED: Text(id="Tidak dihitung sebagai penghematan.", en="Not counted as a saving."),
}
_UNKNOWN_ADVICE: Mapping[FindingKind, Text] = {
    FindingKind.FUNCTIONAL: Text(
        id="Pastikan dahulu apakah pekerjaannya sama.", en="Make sure first whether they do the same work."
    ),
    FindingKind.NATIONAL: Text(
        id="Wajib dikaji: aplikasi nasional yang mirip sudah ada.",
        en="To be reviewed: a national application like it exists.",
    ),
}
# Of other kinds than applications the advice speaks of these.
_OTHER_ADVICE: Mapping[ElementKind, Mapping[FindingKind, Text]] = {
    ElementKind.SERVICE: {
        FindingKind.FUNCTIONAL: Text(
            id="Pilih satu yang diteruskan; arahkan pengguna yang lain ke sana.",
            en="Choose one to keep; lead the users of the other there.",
        ),
        FindingKind.NATIONAL: Text(
            id="Wajib dikaji: layanan nasional yang serupa sudah ada.",
            en="To be reviewed: a national service like it exists.",
        ),
    },
    ElementKind.DATA_OBJECT: {
        FindingKind.FUNCTIONAL: Text(
            id="Pilih satu sebagai acuan; yang lain mengambil darinya.",
            en="Choose one as the reference; the other takes from it.",
        ),
        FindingKind.NATIONAL: Text(
            id="Wajib dikaji: data nasional yang serupa sudah ada.",
            en="To be reviewed: national data like it exist.",
        ),
    },
}
_DATED = Text(
    id="Penggantiannya sudah tercatat: {new} menggantikan {old}, yang berlaku sampai {day}.",
    en="The replacement is on record: {new} replaces {old}, which is valid to {day}.",
)
_UNDATED = Text(
    id="Penggantiannya sudah tercatat: {new} menggantikan {old}; hari terakhir {old} belum tercatat.",
    en="The replacement is on record: {new} replaces {old}; no last day of {old} is recorded.",
)
# What elements do for a function; data do no work.
_WORK = Text(id="mengerjakan", en="cover")
_DOES: Mapping[ElementKind, Text] = {
    ElementKind.SERVICE: Text(id="melayani", en="serve"),
    ElementKind.DATA_OBJECT: Text(id="menyangkut", en="are about"),
}
_TIES: Mapping[TieKind, Text] = {
    TieKind.CALLS: Text(
        id="{source} memanggil {through} milik {target}: sudah saling terhubung",
        en="{source} calls {through} of {target}: the two are connected already",
    ),
    TieKind.RECEIVES: Text(
        id="{source} menerima data dari {target}: sudah saling terhubung",
        en="{source} receives data from {target}: the two are connected already",
    ),
    TieKind.PART: Text(id="{source} bagian dari {target}", en="{source} is a part of {target}"),
    TieKind.REPLACES: Text(id="{source} menggantikan {target}", en="{source} replaces {target}"),
}
_AGAINST: Mapping[Evidence, Text] = {
    Evidence.CONFLICT: Text(
        id="singkatannya sama, tetapi artinya berbeda", en="one acronym stands for two things"
    ),
    Evidence.CONTRAST: Text(id="objeknya berbeda", en="their objects differ"),
    Evidence.NODE: Text(
        id="yang satu adalah simpul daerah dari jaringan nasional",
        en="one is the regional node of a national network",
    ),
    Evidence.FLOW: Text(id="keduanya sudah saling terhubung", en="the two are connected already"),
}
_PARTLY_OTHER = Text(id="Tiap nama menyebut fungsi lain", en="Each name tells another function")
_PARTLY_APART = Text(
    id="Layanan, data, atau proses sebagian berbeda", en="Services, data or processes partly differ"
)
_NOTHING_STRONG = Text(id="Tidak ada bukti yang kuat.", en="There is no strong evidence.")
_MOST_FUNCTIONS = 2  # named in a sentence
_OTHER_LABELS = {
    BASELINE: Text(id="Anggapan awal", en="Baseline"),
    UNDESCRIBED: Text(id="Tanpa uraian", en="Without description"),
}


def evidence_label(name: str, value: float | None = None) -> Text:
    """Return what a person reads for one term of a score. value: what the evidence is, where it is known.

    Two can be alike in part and differ in part: both stand in one table, so neither is told as the whole.
    """
    if name == Evidence.OTHER_FUNCTION and value is not None and value <= ONLY_NAMED:
        return _PARTLY_OTHER
    if name == Evidence.APART and value is not None and value < 1:
        return _PARTLY_APART
    return _OTHER_LABELS.get(name) or LABELS[Evidence(name)]


def kind_label(pair: Pair) -> Text:
    """Return what a pair is called: of a same function only where a common one is known."""
    return PAIR_LABELS[label_name(pair)]


def label_name(pair: Pair) -> str:
    """Return the name of what a pair is called, by which pairs are asked for."""
    unknown = not pair.work and pair.kind in _UNKNOWN_WORK
    return f"{pair.kind.value}{_UNKNOWN}" if unknown else pair.kind.value


def advice(pair: Pair, replaced: Tie | None = None, last: str = "") -> Text:
    """Return what is to be done about a pair; nothing where one replaces the other already.

    last: the last day of the one that is replaced, as people read it; blank where none is recorded.
    """
    if replaced is not None:
        names = _names(pair)
        told = _DATED if last else _UNDATED
        return told.filled(new=names[replaced.source], old=names[replaced.target], day=last)
    known = KIND_ADVICE[pair.kind] if pair.work else _UNKNOWN_ADVICE.get(pair.kind)
    other = _OTHER_ADVICE.get(pair.of, {}).get(pair.kind)
    return other or known or KIND_ADVICE[pair.kind]


def sentence(pair: Pair, knowledge: Knowledge, ties: Sequence[Tie] = ()) -> Text:
    """Return why the two are paired: what both do and share, what speaks against it, what ties them.

    What only the catalogue of national applications says of one is told as that.
    """
    labels = {concept.name: concept.label for concept in knowledge.concepts}
    every = [*pair.work, *(name for name in pair.functions if name not in pair.work)]
    functions = [name for name in every if name in labels][:_MOST_FUNCTIONS]
    listed = frozenset().union(*pair.listed.values()).intersection(functions)
    done = {name: labels[name] for name in functions if name not in listed}
    catalogue = _by_catalogue(pair, [labels[name] for name in functions if name in listed])
    both = _in_favour(pair, done)
    first = catalogue or (None if both else _hint(pair))
    parts = [_told(both[0], both[1:])] if both else []
    against = _against(pair, ties)
    told = [*filter(None, (first,)), *parts]
    if against:
        told = [*told[:-1], _but(told[-1], against)] if told else [_begun(_all(against))]
    told = [*told, *(_tied(tie, pair) for tie in ties)] or [_NOTHING_STRONG]
    return Text(
        id=" ".join(f"{one.id.removesuffix('.')}." for one in told),
        en=" ".join(f"{one.en.removesuffix('.')}." for one in told),
    )


def _told(first: Text, more: Sequence[Text]) -> Text:
    parts = (first, *map(_lowered, more))
    return strung(parts, "; ")


def _begun(part: Text) -> Text:
    return Text(id=part.id[:1].upper() + part.id[1:], en=part.en[:1].upper() + part.en[1:])


def _lowered(part: Text) -> Text:
    """Return a further part of a sentence: it begins small unless with a name."""
    return Text(
        id=part.id.replace("Keduanya ", "keduanya ", 1) if part.id.startswith("Keduanya ") else part.id,
        en=part.en.replace("Both ", "both ", 1) if part.en.startswith("Both ") else part.en,
    )


def _but(said: Text, against: Sequence[Text]) -> Text:
    but = _all(against)
    return Text(id=f"{said.id}; tetapi {but.id}", en=f"{said.en}; but {but.en}")


def _all(parts: Sequence[Text]) -> Text:
    return Text(id=_joined([one.id for one in parts], "dan"), en=_joined([one.en for one in parts], "and"))


def _tied(tie: Tie, pair: Pair) -> Text:
    names = _names(pair)
    through = ", ".join(tie.through)
    return _TIES[tie.kind].filled(source=names[tie.source], target=names[tie.target], through=through)


def _names(pair: Pair) -> dict[str, str]:
    """Return what the two are called, by uid: of namesakes, whose each is too."""
    entries = (pair.left, pair.right)
    if _one_name(pair):
        return {entry.uid: f"{entry.name} ({entry.owner})" for entry in entries}
    return {entry.uid: entry.name for entry in entries}


def _one_name(pair: Pair) -> bool:
    one, other = (fold(entry.name) or entry.name.strip() for entry in (pair.left, pair.right))
    return one == other


def _in_favour(pair: Pair, functions: Mapping[str, Text]) -> list[Text]:
    """Return what both do, what they share, and where no function is common what they are like in."""
    parts = _functions(pair, functions)
    shared = [_counted(COUNTED[name], len(found)) for name, found in pair.shared.items() if name in COUNTED]
    like = [] if pair.functions else _likeness(pair)
    if shared:
        counted = _all(shared)
        like.insert(0, Text(id=f"berbagi {counted.id}", en=f"share {counted.en}"))
    if not like:
        return parts
    said = _all(like)
    return [*parts, said if parts else Text(id=f"Keduanya {said.id}", en=f"Both {said.en}")]


def _likeness(pair: Pair) -> list[Text]:
    """Return in which words two are alike of which no common function is known."""
    told = []
    if _one_name(pair):
        told.append(Text(id="bernama sama", en="have the same name"))
    if pair.words:
        alike = [same(one) for one, two in pair.words if one == two]
        if alike:
            words = _quoted(alike)
            told.append(Text(id=f"menyebut {words.id}", en=f"mention {words.en}"))
        other = [f"“{one}” / “{two}”" for one, two in pair.words if one != two]
        if other:
            words = same(", ".join(other))
            told.append(
                Text(id=f"dengan kata lain menyebut {words.id}", en=f"in other words mention {words.en}")
            )
    return told


def _functions(pair: Pair, labels: Mapping[str, Text]) -> list[Text]:
    """Return what both do, and of what one only reads data; functions told alike stand together."""
    readers = {name: tuple(uid for uid in pair.ends if name in pair.read[uid]) for name in labels}
    found = []
    for who, group in groupby(labels, key=readers.__getitem__):
        found.append(_function(pair, who, _quoted([labels[name] for name in group])))
    return found


def _function(pair: Pair, readers: tuple[str, ...], done: Text) -> Text:
    does, names = _DOES.get(pair.of, _WORK), _names(pair)
    if not readers:
        return Text(id=f"Keduanya {does.id} {done.id}", en=f"Both {does.en} {done.en}")
    if len(readers) == len(pair.ends):
        return Text(id=f"Keduanya memakai data tentang {done.id}", en=f"Both use data about {done.en}")
    (reader,) = readers
    doer = next(names[uid] for uid in pair.ends if uid != reader)
    return Text(
        id=f"{doer} {does.id} {done.id}, yang datanya dibaca {names[reader]}",
        en=f"{names[reader]} reads data about {done.en}, the work of {doer}",
    )


def _against(pair: Pair, ties: Iterable[Tie]) -> list[Text]:
    """Return what speaks against it; how they are tied is told better where the tie itself is known."""
    known = {Evidence.FLOW} if any(tie.kind is not TieKind.REPLACES for tie in ties) else set()
    return [told for one, told in _AGAINST.items() if one not in known and pair.has(one)]


def _hint(pair: Pair) -> Text | None:
    for term in pair.terms:
        if term.evidence != BASELINE and term.contribution > 0:
            label = evidence_label(term.evidence)
            return Text(id=f"Petunjuk terkuat: {_low(label.id)}", en=f"The strongest hint: {_low(label.en)}")
    return None


def _by_catalogue(pair: Pair, functions: list[Text]) -> Text | None:
    """Return what the catalogue of national applications says of the pair; None where it says nothing."""
    if not functions:
        return None
    done = _quoted(functions)
    one, other = pair.left.name, pair.right.name
    if pair.right.proposed and pair.listed[pair.right.uid]:  # it only bears the name
        return Text(
            id=f"Menurut katalog, aplikasi nasional yang namanya dipakai usulan ini mencakup {done.id}, yang "
            f"juga dikerjakan {one}",
            en=f"By the catalogue the national application whose name the proposal bears covers {done.en}, "
            f"which {one} does too",
        )
    if all(pair.listed.values()):
        return Text(
            id=f"Menurut katalog aplikasi nasional, keduanya mencakup {done.id}",
            en=f"By the catalogue of national applications both cover {done.en}",
        )
    if pair.listed[pair.right.uid]:
        one, other = other, one
    return Text(
        id=f"Menurut katalog aplikasi nasional, {one} mencakup {done.id}, yang juga dikerjakan {other}",
        en=f"By the catalogue of national applications {one} covers {done.en}, which {other} does too",
    )


def _quoted(labels: list[Text]) -> Text:
    """Return names of functions in quotes, as a name may hold an *and* of its own."""
    return Text(
        id=_joined([f"“{one.id}”" for one in labels], "dan"),
        en=_joined([f"“{one.en}”" for one in labels], "and"),
    )


def _counted(label: Text, count: int) -> Text:
    return Text(
        id=f"{count} {label.id}", en=f"{count} {label.en if count > 1 else label.en.removesuffix('s')}"
    )


def _joined(words: list[str], conjunction: str) -> str:
    return f" {conjunction} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _low(words: str) -> str:
    """Return words beginning small, unless they begin with an abbreviation."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
