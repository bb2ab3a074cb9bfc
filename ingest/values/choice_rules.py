"""The kinds of findings about what a person leaves out of a delivery."""

from model.faults import Rule, Severity
from model.text import Text

LEFT_OUT = Rule(
    name="left_out_by_choice",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” dilewati atas pilihan; baris ini tidak mengubah apa pun.",
        en="“{value}” was left out by choice; this row changes nothing.",
    ),
    fix=Text(
        id="Tidak perlu apa-apa; bila kiriman berikutnya memuatnya lagi, rencananya pun memuatnya lagi.",
        en="Nothing to do; when the next delivery has it again, so has its plan.",
    ),
)
NOT_RETIRED = Rule(
    name="not_retired_by_choice",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” tidak dikirim lagi, tetapi atas pilihan tidak dihentikan.",
        en="“{value}” is no longer delivered, but is not retired, by choice.",
    ),
    fix=Text(
        id="Bila memang sudah tidak ada, jangan lewati lagi pada impor berikutnya.",
        en="If it is really gone, do not leave it out of the next load.",
    ),
)
