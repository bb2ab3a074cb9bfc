"""Words of correcting what is shown: values, relations, retiring, merging, and where values come from."""

from model.text import Text

# What is done with an element; the first is to look at it.
TASKS = {
    "": Text(id="Lihat", en="View"),
    "edit": Text(id="Ubah", en="Edit"),
    "relate": Text(id="Hubungan", en="Relations"),
    "merge": Text(id="Gabungkan", en="Merge"),
    "retire": Text(id="Hentikan", en="Retire"),
}
TASK = Text(id="Yang dilakukan dengan objek ini", en="What to do with this element")
SHIPPED = Text(
    id="Kode referensi nasional dibawa oleh Simpul dan tidak diubah di sini.",
    en="National reference codes come with Simpul and are not edited here.",
)

# Values
OTHER_FIELDS = Text(id="Keterangan lain ({n})", en="Other properties ({n})")
NOT_SAID = Text(id="(kosong)", en="(blank)")
CHOOSE_ELEMENTS = Text(id="ketik untuk mencari", en="type to search")
NOTHING_CHANGED = Text(
    id="Ubah isian di atas. Perubahannya ditampilkan di sini sebelum disimpan.",
    en="Change a field above. What changes is shown here before it is saved.",
)
SAME_AS_BEFORE = Text(
    id="Isian ini tidak mengubah apa pun: sudah tercatat demikian.",
    en="This changes nothing: it is on record like this already.",
)
WILL_CHANGE = Text(id="Yang akan berubah", en="What will change")
SAVE = Text(id="Simpan perubahan", en="Save changes")
CANCEL = Text(id="Batal", en="Cancel")
DISCARD = Text(id="Buang perubahan", en="Discard changes")
WHAT = Text(id="Yang berubah", en="What changes")
WHOLE = Text(id="Objek", en="Element")

# Relations
ADD_RELATION = Text(id="Tambah hubungan", en="Add a relation")
RELATION_KIND = Text(id="Hubungan", en="Relation")
OTHER_END = Text(id="Objek di ujung lain", en="Element at the other end")
SEARCH_OTHER = Text(id="Cari objek di ujung lain", en="Search the element at the other end")
TOO_MANY = Text(
    id="{n} objek lagi tidak ditawarkan; tulis sebagian nama atau kode untuk menemukannya.",
    en="{n} more are not offered; write a part of the name or code to find them.",
)
DETAILS = Text(id="Rincian hubungan (boleh kosong)", en="Details of the relation (may be left blank)")
CHOOSE_OTHER = Text(
    id="Pilih objek di ujung lain untuk melihat hubungannya sebelum ditambahkan.",
    en="Choose the element at the other end to see the relation before it is added.",
)
ADD = Text(id="Tambahkan hubungan", en="Add the relation")
CUT = Text(id="Cabut: {what}", en="Remove: {what}")
CUT_HINT = Text(
    id="Untuk mencabut hubungan, tekan ✕ di depannya dalam daftar di bawah.",
    en="To remove a relation, press ✕ before it in the lists below.",
)
CUT_ASK = Text(id="Cabut hubungan ini?", en="Remove this relation?")
CUT_RETURNS = Text(
    id="Hubungan ini muncul kembali bila berkas berikutnya menyebut sesuatu yang baru di sel asalnya.",
    en="The relation comes back when a later file says something new in the cell it comes from.",
)
CUT_DEPENDS = Text(
    id="{source} tidak lagi terdampak bila {target} mati, sejauh bergantung lewat hubungan ini.",
    en="{source} is no longer affected by a failure of {target}, as far as this relation goes.",
)
CUT_PARALLEL = Text(
    id="{n} hubungan sejajar di antara keduanya dicabut bersama.",
    en="{n} parallel relations between the two are removed together.",
)
CUT_DO = Text(id="Cabut hubungan", en="Remove the relation")

# Retiring
RETIRE_ASK = Text(id="Hentikan {name}?", en="Retire {name}?")
RETIRE_KEEPS = Text(
    id="Objek tetap tersimpan dengan riwayatnya, berstatus Dihentikan sejak hari ini.",
    en="The element stays with its history, with status Retired as of today.",
)
NO_DEPENDENTS = Text(
    id="Tidak ada objek yang tercatat bergantung padanya.", en="No element is recorded to depend on it."
)
DEPENDENTS = Text(
    id="{direct} objek bergantung langsung padanya; bila ia mati, {all} objek terdampak.",
    en="{direct} elements depend on it directly; {all} are affected when it fails.",
)
RETIRE_DO = Text(id="Hentikan objek", en="Retire the element")
RETIRED_NOW = Text(id="{name} sudah dihentikan.", en="{name} is retired.")
REVIVE_DO = Text(id="Aktifkan kembali", en="Bring it back")

# Merging
MERGE_WITH = Text(id="Gabungkan dengan", en="Merge with")
MERGE_HELP = Text(
    id="Objek sejenis yang ternyata satu dan sama.", en="Elements of one kind that turned out to be one."
)
MERGE_CHOOSE = Text(
    id="Pilih objek yang ternyata sama. Isinya dibandingkan di sini sebelum digabungkan.",
    en="Choose what turned out to be the same. It is compared here before anything is merged.",
)
MERGE_KEEP = Text(id="Yang dipertahankan", en="The one to keep")
MERGE_KEEP_HELP = Text(
    id="Kuncinya tetap; kunci dan kode yang lain tetap menemukan objek ini.",
    en="Its key stays; the keys and codes of the others still find it.",
)
CONFLICTS = Text(id="Isi yang berbeda: pilih yang berlaku", en="Where they differ: choose what counts")
NO_CONFLICTS = Text(id="Tidak ada isi yang bertentangan.", en="They contradict each other in nothing.")
AGREED = Text(id="Isi lain, berdampingan ({n})", en="All else, side by side ({n})")
AFTERWARDS = Text(id="Sesudah digabungkan", en="Once merged")
RELATIONS_MOVE = Text(
    id="{n} dari {all} hubungan pindah ke {keep}; nasib setiap hubungan ada dalam tabel di bawah.",
    en="{n} of {all} relations move to {keep}; the table below tells what becomes of each.",
)
KEY_STAYS = Text(
    id="Kunci {keys} menjadi kunci lama: berkas yang memakainya memperbarui objek ini.",
    en="The key {keys} becomes a former one: files that use it update this element.",
)
KEYS_STAY = Text(
    id="Kunci {keys} menjadi kunci lama: berkas yang memakainya memperbarui objek ini.",
    en="The keys {keys} become former ones: files that use them update this element.",
)
OWNER_USES = Text(
    id="{names} menjadi pengguna {keep}, sebab objek miliknya menjadi bagian dari {keep}.",
    en="{names} becomes a user of {keep}, of which its own element becomes a part.",
)
OWNERS_USE = Text(
    id="{names} menjadi pengguna {keep}, sebab objek milik masing-masing menjadi bagian dari {keep}.",
    en="{names} become users of {keep}, of which their own elements become parts.",
)
OWNER_LOST = Text(
    id="{names} tidak lagi tercatat pada {keep}: kepemilikannya gugur, dan objek jenis ini tidak mencatat "
    "OPD penggunanya.",
    en="{names}: not on record for {keep} any more; the ownership falls away, and elements of this kind "
    "record no agencies that use them.",
)
OWNER_OWNS = Text(
    id="{names} menjadi pemilik {keep}, yang selama ini tidak tercatat pemiliknya.",
    en="{names}: owner of {keep} from then on, which has none on record so far.",
)
FALL_AWAY = Text(
    id="{n} hubungan di antara objek yang digabungkan gugur: {names}.",
    en="Relations between the merged elements that fall away: {n} ({names}).",
)
LEFT_BLANK = Text(
    id="{property} {value} ({key}) tidak diambil alih, kecuali dipilih: masa berlaku {keep} tetap.",
    en="{property} {value} ({key}) is not taken over unless it is chosen: when {keep} begins and ends stays.",
)
ADDS_UP = Text(
    id="{property}: {keep} tetap {kept}, jumlah semuanya {sum}. Bila yang dihitung masing-masing berlainan, "
    "tetapkan jumlah itu sesudah digabungkan: simpul set {key} {name}={value}",
    en="{property}: {keep} keeps {kept}; the sum of all is {sum}. If each of them counts others, set the sum "
    "after merging: simpul set {key} {name}={value}",
)
FILLS = Text(
    id="{keep} mendapat keterangan yang belum dimilikinya: {names}.",
    en="{keep} gets properties that it did not have: {names}.",
)
NEEDS_ONE_TOO = Text(
    id="{keep} juga membutuhkan {names}, yang selama ini hanya dibutuhkan objek yang digabungkan: bila "
    "{names} mati, {keep} terdampak. Bila keliru, hubungannya dapat dicabut sesudahnya.",
    en="{keep} needs {names} too, which only the merged needed so far. If {names} fails, {keep} is affected. "
    "If that is wrong, the relation can be removed afterwards.",
)
NEEDS_TOO = Text(
    id="{keep} juga membutuhkan {names}, yang selama ini hanya dibutuhkan objek yang digabungkan: bila salah "
    "satunya mati, {keep} terdampak. Yang keliru dapat dicabut sesudahnya.",
    en="{keep} needs these too, which only the merged needed so far: {names}. If one of them fails, {keep} "
    "is affected. What is wrong can be removed afterwards.",
)
NEEDS_GROUP = Text(
    id="{keep} juga {need} (kelompok {group}), yang selama ini hanya dibutuhkan objek yang digabungkan.",
    en="{keep} also {need} (group {group}), which only the merged needed so far.",
)
LEFT_OF_RELATIONS = Text(
    id="Dari hubungan yang sudah ada pada {keep}, isi yang digabungkan tidak diambil alih: {what}.",
    en="Of relations that {keep} has already, what the merged say otherwise is not taken over: {what}.",
)
LEFT_OF_ONE = Text(
    id="{relation}: {column} {left} (berlaku {kept})", en="{relation}: {column} {left} ({kept} counts)"
)
GROUPS_JOIN = Text(
    id="Kelompok {names} ada pada keduanya dan menjadi satu: anggotanya saling menggantikan.",
    en="Groups that both have become one, their members standing in for each other: {names}.",
)
REFERENCES_OPEN = Text(
    id="{n} rujukan tidak lagi menemukan tujuannya dan menjadi catatan perbaikan.",
    en="{n} references no longer find their target and become findings.",
)
SCOPE_COUNTS = Text(
    id="Cakupan {scope} menjadi bagian dari {into}: {n} objek berpindah dan tetap memakai kuncinya.",
    en="The scope {scope} becomes part of {into}: {n} elements move along and keep their keys.",
)
TWINS_MERGE = Text(
    id="{n} objek yang kode dan namanya sama pada keduanya ikut digabungkan.",
    en="{n} elements that have the same code and name in both are merged as well.",
)
CODES_APART = Text(
    id="{n} kode berarti dua hal yang berbeda nama; keduanya tetap terpisah dan menjadi catatan perbaikan.",
    en="{n} codes mean two things of different names; both stay apart, and become findings.",
)
TWINS = Text(id="Objek yang ikut digabungkan ({n})", en="Elements merged as well ({n})")
TWINS_TITLE = Text(id="Objek yang ikut digabungkan", en="Merged as well")
TWIN_KEPT = Text(id="Dipertahankan", en="Kept")
TWIN_GONE = Text(id="Digabungkan", en="Merged")
TWIN_CONFLICTS = Text(id="Berbeda pada (yang dipertahankan berlaku)", en="Differ in (what is kept counts)")
RELATIONS = Text(id="Hubungan yang dibawa ({n})", en="Relations carried over ({n})")
FROM = Text(id="Dari", en="From")
TO = Text(id="Ke", en="To")
GROUP = Text(id="Kelompok", en="Group")
FATE = Text(id="Menjadi", en="Becomes")
MOVES = Text(id="pindah", en="moves")
IS_THERE = Text(id="sudah ada", en="is there already")
BECOMES_USE = Text(id="menjadi pengguna", en="becomes a user")
OPENS = Text(id="rujukan terbuka", en="open reference")
FALLS_AWAY = Text(id="gugur: di antara yang digabungkan", en="falls away: it is between the merged")
OWNER_FALLS_AWAY = Text(
    id="gugur: pemiliknya tidak diambil alih", en="falls away: the owner is not taken over"
)
KEPT = Text(id="Dipakai", en="Kept")
OTHERS = Text(id="Lainnya", en="Others")
FILLED = Text(id="Diisi dari yang digabungkan", en="Filled in from what is merged")
FILLED_FROM = Text(id="Dari objek", en="From the element")
MERGE_DO = Text(id="Gabungkan menjadi satu", en="Merge into one")
MERGE_LINK = Text(id="Gabungkan menjadi satu objek →", en="Merge into one element →")

# Afterwards
SAVED = Text(id="Tersimpan: {what}.", en="Saved: {what}.")
SAVED_EDIT = Text(id="{name} diubah", en="{name} was changed")
SAVED_RELATION = Text(id="hubungan {name} ditambahkan", en="a relation of {name} was added")
SAVED_CUT = Text(id="hubungan {name} dicabut", en="a relation of {name} was removed")
SAVED_RETIRED = Text(id="{name} dihentikan", en="{name} was retired")
SAVED_REVIVED = Text(id="{name} aktif kembali", en="{name} is in use again")
SAVED_MERGE = Text(id="{names} menjadi bagian dari {keep}", en="{names} became part of {keep}")
UNDO = Text(id="Urungkan", en="Undo")
UNDONE = Text(id="Perubahan diurungkan.", en="The change was undone.")

# Where values come from
LINEAGE = Text(id="Semua sel yang pernah menyebutnya", en="Every cell that says something of it")
LINEAGE_HELP = Text(id="✓ menandai sel yang nilainya berlaku.", en="✓ marks the cell whose value counts.")
OF_PROPERTY = Text(id="Keterangan yang ditelusuri", en="Property to trace")
COUNTS = Text(id="Berlaku", en="Counts")
BY_HAND = Text(id="diisi dengan tangan", en="by hand")
EMPTIED = Text(id="dikosongkan", en="emptied")
