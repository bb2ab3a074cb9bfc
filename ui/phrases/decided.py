"""Words of the view Keputusan: what was decided, and what decisions teach."""

from model.text import Text
from ui.phrases import similar

NO_DECISIONS = Text(
    id="Belum ada keputusan atas pasangan. Putuskan pada Antrean; di sini semuanya lalu tercatat.",
    en="There are no decisions on pairs yet. Decide in the Queue; all are then listed here.",
)
RECOMMENDATIONS = Text(
    id="Di sini hanya keputusan atas pasangan. Rekomendasi atas usulan yang tercatat: {n}, pada Aplikasi "
    "sejenis → Periksa usulan baru.",
    en="Only decisions on pairs stand here. Recommendations on proposals on record: {n}, under Similar "
    "applications → Check a proposal.",
)
DECIDED_COLUMNS = (
    Text(id="Waktu", en="Time"),
    Text(id="Oleh", en="By"),
    Text(id="Jenis", en="Kind"),
    Text(id="Objek A", en="Element A"),
    similar.LEFT_AGENCY,
    Text(id="Objek B", en="Element B"),
    similar.RIGHT_AGENCY,
    Text(id="Keputusan", en="Decision"),
    Text(id="Catatan", en="Note"),
    Text(id="Kemiripan saat itu", en="Similarity then"),
    Text(id="Keadaan", en="State"),
)
DECIDED_MORE = (
    Text(id="Kunci A", en="Key A"),
    Text(id="Nama A saat itu", en="Name of A then"),
    Text(id="Kunci B", en="Key B"),
    Text(id="Nama B saat itu", en="Name of B then"),
    Text(id="Bukti saat itu", en="Evidence then"),
    Text(id="Versi mesin pembanding", en="Version of the comparing engine"),
)
CHOOSE_DECISION = Text(
    id="Pilih baris untuk membuka pasangannya dan memutuskannya lagi.",
    en="Choose a row to open its pair and decide it anew.",
)
DECIDE_ANEW = Text(id="Buka pasangan yang diputuskan:", en="Open the pairs that were decided:")
CONTRADICTIONS = Text(id="Keputusan yang bertentangan", en="Decisions that contradict each other")
LEARNING = Text(id="Yang dipelajari dari keputusan", en="What the decisions teach")
TOO_FEW = Text(
    id="Bobot bukti disesuaikan setelah sedikitnya {n} keputusan sama dan {n} keputusan berbeda.",
    en="The weights of evidence are refitted from {n} decisions of each sort on.",
)
LEARNT = Text(
    id="Dari **{n}** keputusan: bobot sekarang cocok dengan {before} %, bobot hasil belajar "
    "dengan {after} %. Pasangan yang menunggu: sekarang **{waiting}**, dengan bobot hasil belajar "
    "**{then}**.",
    en="From **{n}** decisions: the present weights agree with {before} %, the learnt ones with {after} %. "
    "Pairs waiting: **{waiting}** now, **{then}** with the learnt weights.",
)
FLATTERS = Text(
    id="Kedua persentase dihitung atas keputusan yang juga dipelajari, jadi yang kedua cenderung terlalu "
    "tinggi. Bila setiap keputusan dinilai dengan bobot yang dipelajari tanpa keputusan itu, yang cocok "
    "{share} %.",
    en="Both are told of the very decisions that were learnt from, so the second one flatters. Each decision "
    "judged by weights that were learnt without it: {share} % agree.",
)
WORSE = Text(
    id="Bobot hasil belajar tidak ditawarkan: bobot itu cocok dengan lebih sedikit keputusan daripada bobot "
    "sekarang.",
    en="The learnt weights are not offered: they agree with fewer decisions than the present ones.",
)
ADVISED_AGAINST = Text(
    id="Bobot hasil belajar sebaiknya tidak dipakai: dari keputusan yang tidak dipelajarinya, yang cocok "
    "lebih sedikit daripada dengan bobot sekarang.",
    en="The learnt weights had better not be used: of decisions that they did not learn from they agree with "
    "fewer than the present ones do.",
)
ONE_SIDED = Text(
    id="Keputusan atas pasangan yang saat itu tidak kuat (kemiripan di bawah {strong}) hanya {n}. Keputusan "
    "atas pasangan teratas saja mengajar dengan buruk: bobotnya dapat menghilangkan pasangan lemah yang "
    "benar. Sebelum memakainya, putuskan beberapa pasangan dengan urutan campuran atau acak.",
    en="Decisions on pairs that were no strong ones then (similarity below {strong}): only {n}. Decisions on "
    "the topmost pairs alone teach badly: such weights may lose weaker pairs that are right. Before you use "
    "them, decide some pairs in mixed or random order.",
)
MOVED = Text(
    id="Bila bobot ini dipakai, **{gone}** pasangan hilang dari antrean ({national} di antaranya dengan "
    "aplikasi nasional) dan **{new}** pasangan muncul:",
    en="If these weights are used, pairs that vanish from the queue: **{gone}** ({national} of them with a "
    "national application); pairs that appear: **{new}**.",
)
NONE_MOVED = Text(
    id="Tidak ada pasangan yang hilang atau muncul dengan bobot ini.",
    en="No pair vanishes or appears with these weights.",
)
MOVED_PAIRS = Text(id="Pasangan hilang dan muncul", en="Pairs that vanish or appear")
MOVED_COLUMNS = (
    Text(id="Dalam antrean", en="In the queue"),
    similar.LEFT,
    similar.LEFT_AGENCY,
    similar.RIGHT,
    similar.RIGHT_AGENCY,
    Text(id="Kemiripan sekarang", en="Similarity now"),
    Text(id="Kemiripan nanti", en="Similarity later"),
    Text(id="Nasional", en="National"),
)
VANISHES = Text(id="hilang", en="vanishes")
APPEARS = Text(id="muncul", en="appears")
LEARNT_OF_GONE = Text(
    id="Di antaranya tentang objek yang sudah digabungkan atau tidak ada lagi: {n}; penilaiannya tetap "
    "menjadi pelajaran.",
    en="Among them about elements that were merged or are gone: {n}; what was judged still teaches.",
)
USE_LEARNT = Text(id="Pakai bobot hasil belajar", en="Use the learnt weights")
IN_USE = Text(
    id="Dipakai sekarang: bobot hasil belajar versi {version} ({by}, {at}).",
    en="In use: learnt weights, version {version} ({by}, {at}).",
)
OUTDATED = Text(
    id="Bobot hasil belajar versi {version} ({by}, {at}) tidak dipakai lagi, karena mesin pembandingnya "
    "sudah berubah; yang dipakai ialah bobot bawaan. Bobot dapat dipelajari kembali dari keputusan.",
    en="The learnt weights, version {version} ({by}, {at}), are not used any more, because the engine that "
    "compares has changed; the shipped ones are. Weights can be learnt anew from the decisions.",
)
GO_BACK = Text(id="Kembali ke bobot bawaan", en="Go back to the shipped weights")
SYNONYMS = Text(id="Kata yang berarti sama", en="Words that mean the same")
MAY_MEAN = Text(id="{phrase} mungkin berarti {concept}.", en="{phrase} may mean {concept}.")
ACCEPT_SYNONYM = Text(id="Terima “{phrase}”", en="Accept “{phrase}”")
PHRASE = Text(id="Kata atau frasa", en="Word or phrase")
MEANS = Text(id="berarti fungsi", en="means the function")
CHOOSE_FUNCTION = Text(id="pilih fungsi", en="choose a function")
SAY_BOTH = Text(
    id="Belum ditambahkan: tulis kata atau frasanya dan pilih fungsinya.",
    en="Not added yet: write the word or phrase and choose its function.",
)
ADD = Text(id="Tambahkan", en="Add")
REMOVE = Text(id="Hapus “{phrase}”", en="Remove “{phrase}”")
