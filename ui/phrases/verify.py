"""Words of the check of saved answers."""

from model.text import Text

CONFIRMED = Text(id="Jawaban ini benar menurut berkasnya.", en="This answer is confirmed by its file.")
WRONG = Text(id="Jawaban ini tidak terbukti.", en="This answer is not confirmed.")
NOT_CHECKED = Text(id="Yang tidak diperiksa:", en="What was not checked:")
IMPACT = Text(
    id="Dampak bila gagal: {what}. Pada {on}, revisi data {revision}, {affected} terdampak.",
    en="Impact if these fail: {what}. On {on}, data revision {revision}, {affected} affected.",
)
CAUSES = Text(
    id="Kemungkinan penyebab bila ini bermasalah: {what}. Pada {on}, revisi data {revision}.",
    en="What could be the cause if these are in trouble: {what}. On {on}, data revision {revision}.",
)
COMPARED = {
    "comparison": Text(
        id="Perbandingan dua skenario, {first} dan {second}, revisi {revision}: {n} objek berbeda.",
        en="Two scenarios compared, {first} and {second}, revision {revision}: elements that differ: {n}.",
    ),
    "what_if": Text(
        id="Kegagalan {first} sebelum dan sesudah perubahan, revisi {revision}: {n} objek berbeda.",
        en="The failure of {first} before and after changes, revision {revision}: elements that differ: {n}.",
    ),
    "consolidation": Text(
        id="Penggabungan ke {first}, revisi {revision}: keadaan {n} objek berbeda bila ia gagal.",
        en="Consolidation into {first}, revision {revision}: elements that differ when it fails: {n}.",
    ),
}
FAILURE_SETS = Text(
    id="Kelompok kegagalan dari: {what}. Pada {on}, revisi data {revision}.",
    en="Failure sets of: {what}. On {on}, data revision {revision}.",
)
