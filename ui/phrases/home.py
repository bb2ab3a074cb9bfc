"""Words of the page Beranda."""

from model.text import Text

TITLE = Text(id="Beranda", en="Home")
HELP = Text(
    id="Isi data per OPD dan domain, dan yang perlu diperhatikan.", en="What is there, by agency and domain."
)
SUMMARY = Text(
    id="**{elements}** objek dari **{agencies}** OPD. **{findings}** catatan perlu diperbaiki.",
    en="**{elements}** {elements|element|elements} of **{agencies}** {agencies|agency|agencies}. "
    "**{findings}** {findings|finding|findings} to mend.",
)
AND_RETIRED = Text(
    id="Tercatat sebagai dihentikan, tidak ikut dihitung: {n}.", en="On record as retired, not counted: {n}."
)
LAST_LOAD = Text(id="Impor terakhir: {scope}, {ago}.", en="Last load: {scope}, {ago}.")
SEVERAL = Text(id="beberapa OPD", en="several agencies")
HEAT = Text(id="Isi data per OPD dan domain", en="What each agency has, by domain")
HEAT_HELP = Text(
    id="Jumlah objek. Kotak kosong berarti domain itu belum diisi. Klik sebuah kotak untuk "
    "membukanya di Jelajah.",
    en="Number of elements. An empty box means nothing was sent for it. Click a box to open it in Explore.",
)
FLOW = Text(id="Dari proses ke infrastruktur", en="From process to infrastructure")
FLOW_HELP = Text(
    id="Banyaknya ketergantungan antara domain.", en="How many dependencies lead from domain to domain."
)
ATTENTION = Text(id="Yang paling perlu perhatian", en="What needs attention first")
LOADS = Text(id="Impor terbaru", en="Newest loads")
NO_LOADS = Text(id="Belum ada impor.", en="There are no loads yet.")
WIDEST = Text(
    id="**{name}**: {n} layanan tidak tersedia bila mati",
    en="**{name}**: its failure takes down {n} {n|service|services}",
)
EMPTY_DOMAINS = Text(
    id="OPD yang belum mengisi semua domain: {n}", en="Agencies that left a domain empty: {n}"
)
INCOMPLETE = Text(
    id="{n} tautan infrastruktur belum diketahui: {unknown} jawaban belum pasti",
    en="{n} infrastructure {n|link is|links are} not known: {unknown} {unknown|answer|answers} unknown",
)
NO_HOST = Text(
    id="Aplikasi yang belum jelas berjalan di mana: {n}", en="Applications with no known host: {n}"
)
NO_APPLICATION = Text(
    id="Layanan yang belum terhubung ke aplikasi: {n}", en="Services linked to no application: {n}"
)
SAME_FUNCTION = Text(
    id="{n} pasang aplikasi antar-OPD berkode RAB/RAL sama",
    en="Pairs of applications of two agencies with one RAB/RAL code: {n}",
)
FINDINGS = Text(id="{n} catatan perlu diperbaiki", en="Findings to mend: {n}")
SEARCH_ANYTHING = Text(
    id="cari apa saja: nama, kode, singkatan …", en="search anything: name, code, abbreviation …"
)
ASK_IMPACT = Text(id="Apa yang terdampak bila …?", en="What is affected if …?")
ASK_SIMILAR = Text(id="Aplikasi sejenis", en="Similar applications")
ASK_IMPORT = Text(id="Impor berkas", en="Import files")
ELEMENTS = Text(id="Objek", en="Elements")
RELATIONS = Text(id="Hubungan", en="Relations")
DOMAIN = Text(id="Domain", en="Domain")
