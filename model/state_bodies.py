"""The bodies of the state and of the national government: what their names begin with, and their acronyms.

Source: the ministries of Perpres 139/2024 (Kabinet Merah Putih) and those before them, LPNK, state organs,
police and courts, with their branches in regions ("BPS Kabupaten …"): none of them is an agency of a region.
"""

import re

from model.folding import fold_words

# Acronyms as they are written; what a name begins with
SHORT = (
    "ANRI", "ATR/BPN", "Bakamla", "Bapanas", "Bapeten", "Bappenas", "Bareskrim", "Basarnas", "Bawaslu",
    "BGN", "BKKBN", "BKN", "BKPM", "BMKG", "BNN", "BNNK", "BNNP", "BNPB", "BNPP", "BNPT", "BP2MI",
    "BPH Migas", "BPIP", "BPJPH", "BPJS", "BPK", "BPKP", "BPN", "BPOM", "BPS", "BRIN", "BSN", "BSSN", "DJKN",
    "DJPK", "DPD RI", "DPR RI", "KASN", "KKP", "KLH", "KLHK", "Komdigi", "Komnas HAM", "Korlantas", "KP2MI",
    "KPAI", "KPK", "KPPN", "KPPU", "KPU", "LAN RI", "LAPAN", "Lemhannas", "LIPI", "LKPP", "LPSK", "MenPAN",
    "MenPANRB", "MPR RI", "OJK", "PANRB", "Perpusnas", "Polda", "Polres", "Polresta", "Polri", "Polsek",
    "PPATK", "PPN/Bappenas", "Sekneg", "Setkab", "Setneg", "TNI",
)  # fmt: skip
# Names written in full, of bodies that do not begin as ministries do
FULL = (
    "Arsip Nasional", "Badan Gizi Nasional", "Badan Informasi Geospasial", "Badan Keamanan Laut",
    "Badan Kepegawaian Negara", "Badan Kependudukan dan Keluarga Berencana Nasional",
    "Badan Koordinasi Penanaman Modal", "Badan Meteorologi", "Badan Narkotika Nasional", "Badan Nasional",
    "Badan Pangan Nasional", "Badan Pembinaan Ideologi Pancasila", "Badan Pemeriksa Keuangan",
    "Badan Pengawas Obat dan Makanan", "Badan Pengawas Pemilihan Umum", "Badan Pengawas Tenaga Nuklir",
    "Badan Pengawasan Keuangan dan Pembangunan", "Badan Penyelenggara Jaminan", "Badan Pertanahan Nasional",
    "Badan POM", "Badan Pusat Statistik", "Badan Riset dan Inovasi Nasional", "Badan SAR",
    "Badan Siber dan Sandi", "Badan Standardisasi Nasional", "Bank Indonesia", "Dewan Perwakilan Daerah",
    "Direktorat Jenderal", "Dirjen", "Ditjen", "Kejaksaan", "Kepolisian", "Komisi Pemberantasan Korupsi",
    "Komisi Pemilihan Umum", "Lembaga Administrasi Negara", "Lembaga Kebijakan Pengadaan", "Mahkamah Agung",
    "Mahkamah Konstitusi", "Ombudsman", "Otoritas Jasa Keuangan", "Pemerintah Pusat",
    "Perpustakaan Nasional", "Sekretariat Kabinet", "Sekretariat Negara", "Tentara Nasional",
)  # fmt: skip
_AS_A_WHOLE = frozenset({"nasional", "pusat"})  # with more words it is another: "Pusat Kesehatan Masyarakat"
# "Kementerian", "Kemendagri", "KemenPPPA", and what is cut shorter; places are called Kemranjen and Kembangan
_MINISTRY = re.compile(
    r"kem(?:en[a-z0-9]*"
    r"|(?:dag|dagri|des|dik|dikbud|dikdasmen|dikti|hub|han|kes|keu|kominfo|komdigi|kop|kumham|lu|naker|pora"
    r"|pupr|ristek|sos|setneg|tan)(?:ristek|dikti|tisaintek|saintek|pdtt)?)"
)
_MISTER = re.compile(r"\s*[Bb]pk\.?\s+\w")  # "Bpk. Andi"; "BPK RI" is in capitals

_WRITTEN = {fold_words(name): name for name in SHORT}
_STARTS = frozenset({*_WRITTEN, *map(fold_words, FULL)})
_LONGEST = max(map(len, _STARTS))
# acronyms of one word → as it is written
SPELT = {words[0]: name for words, name in _WRITTEN.items() if len(words) == 1}


def is_national(name: str) -> bool:
    """Return whether a text names a body of the state or of the national government."""
    words = fold_words(name)
    if not words or _MISTER.match(name):
        return False
    if _MINISTRY.fullmatch(words[0]) or (len(words) == 1 and words[0] in _AS_A_WHOLE):
        return True
    return any(words[:count] in _STARTS for count in range(1, _LONGEST + 1))
