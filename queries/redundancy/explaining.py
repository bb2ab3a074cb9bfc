"""Why two elements are paired, in a sentence."""

from collections.abc import Mapping

from model.knowledge import Knowledge
from model.text import Text
from queries.redundancy.engine import FindingKind, Pair
from queries.redundancy.evidence import COLUMN, COUNTED, LABELS, Evidence
from queries.redundancy.scoring import BASELINE, UNDESCRIBED

KIND_LABELS: Mapping[FindingKind, Text] = {
    FindingKind.IDENTITY: Text(id="Satu hal tercatat dua kali", en="One thing registered twice"),
    FindingKind.FUNCTIONAL: Text(id="Fungsi sama", en="Same function"),
    FindingKind.NATIONAL: Text(id="Lokal dan nasional", en="Local and national"),
    FindingKind.SHARING: Text(id="Pemerintah lain, fungsi sama", en="Same function, other government"),
    FindingKind.RELATED: Text(id="Terkait, bukan duplikat", en="Related, not redundant"),
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
_NOTHING_STRONG = Text(id="Tidak ada bukti yang kuat.", en="There is no strong evidence.")
_MOST_FUNCTIONS = 2  # named in a sentence
_OTHER_LABELS = {
    BASELINE: Text(id="Anggapan awal", en="Baseline"),
    UNDESCRIBED: Text(id="Tanpa uraian", en="Without description"),
}


def evidence_label(name: str) -> Text:
    """Return what a person reads for one term of a score."""
    return _OTHER_LABELS.get(name) or LABELS[Evidence(name)]


def sentence(pair: Pair, knowledge: Knowledge) -> Text:
    """Return why the two are paired: what both do, what they share, and what speaks against it.

    What only the catalogue of national applications says of one is told as that.
    """
    labels = {concept.name: concept.label for concept in knowledge.concepts}
    functions = [name for name in pair.functions if name in labels][:_MOST_FUNCTIONS]
    listed = frozenset().union(*pair.listed.values()).intersection(functions)
    done = [labels[name] for name in functions if name not in listed]
    catalogue = _by_catalogue(pair, [labels[name] for name in functions if name in listed])
    both, against = _in_favour(pair, done), _against(pair)
    if both:
        said = _joined_parts("Keduanya ", "Both ", [*both, *against])
        return (
            said
            if catalogue is None
            else Text(id=f"{catalogue.id}. {said.id}", en=f"{catalogue.en}. {said.en}")
        )
    if catalogue is not None:
        return _joined_parts("", "", [catalogue, *against])
    return _hint(pair) or (_joined_parts("Keduanya ", "Both ", against) if against else _NOTHING_STRONG)


def _joined_parts(begin_id: str, begin_en: str, parts: list[Text]) -> Text:
    return Text(
        id=f"{begin_id}{'; '.join(part.id for part in parts)}.",
        en=f"{begin_en}{'; '.join(part.en for part in parts)}.",
    )


def _in_favour(pair: Pair, functions: list[Text]) -> list[Text]:
    """Return what both do, and what they share."""
    parts = [_functions(functions)] if functions else []
    shared = [_counted(COUNTED[name], len(found)) for name, found in pair.shared.items() if name in COUNTED]
    if shared:
        parts.append(
            Text(
                id="berbagi " + _joined([one.id for one in shared], "dan"),
                en="share " + _joined([one.en for one in shared], "and"),
            )
        )
    return parts


def _against(pair: Pair) -> list[Text]:
    return [
        Text(id=f"tetapi {_low(LABELS[one].id)}", en=f"but {_low(LABELS[one].en)}")
        for one in (Evidence.CONFLICT, Evidence.CONTRAST, Evidence.NODE, Evidence.FLOW)
        if pair.evidence[COLUMN[one]] >= 0.5
    ]


def _hint(pair: Pair) -> Text | None:
    for term in pair.terms:
        if term.evidence != BASELINE and term.contribution > 0:
            label = evidence_label(term.evidence)
            return Text(
                id=f"Petunjuk terkuat: {_low(label.id)}.", en=f"The strongest hint: {_low(label.en)}."
            )
    return None


def _by_catalogue(pair: Pair, functions: list[Text]) -> Text | None:
    """Return what the catalogue of national applications says of the pair; None where it says nothing."""
    if not functions:
        return None
    done = _quoted(functions)
    one, other = pair.left.name, pair.right.name
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


def _functions(labels: list[Text]) -> Text:
    done = _quoted(labels)
    return Text(id=f"mengerjakan {done.id}", en=f"cover {done.en}")


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
