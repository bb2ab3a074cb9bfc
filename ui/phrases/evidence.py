"""Words of the workbook for evaluators: what its sheets are called and what they show."""

from model.inventories import Inventory
from model.text import Text
from ui.phrases import common, weak

CONTENTS = Text(id="Daftar isi", en="Contents")
CONTENTS_COLUMNS = (
    common.SHEET,
    Text(id="Isi", en="What it shows"),
    Text(id="Baris", en="Rows"),
    Text(id="Indikator", en="Indicators"),
)
INDICATOR = Text(id="{index_set} indikator {number} ({name})", en="{index_set} indicator {number} ({name})")
TITLE = Text(id="Bukti dukung arsitektur SPBE", en="Evidence of the SPBE architecture")
WHOSE = Text(id="Pemerintah daerah", en="Government")
AS_IT_IS = Text(id="Keadaan", en="State")
TODAY = Text(id="per {day}", en="as of {day}")
AFTER_LOAD = Text(id="per {day}, sesudah impor {load}", en="as of {day}, after load {load}")
OPEN = Text(id="Catatan perbaikan terbuka", en="Open findings")
OPEN_HELP = Text(
    id="Baris, rujukan, atau isian yang perlu diperbaiki; lihat simpul findings.",
    en="Rows, references or values to mend; see simpul findings.",
)
NOT_KEPT = Text(
    id="Catatan yang terbuka pada keadaan lampau tidak disimpan; buat bukti dukung tanpa --as-of.",
    en="What was open in a past state is not kept; make the evidence without --as-of.",
)
NOTHING = Text(
    id="Tidak ada baris: belum tercatat apa pun untuk lembar ini.",
    en="No rows: nothing is on record for this sheet.",
)
PLANNED = Text(id="{name} (mulai {day})", en="{name} (from {day})")
PLANNED_SOME_DAY = Text(id="{name} (baru direncanakan)", en="{name} (only planned)")
NOT_IN_USE = Text(id="Belum dipakai: {names}.", en="Not in use yet: {names}.")
NOT_IN_BOOK = Text(
    id="Matriks {n} aplikasi terlalu lebar untuk dibaca; lihat lembar “{sheet}”.",
    en="A matrix of {n} applications is too wide to read; see the sheet “{sheet}”.",
)

INVENTORIES = {
    Inventory.SERVICES: Text(id="Layanan", en="Services"),
    Inventory.APPLICATIONS: Text(id="Inventaris aplikasi", en="Application inventory"),
    Inventory.INTERFACES: Text(id="Daftar API", en="APIs"),
    Inventory.DATA: Text(id="Data dan informasi", en="Data"),
    Inventory.NETWORKS: Text(id="Jaringan intra", en="Intra-government networks"),
    Inventory.ASSETS: Text(id="Aset infrastruktur", en="Infrastructure assets"),
    Inventory.RISKS: Text(id="Daftar risiko", en="Risk register"),
    Inventory.GAPS: Text(id="Kesenjangan", en="Gaps"),
    Inventory.ROADMAP: Text(id="Peta rencana", en="Roadmap"),
}
INVENTORIES_HELP = {
    Inventory.SERVICES: Text(
        id="Layanan dengan penanda prioritas, tematik, dan siklus hidup.",
        en="Services with the flags priority, thematic and life cycle.",
    ),
    Inventory.APPLICATIONS: Text(
        id="Status, fungsi, pemilik, dasar hukum, alamat, pengguna, biaya, dokumen pengembangan, dan uji "
        "keamanan; termasuk yang sudah dihentikan.",
        en="Status, function, owner, legal basis, address, users, cost, development documents and "
        "security test; those that ended too.",
    ),
    Inventory.INTERFACES: Text(
        id="Nama, versi, alamat endpoint, penyedia, pengguna, dan sistem penghubung layanan.",
        en="Name, version, endpoint, provider, consumers and integration system.",
    ),
    Inventory.DATA: Text(
        id="Produsen, wali data, sifat, pemutakhiran, dan tempat simpan.",
        en="Producer, steward, sensitivity, update cycle and where it is kept.",
    ),
    Inventory.NETWORKS: Text(
        id="Jaringan dan OPD yang dihubungkannya.", en="Networks and the agencies they connect."
    ),
    Inventory.ASSETS: Text(
        id="Fasilitas, perangkat, dan perangkat lunak: pemilik, pengelola, dan letak.",
        en="Facilities, devices and software: owner, operator and place.",
    ),
    Inventory.RISKS: Text(
        id="Risiko layanan dan mitigasinya, sebagaimana ditulis OPD.",
        en="Risks of services and their mitigation, as agencies wrote them.",
    ),
    Inventory.GAPS: Text(
        id="Kesenjangan antara keadaan sekarang dan target, menurut domain.",
        en="Gaps between the present and the target state, by domain.",
    ),
    Inventory.ROADMAP: Text(
        id="Inisiatif menurut muatan peta rencana, dengan target dan anggaran per tahun.",
        en="Initiatives by content of the roadmap, with target and budget per year.",
    ),
}

SUPPORT = Text(id="Proses-layanan-OPD", en="Processes, services, agencies")
SUPPORT_HELP = Text(
    id="Layanan milik siapa yang mendukung proses, dan aplikasi yang mewujudkannya.",
    en="Whose service supports which process, and the applications that realize it.",
)
SUPPORT_COLUMNS = (
    Text(id="OPD pemilik proses", en="Agency of the process"),
    Text(id="Kode referensi", en="Reference code"),
    Text(id="Proses bisnis", en="Process"),
    Text(id="OPD pelaksana layanan", en="Agency of the service"),
    Text(id="Layanan", en="Service"),
    Text(id="Aplikasi", en="Applications"),
    common.REMARK,
    common.KEY,
)
NO_SERVICE = Text(
    id="Tidak tercatat layanan atau aplikasi yang sedang dipakai.",
    en="No service or application in use is on record.",
)
NO_APPLICATION = Text(
    id="Tidak tercatat aplikasi yang sedang dipakai.", en="No application in use is on record."
)
DIRECTLY = Text(id="Aplikasi mendukung proses secara langsung.", en="Applications support it directly.")
NO_PROCESS = Text(id="Tidak tercatat proses yang sedang berjalan.", en="No process in use is on record.")

HOSTING = Text(id="Hosting layanan", en="Hosting of services")
HOSTING_HELP = Text(
    id="Di server atau komputasi awan mana setiap layanan berjalan, di fasilitas apa, dan rencananya.",
    en="On which server or cloud each service runs, in which facility, and the plans for it.",
)
HOSTING_COLUMNS = (
    Text(id="OPD pelaksana layanan", en="Agency of the service"),
    Text(id="Layanan", en="Service"),
    Text(id="OPD pemilik aplikasi", en="Agency of the application"),
    Text(id="Aplikasi", en="Application"),
    Text(id="Berjalan di", en="Runs on"),
    Text(id="Jenis", en="Kind"),
    Text(id="Lingkungan", en="Environment"),
    Text(id="Fasilitas", en="Facility"),
    Text(id="Lokasi", en="Place"),
    Text(id="Status kepemilikan", en="Ownership"),
    Text(id="Tier", en="Tier"),
    Text(id="Posisi server menurut OPD", en="Hosting place as written"),
    Text(id="Kesenjangan dan rencana", en="Gaps and plans"),
    common.REMARK,
    common.KEY,
)

EXCHANGES = Text(id="Integrasi aplikasi", en="Integration")
EXCHANGES_HELP = Text(
    id="Siapa memberi data apa kepada siapa, lewat API dan sistem penghubung yang mana.",
    en="Who gives which data to whom, by which API and integration system.",
)
EXCHANGES_COLUMNS = (
    Text(id="OPD penyedia", en="Agency of the provider"),
    Text(id="Penyedia", en="Provider"),
    Text(id="OPD penerima", en="Agency of the receiver"),
    Text(id="Penerima", en="Receiver"),
    Text(id="API", en="API"),
    Text(id="Data", en="Data"),
    Text(id="Sistem penghubung", en="Integration system"),
    common.REMARK,
    common.KEY,
)
MATRIX = Text(id="Matriks integrasi", en="Integration matrix")
MATRIX_HELP = Text(
    id="Baris memberi data kepada kolom; sel menyebut API atau datanya. Kunci: dari pemberi.",
    en="Rows give data to columns; a cell names the API or the data. The key is the giver's.",
)
RECEIVER = Text(id="{name} ({agency})", en="{name} ({agency})")
GIVES = Text(id="Penyedia ↓ · penerima →", en="Provider ↓ · receiver →")
SOME = Text(id="ya", en="yes")

CONTINUITY = Text(id="Kesinambungan layanan", en="Continuity")
CONTINUITY_HELP = Text(
    id="RTO dan RPO yang dijanjikan, dapat ditepati atau tidak, dan uji pemulihan terakhir.",
    en="Promised RTO and RPO, whether they can be kept, and the last restore test.",
)
CONTINUITY_COLUMNS = (
    common.AGENCY,
    Text(id="Layanan", en="Service"),
    weak.PROMISED,
    Text(id="RTO dapat ditepati?", en="RTO can be kept?"),
    weak.AT_BEST,
    weak.RPO,
    Text(id="RPO dapat ditepati?", en="RPO can be kept?"),
    Text(id="Uji pemulihan (yang paling lama)", en="Restore test (the oldest)"),
    Text(id="Aplikasi tanpa uji pemulihan", en="Applications without a restore test"),
    common.KEY,
)
NO_PROMISE = Text(id="belum ada janji", en="no promise")

REVIEW = Text(id="Reviu aplikasi", en="Review of applications")
REVIEW_HELP = Text(
    id="Keputusan atas pasangan yang sejenis: siapa memutuskan apa, kapan, dan mengapa.",
    en="Decisions on similar pairs: who decided what, when and why.",
)
COMPLETENESS = Text(id="Kelengkapan", en="Completeness")
COMPLETENESS_HELP = Text(
    id="Jumlah objek milik setiap OPD yang dipakai pada tanggal itu menurut domain, dan domain yang kosong.",
    en="How many elements of each agency are in use on the day by domain, and the domains that are empty.",
)
EMPTY_DOMAINS = Text(id="Domain yang kosong", en="Empty domains")
EXEMPT = Text(id="Dikecualikan: tidak diminta mengisi.", en="Exempt: not asked to deliver.")
NOBODYS = Text(id="Tanpa pemilik", en="No owner")
CHANGES = Text(id="Log perubahan", en="Change log")
CHANGES_HELP = Text(
    id="Setiap impor, suntingan, dan keputusan: kapan, oleh siapa, dan apa.",
    en="Every import, edit and decision: when, by whom and what.",
)
DONE = Text(
    id="{output}: {sheets} lembar, {rows} baris, keadaan {state}.",
    en="{output}: {sheets} sheets, {rows} rows, state {state}.",
)
BUTTON = Text(id="Bukti dukung (.xlsx)", en="Evidence (.xlsx)")
FILE_NAME = Text(id="simpul-bukti-dukung-{day}.xlsx", en="simpul-evidence-{day}.xlsx")
BUTTON_HELP = Text(
    id="Matriks dan daftar yang diminta asesor SPBE: proses-layanan-OPD, inventaris aplikasi, integrasi, "
    "hosting, kesenjangan dan peta rencana, kesinambungan, kelengkapan, log perubahan.",
    en="The matrices and lists that SPBE assessors ask for: processes, services and agencies, applications, "
    "integration, hosting, gaps and roadmap, continuity, completeness, change log.",
)
