"""Words of the view Satu aplikasi, banyak OPD."""

from model.text import Text

NONE = Text(
    id="Tidak ada sistem yang dicatat berulang. Di sini muncul aplikasi nasional, atau aplikasi satu OPD, "
    "yang dicatat beberapa OPD seolah-olah miliknya sendiri.",
    en="No system is recorded again and again. Here appear national applications, or those of one agency, "
    "that several agencies recorded as if they were their own.",
)
LEAD = Text(
    id="**{n}** sistem masing-masing cukup satu catatan dengan OPD penggunanya:",
    en="**{n}** systems each need one record with the agencies that use it:",
)
LEAD_OF_ONE = Text(
    id="**1** sistem cukup satu catatan dengan OPD penggunanya:",
    en="**1** system needs one record with the agencies that use it:",
)
LEAD_OFTEN = Text(id="{n} dicatat lebih dari satu kali", en="{n} recorded more than once")
LEAD_ONCE = Text(
    id="{n} aplikasi nasional dicatat satu kali, sebagai milik OPD",
    en="{n} national, recorded once, as an agency's own",
)
LEAD_DOUBTFUL = Text(id="{n} perlu dipastikan dahulu", en="{n} to be made sure of first")
RECORDS = Text(id="Catatan ({n})", en="Records ({n})")
RECORD_COLUMNS = (
    Text(id="Catatan", en="Record"),
    Text(id="OPD", en="Agency"),
    Text(id="Yang dikerjakan", en="What it says it does"),
    Text(id="Usulan", en="Proposal"),
)
STAYS = Text(id="tetap", en="stays")
COPY = Text(id="gabungkan", en="merge")
DOUBTFUL = Text(id="pastikan dahulu", en="make sure first")
NO_WORK = Text(id="(belum ditulis)", en="(not written)")
TO_CREATE = Text(id="(baru) {name}", en="(new) {name}")
COLUMNS = (
    Text(id="Sistem", en="System"),
    Text(id="Usulan", en="Proposal"),
    Text(id="Catatan yang tetap", en="Record that stays"),
    Text(id="Salinan", en="Copies"),
    Text(id="Pastikan dahulu", en="Make sure first"),
    Text(id="OPD pengguna", en="Agencies using it"),
    Text(id="Perintah", en="Command"),
)
SYSTEM, KEY = COLUMNS[0], Text(id="Kunci", en="Key")
RECORDS_SHEET = Text(id="Catatan per sistem", en="Records by system")
HOW = Text(
    id="Menggabungkan memindahkan hubungan salinan ke catatan yang tetap, dan OPD-nya menjadi pengguna. "
    "Menghentikan salinan tidak memindahkan apa pun.",
    en="Merging moves the relations of the copies to the record that stays, and their agencies become its "
    "users. Retiring copies moves nothing.",
)
CREATE_HOW = Text(
    id="Belum ada objek nasional: muat dahulu dengan tombol di atas, lalu gabungkan dari sini.",
    en="There is no national element yet: load it with the button above, then merge from here.",
)
PREPARE = Text(
    id="Muat {n} aplikasi nasional yang belum ada →",
    en="Load the {n} national {n|application|applications} that {n|is|are} missing →",
)
PREPARE_HELP = Text(
    id="Membuka Impor dengan berkas yang berisi nama-namanya, pada cakupan nasional. Rencananya ditinjau "
    "dahulu; sesudah diterapkan, salinan OPD dapat digabungkan dari sini.",
    en="Opens Import with a file of their names, in the national scope. The plan is reviewed first; once it "
    "is applied, the copies of the agencies can be merged from here.",
)
MERGE = Text(id="Gabungkan {n} salinan →", en="Merge {n} copies →")
MERGE_ONE = Text(id="Gabungkan 1 salinan →", en="Merge 1 copy →")
