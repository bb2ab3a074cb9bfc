"""Words of the page Aplikasi sejenis."""

from model.text import Text

TITLE = Text(id="Aplikasi sejenis", en="Similar applications")
HELP = Text(
    id="Aplikasi OPD berbeda yang menjalankan fungsi yang sama.",
    en="Applications of different agencies with one function.",
)
LEAD = Text(
    id="**{pairs}** pasang aplikasi dari OPD berbeda menjalankan fungsi yang sama (RAB atau RAL tingkat 3).",
    en="**{pairs}** pairs of applications of different agencies serve the same function (RAB or "
    "RAL level 3).",
)
NOTE = Text(
    id="Fungsi yang sama belum berarti duplikat; yang berbagi layanan atau data patut dikaji lebih dahulu.",
    en="The same function does not make a duplicate yet; look first at those that share services or data.",
)
CODE = Text(id="Kode fungsi diawali", en="Function code starts with")
FUNCTION = Text(id="Fungsi", en="Function")
LEFT = Text(id="Aplikasi A", en="Application A")
RIGHT = Text(id="Aplikasi B", en="Application B")
LEFT_AGENCY = Text(id="OPD A", en="Agency A")
RIGHT_AGENCY = Text(id="OPD B", en="Agency B")
SERVICES = Text(id="Layanan yang sama", en="Shared services")
DATA = Text(id="Data yang sama", en="Shared data")
SHARED = Text(id="Jumlah sama", en="Shared")
NO_PAIRS = Text(
    id="Tidak ada pasangan. Pastikan layanan diberi kode RAL atau RAB dan terhubung ke aplikasinya.",
    en="No pairs. See that services have RAL or RAB codes and are linked to their applications.",
)
AT_LEAST = Text(id="Sedikitnya berbagi", en="Sharing at least")
