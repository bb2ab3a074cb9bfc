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
_OTHER_LABELS = {
    BASELINE: Text(id="Anggapan awal", en="Baseline"),
    UNDESCRIBED: Text(id="Tanpa uraian", en="Without description"),
}


def evidence_label(name: str) -> Text:
    """Return what a person reads for one term of a score."""
    return _OTHER_LABELS.get(name) or LABELS[Evidence(name)]


def sentence(pair: Pair, knowledge: Knowledge) -> Text:
    """Return why the two are paired: what both do, what they share, and what speaks against it."""
    labels = {concept.name: concept.label for concept in knowledge.concepts}
    functions = [labels[name] for name in pair.functions if name in labels][:2]
    parts = [_functions(functions)] if functions else []
    shared = [_counted(COUNTED[name], len(found)) for name, found in pair.shared.items() if name in COUNTED]
    if shared:
        parts.append(
            Text(
                id="berbagi " + _joined([one.id for one in shared], "dan"),
                en="share " + _joined([one.en for one in shared], "and"),
            )
        )
    strongest = [term for term in pair.terms if term.evidence != BASELINE and term.contribution > 0]
    if not parts and strongest:
        label = evidence_label(strongest[0].evidence)
        return Text(id=f"Petunjuk terkuat: {_low(label.id)}.", en=f"The strongest hint: {_low(label.en)}.")
    against = [
        one
        for one in (Evidence.CONFLICT, Evidence.CONTRAST, Evidence.NODE, Evidence.FLOW)
        if pair.evidence[COLUMN[one]] >= 0.5
    ]
    parts += [Text(id=f"tetapi {_low(LABELS[one].id)}", en=f"but {_low(LABELS[one].en)}") for one in against]
    if not parts:
        return Text(id="Tidak ada bukti yang kuat.", en="There is no strong evidence.")
    return Text(
        id="Keduanya " + "; ".join(part.id for part in parts) + ".",
        en="Both " + "; ".join(part.en for part in parts) + ".",
    )


def _functions(labels: list[Text]) -> Text:
    return Text(
        id="mengerjakan " + _joined([_low(one.id) for one in labels], "dan"),
        en="cover " + _joined([_low(one.en) for one in labels], "and"),
    )


def _counted(label: Text, count: int) -> Text:
    return Text(
        id=f"{count} {label.id}", en=f"{count} {label.en if count > 1 else label.en.removesuffix('s')}"
    )


def _joined(words: list[str], conjunction: str) -> str:
    return f" {conjunction} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _low(words: str) -> str:
    """Return words beginning small, unless they begin with an abbreviation."""
    return words if words[:2].isupper() else words[:1].lower() + words[1:]
