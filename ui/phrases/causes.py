"""Words of the other way round on the page Dampak: what could be the cause."""

from model.text import Text

WAYS = {
    "impact": Text(id="Apa yang terdampak?", en="What is affected?"),
    "causes": Text(id="Apa penyebabnya?", en="What is the cause?"),
}
WAYS_LABEL = Text(id="Arah pertanyaan", en="Direction of the question")
QUESTION = Text(id="Apa penyebabnya bila … bermasalah", en="What is the cause if … is in trouble")
TROUBLED = Text(id="Yang bermasalah", en="In trouble")
TROUBLED_HINT = Text(id="ketik nama layanan, aplikasi, …", en="type the name of a service, an application, …")
TROUBLED_HELP = Text(
    id="Semua yang dilaporkan bermasalah. Semakin lengkap, semakin sedikit yang dapat menjelaskan semuanya.",
    en="All that is reported to be in trouble. The more complete, the fewer can explain all of it.",
)
ASK = Text(
    id="Pilih layanan, proses, atau aplikasi yang sedang bermasalah; jawabannya apa saja yang dapat menjadi "
    "penyebabnya, yang menjelaskan gejala terbanyak di atas.",
    en="Choose the services, processes or applications that are in trouble; the answer is what could be the "
    "cause, what explains most symptoms first.",
)
NO_CAUSE = Text(
    id="Tidak tercatat apa pun yang dibutuhkannya; penyebabnya tidak dapat dicari dalam data ini.",
    en="Nothing that it requires is on record; a cause cannot be looked for in this data.",
)
EXPLAINS = Text(id="Menjelaskan", en="Explains")
OF_ALL = Text(id="{n} dari {all}", en="{n} of {all}")
ALONE = Text(id="Bila mati sendiri", en="If it alone fails")
CHAIN = Text(id="Rangkaian", en="Chain")
TOGETHER = Text(id="hanya bersama yang lain", en="only together with others")
ONE_EXPLAINS = Text(
    id="Hilangnya **{name}** sendirian menjelaskan {n} dari {all} gejala.",
    en="The loss of **{name}** alone explains {n} of {all} {all|symptom|symptoms}.",
)
SOME_EXPLAIN = Text(
    id="**{count}** objek masing-masing menjelaskan {n} dari {all} gejala; yang pertama: **{name}**.",
    en="**{count}** elements each alone explain {n} of {all} {all|symptom|symptoms}; the first: **{name}**.",
)
NONE_EXPLAINS = Text(
    id="Tidak ada satu objek pun yang hilangnya sendirian menjelaskan gejala ini: semuanya ditanggung "
    "cadangan. Periksa yang di bawah ini bersama-sama.",
    en="No element’s loss alone explains these symptoms: redundancy bears each. Check those below together.",
)
CHECK_UP = Text(
    id="Sudah diperiksa dan ternyata baik? Masukkan ke “Anggap tetap berfungsi”; ia dan yang di baliknya "
    "tidak lagi dihitung.",
    en="Checked one and it is fine? Put it into “Protect”; it and what is behind it no longer count.",
)
PICTURE_HELP = Text(
    id="Rangkaian dari yang bermasalah ke {n} kemungkinan penyebab pertama.",
    en="The chains from what is in trouble to the first {n} possible causes.",
)
SHEET = Text(id="Kemungkinan penyebab", en="Possible causes")
XLSX_HELP = Text(id="Semua kemungkinan penyebab menurut urutannya.", en="All possible causes in their order.")
CERTIFICATE_HELP = Text(
    id="Jawaban ini dengan hubungan yang membuktikannya. Periksa ulang kapan saja: simpul verify BERKAS.",
    en="This answer with the relations that prove it. Check it again at any time: simpul verify FILE.",
)
