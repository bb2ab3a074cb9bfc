"""The sheets of the four domains that every agency fills in: processes, services, data, applications."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.keys import NATIONAL
from model.kinds import ElementKind
from seed.estate import Agency, Application, Data, Named, Province, Service, options
from seed.habits import Habit, Row, agency_called, laid_out, pick
from seed.notation import ApplicationLine
from seed.sheets import Cell, Section, Sheet
from seed.worth import security_test, yearly_cost

PERIOD = "2025-2029"
WHO = {"M": "Masyarakat", "U": "Pelaku Usaha", "A": "ASN/Pegawai", "P": "Pemerintah"}
HOW = {"E": "Elektronik", "H": "Hybrid", "T": "Tatap muka"}
AIM = {
    "M": "Memudahkan masyarakat",
    "U": "Memudahkan pelaku usaha",
    "A": "Mempercepat layanan pegawai",
    "P": "Memperlancar kerja pemerintahan",
}
SENSITIVITY = {"O": "Terbuka", "B": "Terbatas", "T": "Tertutup"}
TYPE = {"S": "Statistik", "G": "Geospasial", "K": "Keuangan", "L": "Lainnya"}
VALIDITY = {
    "R": "Realtime",
    "D": "Harian",
    "W": "Mingguan",
    "M": "Bulanan",
    "Q": "Tiga Bulanan",
    "H": "Enam Bulanan",
    "Y": "Tahunan",
    "F": "Lima Tahunan",
}
STATUS = {"": "AS-IS", "U": "Upgrade", "B": "Baru"}
BASIS = {"W": "Web", "M": "Mobile", "D": "Desktop", "C": "Cloud"}
CRITICALITY = {"VH": "Sangat tinggi", "H": "Tinggi", "M": "Sedang", "L": "Rendah"}
TO_BE = {"": None, "new": "Baru", "upgrade": "Ditingkatkan"}
LIFE = {"planned": "Direncanakan", "retired": "Dihentikan", "": "Aktif"}
_MONEY = (
    "pajak",
    "retribusi",
    "anggaran",
    "belanja",
    "gaji",
    "kas ",
    "tagihan",
    "klaim",
    "aset",
    "harga",
    "dana",
)
_SECRET = ("pasien", "kependudukan", "aduan", "penerima", "korban", "gaji", "pegawai", "perkara", "kesehatan")


@dataclass(frozen=True)
class Desk:
    """Whoever fills in one workbook: the agencies it covers and the habit of the office."""

    province: Province
    agencies: tuple[Agency, ...]
    habit: Habit
    codes: Mapping[str, str]

    def coded(self, code: str) -> str:
        """Return a reference code, mostly with its name."""
        name = self.codes.get(code)
        return f"{code} {name}" if name and not self.habit.tidy else code

    @property
    def several(self) -> bool:
        """Whether the workbook covers more than one agency."""
        return len(self.agencies) > 1

    def heading(self, what: str) -> str:
        """Return the heading of a sheet."""
        whose = "GABUNGAN PERANGKAT DAERAH" if self.several else self.agencies[0].said.name.upper()
        return f"{what} {whose} PROVINSI NUSA REMPAH TAHUN 2026"


def process_sheet(desk: Desk) -> Sheet:
    """Return the processes in outline: a group gives its steps their RAB code and, mostly, their unit."""
    headers = {
        "ID Proses Bisnis": "",
        "RAB Level 1": "",
        "RAB Level 2": "",
        "RAB Level 3": "cukup diisi level terendah",
        "Level 4 (Proses Bisnis)": "",
        "Level 5 (Sub Proses Bisnis)": "",
        "Unit kerja/Perangkat Daerah": "",
        "Sasaran Strategis": "",
        "Indikator Kinerja (IKU)": "",
        "Nilai IKU Target": "",
        "Nilai IKU Terealisasi": "",
        "Status Probis": "AS-IS / Upgrade / Baru",
        "Periode": "",
    }
    rows = [row for agency in desk.agencies for row in _process_rows(desk, agency)]
    return laid_out("Proses Bisnis", headers, rows, desk.habit, desk.heading("DOMAIN PROSES BISNIS"))


def _process_rows(desk: Desk, agency: Agency) -> Iterable[Row]:
    objectives = {row["code"]: row for row in desk.province.tables["governance/objectives"]}
    for process in agency.processes:
        row: Row = {
            "ID Proses Bisnis": process.code,
            "Status Probis": STATUS[process.line.status],
            "Periode": PERIOD,
        }
        whose = agency_called(agency, process.parent or process.code)
        if process.line.unit:
            whose = f"{process.line.unit}, {agency.said.name}"
        if process.parent is None:
            objective = objectives[process.line.objective]
            row |= {
                "RAB Level 3": desk.coded(process.line.rab),
                "Level 4 (Proses Bisnis)": process.name,
                "Unit kerja/Perangkat Daerah": whose,
                "Sasaran Strategis": objective["name"],
            }
            if agency.said.slug == objective["owner"]:
                row |= {
                    "Indikator Kinerja (IKU)": objective["indicator"],
                    "Nilai IKU Target": _measured(objective, "target"),
                    "Nilai IKU Terealisasi": _measured(objective, "actual"),
                }
        else:
            row["Level 5 (Sub Proses Bisnis)"] = process.name
            row["Unit kerja/Perangkat Daerah"] = whose if desk.several else None
        yield row


def _measured(objective: Mapping[str, str], column: str) -> str:
    """Return a value with its unit; an index has none."""
    return f"{objective[column]} {objective['unit']}".removesuffix(" nilai")


def service_sheet(desk: Desk) -> Sheet:
    """Return the services, each with the processes it supports."""
    headers = {
        "ID Layanan": "diisi kode unik, contoh DAL-001",
        "Nama Layanan": "tuliskan sesuai SK Standar Pelayanan, jangan disingkat",
        "Tujuan Layanan": "",
        "Unit Pelaksana Layanan": "nama perangkat daerah/UPT",
        "Urusan Pemerintahan terkait": "pilih RAB Level 2",
        "Target Layanan": "Masyarakat / Pelaku Usaha / ASN / Pemerintah",
        "Metode Layanan": "Elektronik / Hybrid / Tatap muka",
        "RAL Level 1": "",
        "RAL Level 2": "",
        "RAL Level 3": "otomatis mengisi Level 1 dan 2",
        "← Proses Bisnis": "bila lebih dari satu pisahkan dengan ENTER atau ;",
        "Aplikasi Pendukung": "diisi bila aplikasi milik pemerintah pusat",
        "RTO (jam)": "",
        "Potensi Manfaat": "",
    }
    rows = [
        _service_row(desk, agency, service)
        for agency in desk.agencies
        for service in desk.province.services(agency)
    ]
    return laid_out("Layanan", headers, rows, desk.habit, desk.heading("DOMAIN LAYANAN"))


def _service_row(desk: Desk, agency: Agency, service: Service) -> Row:
    rab = service.processes[0].line.rab
    ral = same_name(desk.codes, rab, "RAL")
    national = [one.name for one in service.applications if one.scope == NATIONAL]
    level = "RAL Level 3" if ral.count(".") == 3 else "RAL Level 2"
    return {
        "ID Layanan": service.code,
        "Nama Layanan": service.name,
        "Tujuan Layanan": AIM[service.line.who],
        "Unit Pelaksana Layanan": agency_called(agency, "layanan", service.processes[0].parent or ""),
        "Urusan Pemerintahan terkait": desk.coded(rab.rpartition(".")[0]),
        "Target Layanan": WHO[service.line.who],
        "Metode Layanan": HOW[service.line.how],
        level: desk.coded(ral),
        "← Proses Bisnis": desk.habit.references(service.processes, own=service.scope),
        "Aplikasi Pendukung": desk.habit.separator.join(national) or None,
        "RTO (jam)": int(service.line.rto) if service.line.rto else None,
        "Potensi Manfaat": desk.habit.nothing("manfaat", service.code),
    }


def data_sheet(desk: Desk) -> Sheet:
    """Return the data objects, each with its processes, its services and what it is made from."""
    headers = {
        "ID Data": "",
        "Nama Data": "",
        "Uraian": "",
        "Sifat Data": "Terbuka/Terbatas/Tertutup",
        "Jenis Data": "Statistik/Geospasial/Keuangan/Lainnya",
        "Validitas Data": "",
        "Produsen Data": "unit penghasil",
        "Wali Data": "penanggung jawab",
        "Informasi terkait (Input)": "",
        "Informasi terkait (Output)": "",
        "RAD Level 1": "",
        "RAD Level 2": "",
        "RAD Level 3": "",
        "← Proses Bisnis": "minimal satu",
        "→ Layanan": "layanan yang memakai data ini",
        "RPO (jam)": "",
        "RTO (jam)": "",
    }
    rows = [_data_row(desk, agency, data) for agency in desk.agencies for data in sent_data(agency)]
    return laid_out(
        "Data dan Informasi", headers, rows, desk.habit, desk.heading("DOMAIN DATA DAN INFORMASI")
    )


def sent_data(agency: Agency) -> Sequence[Data]:
    """Return the data objects an agency describes: none where it has not sent that domain yet."""
    return () if "data" in agency.said.missing else agency.data


def _data_row(desk: Desk, agency: Agency, data: Data) -> Row:
    more = data.line.more
    using = [process for process in agency.processes if data.name in process.line.data]
    services = desk.province.services(agency)
    consumers = [
        service
        for service in services
        if set(service.processes) & set(using) or service.name in more.get("services", "").split(", ")
    ]
    rad = same_name(desk.codes, using[0].line.rab, "RAD") if using else ""
    level = "RAD Level 3" if rad.count(".") == 3 else "RAD Level 2"
    own = {"own": data.sender}
    return {
        "ID Data": data.code,
        "Nama Data": data.name,
        "Uraian": desk.habit.nothing("uraian", data.code),
        "Sifat Data": SENSITIVITY[data.line.sensitivity or _sensitivity(data.name)],
        "Jenis Data": TYPE[data.line.type or _type(data.name)],
        "Validitas Data": VALIDITY[data.line.validity or pick("DWMY", data.name)],
        "Produsen Data": agency_called(desk.province.by_slug[data.scope], "produsen"),
        "Wali Data": agency_called(agency, "wali"),
        "Informasi terkait (Input)": desk.habit.references(_named(agency, more.get("input")), **own),
        "Informasi terkait (Output)": desk.habit.references(_named(agency, more.get("output")), **own),
        level: desk.coded(rad) if rad else None,
        "← Proses Bisnis": desk.habit.references(using, **own),
        "→ Layanan": desk.habit.references(consumers, **own),
        "RPO (jam)": int(more["rpo"]) if "rpo" in more else None,
        "RTO (jam)": int(more["rto"]) if "rto" in more else None,
    }


def _named(agency: Agency, words: str | None) -> list[Data]:
    names = {name.strip() for name in (words or "").split(",")}
    return [data for data in agency.data if data.name in names]


def _sensitivity(name: str) -> str:
    if name.startswith("Peta") or "harga" in name:
        return "O"
    return "B" if any(word in name for word in _SECRET) else pick("OOB", name)


def _type(name: str) -> str:
    if name.startswith("Peta"):
        return "G"
    return "K" if any(word in name for word in _MONEY) else pick("SL", name)


def application_sheet(desk: Desk) -> Sheet:
    """Return the applications; a workbook of several agencies parts them with section rows."""
    headers = {
        "Kode dan Nama Aplikasi": "",
        "OPD Pemilik": "",
        "Fungsi": "",
        "Layanan yang Didukung": "pilihan dari metadata layanan",
        "Data yang Digunakan": "pilihan dari metadata data",
        "Supplier Data": "",
        "Basis Aplikasi": "Desktop/Web/Cloud/Mobile",
        "Server Aplikasi": "pilihan dari metadata perangkat keras server",
        "Komputasi Awan": "",
        "Tipe Lisensi": "",
        "Bahasa Pemrograman": "",
        "Framework": "",
        "Basis Data": "",
        "Unit Pengembang": "",
        "Unit Operasional Teknologi": "",
        "Kode Model Referensi (RAA)": "",
        "Tahun": "",
        "Jumlah Pengguna": "",
        "Biaya Pemeliharaan": "rupiah per tahun",
        "Uji Keamanan": "",
        "Kekritisan": "",
        "Status": "Aktif/Direncanakan/Dihentikan",
        "Status Objek": "To-Be: Baru/Ditingkatkan",
        "Berlaku mulai": "",
        "Berlaku sampai": "",
    }
    if desk.several:
        del headers["OPD Pemilik"]  # the section row says it
    rows: list[Section | Row] = []
    for number, agency in enumerate(agency for agency in desk.agencies if agency.applications):
        if desk.several:
            rows.append(Section(f"{chr(ord('A') + number)}. {agency.said.name.upper()}"))
        rows += [_application_row(desk, agency, application) for application in agency.applications]
    return laid_out("Aplikasi", headers, rows, desk.habit, desk.heading("DOMAIN APLIKASI"))


def _application_row(desk: Desk, agency: Agency, application: Application) -> Row:
    line = application.line
    if line is None:
        raise ValueError(f"{application.name} is no application of an agency")
    services = [s for s in desk.province.services(agency) if application in s.applications]
    data = used_data(desk.province, agency, application)
    suppliers = dict.fromkeys(one.sender for one in data if one.sender != application.scope)
    written = pick(("{} {}", "{} {}", "{} - {}"), application.code)
    owner: Row = {} if desk.several else {"OPD Pemilik": agency_called(agency, "pemilik")}
    row: Row = {
        "Kode dan Nama Aplikasi": written.format(application.code, application.name),
        "Fungsi": application.function,
        "Layanan yang Didukung": desk.habit.references(services, own=application.scope),
        "Data yang Digunakan": desk.habit.references(data, own=application.scope),
        "Supplier Data": "; ".join(desk.province.by_slug[scope].said.short for scope in suppliers) or None,
        "Unit Pengembang": line.more.get("vendor") or line.more.get("dev") or agency.said.short,
        "Unit Operasional Teknologi": agency.said.short,
        "Kode Model Referensi (RAA)": desk.coded(_raa(application)),
        "Jumlah Pengguna": int(line.users) if desk.habit.tidy else f"{int(line.users):,}".replace(",", "."),
        "Biaya Pemeliharaan": yearly_cost(application, line, desk.habit),
        "Uji Keamanan": security_test(application, line),
        "Kekritisan": CRITICALITY[line.criticality],
        "Status": LIFE[line.more.get("status", "")],
        "Status Objek": TO_BE[line.more.get("tobe", "")],
        "Berlaku mulai": _day(line.more.get("from")),
        "Berlaku sampai": _day(line.more.get("to")),
    }
    return owner | row | _technology(desk, application, line)


def _technology(desk: Desk, application: Application, line: ApplicationLine) -> Row:
    def filled(column: str, words: str) -> Cell:
        return desk.habit.nothing(column, application.code) if words == "-" else words

    def running_on(kind: ElementKind) -> Cell:
        machines = [one for one in hosts(desk.province, application) if one.kind is kind]
        return desk.habit.references(machines, own=application.scope)

    return {
        "Basis Aplikasi": BASIS[line.basis],
        "Server Aplikasi": running_on(ElementKind.SERVER),
        "Komputasi Awan": running_on(ElementKind.CLOUD_SERVICE),
        "Tipe Lisensi": "Proprietary" if line.language == "C#" else "Open Source",
        "Bahasa Pemrograman": line.language,
        "Framework": filled("framework", line.framework),
        "Basis Data": filled("basis data", line.database),
        "Tahun": int(line.year),
    }


def used_data(province: Province, agency: Agency, application: Application) -> list[Data]:
    """Return what an application works on: the data of its steps, but not what it asks an interface for."""
    through = {
        row["data"]
        for row in province.tables["integration_interfaces"]
        if application.name in row["consumers"].split(";") or application.key in _consumer_keys(province, row)
    }
    steps = [step for step in agency.processes if application.name in step.line.applications]
    words = [word for step in steps for word in step.line.data] + options(application, "data")
    found: dict[str, Data] = {}
    for word in dict.fromkeys(words):
        data = province.data(word, agency)
        owner = province.by_slug[data.sender]
        if data in sent_data(owner) and f"{owner.said.code}:{data.name}" not in through:
            found[data.code] = data
    return list(found.values())


def _consumer_keys(province: Province, row: Mapping[str, str]) -> set[str]:
    return {province.application(name).key for name in row["consumers"].split(";") if "@" in name}


def hosts(province: Province, application: Application) -> list[Named]:
    """Return the machine or cloud an application names; none where a group of them carries it."""
    host = application.line.host if application.line else "-"
    if host == "-" or host.startswith("@"):
        return []
    machine = province.infrastructure.get(f"DAI-SRV-{host}") or province.infrastructure[f"DAI-{host}"]
    return [machine]


def same_name(codes: Mapping[str, str], rab: str, prefix: str) -> str:
    """Return the code of another reference model with the name of a RAB code; its level 2, if not level 3.

    The models use one vocabulary: RAB "Kesehatan" is RAL "Kesehatan" and RAD "Data Kesehatan".
    """
    wanted = {codes.get(rab, ""), codes.get(rab.rpartition(".")[0], "")}
    wanted |= {f"Data {name}" for name in wanted}
    found = [code for code, name in codes.items() if code.startswith(prefix) and name in wanted]
    return max(found, key=lambda code: (code.count("."), code), default="")


def _raa(application: Application) -> str:
    return (
        "RAA.02.02"
        if application.scope in ("diskominfo", "bkd", "setda", "bpkad", "bappeda")
        else "RAA.02.01"
    )


def _day(iso: str | None) -> str | None:
    """Return a date as people write it here: 04/01/2027."""
    if iso is None:
        return None
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"
