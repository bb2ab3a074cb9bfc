"""Tata kelola dan peta rencana: rules, objectives, indicators, gaps, initiatives, and the reference codes."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind
from model.metamodel.common import ADDRESSABLE
from model.metamodel.shorthand import column, column_back, owner, prop, term
from model.metamodel.spec import KindSpec, ValueType
from model.text import Text

ROADMAP_YEARS = range(2025, 2031)  # RPJMD 2025-2029, and 2026-2030 as the portal asks

_OBJECTS = column(
    "objects",
    ("Objek Terkait", "Elements concerned"),
    RelationKind.ADDRESSES,
    ADDRESSABLE,
    "Objek Arsitektur",
    "Objek Terdampak",
)
_DOMAIN = prop(
    "concerns_domain",
    ("Domain", "Domain"),
    "Domain Arsitektur",
    "Domain SPBE",
    choices=(
        term("Proses Bisnis", "Business process", "bisnis", "probis"),
        term("Layanan", "Service", "layanan SPBE"),
        term("Data dan Informasi", "Data and information", "data", "informasi", "data & informasi"),
        term("Aplikasi", "Application", "aplikasi SPBE"),
        term("Infrastruktur", "Infrastructure", "infrastruktur SPBE"),
        term("Keamanan", "Security", "keamanan SPBE", "keamanan informasi"),
        term("Tata Kelola", "Governance", "tata kelola SPBE"),
    ),
)
_UNIT = prop("unit", ("Satuan", "Unit"), "Satuan Target", "Satuan IKU")

# What was decided on a proposed application; written by the program, so no short header means them.
_CLEARANCE = (
    prop(
        "clearance_decision",
        ("Keputusan atas Usulan Aplikasi", "Decision on the proposed application"),
        choices=(
            term("Pembangunan baru", "New build"),
            term("Integrasi", "Integration"),
            term("Pemakaian aplikasi nasional", "Use of the national application"),
            term("Pemakaian aplikasi yang ada", "Use of an existing application"),
        ),
    ),
    prop(
        "clearance_date",
        ("Tanggal Keputusan Usulan Aplikasi", "Date of the decision on the proposal"),
        type=ValueType.DATE,
    ),
    prop("clearance_by", ("Pemberi Keputusan Usulan Aplikasi", "Who decided on the proposal")),
)

REGULATION = KindSpec(
    kind=ElementKind.REGULATION,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.MOTIVATION,
    label=Text(id="Regulasi", en="Regulation"),
    archimate="Constraint",
    icon="⚖️",
    help=Text(
        id="Peraturan atau keputusan yang menjadi dasar hukum.", en="A law or decree that is a legal basis."
    ),
    synonyms=("Daftar Regulasi", "Peraturan", "Dasar Hukum", "Kebijakan"),
    name_headers=("Nama Regulasi", "Judul Regulasi", "Nama Peraturan"),
    code_headers=("Kode Regulasi", "ID Regulasi"),
    named_by=("number", "about"),
    properties=(
        prop("number", ("Nomor", "Number"), "Nomor Regulasi", "Nomor Peraturan"),
        prop("year", ("Tahun", "Year"), "Tahun Regulasi", "Tahun Peraturan", type=ValueType.YEAR),
        prop("about", ("Tentang", "About"), "Perihal"),
        prop("url", ("Tautan", "Link"), "URL", "Alamat Dokumen"),
    ),
    links=(owner(("OPD Pemrakarsa", "Initiator"), "Pemrakarsa", "Diterbitkan oleh"),),
)

OBJECTIVE = KindSpec(
    kind=ElementKind.OBJECTIVE,
    collected=False,
    awaited=True,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.MOTIVATION,
    label=Text(id="Sasaran Strategis", en="Objective"),
    archimate="Goal",
    icon="🎯",
    help=Text(
        id="Sasaran strategis beserta visi, misi dan tujuan di atasnya.",
        en="A strategic objective with the vision, mission and aim above it.",
    ),
    synonyms=("Sasaran", "Peta Strategi", "Daftar Sasaran", "Strategic objective"),
    name_headers=("Sasaran Strategis", "Nama Sasaran", "Sasaran"),
    code_headers=("Kode Sasaran", "ID Sasaran"),
    properties=(
        prop("vision", ("Visi", "Vision")),
        prop("mission", ("Misi", "Mission")),
        prop("aim", ("Tujuan", "Aim"), "Tujuan Strategis"),
        _UNIT,
        prop(
            "indicator_target", ("Target", "Target"), "Target IKU", "Nilai IKU Target", type=ValueType.MEASURE
        ),
        prop(
            "indicator_actual",
            ("Realisasi", "Result"),
            "Realisasi IKU",
            "Nilai IKU Terealisasi",
            "Capaian",
            type=ValueType.MEASURE,
        ),
        prop("period", ("Periode", "Period")),
    ),
    links=(
        column_back(
            "indicators",
            ("IKU", "Indicators"),
            RelationKind.ADDRESSES,
            (ElementKind.INDICATOR,),
            "Indikator Kinerja (IKU)",
            "Indikator Kinerja",
            "Indikator Kinerja Utama",
        ),
    ),
)

INDICATOR = KindSpec(
    kind=ElementKind.INDICATOR,
    collected=False,
    awaited=True,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.MOTIVATION,
    label=Text(id="Indikator Kinerja", en="Indicator"),
    archimate="Outcome",
    icon="📊",
    help=Text(
        id="Indikator kinerja utama (IKU) dengan target dan realisasinya.",
        en="A key performance indicator with its target and result.",
    ),
    synonyms=("IKU", "Indikator Kinerja Utama", "Indikator", "Daftar IKU", "KPI"),
    name_headers=("Nama Indikator", "Indikator Kinerja (IKU)", "Indikator Kinerja", "Indikator", "IKU"),
    code_headers=("Kode Indikator", "Kode IKU", "ID IKU"),
    properties=(
        _UNIT,
        prop("target", ("Target", "Target"), "Nilai IKU Target", "Target IKU", type=ValueType.MEASURE),
        prop(
            "actual",
            ("Realisasi", "Result"),
            "Nilai IKU Terealisasi",
            "Realisasi IKU",
            "Capaian",
            type=ValueType.MEASURE,
        ),
        prop("period", ("Periode", "Period"), "Tahun"),
    ),
    links=(
        column(
            "objectives",
            ("Sasaran Strategis", "Objectives measured"),
            RelationKind.ADDRESSES,
            (ElementKind.OBJECTIVE,),
            "Sasaran",
        ),
    ),
)

GAP = KindSpec(
    kind=ElementKind.GAP,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.MOTIVATION,
    label=Text(id="Katalog Gap", en="Gap"),
    archimate="Gap",
    icon="🕳️",
    help=Text(
        id="Kesenjangan antara keadaan sekarang (as-is) dan target (to-be).",
        en="A gap between the present and the target state.",
    ),
    synonyms=("Kesenjangan", "Analisis Gap", "Analisis Kesenjangan", "Daftar Gap"),
    name_headers=("Gap", "Nama Gap", "Kesenjangan"),
    code_headers=("Kode Gap", "ID Gap"),
    properties=(
        _DOMAIN,
        prop("activity", ("Kegiatan", "Activity"), "Rencana Tindak", "Rekomendasi"),
    ),
    links=(
        _OBJECTS,
        column_back(
            "initiatives",
            ("Inisiatif", "Initiatives"),
            RelationKind.ADDRESSES,
            (ElementKind.INITIATIVE,),
            "Peta Rencana",
        ),
    ),
)

INITIATIVE = KindSpec(
    kind=ElementKind.INITIATIVE,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.MOTIVATION,
    label=Text(id="Peta Rencana", en="Initiative"),
    archimate="WorkPackage",
    icon="🚀",
    help=Text(
        id="Inisiatif, program atau kegiatan dalam peta rencana SPBE.",
        en="An initiative, programme or activity of the roadmap.",
    ),
    synonyms=("Inisiatif", "Program", "Roadmap", "Rencana Aksi", "Peta Rencana SPBE"),
    name_headers=("Inisiatif", "Nama Inisiatif", "Inisiatif Strategis", "Nama Program"),
    code_headers=("Kode Inisiatif", "ID Inisiatif", "Kode Program"),
    named_by=("activity",),
    properties=(
        prop(
            "program",
            ("Program", "Programme"),
            "Kategori Program",
            "Muatan Peta Rencana",
            choices=(
                term("Tata Kelola", "Governance", "tata kelola SPBE"),
                term("Manajemen", "Management", "manajemen SPBE"),
                term("Layanan", "Services", "layanan SPBE"),
                term("Aplikasi", "Applications", "aplikasi SPBE"),
                term("Infrastruktur", "Infrastructure", "infrastruktur SPBE"),
                term("Keamanan", "Security", "keamanan SPBE"),
                term("Audit TIK", "ICT audit", "audit"),
            ),
        ),
        prop("activity", ("Kegiatan", "Activity"), "Nama Kegiatan", "Rencana Aksi"),
        prop("target", ("Target 5 tahun", "Five-year target"), "Target", "Target Lima Tahun"),
        prop("year_from", ("Tahun Mulai", "First year"), type=ValueType.YEAR),
        prop("year_to", ("Tahun Selesai", "Last year"), "Tahun Berakhir", type=ValueType.YEAR),
        prop("budget", ("Anggaran", "Budget"), "Pagu", "Pagu Anggaran", type=ValueType.MONEY),
        *_CLEARANCE,
        *(prop(f"target_{year}", (f"Target {year}", f"Target {year}")) for year in ROADMAP_YEARS),
        *(
            prop(
                f"budget_{year}", (f"Anggaran {year}", f"Budget {year}"), f"Pagu {year}", type=ValueType.MONEY
            )
            for year in ROADMAP_YEARS
        ),
    ),
    links=(
        owner(("OPD Pelaksana", "Executing agency"), "Pelaksana", "Penanggung Jawab", "Unit Pelaksana"),
        column(
            "objectives",
            ("Sasaran", "Objectives"),
            RelationKind.ADDRESSES,
            (ElementKind.OBJECTIVE,),
            "Sasaran Strategis",
        ),
        column("gaps", ("Gap", "Gaps closed"), RelationKind.ADDRESSES, (ElementKind.GAP,), "Kesenjangan"),
        _OBJECTS,
    ),
)

REFERENCE_CODE = KindSpec(
    kind=ElementKind.REFERENCE_CODE,
    collected=False,
    domain=Domain.GOVERNANCE,
    layer=Layer.MOTIVATION,
    aspect=Aspect.PASSIVE,
    label=Text(id="Kode Referensi", en="Reference code"),
    archimate="Grouping",
    icon="🏷️",
    help=Text(
        id="Kode model referensi nasional (RAB, RAL, RAD, RAA, RAI, RAK) atau tingkat daerah di bawahnya.",
        en="A code of a national reference model (RAB, RAL, RAD, RAA, RAI, RAK) or of a local level below.",
    ),
    synonyms=("Model Referensi", "Referensi Arsitektur", "Daftar Kode Referensi"),
    name_headers=("Nama Kode Referensi", "Nama Referensi"),
    code_headers=("Kode Referensi",),
    properties=(
        prop("level", ("Tingkat", "Level"), "Level", type=ValueType.INTEGER),
        prop("reference_set", ("Set Referensi", "Reference set"), "Versi Referensi"),
        prop("source_status", ("Status Sumber", "Status of the source")),
    ),
    links=(
        column(
            "broader",
            ("Kode Induk", "Broader code"),
            RelationKind.BROADER,
            (ElementKind.REFERENCE_CODE,),
            "Induk",
        ),
    ),
)

KINDS = (REGULATION, OBJECTIVE, INDICATOR, GAP, INITIATIVE, REFERENCE_CODE)
