"""The infrastructure workbook of Diskominfo: rooms, power, machines, networks and interfaces."""

from collections.abc import Callable, Iterable, Mapping

from seed.domains import Desk, sent_data
from seed.estate import Named, Row
from seed.habits import Row as Line
from seed.habits import laid_out
from seed.sheets import Cell, Sheet

Column = tuple[str, Callable[[Desk, Row], object]]


def infrastructure_sheets(desk: Desk) -> tuple[Sheet, ...]:
    """Return all sheets of the workbook, the hidden one with its lists last."""
    sheets = (_sheet(desk, title, table, columns) for title, (table, columns) in SHEETS.items())
    return (*sheets, _interfaces(desk), LISTS)


def _sheet(desk: Desk, title: str, table: str, columns: tuple[Column, ...]) -> Sheet:
    rows: list[Line] = [
        {header: _cell(value(desk, row)) for header, value in columns} for row in desk.province.tables[table]
    ]
    headers = dict.fromkeys((header for header, _ in columns), "")
    return laid_out(title, headers, rows, desk.habit, title.upper())


def _cell(value: object) -> str | int | None:
    if isinstance(value, int):
        return value
    return str(value) if value else None


def said(column: str) -> Callable[[Desk, Row], object]:
    """Return a column of the table as it stands."""
    return lambda _, row: row[column]


def agency(column: str) -> Callable[[Desk, Row], object]:
    """Return the short name of the agency that a column names by its scope."""

    def short(desk: Desk, row: Row) -> object:
        return desk.province.by_slug[row[column]].said.short

    return short


def agencies(column: str) -> Callable[[Desk, Row], object]:
    """Return the short names of the agencies a column lists."""

    def short(desk: Desk, row: Row) -> object:
        slugs = filter(None, row[column].split(";"))
        return desk.habit.separator.join(desk.province.by_slug[name].said.short for name in slugs)

    return short


def things(column: str) -> Callable[[Desk, Row], object]:
    """Return references to what a column lists by code; a text that is no code stays as it is."""

    def references(desk: Desk, row: Row) -> object:
        words = list(filter(None, row[column].split(";")))
        known = desk.province.infrastructure
        if not all(word in known for word in words):
            return row[column]
        return desk.habit.references((known[word] for word in words), own=row.get("manager", ""))

    return references


def reference(code: str) -> Callable[[Desk, Row], object]:
    """Return a reference code, mostly with its name."""
    return lambda desk, _: desk.coded(code)


def stored(desk: Desk, row: Row) -> object:
    """Return the data objects that agencies keep on this storage by default."""
    held: list[Named] = []
    for sender in desk.province.agencies:
        held += [
            data
            for data in sent_data(sender)
            if f"DAI-{data.line.more.get('store', sender.said.store)}" == row["code"]
        ]
    return desk.habit.references(held, own=row["manager"])


def _facility(desk: Desk, row: Row) -> object:
    return desk.coded("RAI.01.03" if row["name"].startswith("Pusat Kendali") else "RAI.01.02")


SHEETS: Mapping[str, tuple[str, tuple[Column, ...]]] = {
    "Server": (
        "infrastructure/servers",
        (
            ("ID Server", said("code")),
            ("Nama Server", said("name")),
            ("Jenis Penggunaan Server", said("use")),
            ("Status Kepemilikan", said("ownership")),
            ("Nama Pemilik", said("owner")),
            ("Unit Pengelola Server", agency("manager")),
            ("Lokasi Perangkat Keras Server", things("place")),
            ("Server Induk (Host)", things("host")),
            ("Perangkat Lunak yang Digunakan", things("software")),
            ("Jenis Teknologi Prosesor", said("cpu")),
            ("Teknik Penyimpanan", said("raid")),
            ("Kapasitas Memori", said("memory")),
            ("Kapasitas Penyimpanan", said("disk")),
            ("Lama pemulihan (jam)", said("restore")),
            ("Ketersediaan (%)", said("availability")),
            ("MTBF (jam)", said("mtbf")),
            ("Kode Referensi (RAI)", reference("RAI.03.01.01")),
            ("Status", said("status")),
            ("Berlaku mulai", said("valid_from")),
            ("Berlaku sampai", said("valid_to")),
        ),
    ),
    "Fasilitas Komputasi": (
        "infrastructure/facilities",
        (
            ("ID", said("code")),
            ("Nama Fasilitas Komputasi", said("name")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi", said("place")),
            ("Bagian dari Gedung", things("part_of")),
            ("Kepemilikan", said("ownership")),
            ("Klasifikasi Tier", said("tier")),
            ("Bandwidth Intranet", said("intranet")),
            ("Bandwidth Internet", said("internet")),
            ("Sistem Pengamanan", said("protection")),
            ("Catu Daya", things("power")),
            ("Lama pemulihan (jam)", said("restore")),
            ("Ketersediaan (%)", said("availability")),
            ("Kode Referensi (RAI)", _facility),
        ),
    ),
    "Catu Daya": (
        "infrastructure/power",
        (
            ("ID", said("code")),
            ("Nama Catu Daya", said("name")),
            ("Jenis Catu Daya", said("type")),
            ("Kapasitas", said("capacity")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi", things("place")),
            ("Ketahanan", said("autonomy")),
            ("Lama pemulihan (jam)", said("restore")),
            ("Ketersediaan (%)", said("availability")),
            ("Keterangan", said("note")),
        ),
    ),
    "Media Penyimpanan": (
        "infrastructure/storage",
        (
            ("ID", said("code")),
            ("Nama Data Storage", said("name")),
            ("Data yang Digunakan", stored),
            ("Status Kepemilikan", said("ownership")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi Data Storage", things("place")),
            ("Kapasitas Penyimpanan (GB)", said("capacity")),
            ("Metode Akses Data Sharing", said("access")),
            ("Lama pemulihan (jam)", said("restore")),
            ("Ketersediaan (%)", said("availability")),
            ("Kode Referensi (RAI)", reference("RAI.03.01")),
        ),
    ),
    "Komputasi Awan": (
        "infrastructure/cloud",
        (
            ("ID", said("code")),
            ("Nama Government Cloud", said("name")),
            ("Tipe Government Cloud", said("type")),
            ("Status Kepemilikan", said("ownership")),
            ("Nama Pemilik", said("owner")),
            ("Biaya Layanan", said("cost")),
            ("Jangka Waktu Pelayanan", said("period")),
            ("SLA ketersediaan", said("availability")),
            ("Unit Operasional", agency("operator")),
            ("Lokasi", things("place")),
            ("Kode Referensi (RAI)", reference("RAI.03.02")),
        ),
    ),
    "Perangkat Jaringan": (
        "infrastructure/network",
        (
            ("ID", said("code")),
            ("Nama Perangkat", said("name")),
            ("Tipe Network/Communication Device", said("type")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi", things("place")),
            ("Status Kepemilikan", said("ownership")),
            ("Uptime", said("availability")),
            ("Uraian", said("note")),
            ("Kode Referensi (RAI)", reference("RAI.03.01")),
        ),
    ),
    "Perangkat Keamanan": (
        "infrastructure/security",
        (
            ("ID", said("code")),
            ("Nama Perangkat", said("name")),
            ("Tipe", said("type")),
            ("Jenis", said("form")),
            ("Sumber/asal", said("source")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi", things("place")),
            ("Berjalan di Server", things("host")),
            ("Ketersediaan", said("availability")),
            ("Kode Referensi (RAI)", reference("RAI.03.01.04")),
        ),
    ),
    "Perangkat Periferal": (
        "infrastructure/peripherals",
        (
            ("ID", said("code")),
            ("Nama Periferal", said("name")),
            ("Tipe Periferal", said("type")),
            ("Unit Pengelola", agency("manager")),
            ("Lokasi", things("place")),
            ("Status Kepemilikan", said("ownership")),
        ),
    ),
    "Perangkat Lunak": (
        "infrastructure/software",
        (
            ("ID", said("code")),
            ("Nama Perangkat Lunak", said("name")),
            ("Tipe Perangkat Lunak", said("type")),
            ("Jenis Lisensi", said("licence")),
            ("Validitas Lisensi", said("validity")),
            ("Ketersediaan (%)", said("availability")),
            ("Kode Referensi (RAI)", lambda desk, row: desk.coded(row["rai"])),
        ),
    ),
    "Jaringan Intra": (
        "infrastructure/intranet",
        (
            ("ID", said("code")),
            ("Nama Jaringan", said("name")),
            ("Jenis Jaringan", said("type")),
            ("Tipe Media Jaringan", said("medium")),
            ("Status Kepemilikan", said("ownership")),
            ("Unit Pengelola", agency("manager")),
            ("Menghubungkan", agencies("connects")),
            ("Tingkat ketersediaan", said("availability")),
            ("Kode Referensi (RAI)", reference("RAI.02.01")),
        ),
    ),
    "Sistem Penghubung Layanan": (
        "infrastructure/integration",
        (
            ("ID", said("code")),
            ("Nama Sistem Penghubung", said("name")),
            ("Jenis", said("type")),
            ("Nama Pemilik", said("owner")),
            ("Unit Pengelola", agency("manager")),
            ("Kode Referensi (RAI)", reference("RAI.02.02")),
        ),
    ),
}


def _interfaces(desk: Desk) -> Sheet:
    """The interfaces between applications: who offers one, through which hub, and who calls it."""
    province = desk.province

    def references(words: str) -> Cell:
        named = [province.application(word) for word in filter(None, words.split(";"))]
        return desk.habit.references(named, own="diskominfo") if named else None

    rows: Iterable[Line] = [
        {
            "ID": row["code"],
            "Nama Antarmuka": row["name"],
            "Aplikasi Penyedia": references(row["application"]),
            "Sistem Penghubung Layanan": row["spl"] or None,
            "Versi": row["version"],
            "Protokol": row["protocol"],
            "Alamat Endpoint": row["address"],
            "Data yang Dipertukarkan": row["data"].partition(":")[2],
            "Aplikasi Pengguna": references(row["consumers"]),
            "Unit Pengelola": "Diskominfo",
        }
        for row in province.tables["integration_interfaces"]
    ]
    headers = dict.fromkeys(next(iter(rows)), "")
    return laid_out("Antarmuka", headers, rows, desk.habit, "DAFTAR ANTARMUKA (API)")


LISTS = Sheet(
    title="Daftar Pilihan",
    headers=("Status Kepemilikan", "Jenis Penggunaan Server", "Teknik Penyimpanan", "Tipe Cloud"),
    rows=(
        ("Milik Sendiri", "Web Server", "RAID 1", "PaaS"),
        ("Milik Instansi Pemerintah Lain", "Mail Server", "RAID 3", "IaaS"),
        ("Milik BUMN", "Aplikasi", "RAID 5", "SaaS"),
        ("Milik Pihak Ketiga", "Database", "Non-RAID", "BDaaS"),
    ),
    hidden=True,
)
