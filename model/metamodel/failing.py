"""What is said of things that fail by themselves: how available they are, how often and when they are down.

Source of the terms: IEC 60050-192 (availability, mean operating time between failures).
"""

from model.metamodel.shorthand import prop
from model.metamodel.spec import ValueType

AVAILABILITY = "availability"  # of the kinds that have this property elements fail by themselves
FAILURES = (
    prop(
        AVAILABILITY,
        ("Ketersediaan (%)", "Availability (%)"),
        "Ketersediaan",
        "Tingkat ketersediaan",
        "Ketersediaan layanan",
        "SLA ketersediaan",
        "SLA",
        "SLA uptime",
        "Uptime",
        "Availability rate",
        type=ValueType.PERCENT,
        help=(
            "Berapa persen waktu objek ini sendiri berfungsi, di luar gangguan pada yang dibutuhkannya; "
            "misalnya 99,9.",
            "The share of time in which this element itself works, failures of what it needs aside; for "
            "example 99.9.",
        ),
    ),
    prop(
        "mtbf_hours",
        ("MTBF (jam)", "MTBF (hours)"),
        "MTBF",
        "Mean Time Between Failures",
        "Waktu rata-rata antarkegagalan",
        "Waktu antarkegagalan",
        type=ValueType.HOURS,
        help=(
            "Rata-rata lama berfungsi di antara dua kegagalan, dalam jam. Bila ketersediaan tidak diisi, ia "
            "dihitung dari sini dan dari lama pemulihan.",
            "Mean operating time between two failures, in hours. Where availability is blank, it follows "
            "from this and the time to restore.",
        ),
    ),
    prop(
        "maintenance_window",
        ("Jadwal pemeliharaan", "Maintenance window"),
        "Jendela pemeliharaan",
        "Jadwal perawatan",
        "Waktu pemeliharaan",
        "Jadwal maintenance",
        "Jadwal patching",
        help=(
            "Kapan objek ini boleh dimatikan untuk dipelihara, misalnya Minggu 01.00–04.00. Dua objek yang "
            "saling menggantikan sebaiknya tidak dipelihara pada waktu yang sama.",
            "When this element may be taken down for maintenance, for example Sunday 01:00–04:00. Two that "
            "stand in for each other should not be maintained at the same time.",
        ),
    ),
)
