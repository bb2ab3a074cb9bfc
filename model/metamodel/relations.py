"""The relations that are dependencies: what needs what, and what the loss of a target does by default.

Every one points from the dependent to what it depends on. Source of names, ends, effects and grouping: the
table of relations in docs/metamodel.md, whose pairs stand in tests/golden/relation_matrix.csv; the relations
of ArchiMate 3.2 (appendix B) are those allowed between such ends.
"""

from model.kinds import Domain, Effect, Grouping, RelationKind
from model.kinds import ElementKind as Kind
from model.metamodel.common import ORG, SUBJECTS
from model.metamodel.qualifiers import (
    COPY_ROLE,
    DATA,
    ENVIRONMENT,
    MODE,
    NOT_PRODUCTION,
    PROTOCOL,
    SINCE,
    USERS,
)
from model.metamodel.spec import Drawing, EffectRule, Ends, KindSpec, RelationSpec
from model.metamodel.ties import TIES
from model.text import Text

DOWN = EffectRule(effect=Effect.DOWN)
DEGRADED = EffectRule(effect=Effect.DEGRADED)


def relations(kinds: tuple[KindSpec, ...]) -> tuple[RelationSpec, ...]:
    """Return every relation between kinds; "infrastructure" is what the kinds say of their domain."""
    infrastructure = tuple(spec.kind for spec in kinds if spec.domain is Domain.INFRASTRUCTURE)
    return (
        *SERVING,
        *EXCHANGE,
        *HOSTING,
        *_connections(infrastructure),
        *_sites(infrastructure),
        *PARTS,
        *TIES,
    )


SERVING = (
    # (:BusinessProcess)-[:SERVED_BY]->(:Service)
    RelationSpec(
        relation=RelationKind.SERVED_BY,
        label=Text(id="Didukung oleh", en="Served by"),
        inverse=Text(id="Mendukung", en="Serves"),
        ends=(Ends(sources=(Kind.BUSINESS_PROCESS,), targets=(Kind.SERVICE, Kind.APPLICATION)),),
        grouping=Grouping.PARTIAL,
        effects=(DOWN,),
        archimate="Serving",
        archimate_reversed=True,
        archimate_further=(Drawing("Realization", reversed=True), Drawing("Assignment", reversed=True)),
        help=Text(
            id="Proses bisnis memerlukan layanan atau aplikasi ini.",
            en="The process needs this service or application.",
        ),
    ),
    # (:Service)-[:REALIZED_BY]->(:Application)
    RelationSpec(
        relation=RelationKind.REALIZED_BY,
        label=Text(id="Diwujudkan oleh", en="Realized by"),
        inverse=Text(id="Mewujudkan", en="Realizes"),
        ends=(Ends(sources=(Kind.SERVICE,), targets=(Kind.APPLICATION,)),),
        grouping=Grouping.PARTIAL,
        effects=(DOWN,),
        archimate="Realization",
        archimate_reversed=True,
        archimate_further=(Drawing("Assignment", reversed=True), Drawing("Serving", reversed=True)),
        help=Text(
            id="Layanan diberikan dengan aplikasi ini.", en="The service is given by this application."
        ),
    ),
    # (:OrgUnit)-[:USES {users}]->(:Application)
    RelationSpec(
        relation=RelationKind.USES,
        label=Text(id="Menggunakan", en="Uses"),
        inverse=Text(id="Digunakan oleh", en="Used by"),
        ends=(Ends(sources=ORG, targets=(Kind.APPLICATION, Kind.SERVICE)),),
        grouping=Grouping.PARTIAL,
        effects=(DOWN,),
        properties=(USERS, SINCE),
        archimate="Serving",
        archimate_reversed=True,
        help=Text(
            id="Unit organisasi memakai aplikasi atau layanan, siapa pun pemiliknya.",
            en="The unit uses the application or service, whoever owns it.",
        ),
    ),
)

EXCHANGE = (
    # (:Application)-[:ACCESSES {mode}]->(:DataObject)
    RelationSpec(
        relation=RelationKind.ACCESSES,
        label=Text(id="Mengakses", en="Accesses"),
        inverse=Text(id="Diakses oleh", en="Accessed by"),
        ends=(
            Ends(
                sources=(Kind.APPLICATION, Kind.SERVICE, Kind.BUSINESS_PROCESS), targets=(Kind.DATA_OBJECT,)
            ),
        ),
        grouping=Grouping.EACH,
        effects=(
            EffectRule(
                effect=Effect.DEGRADED, sources=(Kind.APPLICATION,), qualifier="mode", values=("write",)
            ),
            EffectRule(effect=Effect.DOWN, sources=(Kind.APPLICATION,)),
            DEGRADED,
        ),
        properties=(MODE,),
        identity=("mode",),
        archimate="Access",
        help=Text(
            id="Membaca atau menulis data. Aplikasi yang hanya menulis terganggu bila data hilang.",
            en="Reads or writes the data. An application that only writes is degraded when it is lost.",
        ),
    ),
    # (:DataObject)-[:DERIVED_FROM]->(:DataObject)
    RelationSpec(
        relation=RelationKind.DERIVED_FROM,
        label=Text(id="Diturunkan dari", en="Derived from"),
        inverse=Text(id="Menjadi bahan", en="Source of"),
        ends=(Ends(sources=(Kind.DATA_OBJECT,), targets=(Kind.DATA_OBJECT,)),),
        grouping=Grouping.EACH,
        effects=(DEGRADED,),
        archimate="Association",
        archimate_further=(Drawing("Realization", reversed=True),),
        help=Text(id="Data ini dibuat dari data itu.", en="This data is made from that data."),
    ),
    # (:Application)-[:CALLS {data, protocol}]->(:Interface)
    RelationSpec(
        relation=RelationKind.CALLS,
        label=Text(id="Memanggil", en="Calls"),
        inverse=Text(id="Dipanggil oleh", en="Called by"),
        ends=(Ends(sources=(Kind.APPLICATION,), targets=(Kind.INTERFACE,)),),
        grouping=Grouping.EACH,
        effects=(DEGRADED,),
        properties=(DATA, PROTOCOL),
        identity=("data",),
        archimate="Serving",
        archimate_reversed=True,
        archimate_name="data",
        help=Text(id="Aplikasi memakai antarmuka ini.", en="The application calls this interface."),
    ),
    # (:Application)-[:RECEIVES_FROM {data}]->(:OrgUnit)
    RelationSpec(
        relation=RelationKind.RECEIVES_FROM,
        label=Text(id="Menerima data dari", en="Receives data from"),
        inverse=Text(id="Memberi data kepada", en="Gives data to"),
        ends=(Ends(sources=(Kind.APPLICATION, *ORG), targets=(Kind.APPLICATION, *ORG)),),
        grouping=Grouping.EACH,
        effects=(EffectRule(effect=Effect.NONE, targets=ORG), DEGRADED),
        properties=(DATA,),
        identity=("data",),
        archimate="Flow",
        archimate_reversed=True,
        archimate_further=(Drawing("Serving", reversed=True),),
        archimate_name="data",
        help=Text(
            id="Aliran data yang antarmukanya belum diuraikan.",
            en="A flow of data whose interface is not described.",
        ),
    ),
    # (:Interface)-[:EXPOSED_BY]->(:Application)
    RelationSpec(
        relation=RelationKind.EXPOSED_BY,
        label=Text(id="Disediakan oleh", en="Exposed by"),
        inverse=Text(id="Menyediakan", en="Exposes"),
        ends=(Ends(sources=(Kind.INTERFACE,), targets=(Kind.APPLICATION,)),),
        grouping=Grouping.EACH,
        effects=(DOWN,),
        archimate="Composition",
        archimate_reversed=True,
        archimate_further=(Drawing("Aggregation", reversed=True),),
        help=Text(id="Aplikasi yang menyediakan antarmuka.", en="The application that offers the interface."),
    ),
    # (:Interface)-[:ROUTED_VIA]->(:IntegrationSystem)
    RelationSpec(
        relation=RelationKind.ROUTED_VIA,
        label=Text(id="Disalurkan melalui", en="Routed via"),
        inverse=Text(id="Menyalurkan", en="Routes"),
        ends=(Ends(sources=(Kind.INTERFACE, Kind.APPLICATION), targets=(Kind.INTEGRATION_SYSTEM,)),),
        grouping=Grouping.EACH,
        effects=(EffectRule(effect=Effect.DEGRADED, sources=(Kind.APPLICATION,)), DOWN),
        archimate="Serving",
        archimate_reversed=True,
        help=Text(
            id="Pertukaran data melewati sistem penghubung. Aplikasi yang hanya menyebut sistemnya "
            "terganggu bila sistem itu hilang.",
            en="The exchange passes the integration system. An application that merely names its system is "
            "degraded when that is lost.",
        ),
    ),
)


_HOSTS = (Kind.SERVER, Kind.CLOUD_SERVICE, Kind.PLATFORM_SOFTWARE)
HOSTING: tuple[RelationSpec, ...] = (
    # (:DataObject)-[:STORED_ON {role}]->(:Storage)
    RelationSpec(
        relation=RelationKind.STORED_ON,
        label=Text(id="Disimpan di", en="Stored on"),
        inverse=Text(id="Menyimpan", en="Stores"),
        ends=(Ends(sources=(Kind.DATA_OBJECT,), targets=(Kind.STORAGE, *_HOSTS)),),
        grouping=Grouping.EACH,
        effects=(EffectRule(effect=Effect.NONE, qualifier="role", values=("backup",)), DOWN),
        properties=(COPY_ROLE,),
        identity=("role",),
        archimate="Access",
        archimate_reversed=True,
        help=Text(id="Tempat data disimpan.", en="Where the data is kept."),
    ),
    # (:Application)-[:RUNS_ON {environment}]->(:Server)
    RelationSpec(
        relation=RelationKind.RUNS_ON,
        label=Text(id="Berjalan di", en="Runs on"),
        inverse=Text(id="Menjalankan", en="Runs"),
        ends=(
            Ends(
                sources=(
                    Kind.APPLICATION,
                    Kind.PLATFORM_SOFTWARE,
                    Kind.INTEGRATION_SYSTEM,
                    Kind.SECURITY_DEVICE,
                ),
                targets=_HOSTS,
            ),
        ),
        grouping=Grouping.EACH,
        replaceable=True,
        effects=(EffectRule(effect=Effect.NONE, qualifier="environment", values=NOT_PRODUCTION), DOWN),
        properties=(ENVIRONMENT,),
        identity=("environment",),
        archimate="Serving",
        archimate_reversed=True,
        archimate_further=(Drawing("Assignment", reversed=True), Drawing("Realization", reversed=True)),
        help=Text(
            id="Server, layanan awan atau perangkat lunak tempatnya berjalan.",
            en="The server, cloud service or software it runs on.",
        ),
    ),
    # (:Server)-[:USES_SOFTWARE]->(:PlatformSoftware)
    RelationSpec(
        relation=RelationKind.USES_SOFTWARE,
        label=Text(id="Memakai perangkat lunak", en="Uses software"),
        inverse=Text(id="Dipakai pada", en="Used on"),
        ends=(
            Ends(
                sources=(Kind.SERVER, Kind.STORAGE, Kind.CLOUD_SERVICE),
                targets=(Kind.PLATFORM_SOFTWARE,),
            ),
        ),
        grouping=Grouping.EACH,
        effects=(DOWN,),
        archimate="Serving",
        archimate_reversed=True,
        archimate_further=(
            Drawing("Composition"),
            Drawing("Aggregation"),
            Drawing("Realization", reversed=True),
            Drawing("Assignment", reversed=True),
        ),
        help=Text(
            id="Produk perangkat lunak platform yang terpasang.",
            en="The platform software, as a product, that is installed.",
        ),
    ),
    # (:Server)-[:HOSTED_ON]->(:Server)
    RelationSpec(
        relation=RelationKind.HOSTED_ON,
        label=Text(id="Menumpang pada", en="Hosted on"),
        inverse=Text(id="Menampung", en="Hosts"),
        ends=(Ends(sources=(Kind.SERVER,), targets=(Kind.SERVER,)),),
        grouping=Grouping.EACH,
        effects=(DOWN,),
        archimate="Serving",
        archimate_reversed=True,
        archimate_further=(Drawing("Assignment", reversed=True),),
        help=Text(id="Mesin virtual pada server fisiknya.", en="A virtual machine on its physical host."),
    ),
)


def _connections(infrastructure: tuple[Kind, ...]) -> tuple[RelationSpec, ...]:
    lines = (Kind.NETWORK_DEVICE, Kind.INTRA_NETWORK, Kind.SECURITY_DEVICE)
    return (
        # (:Server)-[:CONNECTED_BY]->(:NetworkDevice)
        RelationSpec(
            relation=RelationKind.CONNECTED_BY,
            label=Text(id="Terhubung melalui", en="Connected by"),
            inverse=Text(id="Menghubungkan", en="Connects"),
            ends=(Ends(sources=(*infrastructure, Kind.APPLICATION, *ORG), targets=lines),),
            grouping=Grouping.EACH,
            effects=(EffectRule(effect=Effect.DEGRADED, sources=ORG), DOWN),
            archimate="Serving",
            archimate_reversed=True,
            help=Text(
                id="Jaringan atau perangkat yang dilalui hubungannya.",
                en="The network or device in line of its connection.",
            ),
        ),
    )


def _sites(infrastructure: tuple[Kind, ...]) -> tuple[RelationSpec, ...]:
    return (
        # (:Server)-[:LOCATED_IN]->(:ComputingFacility)
        RelationSpec(
            relation=RelationKind.LOCATED_IN,
            label=Text(id="Berada di", en="Located in"),
            inverse=Text(id="Menjadi lokasi", en="Location of"),
            ends=(Ends(sources=infrastructure, targets=(Kind.COMPUTING_FACILITY,)),),
            grouping=Grouping.EACH,
            effects=(DOWN,),
            archimate="Aggregation",
            archimate_reversed=True,
            archimate_association=(
                Ends(sources=(Kind.CLOUD_SERVICE, Kind.INTRA_NETWORK), targets=(Kind.COMPUTING_FACILITY,)),
            ),
            archimate_further=(
                Drawing("Composition", reversed=True),
                Drawing("Aggregation", reversed=True),
                Drawing("Assignment", reversed=True),
            ),
            help=Text(
                id="Ruang atau gedung tempatnya berada; ruang berada di gedungnya.",
                en="The room or building it stands in; a room is located in its building.",
            ),
        ),
        # (:ComputingFacility)-[:POWERED_BY]->(:PowerSupply)
        RelationSpec(
            relation=RelationKind.POWERED_BY,
            label=Text(id="Bergantung listrik pada", en="Powered by"),
            inverse=Text(id="Memberi listrik kepada", en="Powers"),
            ends=(Ends(sources=infrastructure, targets=(Kind.POWER_SUPPLY,)),),
            grouping=Grouping.EACH,
            effects=(DOWN,),
            archimate="Serving",
            archimate_reversed=True,
            help=Text(id="Sumber listriknya.", en="Its source of power."),
        ),
    )


PARTS = (
    # (:BusinessProcess)-[:COMPOSED_OF]->(:BusinessProcess)
    RelationSpec(
        relation=RelationKind.COMPOSED_OF,
        label=Text(id="Terdiri atas", en="Composed of"),
        inverse=Text(id="Bagian dari", en="Part of"),
        ends=(Ends(sources=SUBJECTS, targets=SUBJECTS, same_kind=True),),
        grouping=Grouping.PARTIAL,
        effects=(EffectRule(effect=Effect.NONE, sources=ORG, targets=ORG), DOWN),
        archimate="Composition",
        archimate_further=(Drawing("Aggregation"),),
        help=Text(
            id="Keseluruhan dan bagiannya yang sejenis: instansi, OPD, unit kerja; proses, sub proses.",
            en="A whole and its parts of the same kind: institution, agency, unit; process, sub-process.",
        ),
    ),
)
