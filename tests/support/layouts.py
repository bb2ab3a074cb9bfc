"""Tables of other tools, and what people said of them, for tests of mappings."""

from collections.abc import Mapping

from ingest.draft import Reading
from ingest.layout.recognised import Heading
from queries.layouts import Confirmed, KnownLayout

SERVERS = (
    ("Nama Mesin", "Alamat Jaringan", "Sistem", "Inti", "Memori", "Penanggung Jawab"),
    ("SRV-A", "10.1.1.1", "Ubuntu 22.04", 8, "32 GB", "Dinas Kesehatan"),
    ("SRV-B", "10.1.1.2", "Windows Server", 4, "16 GB", "Dinas Pendidikan"),
    ("SRV-C", "10.1.1.3", "Debian 12", 16, "64 GB", "Dinas Kesehatan"),
)
MEANT = {
    "namamesin": "name",
    "alamatjaringan": "ip_address",
    "sistem": "operating_system",
    "inti": "*",
    "memori": "memory",
    "penanggungjawab": "owner",
}


def confirmed(kind: str | None = "Server", columns: Mapping[str, str] = MEANT, **more: object) -> Confirmed:
    """Return what somebody says of the server list; columns: key → meaning."""
    given = {
        "headers": tuple(key for key in columns if "+" not in key),
        "written": {key: key for key in columns},
        **more,
    }
    return Confirmed(kind=kind, columns=dict(columns), **given)  # type: ignore[arg-type]


def known(said: Confirmed, number: int = 1, by: str = "Budi") -> KnownLayout:
    """Return a remembered mapping."""
    return KnownLayout(id=f"{number:07}", by=by, at="2026-11-22T10:15:00+00:00", said=said)


def first_heading(found: Reading) -> Heading:
    """Return the header of the only sheet of a reading."""
    (seen,) = found.sheets
    return seen.headings[0]
