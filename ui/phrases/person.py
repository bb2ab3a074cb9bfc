"""Words of the field that says who works here."""

from model.text import Text

NAME = Text(id="Nama Anda", en="Your name")
HELP = Text(
    id="Nama ini dicatat pada setiap keputusan dan perubahan dari peramban ini.",
    en="This name is recorded with every decision and change from this browser.",
)
MEANING = Text(
    id="Dicatat pada setiap keputusan dan perubahan dari peramban ini. Bila kosong, yang dicatat adalah akun "
    "komputer yang menjalankan Simpul. Ini bukan kata sandi: siapa pun dapat mengisinya.",
    en="Recorded with every decision and change from this browser. If empty, the account of the computer "
    "that runs Simpul is recorded. This is no password: anybody can fill it in.",
)
