"""Names that a later edition of a file corrects, and codes that it numbers anew."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from ingest.draft import Draft
from ingest.planning import rules
from ingest.planning.documents import Earlier, is_told
from ingest.planning.identity import Identified
from model.faults import ROWS_KEPT, Finding, Place

_NAMED = 10  # elements in one finding


def told_as_renamed(
    findings: Iterable[Finding],
    identified: Sequence[Identified],
    earlier: Earlier,
    documents: Mapping[str, str],
    kept: AbstractSet[Place],
) -> list[Finding]:
    """Return findings with another name of a code told as a new name, where only its document told the old.

    documents: file → document. Two files that call one thing differently still disagree. kept: the rows in
    which something is left of an element but its code.
    """
    rows = {one.draft.place: one for one in identified}

    def document(file: str | None) -> str | None:
        return documents.get(file or "", file)

    def corrects(row: Identified | None) -> bool:
        by = {document(one.file) for one in earlier.get(row.uid, ()) if is_told(one)} if row else set()
        return row is not None and by == {document(row.draft.place.file)}

    other = rules.OTHER_NAME.name
    return [
        _renamed(one, rows[one.place], earlier)
        if one.rule == other and one.place in kept and corrects(rows.get(one.place))
        else one
        for one in findings
    ]


def _renamed(finding: Finding, row: Identified, earlier: Earlier) -> Finding:
    told = [one for one in earlier[row.uid] if is_told(one) and "name" in one.values]
    former = str(told[-1].values["name"]) if told else row.name
    words = {"code": row.draft.code or row.key, "known": former}
    return replace(rules.RENAMED.at(finding.place, value=finding.value, **words), element=finding.element)


def told_as_shifted(shifted: Iterable[tuple[Draft, str]]) -> list[Finding]:
    """Return what is told of rows known by their names, one for each sheet. shifted: with the former code."""
    sheets: dict[tuple[str | None, str | None], list[tuple[Draft, str]]] = {}
    for draft, former in shifted:
        sheets.setdefault((draft.place.file, draft.place.sheet), []).append((draft, former))
    return [_shifted(rows) for rows in sheets.values()]


def _shifted(rows: Sequence[tuple[Draft, str]]) -> Finding:
    place = rows[0][0].place
    said = [f"{draft.name} ({former} → {draft.code})" for draft, former in rows]
    shown = "; ".join(said[:_NAMED]) + ("; …" if len(said) > _NAMED else "")
    numbers = tuple(draft.place.row for draft, _ in rows if draft.place.row is not None)
    finding = rules.CODES_SHIFTED.at(
        Place(file=place.file, sheet=place.sheet, row=place.row), value=shown, count=len(said)
    )
    return replace(finding, rows=numbers[:ROWS_KEPT])
