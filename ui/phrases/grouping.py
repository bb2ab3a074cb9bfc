"""Words about what to do with a group of similar applications, beside those of the page."""

from model.text import Text

ADVICE = Text(id="Saran", en="Advice")
DUTY = Text(
    id="Wajib dikaji: fungsi ini juga dikerjakan aplikasi nasional yang tetap dipakai: {national}. Kaji "
    "apakah masih diperlukan: {others} (Perpres 95/2018 pasal 63 ayat (3)).",
    en="To be reviewed: a national application that stays in use serves this function too: {national}. "
    "Review whether these are still needed: {others} (Perpres 95/2018, article 63, paragraph (3)).",
)
DUTY_BESIDE_KEPT = Text(
    id="Wajib dikaji dahulu, karena yang diteruskan ini aplikasi nasional: apakah masih diperlukan {others} "
    "(Perpres 95/2018 pasal 63 ayat (3)).",
    en="To be reviewed first, as the one to keep is a national application: whether these are still needed: "
    "{others} (Perpres 95/2018, article 63, paragraph (3)).",
)
MOVE = Text(id="Alihkan {names} ke {into}.", en="Migrate {names} to {into}.")
MOVE_BY = Text(id="Alihkan {names} ke {into} paling lambat {day}.", en="Migrate {names} to {into} by {day}.")
END = Text(id="Hentikan {names}.", en="Retire {names}.")
END_BY = Text(id="Hentikan {names} paling lambat {day}.", en="Retire {names} by {day}.")
JOIN = Text(id="Gabungkan {names} ke dalam {into}.", en="Merge {names} into {into}.")
ALL_OTHERS = Text(id="{n} aplikasi lainnya", en="the other {n} applications")
CONDITION = Text(
    id="Syaratnya, pastikan dahulu {kept} melayani yang belum tercatat dilayaninya: {names}.",
    en="On condition that {kept} serves what it is not recorded to serve yet: {names}.",
)
AND_MORE = Text(id="{names}, dan {n} lainnya", en="{names} and {n} more")
LEFT_IN_THE_END = Text(
    id="Sesudah {day} belum tercatat yang melayani: {names}.",
    en="Nothing is recorded to serve after {day}: {names}.",
)
IF_LOCAL_STAYS = Text(
    id="Bila aplikasi daerah tetap dipakai, teruskan {name} ({agency}).",
    en="If the region keeps one of its own, keep {name} ({agency}).",
)
NOBODY_COVERS = Text(
    id="Belum ada yang mencakup pekerjaan anggota lain; tinjau bersama: {names}.",
    en="None covers the work of the others yet; review them together: {names}.",
)
NEARLY_EQUAL = Text(
    id="Nilainya hampir sama: {names}. Pilihan ada pada Anda; selebihnya memisalkan {name} diteruskan.",
    en="About equal: {names}. The choice is yours; all else takes {name} to be kept.",
)
NEARLY_EQUAL_BUT_FOR_AGE = Text(
    id="Nilainya hampir sama bila kebaruan tidak dihitung: {names}. Pilihan ada pada Anda; selebihnya "
    "memisalkan {name} diteruskan.",
    en="About equal where age does not count: {names}. The choice is yours; all else takes {name} to be "
    "kept.",
)
BEST_RECORDED = Text(
    id="Alasannya: layanan, data, proses, dan integrasinya paling banyak tercatat.",
    en="Why: most services, data, processes and integrations are on record of it.",
)
REVIEW_TOO = Text(
    id="Belum dicakup dan perlu ditinjau bersama: {names}.",
    en="Not covered yet, to be reviewed together: {names}.",
)
CONTESTED = Text(id="keputusan bertentangan", en="decisions contradict")
LEFT_OUT = Text(
    id="{name} tidak termasuk: serupa dengan {like}, tetapi diputuskan berbeda dari {distinct}.",
    en="{name} is left out: it is like {like}, but was decided to be distinct from {distinct}.",
)
REVIEWED = Text(id="Ditinjau bersama", en="Review together")
KEPT_FOR_NOW = Text(id="Diteruskan dulu, ditinjau bersama", en="Keep for now, review together")
SAVING_IF = Text(
    id="Bila semuanya memang duplikat, penghematan per tahun: **{amount}**. Baru dihitung sebagai "
    "penghematan setelah semua anggota diputuskan sebagai duplikat.",
    en="If all of them are duplicates indeed, the saving per year: **{amount}**. It counts only once all "
    "members are decided to be duplicates.",
)
NO_SAVING = Text(
    id="Tidak ada penghematan: yang dihentikan tidak berbiaya.", en="No saving: what ends costs nothing."
)
CHEAPER = Text(
    id="Lebih murah bila {names} yang diteruskan: {kept} berbiaya Rp {cost} per tahun.",
    en="Keeping {names} would be cheaper: {kept} costs Rp {cost} per year.",
)
NOTHING_ENDS = Text(
    id="Tidak ada yang berakhir, jadi tidak ada rencana untuk dicatat. Yang tercatat berulang digabungkan "
    "dari “Satu aplikasi, banyak OPD”.",
    en="Nothing ends, so there is no plan to record. What is recorded repeatedly is merged from “One "
    "application, many agencies”.",
)
COVERAGE_HELP = Text(
    id="Dihitung per aplikasi: yang tercatat langsung padanya, yang bernama sama dianggap sama. Hitungan "
    "penggabungan di bawah memuat layanan dan proses semua yang dialihkan bersama-sama, masing-masing "
    "sekali, juga yang bergantung lewat layanan lain.",
    en="Counted for each application: what is recorded of it directly; the same name is the same thing. The "
    "count of the merge below has the services and processes of all that move together, each once, also "
    "those that rely on them through other services.",
)
