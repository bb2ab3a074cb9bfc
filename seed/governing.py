"""The workbooks of those who steer: objectives and roadmap, security, and the matrix of six domains."""

from collections.abc import Iterable

from model.kinds import ElementKind
from seed.domains import Desk, sent_data
from seed.estate import Named, Row
from seed.habits import Row as Line
from seed.habits import laid_out
from seed.interchange import GOVERNMENT_NAME
from seed.sheets import Sheet

SECURITY_SHEETS = {
    "SecurityStandard": "Standar Keamanan",
    "SecurityEducation": "Edukasi Keamanan",
    "VulnerabilityAssessment": "Identifikasi Kerentanan",
    "SecurityImprovement": "Peningkatan Keamanan",
    "IncidentHandling": "Penanganan Insiden",
    "SecurityAudit": "Audit Keamanan",
    "SecurityFeasibility": "Kelaikan Keamanan",
}
MATRIX = "Matriks_Penyelarasan_6_Domain"


def governance_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """Return objectives, indicators, regulations, gaps and initiatives."""
    return (
        _objectives(desk),
        _indicators(desk),
        _regulations(desk),
        _gaps(desk),
        _initiatives(desk),
    )


def _titled(desk: Desk, title: str, rows: list[Line]) -> Sheet:
    headers = dict.fromkeys((header for row in rows for header in row), "")
    return laid_out(title, headers, rows, desk.habit, f"{title.upper()} PROVINSI NUSA REMPAH")


def _objectives(desk: Desk) -> Sheet:
    """The objectives of the whole government: every agency's processes refer to them."""
    return _titled(
        desk,
        "Sasaran Strategis",
        [
            {"Kode": row["code"], "Sasaran Strategis": row["name"], "OPD Pengampu": GOVERNMENT_NAME}
            for row in desk.province.tables["governance/objectives"]
        ],
    )


def _indicators(desk: Desk) -> Sheet:
    return _titled(
        desk,
        "Indikator Kinerja",
        [
            {
                "Kode": row["indicator_code"],
                "Nama Indikator": row["indicator"],
                "Sasaran Strategis": row["code"],
                "Satuan": row["unit"],
                "Target": row["target"],
                "Realisasi": row["actual"],
                "OPD Pengampu": _short(desk, row["owner"]),
            }
            for row in desk.province.tables["governance/objectives"]
        ],
    )


def _regulations(desk: Desk) -> Sheet:
    """Regulations of the province; those of the nation come with the interchange."""
    return _titled(
        desk,
        "Regulasi",
        [
            {
                "Kode": row["code"],
                "Nama Regulasi": row["name"],
                "Nomor": row["number"],
                "Tahun": int(row["year"]),
                "Tentang": row["about"],
                "OPD Pemrakarsa": _short(desk, row["scope"]),
            }
            for row in desk.province.tables["governance/regulations"]
            if row["scope"] in desk.province.by_slug
        ],
    )


def _gaps(desk: Desk) -> Sheet:
    return _titled(
        desk,
        "Katalog Gap",
        [
            {
                "Kode": row["code"],
                "Gap": row["name"],
                "Domain": row["domain"],
                "Uraian": row["about"],
                "OPD Pengampu": _short(desk, row["owner"]),
                "Objek Terkait": _referred(desk, row["addresses"]),
            }
            for row in desk.province.tables["governance/gaps"]
        ],
    )


def _initiatives(desk: Desk) -> Sheet:
    return _titled(
        desk,
        "Peta Rencana",
        [
            {
                "Kode": row["code"],
                "Inisiatif": row["name"],
                "Program": row["program"],
                "Tahun Mulai": int(row["year_from"]),
                "Tahun Selesai": int(row["year_to"]),
                "Anggaran": row["budget"],
                "Target": row["target"],
                "OPD Pelaksana": _short(desk, row["owner"]),
                "Gap": row["addresses"] or None,
            }
            for row in desk.province.tables["governance/initiatives"]
        ],
    )


def security_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """Return one sheet for each kind of security object."""
    rows = desk.province.tables["governance/security"]
    return tuple(
        _titled(desk, title, [_security_row(desk, row) for row in rows if row["kind"] == kind])
        for kind, title in SECURITY_SHEETS.items()
    )


def _security_row(desk: Desk, row: Row) -> Line:
    measured = {
        "SecurityAudit": "Hasil Audit Keamanan",
        "SecurityImprovement": "Nilai Kematangan",
        "IncidentHandling": "Nilai Kematangan",
    }
    starts = "Tanggal Mulai Penerapan" if row["kind"] == "SecurityStandard" else "Tanggal Kegiatan"
    line: Line = {
        "ID": row["code"],
        "Nama": row["name"],
        "Uraian": row["description"],
        starts: row["date"],
        "Unit Pengelola": _short(desk, row["owner"]),
        "Objek yang Dilindungi": _referred(desk, row["protects"]),
        "Kode Referensi (RAK)": desk.coded(row["reference"]),
    }
    if row["kind"] == "SecurityStandard":
        line["Tanggal Akhir Penerapan"] = row["date_to"] or None
    if row["kind"] in measured:
        line[measured[row["kind"]]] = row["result"]
    return line


def _short(desk: Desk, scope: str) -> str:
    return desk.province.by_slug[scope].said.short


def _referred(desk: Desk, words: str) -> str | None:
    """References to anything, by code: a gap or a security object may concern elements of every kind."""
    keys = [desk.province.key_of(word) for word in filter(None, words.split(";"))]
    return desk.habit.separator.join(key.rpartition("/")[2] for key in keys) or None


def matrix_sheet(desk: Desk) -> Sheet:
    """Return the overview of six domains: a sample of every agency's elements under their own codes."""
    domains = {
        ElementKind.BUSINESS_PROCESS: "Proses Bisnis",
        ElementKind.SERVICE: "Layanan",
        ElementKind.DATA_OBJECT: "Data dan Informasi",
        ElementKind.APPLICATION: "Aplikasi",
    }
    rows: list[tuple[str | int | None, ...]] = []
    for named, reference in _overview(desk):
        agency = desk.province.by_slug[named.scope]
        kode = desk.codes.get(reference) and reference
        rows.append(
            (len(rows) + 1, domains[named.kind], named.code, named.name, kode, None, agency.said.short)
        )
    return Sheet(
        title=MATRIX,
        headers=(
            "No Entitas",
            "Domain",
            "Kode Komponen Instansi",
            "Nama Objek",
            "Kode Referensi SIA-SPBE",
            "Deskripsi",
            "OPD Pengampu",
        ),
        rows=tuple(rows),
        heading="MATRIKS PENYELARASAN 6 DOMAIN ARSITEKTUR SPBE PROVINSI NUSA REMPAH",
    )


def _overview(desk: Desk) -> Iterable[tuple[Named, str]]:
    for agency in desk.province.agencies:
        first = agency.processes[0]
        yield first, first.line.rab
        yield desk.province.services(agency)[0], ""
        if sent_data(agency):
            yield agency.data[0], ""
        if agency.applications:
            yield agency.applications[0], "RAA.02.01"
