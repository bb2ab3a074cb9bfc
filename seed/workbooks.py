"""The example province as its agencies send it: which file covers whom, and what goes wrong in it.

Four agencies send one workbook per domain, some one workbook of their own, the others are gathered by their
coordinating bureau; Diskominfo adds infrastructure and interchange CSV, Bappeda the roadmap.
"""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from seed.domains import Desk, application_sheet, data_sheet, process_sheet, service_sheet
from seed.estate import Agency, Province, Row
from seed.governing import governance_sheets, matrix_sheet, security_sheets
from seed.habits import Habit, habit_of
from seed.interchange import elements_csv, relations_csv
from seed.machines import infrastructure_sheets
from seed.sheets import Cell, Section, Sheet, workbook

ZIPPED = (2026, 10, 5, 8, 0, 0)
DOMAINS = {
    "a_Domain_Proses_Bisnis": process_sheet,
    "b_Domain_Layanan": service_sheet,
    "c_Domain_Data_dan_Informasi": data_sheet,
    "d_Domain_Aplikasi": application_sheet,
}
GATHERED = {
    "Kesejahteraan_Rakyat": ("dinsos", "dp3a", "dp2kb", "dpmd", "dispora", "disbud", "dispar"),
    "Perekonomian": ("dinkopukm", "disperindag", "distan", "dispangan", "dkp", "dishut", "disnakertrans"),
    "Prasarana_dan_Lingkungan": ("dpupr", "disperkim", "dlh", "desdm"),
    "Pemerintahan": ("inspektorat", "setwan", "kesbangpol", "satpolpp", "banhub", "brida", "bpsdm"),
}


def deliveries(province: Province, codes: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return what arrives at Diskominfo: file names and contents.

    codes: the names of the national reference codes.
    """
    sent = _domain_workbooks(province, codes) | _own_workbooks(province, codes)
    gathered = {
        f"Gabungan_{name}.xlsx": _book(province, codes, [province.by_slug[slug] for slug in slugs])
        for name, slugs in GATHERED.items()
    }
    return {
        "Kiriman_OPD.zip": _zip(sent),
        **gathered,
        "Diskominfo_Infrastruktur.xlsx": workbook(_central(province, codes, infrastructure_sheets)),
        "Diskominfo_Keamanan.xlsx": workbook(_central(province, codes, security_sheets)),
        "Bappeda_Tata_Kelola.xlsx": workbook(_central(province, codes, governance_sheets)),
        "Matriks_Penyelarasan_6_Domain.xlsx": workbook(
            _central(province, codes, lambda desk: (matrix_sheet(desk),))
        ),
        "Simpul_Diskominfo.zip": _zip(
            {
                "elements.csv": elements_csv(province).encode(),
                "relations.csv": relations_csv(province).encode(),
            }
        ),
    }


def _domain_workbooks(province: Province, codes: Mapping[str, str]) -> dict[str, bytes]:
    """One workbook per domain, in a folder of each agency."""
    found: dict[str, bytes] = {}
    for agency in province.agencies:
        if agency.said.delivery == "domains":
            for name, sheet in DOMAINS.items():
                desk = Desk(province, (agency,), habit_of(f"{agency.said.slug} {name}"), codes)
                found[f"{agency.said.short}/{name}_{agency.said.short}.xlsx"] = workbook(
                    _faulty(province, [sheet(desk)])
                )
    return found


def _own_workbooks(province: Province, codes: Mapping[str, str]) -> dict[str, bytes]:
    gathered = {slug for slugs in GATHERED.values() for slug in slugs}
    found: dict[str, bytes] = {}
    for agency in province.agencies:
        if agency.said.delivery != "domains" and agency.said.slug not in gathered:
            short = agency.said.short.replace(" ", "_")
            found[f"{short}/Arsitektur_SPBE_{short}.xlsx"] = _book(province, codes, [agency])
    return found


def _book(province: Province, codes: Mapping[str, str], agencies: Sequence[Agency]) -> bytes:
    """One workbook with a sheet per domain; a domain that nobody has sent yet has none."""
    habit = habit_of(" ".join(agency.said.slug for agency in agencies))
    desk = Desk(province, tuple(agencies), habit, codes)
    sheets = [sheet(desk) for sheet in DOMAINS.values()]
    return workbook(_faulty(province, [sheet for sheet in sheets if sheet.rows]))


def _central(
    province: Province, codes: Mapping[str, str], make: Callable[[Desk], Iterable[Sheet]]
) -> list[Sheet]:
    desk = Desk(province, (province.by_slug["diskominfo"],), Habit(tidy=True, separator="; "), codes)
    return _faulty(province, make(desk))


def _faulty(province: Province, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets with the mistakes that people made in them (seed/province/faults.csv)."""
    return [
        replace(sheet, rows=tuple(_mistaken(province.faults, sheet, row) for row in sheet.rows))
        for sheet in sheets
    ]


def _mistaken(
    faults: Sequence[Row], sheet: Sheet, row: Section | tuple[Cell, ...]
) -> Section | tuple[Cell, ...]:
    if isinstance(row, Section):
        return row
    codes = {str(cell).partition(" ")[0] for cell in row[1:3]}
    headers = [header.partition("\n")[0] for header in sheet.headers]
    for fault in faults:
        if fault["code"] in codes and fault["sheet"] == sheet.title:
            place = headers.index(fault["header"])
            row = (*row[:place], fault["written"] or None, *row[place + 1 :])
    return row


def _zip(contents: Mapping[str, bytes]) -> bytes:
    """Return a zip whose bytes depend on the contents only."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return kept.getvalue()
