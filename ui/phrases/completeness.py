"""Words of the completeness of infrastructure links, a section of the page Titik rawan."""

from model.text import Text

TITLE = Text(id="Kelengkapan tautan", en="Completeness")
HELP = Text(
    id="Agar dampak dapat dihitung, setiap aplikasi perlu menyebut servernya, setiap data tempat "
    "penyimpanannya, setiap server ruangnya, setiap ruang sumber listriknya. Yang belum diketahui membuat "
    "jawaban belum pasti. Pilih sebuah OPD untuk melihat sel yang perlu dilengkapi.",
    en="For an impact to be known, every application has to name its server, all data where they are stored, "
    "every server its room, every room its power. What is not known leaves answers unknown. Choose an agency "
    "to see the cells to complete.",
)
HOW_COMPLETE = Text(
    id="**{filled}** dari {expected} tautan infrastruktur diketahui ({percent} %).",
    en="**{filled}** of {expected} infrastructure links are known ({percent}%).",
)
LEFT_UNKNOWN = Text(
    id="Karena {missing} lainnya belum diketahui ({why}), jawaban atas **{unknown}** dari {answers} layanan "
    "dan proses belum pasti.",
    en="Because the other {missing} are not ({why}), the answers about **{unknown}** of {answers} services "
    "and processes are unknown.",
)
LEFT_UNKNOWN_APPLICATIONS = Text(
    id="Karena {missing} lainnya belum diketahui ({why}), jawaban atas **{unknown}** dari {answers} aplikasi "
    "belum pasti; layanan dan proses belum tercatat.",
    en="Because the other {missing} are not ({why}), the answers about **{unknown}** of {answers} "
    "applications are unknown; services and processes are not on record.",
)
NOTHING_EXPECTED = Text(
    id="Belum ada aplikasi, data, atau perangkat yang perlu tautan infrastruktur.",
    en="There are no applications, data or devices yet that need infrastructure links.",
)
SHARE = Text(id="Diketahui (%)", en="Known (%)")
FILLED = Text(id="Diketahui", en="Known")
EXPECTED = Text(id="Seharusnya", en="Expected")
LACKING = Text(id="Yang kurang", en="What lacks")
UNKNOWN = Text(id="Jawaban belum pasti", en="Answers unknown")
TO_FILL = Text(
    id="**{agency}**: {n} tautan perlu dilengkapi ({why})",
    en="**{agency}**: {n} {n|link|links} to complete ({why})",
)
ALL_FILLED = Text(id="**{agency}**: semua tautan diketahui.", en="**{agency}**: every link is known.")
FILL_IN = Text(id="Isi", en="Fill in")
OPEN_FORM = Text(id="Isi di Jelajah", en="Fill in, in Explore")
GET_TEMPLATE = Text(id="Unduh berkas isian OPD ini", en="Download this agency’s workbook")
GET_TEMPLATE_HELP = Text(
    id="Berkas isian dengan semua yang sudah diketahui tentang OPD ini; lengkapi lalu impor kembali.",
    en="A workbook with all that is known of this agency; complete it and import it again.",
)
DOWNLOAD_CSV = Text(id="Unduh .csv", en="Download .csv")
