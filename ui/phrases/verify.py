"""Words of the check of saved answers."""

from model.text import Text

CONFIRMED = Text(id="Jawaban ini benar menurut berkasnya.", en="This answer is confirmed by its file.")
WRONG = Text(id="Jawaban ini tidak terbukti.", en="This answer is not confirmed.")
NOT_CHECKED = Text(id="Yang tidak diperiksa:", en="What was not checked:")
IMPACT = Text(
    id="Dampak bila mati: {what}. Pada {on}, {data}, {affected} terdampak.",
    en="Impact if these fail: {what}. On {on}, {data}, {affected} affected.",
)
NOW = Text(id="revisi data {revision}", en="data revision {revision}")
AS_OF = Text(
    id="menurut data sebagaimana tercatat setelah impor {load}",
    en="from the data as on record after load {load}",
)
BOTH = Text(id="{first} dan {second}", en="{first} and {second}")
CAUSES = Text(
    id="Kemungkinan penyebab bila ini bermasalah: {what}. Pada {on}, {data}.",
    en="What could be the cause if these are in trouble: {what}. On {on}, {data}.",
)
COMPARED = {
    "comparison": Text(
        id="Perbandingan dua skenario, {first} dan {second}, {data}: {n} objek berbeda.",
        en="Two scenarios compared, {first} and {second}, {data}: elements that differ: {n}.",
    ),
    "what_if": Text(
        id="Kegagalan {first} sebelum dan sesudah perubahan, {data}: {n} objek berbeda.",
        en="The failure of {first} before and after changes, {data}: elements that differ: {n}.",
    ),
    "consolidation": Text(
        id="Penggabungan ke {first}, {data}: keadaan {n} objek berbeda bila ia mati.",
        en="Consolidation into {first}, {data}: elements that differ when it fails: {n}.",
    ),
}
FAILURE_SETS = Text(
    id="Kelompok kegagalan dari: {what}. Pada {on}, {data}.",
    en="Failure sets of: {what}. On {on}, {data}.",
)
