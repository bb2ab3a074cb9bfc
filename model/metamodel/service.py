"""Domain layanan: what people and offices get, classified by the reference model RAL."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind
from model.metamodel.shorthand import (
    RAL,
    SECURITY,
    classified,
    column,
    column_back,
    local_levels,
    operator,
    owner,
    prop,
    term,
)
from model.metamodel.spec import Expectation, KindSpec, Likeness, LinkSpec, ValueType
from model.text import Text

SERVICE = KindSpec(
    kind=ElementKind.SERVICE,
    domain=Domain.SERVICE,
    layer=Layer.BUSINESS,
    aspect=Aspect.BEHAVIOUR,
    label=Text(id="Layanan", en="Service"),
    archimate="BusinessService",
    icon="🤝",
    codes=(RAL,),
    code_prefix="DAL",
    help=Text(
        id="Layanan publik atau layanan administrasi pemerintahan yang diberikan kepada penggunanya.",
        en="A public service, or an administrative service within government, as its users get it.",
    ),
    synonyms=("Domain Layanan", "Arsitektur Layanan", "Daftar Layanan", "Layanan SPBE", "Katalog Layanan"),
    name_headers=("Nama Layanan", "Nama Pelayanan", "Kode dan Nama Layanan"),
    code_headers=("ID Layanan", "Kode Layanan", "Kode dan Nama Layanan"),
    properties=(
        prop("purpose", ("Tujuan Layanan", "Purpose"), "Tujuan"),
        prop(
            "ministry",
            ("Kementerian/Lembaga terkait", "Related ministry"),
            "Kementerian/Lembaga",
            "K/L terkait",
            "Instansi Pembina",
        ),
        prop(
            "service_target",
            ("Target Layanan", "Users served"),
            "Sasaran Layanan",
            "Pengguna Layanan",
            "Penerima Layanan",
            "Target Pengguna",
            "Sasaran Pengguna",
            type=ValueType.CHOICES,
            choices=(
                term("Masyarakat", "Citizens", "publik", "warga", "umum"),
                term("Pelaku Usaha", "Businesses", "dunia usaha", "swasta", "badan usaha"),
                term("ASN/Pegawai", "Civil servants", "ASN", "pegawai", "PNS", "aparatur"),
                term("Pemerintah", "Government", "instansi pemerintah", "OPD", "perangkat daerah"),
            ),
        ),
        prop(
            "service_method",
            ("Metode Layanan", "Method"),
            "Cara Layanan",
            "Metode Penyampaian",
            "Metode Pelayanan",
            "Cara Pelayanan",
            "Cara Penyampaian",
            "Bentuk Layanan",
            choices=(
                term("Elektronik", "Electronic", "digital", suggested_by=("online", "daring", "aplikasi")),
                term("Hybrid", "Hybrid", "hibrida", "campuran", suggested_by=("online dan offline",)),
                term("Tatap muka", "In person", suggested_by=("manual", "luring", "offline", "loket")),
            ),
        ),
        prop("benefit", ("Potensi Manfaat", "Expected benefit"), "Manfaat"),
        prop("economic_potential", ("Potensi Ekonomi", "Economic potential"), "Nilai Ekonomi"),
        prop("risk", ("Potensi Risiko", "Risk"), "Potensi Resiko", "Risiko", "Resiko"),
        prop("risk_mitigation", ("Mitigasi Risiko", "Risk mitigation"), "Mitigasi Resiko", "Mitigasi"),
        prop(
            "service_flags",
            ("Penanda Layanan", "Service flags"),
            "Kategori Layanan",
            type=ValueType.CHOICES,
            choices=(
                term("Prioritas", "Priority", "layanan prioritas"),
                term("Tematik", "Thematic", "layanan tematik"),
                term("Siklus Hidup", "Life event", "layanan siklus hidup"),
            ),
        ),
        *local_levels(RAL),
    ),
    links=(
        owner(
            ("Unit Pelaksana Layanan", "Providing unit"),
            "Unit Pelaksana",
            "Unit Kerja Pelaksana",
            "Penyelenggara Layanan",
            "Pelaksana Layanan",
            "OPD Pelaksana",
            "OPD Penyelenggara",
        ),
        # a department as often as an agency: it must not decide whose the row is
        operator(("Unit Pengelola", "Operator"), "Unit Kerja"),
        classified(RAL),
        LinkSpec(
            name="affair",
            relation=RelationKind.CLASSIFIED_AS,
            to=(ElementKind.REFERENCE_CODE,),
            role="urusan",
            scheme="RAB",
            label=Text(id="Urusan Pemerintahan terkait", en="Government affair"),
            synonyms=("Urusan Pemerintahan", "Urusan", "Urusan terkait"),
            help=Text(id="Kode RAB tingkat 2.", en="A code of RAB, level 2."),
        ),
        column_back(
            "processes",
            ("Proses Bisnis", "Processes served"),
            RelationKind.SERVED_BY,
            (ElementKind.BUSINESS_PROCESS,),
            "Proses Bisnis yang Didukung",
            "Proses Bisnis terkait",
            "Probis",
        ),
        column(
            "applications",
            ("Aplikasi Pendukung", "Applications"),
            RelationKind.REALIZED_BY,
            (ElementKind.APPLICATION,),
            "Aplikasi",
            "Aplikasi yang Digunakan",
            "Aplikasi yang Mendukung",
            "Aplikasi Terkait",
            "Nama Aplikasi",
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
    expects=(Expectation(relation=RelationKind.REALIZED_BY, to=(ElementKind.APPLICATION,)),),
    likeness=Likeness(
        texts=("description", "function", "purpose"), neighbours=("processes", "data"), everywhere=True
    ),
)

KINDS = (SERVICE,)
