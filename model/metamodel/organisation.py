"""Organisation: who owns, operates, builds and supplies."""

from model.kinds import Aspect, Domain, ElementKind, Layer, RelationKind
from model.metamodel.common import ORG
from model.metamodel.shorthand import column, column_back, prop, term
from model.metamodel.spec import KindSpec, Likeness
from model.text import Text

ORG_UNIT = KindSpec(
    kind=ElementKind.ORG_UNIT,
    collected=False,
    domain=Domain.ORGANISATION,
    layer=Layer.BUSINESS,
    aspect=Aspect.ACTIVE,
    label=Text(id="Unit Organisasi", en="Organisation unit"),
    archimate="BusinessActor",
    icon="🏛️",
    help=Text(
        id="Instansi, perangkat daerah (OPD) atau unit kerja. Instansi tidak menjadi bagian dari unit lain.",
        en="An institution, an agency (OPD) or a unit of one. An institution is part of no other unit.",
    ),
    synonyms=("Organisasi", "Daftar OPD", "Daftar Perangkat Daerah", "Instansi", "Unit Kerja", "Agency"),
    name_headers=(
        "Nama OPD",
        "Nama Perangkat Daerah",
        "Nama Unit Organisasi",
        "Nama Unit Kerja",
        "Nama Instansi",
        "Perangkat Daerah",
        "OPD",
    ),
    code_headers=("Kode OPD", "Kode Perangkat Daerah", "Kode Unit", "ID OPD"),
    properties=(
        prop(
            "org_type",
            ("Jenis Unit", "Type of unit"),
            "Jenis Organisasi",
            "Tingkat",
            choices=(
                term("Instansi", "Institution", "pemerintah daerah", "pemprov", "kementerian", "lembaga"),
                term("Perangkat Daerah", "Agency", "OPD", "SKPD", "dinas", "badan"),
                term("Unit Kerja", "Unit", "bidang", "bagian", "biro", "seksi"),
                term("UPTD", "Technical unit", "UPT", "BLUD", "RSUD", "cabang dinas"),
            ),
        ),
        prop("address", ("Alamat", "Address"), "Alamat Kantor"),
        prop("website", ("Situs Web", "Website"), "Laman", "Website OPD"),
    ),
    likeness=Likeness(address="website", identity=True),
    links=(
        column_back(
            "parent",
            ("Unit Induk", "Part of"),
            RelationKind.COMPOSED_OF,
            ORG,
            "Bagian dari",
            "OPD Induk",
            "Perangkat Daerah Induk",
            "Instansi Induk",
            creates=ORG,
        ),
        column(
            "networks",
            ("Jaringan yang Digunakan", "Connected by"),
            RelationKind.CONNECTED_BY,
            (ElementKind.INTRA_NETWORK, ElementKind.NETWORK_DEVICE),
            "Jaringan Intra",
        ),
        column(
            "uses",
            ("Aplikasi yang Digunakan", "Applications used"),
            RelationKind.USES,
            (ElementKind.APPLICATION, ElementKind.SERVICE),
            "Aplikasi yang Dipakai",
            "Layanan yang Digunakan",
        ),
    ),
)

VENDOR = KindSpec(
    kind=ElementKind.VENDOR,
    collected=False,
    domain=Domain.ORGANISATION,
    layer=Layer.BUSINESS,
    aspect=Aspect.ACTIVE,
    label=Text(id="Penyedia", en="Vendor"),
    archimate="BusinessActor",
    icon="🏢",
    help=Text(
        id="Perusahaan atau pihak ketiga yang membangun atau memasok.",
        en="A company or third party that builds or supplies.",
    ),
    synonyms=("Vendor", "Daftar Penyedia", "Daftar Vendor", "Pihak Ketiga", "Rekanan"),
    name_headers=("Nama Penyedia", "Nama Vendor", "Nama Perusahaan"),
    code_headers=("Kode Penyedia", "Kode Vendor"),
    properties=(
        prop(
            "origin",
            ("Asal Penyedia", "Origin"),
            "Asal",
            choices=(term("Dalam Negeri", "Domestic", "lokal"), term("Luar Negeri", "Foreign", "asing")),
        ),
        prop("contract", ("Nomor Kontrak", "Contract number"), "Kontrak"),
        prop("website", ("Situs Web", "Website"), "Laman"),
    ),
)

KINDS = (ORG_UNIT, VENDOR)
