"""Names that a later edition of a file corrects."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.planning import rules
from ingest.planning.documents import Earlier, is_told
from ingest.planning.identity import Identified
from model.faults import Finding


def told_as_renamed(
    findings: Iterable[Finding],
    identified: Sequence[Identified],
    earlier: Earlier,
    documents: Mapping[str, str],
) -> list[Finding]:
    """Return findings with another name of a code told as a new name, where only its document told the old.

    documents: file → document. Two files that call one thing differently still disagree.
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
        if one.rule == other and corrects(rows.get(one.place))
        else one
        for one in findings
    ]


def _renamed(finding: Finding, row: Identified, earlier: Earlier) -> Finding:
    told = [one for one in earlier[row.uid] if is_told(one) and "name" in one.values]
    former = str(told[-1].values["name"]) if told else row.name
    words = {"code": row.draft.code or row.key, "known": former}
    return replace(rules.RENAMED.at(finding.place, value=finding.value, **words), element=finding.element)
