"""Words for what becomes of the decision on a proposal: taken by others, changed meanwhile, taken back."""

from model.text import Text

TAKEN = Text(
    id="Usulan ini sudah diputuskan oleh {by} pada {day}: {decision} ({number}). Keputusan Anda ({yours}) "
    "tidak dicatat.",
    en="This proposal was decided by {by} on {day} already: {decision} ({number}). Your decision ({yours}) "
    "is not recorded.",
)
REASONS_LOST = Text(id="Alasan Anda: “{reasons}”.", en="Your reasons: “{reasons}”.")
TAKEN_BACK_IN = Text(
    id="Keputusan diurungkan pada halaman Riwayat impor; setelah itu usulan dapat diputuskan lagi dengan "
    "nomor baru.",
    en="A decision is undone on the page Load history; the proposal can then be decided again, under a new "
    "number.",
)
CHANGED = Text(
    id="Uraian usulan berubah sebelum keputusan dicatat, jadi tidak ada yang dicatat. Baca hasil pemeriksaan "
    "di atas, lalu putuskan.",
    en="The proposal changed before the decision was recorded, so nothing was. Read what the check found "
    "above, then decide.",
)
INTEGRATED_WITH = Text(id="Diintegrasikan dengan", en="To be integrated with")
