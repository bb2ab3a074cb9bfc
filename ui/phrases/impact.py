"""Words of the page Dampak."""

from model.text import Text
from queries.impact.certainty import Untold

TITLE = Text(id="Dampak", en="Impact")
HELP = Text(
    id="Apa yang terdampak bila sesuatu mati, dan mengapa.",
    en="What is affected when something fails, and why.",
)
QUESTION = Text(id="Apa yang terdampak bila …", en="What is affected if …")
FAILED = Text(id="Objek yang diandaikan mati", en="Elements assumed to fail")
FAILED_HINT = Text(
    id="ketik nama server, ruang, aplikasi …", en="type the name of a server, a room, an application …"
)
DEGRADED = Text(id="Yang hanya terganggu", en="Those only degraded")
DEGRADED_HELP = Text(
    id="Objek yang masih berjalan, tetapi tidak sepenuhnya: lambat, sebagian rusak, tanpa cadangan. Yang "
    "dipilih di kedua daftar dianggap terganggu.",
    en="Elements that still run, but not fully: slow, partly broken, without their spare. What is chosen in "
    "both lists counts as degraded.",
)
ALL_THAT = Text(
    id="Tambahkan sekaligus: semua di satu ruang, dari satu penyedia, …",
    en="Add at once: everything in a room, of a vendor, …",
)
ALL_THAT_HELP = Text(
    id="Pilih kesamaannya; semua objek yang memilikinya diandaikan mati bersama.",
    en="Choose what they have in common; all elements that have it are assumed to fail together.",
)
TRAIT = Text(id="Kesamaan", en="In common")
TRAIT_VALUE = Text(id="Dengan", en="With")
TRAIT_HINT = Text(id="pilih dari yang tercatat …", en="choose from what is on record …")
ONLY_KIND = Text(id="Hanya jenis", en="Only the kind")
ANY_KIND = Text(id="Semua jenis", en="Every kind")
BECOME = Text(id="Menjadi", en="Become")
ADD_ALL = Text(id="Tambahkan", en="Add them")
MATCHED = Text(id="**{n}** objek: {counted}", en="**{n}** {n|element|elements}: {counted}")
ALL_MATCHED = Text(
    id="{state}: **{n}** objek dengan **{told}**", en="{state}: **{n}** {n|element|elements} with **{told}**"
)
TAKE_BACK = Text(id="Hapus", en="Remove")
NO_CONDITION = Text(
    id="Tautan ini menyebut syarat yang tidak dikenal: {condition}. Pilih penggantinya di bawah.",
    en="This link names a condition that is not known: {condition}. Choose another one below.",
)
PROTECTED = Text(id="Anggap tetap berfungsi", en="Protect")
PROTECTED_HELP = Text(
    id="Objek yang tetap berfungsi apa pun yang terjadi, misalnya karena ada rencana darurat.",
    en="Elements that stay up whatever happens, for instance because there is an emergency plan.",
)
ON = Text(id="Pada tanggal", en="On the date")
MORE_ASKED = Text(id="Pengecualian, tanggal, keadaan data", en="Exceptions, date, state of the data")
STANDING_HELP = Text(
    id="Jawaban atas data sekarang, atau sebagaimana tercatat setelah sebuah impor.",
    en="The answer from the data as it is now, or as it was on record after a load.",
)
PAST = Text(
    id="Jawaban ini menurut data **{standing}**, bukan data sekarang.",
    en="This answer is from the data **{standing}**, not as it is now.",
)
FOLDING = Text(id="Menyusun keadaan data saat itu …", en="Putting together the data as of then …")
BACK_TO_NOW = Text(id="Kembali ke data sekarang", en="Back to the data of now")
NO_LOAD = Text(
    id="Impor {load} yang disebut tautan ini tidak ada (lagi); jawaban di bawah menurut data sekarang.",
    en="The load {load} that this link names is not there (any more); the answer below is of now.",
)
NOT_YET = Text(
    id="Objek ini tidak ada pada keadaan data itu dan tidak ikut: {keys}.",
    en="These do not exist in that state of the data and are left out: {keys}.",
)
KINDS = Text(id="Jenis objek", en="Kinds of elements")
KINDS_HELP = Text(id="Mempersempit daftar pilihan di sebelahnya.", en="Narrows the choice beside it.")
ASK = Text(
    id="Pilih satu atau beberapa objek di atas. Contoh: sebuah server, ruang server, atau aplikasi.",
    en="Choose one or several elements above. For example a server, a server room or an application.",
)
GONE = Text(
    id="Tautan ini menyebut objek yang tidak ada (lagi): {keys}. Pilih penggantinya pada daftar.",
    en="This link names what is not there (any more): {keys}. Choose its successor in the list.",
)
NO_LONGER = Text(
    id="{names} tidak lagi digunakan pada {day}; bila mati, tidak ada yang berubah pada hari itu.",
    en="No longer in use on {day}: {names}. Its failure changes nothing on that day.",
)
NOT_IN_USE_YET = Text(
    id="{names} belum digunakan pada {day}; bila mati, tidak ada yang berubah pada hari itu.",
    en="Not yet in use on {day}: {names}. Its failure changes nothing on that day.",
)
WITHOUT = Text(
    id="Pada hari itu {n} objek memang sudah tanpa yang dibutuhkannya: {names}.",
    en="Elements that are without what they need on that day already: {n} ({names}).",
)
NOBODY = Text(
    id="Tidak ada objek lain yang terdampak menurut data yang ada.",
    en="No other element is affected according to the data there is.",
)
COUNT_DOWN = Text(id="■ **{n}** tidak tersedia", en="■ **{n}** down")
COUNT_DEGRADED = Text(id="▲ **{n}** terganggu", en="▲ **{n}** degraded")
COUNT_AT_RISK = Text(id="◆ **{n}** waspada", en="◆ **{n}** at risk")
COUNT_AGENCIES = Text(id="**{n}** OPD", en="**{n}** {n|agency|agencies}")
ENDED = Text(id="{names} sudah dihentikan; pilih penggantinya", en="{names} is retired; choose its successor")
NOT_USED_YET = Text(
    id="{names} belum dipakai; sebutkan yang dipakai kini", en="{names} is not in use yet; name what is"
)
UNLINKED = Text(
    id="tertulis {texts}, belum terkait dengan objek mana pun; pilih objeknya",
    en="{texts} is written and linked to no element; choose the element",
)
WHY_OPEN = {
    Untold.EMPTY: Text(id="{n} kosong", en="{n} empty"),
    Untold.UNLINKED: Text(id="{n} tertulis tetapi belum terkait", en="{n} written but linked to no element"),
    Untold.PLANNED: Text(
        id="{n} menunjuk ke yang belum dipakai", en="{n} pointing at what is not in use yet"
    ),
    Untold.ENDED: Text(id="{n} menunjuk ke yang sudah dihentikan", en="{n} pointing at what is retired"),
}
AGENCIES_HELP = Text(
    id="OPD: yang layanan atau prosesnya terdampak, dan yang memakai aplikasi atau layanan yang terdampak. "
    "Unit dihitung sebagai OPD-nya. “Tidak tersedia” pada sebuah OPD berarti semua aplikasi dan layanan yang "
    "tercatat dipakainya mati; pemilik yang tidak tercatat sebagai pemakai tidak ikut.",
    en="Agencies: those whose services or processes are affected, and those that use an application or "
    "service that is. A unit counts as its agency. An agency is “down” where all applications and services "
    "that it is on record to use are; an owner that is not on record as a user is not.",
)
OF_THEM_SERVICES = Text(id="{n} di antaranya layanan", en="{n} of them {n|a service|services}")
PICTURE = Text(id="Gambar", en="Picture")
TABLE = Text(id="Tabel", en="Table")
BY_AGENCY = Text(id="Per OPD", en="By agency")
DISTANCE = Text(id="Langkah", en="Steps")
BECAUSE = Text(id="Karena", en="Because")
PATH = Text(id="Rangkaian", en="Chain")
RTO = Text(id="RTO (jam)", en="RTO (h)")
BACK_AFTER = Text(id="Pulih setelah (jam)", en="Back after (h)")
RTO_EXCEEDED = Text(id="RTO terlampaui (jam)", en="RTO exceeded by (h)")
IMPORTANCE = Text(id="Kepentingan", en="Importance")
SORT = Text(id="Urutkan", en="Sort by")
SORTS = {
    "state": Text(id="Keadaan, lalu langkah terdekat", en="State, then nearest"),
    "importance": Text(id="Kepentingan, terpenting dahulu", en="Importance, most important first"),
    "rto": Text(id="RTO terlampaui, terbanyak dahulu", en="RTO exceeded, most first"),
}
TABLE_HELP = Text(
    id="Kepentingan dihitung dari kekritisan (bila kosong: dari yang mewujudkannya) dan jumlah pengguna. "
    "Pulih setelah: bila semua yang mati dipulihkan serentak, masing-masing selama “Lama pemulihan”, atau "
    "RTO-nya bila itu kosong. Tanda – berarti belum diketahui, bukan aman.",
    en="Importance follows from criticality (if blank: that of what gives it) and number of users. "
    "Back after: if all that failed is restored at the same time, each in its time to restore, or its RTO "
    "where that is blank. The sign – means not known, not safe.",
)
PROMISE_BROKEN = Text(
    id="RTO {rto} jam terlampaui paling sedikit {hours} jam.",
    en="Its RTO of {rto} h is exceeded by at least {hours} h.",
)
RESTORE_ORDER = Text(id="Urutan pemulihan", en="Restore order")
STEP = Text(id="Urutan", en="Step")
RESTORE = Text(id="Pulihkan", en="Restore")
TAKES = Text(id="Lama (jam)", en="Takes (h)")
DONE_AFTER = Text(id="Selesai pada jam ke-", en="Done after (h)")
BACK_COUNT = Text(id="Objek yang pulih", en="Elements back")
BACK_SERVICES = Text(id="Layanan dan proses yang pulih", en="Services and processes back")
BEGIN_WITH = Text(
    id="Pulihkan **{name}** lebih dahulu; {n} objek pulih sesudahnya, {services}.",
    en="Restore **{name}** first; {n} {n|element is|elements are} back after it, {services}.",
)
RESTORE_ONE = Text(
    id="Setelah **{name}** dipulihkan, {n} objek pulih, {services}.",
    en="Once **{name}** is restored, {n} {n|element is|elements are} back, {services}.",
)
ORDER_EXACT = Text(
    id="Bila satu tim bekerja berurutan, tidak ada urutan yang lebih cepat memulihkan layanan terpenting.",
    en="With one crew working in turn, no other order brings the most important services back sooner.",
)
ORDER_BOUND = Text(
    id="Urutan ini pendekatan untuk satu tim: kerugiannya (kepentingan × jam) paling banyak {percent} % di "
    "atas yang terkecil.",
    en="This order is an approximation for one crew: what it loses (importance × hours) is at most "
    "{percent}% above the least possible.",
)
ORDER_UNKNOWN = Text(
    id="Urutan ini pendekatan untuk satu tim; seberapa dekat dengan yang terbaik tidak diketahui.",
    en="This order is an approximation for one crew; how close it is to the best is not known.",
)
NO_DURATION = Text(
    id="Lama pemulihan belum diisi; semua dianggap sama lama. Isi “Lama pemulihan (jam)” pada objeknya.",
    en="No time to restore is filled in; all are taken to need equally long. Fill in “Time to restore”.",
)
ASSUMED_DURATION = Text(
    id="Lama pemulihan {n} objek belum diisi dan dianggap {hours} jam, nilai tengah yang lain.",
    en="The time to restore of {n} {n|element|elements} is not filled in and taken as {hours} hours, the "
    "others' median.",
)
WHY = Text(id="**{name}** {state}: {reasons}.", en="**{name}** is {state}: it {reasons}.")
WHY_UP = Text(id="{name} tidak terdampak.", en="{name} is not affected.")
NEEDS_ONE = Text(id="membutuhkan {member}", en="needs {member}")
NEEDS_ANY = Text(id="membutuhkan salah satu dari {members}", en="needs any of {members}")
NEEDS_ALL = Text(id="membutuhkan semua dari {members}", en="needs all of {members}")
NEEDS_SOME = Text(id="membutuhkan {need} dari {members}", en="needs {need} of {members}")
SOME_LEFT = Text(
    id="{told}: sebagian tidak berfungsi penuh, yang tersisa {left}",
    en="{told}: some do not work fully, what is left is {left}",
)
BOTH_HANG = Text(id="keduanya bergantung pada {name}", en="both hang on {name}")
BOTH_RELATED = Text(id="keduanya {label} {name}", en="both hang on {name} ({label})")
ALL_HANG = Text(id="yang terdampak semuanya bergantung pada {name}", en="all those affected hang on {name}")
ALL_RELATED = Text(
    id="yang terdampak semuanya {label} {name}", en="all those affected hang on {name} ({label})"
)
IN_GROUP = Text(id="grup {group}", en="group {group}")
CHOOSE_NODE = Text(
    id="Klik sebuah objek dalam gambar untuk melihat alasannya.",
    en="Click an element in the picture for the reason.",
)
HIDDEN = Text(
    id="{n} objek terdampak lainnya tidak digambar agar gambar tetap terbaca (paling banyak {most}); tabel "
    "memuat semuanya. Pakai Saring untuk memilih.",
    en="{n} further affected {n|element is|elements are} not drawn, to keep the picture readable (at most "
    "{most}); the table has all of them. Use Filter to choose.",
)
MOST = Text(id="Paling banyak digambar", en="Draw at most")
ONLY_AGENCY = Text(id="Hanya OPD", en="Only agency")
ONLY_KINDS = Text(id="Hanya jenis", en="Only kinds")
SHARE = Text(
    id="Alamat halaman ini dapat dibagikan; tautannya membuka tampilan yang sama.",
    en="The address of this page can be shared; it opens the same view.",
)
TOO_MANY = Text(
    id="{n} objek lain tidak masuk daftar pilihan; pilih jenisnya lebih dahulu.",
    en="{n} further {n|element is|elements are} not in the list; choose a kind first.",
)
SUMMARY_SHEET = Text(id="Ringkasan", en="Summary")
AFFECTED_SHEET = Text(id="Terdampak", en="Affected")
REVISION = Text(id="Revisi data", en="Data revision")
OPEN_ELEMENT = Text(id="Buka di Jelajah", en="Open in Explore")
NO_AGENCY = Text(id="(tanpa OPD)", en="(no agency)")
FILTER = Text(id="Saring", en="Filter")
FILTERED = Text(id="Saringan menampilkan {n} dari {all}.", en="The filter shows {n} of {all}.")
WHO = Text(id="Per OPD, lapis, jenis", en="By agency, layer, kind")
LAYER = Text(id="Lapis", en="Layer")
BY_LAYER = Text(id="Per lapis dan jenis", en="By layer and kind")
COUNT_UNKNOWN = Text(id="? **{n}** belum pasti", en="? **{n}** unknown")
UNCERTAIN = Text(id="Belum pasti ({n})", en="Unknown ({n})")
UNCERTAIN_HELP = Text(
    id="**{n}** objek belum tentu aman: yang belum diketahui ({why}) dapat mengubah jawabannya. Yang paling "
    "menentukan di atas.",
    en="**{n}** {n|element is|elements are} not known to be safe: what is not known yet ({why}) could change "
    "the answer. The most decisive first.",
)
ALL_CERTAIN = Text(
    id="Tidak ada yang belum diketahui yang dapat mengubah jawaban ini.",
    en="Nothing that is not known could change this answer.",
)
MISSING = Text(id="Yang belum diketahui", en="What is not known")
LEAVES_OPEN = Text(id="Objek yang bergantung", en="Elements left open")
THESE = Text(id="Antara lain", en="Among them")
POSSIBLE = Text(id="Dapat menjadi", en="Could be")
KNOWN = Text(id="Sejauh diketahui", en="As far as known")
OPEN_ELEMENTS = Text(id="Objek yang belum pasti", en="Elements that are not certain")
DOWNLOAD = Text(id="Unduh", en="Download")
XLSX_HELP = Text(
    id="Semua yang terdampak dengan alasannya, urutan pemulihan, dan yang belum pasti.",
    en="Everything affected with its reasons, the restore order, and what is unknown.",
)
SVG = Text(id="Unduh gambar (.svg)", en="Download picture (.svg)")
SVG_HELP = Text(
    id="Gambar yang tetap tajam berapa pun ukurannya, untuk laporan dan paparan.",
    en="A picture that stays sharp at any size, for reports and slides.",
)
JSON = Text(id="Unduh .json", en="Download .json")
JSON_HELP = Text(
    id="Jawaban yang sama untuk program lain, seperti `simpul impact --json`.",
    en="The same answer for other programs, as `simpul impact --json` tells it.",
)
MERMAID = Text(id="Unduh teks Mermaid", en="Download Mermaid text")
MERMAID_HELP = Text(
    id="Gambar yang sama sebagai teks, untuk wiki dan dokumen yang memahami Mermaid.",
    en="The same picture as text, for wikis and documents that understand Mermaid.",
)
CERTIFICATE = Text(id="Unduh bukti", en="Download proof")
CERTIFICATE_HELP = Text(
    id="Jawaban ini dengan langkah-langkah yang membuktikannya. Periksa ulang kapan saja, tanpa data Simpul: "
    "simpul verify BERKAS.",
    en="This answer with the steps that prove it. Check it again at any time, without Simpul’s data: simpul "
    "verify FILE.",
)
GAPS_SHEET = Text(id="Belum pasti", en="Unknown")
