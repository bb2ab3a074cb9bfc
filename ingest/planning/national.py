"""Applications of the national government that agencies list as their own: one system, many usages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.planning.identity import Identified
from model.faults import Finding, Rule, Severity
from model.folding import fold
from model.keys import NATIONAL
from model.kinds import ElementKind
from model.knowledge import NationalApplication
from model.text import Text

RECORDED_BY_AGENCY = Rule(
    name="national_application",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” adalah aplikasi nasional ({long}) dan di sini dicatat sebagai milik {count} OPD.",
        en="“{value}” is a national application ({long}), recorded here as owned by {count} agencies.",
    ),
    fix=Text(
        id="Satu sistem dicatat satu kali: catat pada cakupan nasional dan isi OPD-nya sebagai pengguna "
        "(halaman Aplikasi sejenis, Satu aplikasi, banyak OPD).",
        en="One system is recorded once: record it in the scope nasional and name the agencies as its users "
        "(page Similar applications, One application, many agencies).",
    ),
)


def recorded_by_agencies(
    identified: Iterable[Identified], catalogue: Sequence[NationalApplication]
) -> Iterator[Finding]:
    """Yield a finding for each national application that rows record as an agency's own, at the first row."""
    called = _called(catalogue)
    found: dict[str, list[Identified]] = {}
    for one in identified:
        if one.draft.kind is ElementKind.APPLICATION and one.scope != NATIONAL:
            national = called.get(fold(one.name)) or called.get(
                fold(str(one.draft.values.get("abbreviation", "")))
            )
            if national is not None:
                found.setdefault(national.abbreviation, []).append(one)
    for abbreviation, rows in found.items():
        first = rows[0]
        scopes = {row.scope for row in rows}
        yield RECORDED_BY_AGENCY.at(
            first.draft.place,
            value=abbreviation,
            element=first.uid,
            long=called[fold(abbreviation)].name,
            count=len(scopes),
        )


def _called(catalogue: Sequence[NationalApplication]) -> Mapping[str, NationalApplication]:
    return {name: one for one in catalogue for name in (fold(one.abbreviation), fold(one.name)) if name}
