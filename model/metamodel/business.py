"""Domain proses bisnis: what the government does, in outline under the reference model RAB."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind, Status
from model.metamodel.shorthand import (
    DEEPEST_LEVEL,
    RAB,
    SECURITY,
    classified,
    column,
    column_back,
    owner,
    prop,
    stage,
)
from model.metamodel.spec import Expectation, KindSpec, ValueType
from model.text import Text

_DEEPER = {5: "Sub Proses Bisnis", 6: "Kegiatan", 7: "Sub Kegiatan"}


def _outline(level: int) -> tuple[str, ...]:
    words = _DEEPER.get(level, "Proses Bisnis")
    return (f"Level {level} ({words})", f"{words} Level {level}", f"Level {level}", f"L{level}")


BUSINESS_PROCESS = KindSpec(
    kind=ElementKind.BUSINESS_PROCESS,
    domain=Domain.BUSINESS,
    layer=Layer.BUSINESS,
    aspect=Aspect.BEHAVIOUR,
    label=Text(id="Proses Bisnis", en="Business process"),
    archimate="BusinessProcess",
    icon="🔁",
    codes=(RAB,),
    code_prefix="DAB",
    help=Text(
        id="Rangkaian kegiatan yang menghasilkan layanan atau keluaran; boleh terdiri atas sub proses.",
        en="A chain of activities that results in a service or an output; may consist of sub-processes.",
    ),
    synonyms=("Probis", "Domain Proses Bisnis", "Arsitektur Proses Bisnis", "Daftar Proses Bisnis"),
    name_headers=("Nama Bisnis/Urusan", "Nama Proses Bisnis", "Nama Bisnis", "Nama Probis", "Proses Bisnis"),
    code_headers=("ID Proses Bisnis", "Kode Proses Bisnis", "ID Probis", "Kode Probis"),
    outline_headers=tuple(_outline(level) for level in range(4, DEEPEST_LEVEL + 1)),
    properties=(
        *(
            prop(f"rab_level_{level}", (f"RAB Level {level}", f"RAB level {level}"), f"RAB L{level}")
            for level in range(RAB.national_levels + 1, DEEPEST_LEVEL + 1)
        ),
        prop(
            "indicator_target",
            ("Nilai IKU Target", "Indicator target"),
            "Target IKU",
            "Nilai Target IKU",
            type=ValueType.MEASURE,
        ),
        prop(
            "indicator_actual",
            ("Nilai IKU Terealisasi", "Indicator result"),
            "Realisasi IKU",
            "Nilai IKU Realisasi",
            type=ValueType.MEASURE,
        ),
        prop(
            "process_status",
            ("Status Probis", "Process status"),
            "Status Proses Bisnis",
            choices=(
                stage("AS-IS", "As is", Status.ACTIVE, "saat ini", "eksisting", "existing", "berjalan"),
                stage("Upgrade", "Upgrade", Status.ACTIVE, "pengembangan", "peningkatan", "perbaikan"),
                stage("Baru", "New", Status.PLANNED, "to-be", "usulan baru", "rencana"),
            ),
            help=(
                "Keadaan proses: tetap, ditingkatkan, atau baru.",
                "Whether it stays, is improved, or is new.",
            ),
        ),
        prop("period", ("Periode", "Period"), "Periode Perencanaan", "Tahun Periode"),
    ),
    links=(
        owner(
            ("Unit kerja/Perangkat Daerah", "Responsible unit"),
            "Unit Kerja",
            "Unit Kerja Pelaksana",
            "Unit Pelaksana",
            "OPD Pelaksana",
            "Penanggung Jawab",
            inherits=True,
        ),
        classified(RAB, inherits=True),
        column(
            "objectives",
            ("Sasaran Strategis", "Strategic objectives"),
            RelationKind.ADDRESSES,
            (ElementKind.OBJECTIVE,),
            "Sasaran",
        ),
        column(
            "indicators",
            ("Indikator Kinerja (IKU)", "Performance indicators"),
            RelationKind.ADDRESSES,
            (ElementKind.INDICATOR,),
            "Indikator Kinerja",
            "IKU",
            "Indikator Kinerja Utama",
        ),
        column_back(
            "parent",
            ("Bagian dari Proses", "Part of process"),
            RelationKind.COMPOSED_OF,
            (ElementKind.BUSINESS_PROCESS,),
            "Proses Induk",
            "Proses Bisnis Induk",
        ),
        column(
            "served_by",
            ("Layanan yang Mendukung", "Supporting services"),
            RelationKind.SERVED_BY,
            (ElementKind.SERVICE, ElementKind.APPLICATION),
            "Layanan",
            "Layanan Pendukung",
            "Aplikasi Pendukung",
            "Aplikasi yang Digunakan",
            "Aplikasi yang Mendukung",
            "Layanan Terkait",
            "Aplikasi Terkait",
            "Aplikasi",
        ),
        column(
            "data",
            ("Data yang Digunakan", "Data used"),
            RelationKind.ACCESSES,
            (ElementKind.DATA_OBJECT,),
            "Data dan Informasi",
            "Data yang Dibutuhkan",
            "Data Terkait",
        ),
        SECURITY,
    ),
    expects=(
        Expectation(
            relation=RelationKind.SERVED_BY,
            to=(ElementKind.SERVICE, ElementKind.APPLICATION),
            instead=(RelationKind.COMPOSED_OF,),
        ),
    ),
)

KINDS = (BUSINESS_PROCESS,)
