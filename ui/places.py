"""The addresses of the pages. They are part of every link that was ever sent, so they never change."""

HOME, EXPLORE, IMPACT, SIMILAR, IMPORT = "beranda", "jelajah", "dampak", "sejenis", "impor"
LOADS, WEAK, COMPARE = "riwayat", "rawan", "bandingkan"
