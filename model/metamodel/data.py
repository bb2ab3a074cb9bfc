"""Domain data dan informasi: what is known, classified by the reference model RAD."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind
from model.metamodel.common import ORG
from model.metamodel.shorthand import (
    RAD,
    SECURITY,
    SECURITY_COLUMNS,
    classified,
    column,
    column_back,
    local_levels,
    prop,
    term,
)
from model.metamodel.spec import Expectation, KindSpec, Likeness, LinkSpec, ValueType
from model.text import Text

STORES = (
    ElementKind.STORAGE,
    ElementKind.PLATFORM_SOFTWARE,
    ElementKind.SERVER,
    ElementKind.CLOUD_SERVICE,
)

DATA_OBJECT = KindSpec(
    kind=ElementKind.DATA_OBJECT,
    domain=Domain.DATA,
    layer=Layer.APPLICATION,
    aspect=Aspect.PASSIVE,
    label=Text(id="Data dan Informasi", en="Data object"),
    archimate="DataObject",
    icon="🗂️",
    codes=(RAD,),
    code_prefix="DAD",
    help=Text(
        id="Kumpulan data yang dihasilkan, dipakai dan disimpan sebagai satu kesatuan.",
        en="A body of data that is produced, used and kept as one.",
    ),
    synonyms=(
        "Data",
        "Informasi",
        "Data & Informasi",
        "Domain Data dan Informasi",
        "Arsitektur Data dan Informasi",
        "Daftar Data",
    ),
    name_headers=("Nama Data", "Nama Data dan Informasi", "Kode dan Nama Data"),
    code_headers=("ID Data", "Kode Data", "Kode dan Nama Data"),
    properties=(
        prop("purpose", ("Tujuan Data", "Purpose"), "Tujuan"),
        prop(
            "sensitivity",
            ("Sifat Data", "Sensitivity"),
            "Sifat",
            "Klasifikasi Data",
            choices=(
                term("Terbuka", "Open", "publik", "open"),
                term("Terbatas", "Restricted", "internal"),
                term("Tertutup", "Closed", suggested_by=("rahasia", "sangat rahasia", "dikecualikan")),
            ),
        ),
        prop(
            "data_type",
            ("Jenis Data", "Type of data"),
            "Tipe Data",
            choices=(
                term("Statistik", "Statistical", "data statistik"),
                term("Geospasial", "Geospatial", "spasial", "data geospasial"),
                term("Keuangan", "Financial", "data keuangan"),
                term("Lainnya", "Other", "lain-lain"),
            ),
        ),
        prop(
            "data_validity",
            ("Validitas Data", "Update cycle"),
            "Validitas",
            "Periode Pemutakhiran",
            choices=(
                term("Realtime", "Real time", "waktu nyata", "seketika"),
                term("Harian", "Daily", "setiap hari"),
                term("Mingguan", "Weekly", "setiap minggu"),
                term("Bulanan", "Monthly", "setiap bulan"),
                term("Tiga Bulanan", "Quarterly", "triwulan", "triwulanan", "3 bulanan"),
                term("Enam Bulanan", "Half-yearly", "semester", "semesteran", "6 bulanan"),
                term("Tahunan", "Yearly", "setiap tahun", "1 tahunan"),
                term("Dua Tahunan", "Every two years", "2 tahunan"),
                term("Tiga Tahunan", "Every three years", "3 tahunan"),
                term("Lima Tahunan", "Every five years", "5 tahunan"),
                term("Lainnya", "Other", "lain-lain", suggested_by=("sewaktu-waktu", "insidental")),
            ),
        ),
        prop("interoperable", ("Interoperabilitas", "Interoperable"), type=ValueType.YES_NO),
        *local_levels(RAD),
    ),
    links=(
        LinkSpec(
            name="producer",
            relation=RelationKind.PRODUCED_BY,
            to=ORG,
            creates=ORG,
            scope=True,
            label=Text(id="Produsen Data", en="Producer"),
            synonyms=("Penghasil/Produsen Data", "Penghasil Data", "Unit Produsen", "Produsen"),
        ),
        column(
            "steward",
            ("Wali Data", "Steward"),
            RelationKind.STEWARDED_BY,
            ORG,
            "Penanggung Jawab/Wali Data",
            "Penanggung Jawab Data",
            "Penanggung Jawab",
            creates=ORG,
        ),
        classified(RAD),
        column(
            "inputs",
            ("Informasi terkait (Input)", "Derived from"),
            RelationKind.DERIVED_FROM,
            (ElementKind.DATA_OBJECT,),
            "Informasi Input",
            "Data Input",
            "Berasal dari Data",
        ),
        column_back(
            "outputs",
            ("Informasi terkait (Output)", "Source of"),
            RelationKind.DERIVED_FROM,
            (ElementKind.DATA_OBJECT,),
            "Informasi Output",
            "Data Output",
            "Menjadi Data",
        ),
        column_back(
            "processes",
            ("Proses Bisnis", "Processes"),
            RelationKind.ACCESSES,
            (ElementKind.BUSINESS_PROCESS,),
            "Proses Bisnis terkait",
            "Probis",
        ),
        column_back(
            "services",
            ("Layanan", "Services"),
            RelationKind.ACCESSES,
            (ElementKind.SERVICE,),
            "Layanan terkait",
            "Layanan yang Memakai Data",
        ),
        column_back(
            "applications",
            ("Aplikasi yang Menggunakan", "Applications"),
            RelationKind.ACCESSES,
            (ElementKind.APPLICATION,),
            "Aplikasi",
            "Aplikasi terkait",
        ),
        column(
            "stores",
            ("Penyimpanan Data", "Stored on"),
            RelationKind.STORED_ON,
            STORES,
            "Media Penyimpanan",
            "Basis Data",
            "Lokasi Penyimpanan",
            "Disimpan di",
        ),
        *SECURITY_COLUMNS,
        SECURITY,
    ),
    expects=(Expectation(relation=RelationKind.STORED_ON, to=STORES),),
    likeness=Likeness(
        texts=("description", "function", "purpose"), neighbours=("processes", "services"), everywhere=True
    ),
)

KINDS = (DATA_OBJECT,)
