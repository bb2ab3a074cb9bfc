"""Words about one pair: what is on record of the two, and what each evidence means."""

from collections.abc import Mapping

from model.text import Text
from queries.redundancy.evidence import Evidence
from queries.redundancy.scoring import BASELINE, UNDESCRIBED

BY_DATA = Text(id="(dari data yang dibaca)", en="(from data that is read)")
BY_NAME = Text(id="(dari nama)", en="(by its name)")
COMMON_CODE = Text(id="{code} (pada {n} objek)", en="{code} (on {n})")
REPLACES = Text(id="Menggantikan", en="Replaces")
REPLACED_BY = Text(id="Digantikan oleh", en="Replaced by")
PLANS = Text(id="Rencana tercatat", en="Plans on record")
TIED = Text(id="Hubungan keduanya", en="How they are tied")
CALLS = Text(id="memanggil {through}", en="calls {through}")
CALLED = Text(id="menyediakan {through}, dipanggil yang lain", en="offers {through}, which the other calls")
RECEIVES = Text(id="menerima data dari yang lain", en="receives data from the other")
GIVES = Text(id="memberi data kepada yang lain", en="gives data to the other")
PART = Text(id="bagian dari yang lain", en="is a part of the other")
WHOLE = Text(id="memuat yang lain", en="holds the other")
ALREADY_PLANNED = Text(id="Rencananya sudah tercatat: {plans}.", en="The plan is on record: {plans}.")
KIND_OF = Text(id="Jenis objek", en="Kind of element")
STATE = Text(id="Keadaan", en="State")
STATES: Mapping[str, Text] = {
    "": Text(id="semua", en="all"),
    "new": Text(id="belum dilihat", en="not seen yet"),
    "later": Text(id="ditunda (Nanti)", en="postponed"),
}
SIDE = Text(id="{kind} {side}", en="{kind} {side}")
LEAD_SOME = Text(id="(di antaranya {some})", en="(of which {some})")
LEAD_LATER = Text(id="**{n}** ditunda", en="postponed: **{n}**")
LEAD_DOUBTFUL = Text(id="**{n}** meragukan", en="doubtful: **{n}**")
LEAD_FILTERED = Text(
    id="Dengan saringan ini **{some}** pasangan; tanpa saringan:",
    en="Under this filter: **{some}**. Without it:",
)
SUM_RELATED = Text(
    id="Jumlah bukti {total}: sejauh itu keduanya mirip. Mirip di sini tidak berarti sama.",
    en="The evidence adds up to {total}: so far the two are alike. Alike does not mean the same here.",
)
REMAINDER = Text(
    id="Bukti yang terlalu kecil untuk ditampilkan, dan pembulatan: {rest}.",
    en="Evidence too small to be shown, and rounding: {rest}.",
)
WHAT_EVIDENCE_MEANS = Text(id="Arti bukti", en="What the evidence means")

EVIDENCE_HELP: Mapping[str, Text] = {
    BASELINE: Text(
        id="Dua objek mana pun lebih mungkin berbeda daripada sama; dari sini hitungannya mulai.",
        en="Any two are likelier to differ than to be the same; the sum begins here.",
    ),
    UNDESCRIBED: Text(
        id="Salah satu atau keduanya tidak punya uraian, sehingga sedikit yang dapat dibandingkan.",
        en="One or both have no description, so there is little to compare.",
    ),
    Evidence.NAME: Text(
        id="Namanya memuat kata atau ejaan yang mirip.", en="Words or spelling of the names."
    ),
    Evidence.SAME_NAME: Text(
        id="Namanya satu: sama persis, bentuk pendeknya, atau salah ketik.",
        en="One name: equal, a short form of it, or a slip of the pen.",
    ),
    Evidence.CATALOGUE: Text(
        id="Kedua namanya menyebut satu aplikasi nasional.", en="Both names name one national application."
    ),
    Evidence.COVERED: Text(
        id="Sebanyak ini pekerjaan yang satu dicakup aplikasi nasional yang lain.",
        en="How much of what one does is covered by the national application that the other is.",
    ),
    Evidence.ACRONYM: Text(
        id="Singkatannya sama, atau tersusun dari kata-kata nama yang lain.",
        en="One acronym, or one made of the words of the other's name.",
    ),
    Evidence.WORDS: Text(
        id="Nama dan uraiannya memakai kata-kata yang sama.", en="Names and descriptions use the same words."
    ),
    Evidence.LETTERS: Text(
        id="Nama dan uraiannya tertulis mirip, huruf demi huruf; juga menangkap ejaan lain dari satu kata.",
        en="Names and descriptions are written alike, letter by letter: other spellings count.",
    ),
    Evidence.TOPIC: Text(
        id="Kata-katanya biasa dipakai untuk fungsi yang sama.",
        en="Their words are those of the same functions.",
    ),
    Evidence.COMPANY: Text(
        id="Kata-katanya sering muncul bersama dalam catatan lain.",
        en="Their words often stand together in other records.",
    ),
    Evidence.FUNCTION: Text(
        id="Nama, uraian, layanan, atau datanya berbicara tentang fungsi yang sama.",
        en="Names, descriptions, services or data speak of the same functions.",
    ),
    Evidence.SERVICES: Text(
        id="Layanan yang didukung sama, atau namanya mirip.", en="The same services, or services named alike."
    ),
    Evidence.DATA: Text(id="Datanya sama, atau namanya mirip.", en="The same data, or data named alike."),
    Evidence.PROCESSES: Text(
        id="Proses bisnisnya sama, atau namanya mirip.", en="The same processes, or processes named alike."
    ),
    Evidence.INTERFACES: Text(
        id="Antarmuka yang dipanggil sama, atau namanya mirip.",
        en="The same interfaces called, or interfaces named alike.",
    ),
    Evidence.SERVERS: Text(
        id="Servernya sama, atau namanya mirip; bobotnya kecil karena banyak yang berbagi server.",
        en="The same servers, or servers named alike; it counts little, as many share a server.",
    ),
    Evidence.CODE: Text(
        id="Kode referensinya sama, atau sebidang karena kode di atasnya sama; kode yang ada pada sedikit "
        "objek lebih berarti.",
        en="The same reference codes, or codes of one field, below the same one; those that few elements "
        "have say more.",
    ),
    Evidence.ADDRESS: Text(id="Alamat webnya satu.", en="They have one web address."),
    Evidence.MAKE: Text(
        id="Bahasa, kerangka kerja, dan basis datanya sama.", en="The same language, framework and database."
    ),
    Evidence.OTHER_FUNCTION: Text(
        id="Fungsinya tidak sama; berbobot kecil bila hanya namanya yang menyebut fungsi lain, sedangkan "
        "uraiannya menyebut fungsi yang sama. Fungsi yang disebut nama ditandai “(dari nama)”.",
        en="Their functions differ; it counts little where only the names tell other functions, and the "
        "texts a common one. Functions that a name tells are marked “(by its name)”.",
    ),
    Evidence.APART: Text(
        id="Layanan, data, atau proses keduanya tercatat, tetapi tidak mirip, atau hanya sebagian.",
        en="Services, data or processes of both are recorded, and unlike, or only partly alike.",
    ),
    Evidence.CONFLICT: Text(
        id="Dua OPD memakai singkatan atau nama yang sama untuk pekerjaan yang lain.",
        en="Two agencies use one acronym or name for different work.",
    ),
    Evidence.CONTRAST: Text(
        id="Selain kata yang sama, setiap nama punya kata sendiri: “… parkir” dan “… sampah”.",
        en="Beside common words each name has words of its own.",
    ),
    Evidence.WEBSITE: Text(
        id="Setiap OPD punya situs webnya sendiri.", en="Every agency has a website of its own."
    ),
    Evidence.EVERYWHERE: Text(
        id="Nama ini ada pada banyak OPD: masing-masing punya sendiri.",
        en="Many agencies have one of this name: each its own.",
    ),
    Evidence.VARIANT: Text(
        id="Satu sistem untuk platform lain, misalnya web dan Android.",
        en="One system for another platform, such as web and Android.",
    ),
    Evidence.SIBLINGS: Text(
        id="Milik satu OPD: di sana semua mirip pokok bahasannya, dan OPD itu tahu bila ada yang rangkap.",
        en="Of one agency: there all is alike in subject, and the agency would know of a double.",
    ),
    Evidence.NODE: Text(
        id="Daerah memang punya simpulnya sendiri dari jaringan nasional ini.",
        en="Regions keep nodes of their own in this national network.",
    ),
    Evidence.FLOW: Text(
        id="Yang satu mengambil data dari yang lain, atau bagiannya: keduanya dibutuhkan.",
        en="One gets data from the other, or is a part of it: both are needed.",
    ),
    Evidence.ELSEWHERE: Text(
        id="Daerah atau nomor dalam namanya lain.", en="Another region or number in the name."
    ),
    Evidence.OTHER_PARENT: Text(id="Bagian dari OPD yang lain.", en="They are parts of different agencies."),
    Evidence.OTHER_RANK: Text(
        id="Jenis unitnya lain, misalnya bidang dan dinas.",
        en="Different kinds of unit, such as a section and an agency.",
    ),
}
