"""The agencies that regional governments usually have: their acronyms with the names they stand for.

Source: the agencies of PP 18/2016 (perangkat daerah), how regencies and cities join them into one, and the
acronyms in daily use. The first acronym of equal names is the one used for keys.
"""

from collections.abc import Mapping

OFFICIAL: Mapping[str, str] = {
    "setda": "Sekretariat Daerah",
    "setwan": "Sekretariat DPRD",
    "bappeda": "Badan Perencanaan Pembangunan Daerah",
    "bapperida": "Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah",
    "bappelitbangda": "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
    "bapelitbangda": "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
    "bappedalitbang": "Badan Perencanaan Pembangunan Daerah, Penelitian dan Pengembangan",
    "bappelitbang": "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah",
    "bpkad": "Badan Pengelolaan Keuangan dan Aset Daerah",
    "bkad": "Badan Keuangan dan Aset Daerah",
    "bpkd": "Badan Pengelolaan Keuangan Daerah",
    "bpkpd": "Badan Pengelolaan Keuangan dan Pendapatan Daerah",
    "bpkpad": "Badan Pengelolaan Keuangan, Pendapatan dan Aset Daerah",
    "bppkad": "Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah",
    "bakeuda": "Badan Keuangan Daerah",
    "bapenda": "Badan Pendapatan Daerah",
    "bppd": "Badan Pengelolaan Pendapatan Daerah",
    "bprd": "Badan Pajak dan Retribusi Daerah",
    "bpprd": "Badan Pengelolaan Pajak dan Retribusi Daerah",
    "bkd": "Badan Kepegawaian Daerah",
    "bkpsdm": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "bkpsdmd": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Daerah",
    "bkpp": "Badan Kepegawaian, Pendidikan dan Pelatihan",
    "bkppd": "Badan Kepegawaian, Pendidikan dan Pelatihan Daerah",
    "bpsdm": "Badan Pengembangan Sumber Daya Manusia",
    "bpsdmd": "Badan Pengembangan Sumber Daya Manusia Daerah",
    "bpbd": "Badan Penanggulangan Bencana Daerah",
    "balitbangda": "Badan Penelitian dan Pengembangan Daerah",
    "brida": "Badan Riset dan Inovasi Daerah",
    "kesbangpol": "Badan Kesatuan Bangsa dan Politik",
    "bakesbangpol": "Badan Kesatuan Bangsa dan Politik",
    "satpolpp": "Satuan Polisi Pamong Praja",
    "satpolppdamkar": "Satuan Polisi Pamong Praja dan Pemadam Kebakaran",
    "dinkes": "Dinas Kesehatan",
    "dinkesppkb": "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana",
    "disdik": "Dinas Pendidikan",
    "disdikbud": "Dinas Pendidikan dan Kebudayaan",
    "dikbud": "Dinas Pendidikan dan Kebudayaan",
    "disdikpora": "Dinas Pendidikan, Kepemudaan dan Olahraga",
    "dikpora": "Dinas Pendidikan, Kepemudaan dan Olahraga",
    "dpupr": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "pupr": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "dpuprpkp": "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan Permukiman",
    "puprpkp": "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan Permukiman",
    "disperkim": "Dinas Perumahan Rakyat dan Kawasan Permukiman",
    "dprkp": "Dinas Perumahan Rakyat dan Kawasan Permukiman",
    "perkim": "Dinas Perumahan Rakyat dan Kawasan Permukiman",
    "dpkp": "Dinas Perumahan dan Kawasan Permukiman",
    "disperkimtan": "Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan",
    "perkimtan": "Dinas Perumahan Rakyat, Kawasan Permukiman dan Pertanahan",
    "disdamkar": "Dinas Pemadam Kebakaran",
    "disdamkarmat": "Dinas Pemadam Kebakaran dan Penyelamatan",
    "damkarmat": "Dinas Pemadam Kebakaran dan Penyelamatan",
    "dinsos": "Dinas Sosial",
    "dinsosp3a": "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
    "dinsospmd": "Dinas Sosial, Pemberdayaan Masyarakat dan Desa",
    "disnakertrans": "Dinas Tenaga Kerja dan Transmigrasi",
    "nakertrans": "Dinas Tenaga Kerja dan Transmigrasi",
    "disnaker": "Dinas Tenaga Kerja",
    "disnakerin": "Dinas Tenaga Kerja dan Perindustrian",
    "dp3a": "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
    "dpppa": "Dinas Pemberdayaan Perempuan dan Perlindungan Anak",
    **dict.fromkeys(
        ("dp3ap2kb", "dp3appkb", "dpppappkb"),
        "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana",
    ),
    **dict.fromkeys(
        ("dp2kbp3a", "dppkbp3a", "dppkbpppa"),
        "Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak",
    ),
    "dkp": "Dinas Kelautan dan Perikanan",
    "dislutkan": "Dinas Kelautan dan Perikanan",
    "diskan": "Dinas Perikanan",
    "dispangan": "Dinas Pangan",
    "disketapang": "Dinas Ketahanan Pangan",
    "dishanpan": "Dinas Ketahanan Pangan",
    "dkpp": "Dinas Ketahanan Pangan dan Pertanian",
    "dispertapa": "Dinas Pertanian dan Ketahanan Pangan",
    "distapang": "Dinas Pertanian dan Ketahanan Pangan",
    "dlh": "Dinas Lingkungan Hidup",
    "dlhk": "Dinas Lingkungan Hidup dan Kehutanan",
    "disdukcapil": "Dinas Kependudukan dan Pencatatan Sipil",
    "dukcapil": "Dinas Kependudukan dan Pencatatan Sipil",
    "dpmd": "Dinas Pemberdayaan Masyarakat dan Desa",
    "dpmk": "Dinas Pemberdayaan Masyarakat dan Kampung",
    "dishub": "Dinas Perhubungan",
    "diskominfo": "Dinas Komunikasi dan Informatika",
    "kominfo": "Dinas Komunikasi dan Informatika",
    "dinkopukm": "Dinas Koperasi, Usaha Kecil dan Menengah",
    "diskopukm": "Dinas Koperasi, Usaha Kecil dan Menengah",
    "diskop": "Dinas Koperasi, Usaha Kecil dan Menengah",
    "diskopumkm": "Dinas Koperasi dan Usaha Mikro, Kecil dan Menengah",
    "dpmptsp": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "dispora": "Dinas Kepemudaan dan Olahraga",
    "disparpora": "Dinas Pariwisata, Kepemudaan dan Olahraga",
    "disporapar": "Dinas Kepemudaan, Olahraga dan Pariwisata",
    "disbudpar": "Dinas Kebudayaan dan Pariwisata",
    "disparbud": "Dinas Pariwisata dan Kebudayaan",
    "disbud": "Dinas Kebudayaan",
    "disperpusip": "Dinas Perpustakaan dan Kearsipan",
    "dispusip": "Dinas Perpustakaan dan Kearsipan",
    "dispersip": "Dinas Perpustakaan dan Kearsipan",
    "disarpus": "Dinas Kearsipan dan Perpustakaan",
    "dispar": "Dinas Pariwisata",
    "disparekraf": "Dinas Pariwisata dan Ekonomi Kreatif",
    "distan": "Dinas Pertanian",
    "disperta": "Dinas Pertanian",
    "disbun": "Dinas Perkebunan",
    "distanbun": "Dinas Pertanian dan Perkebunan",
    "disbunnak": "Dinas Perkebunan dan Peternakan",
    "disnak": "Dinas Peternakan",
    "disnakkeswan": "Dinas Peternakan dan Kesehatan Hewan",
    "dtph": "Dinas Tanaman Pangan dan Hortikultura",
    "dishut": "Dinas Kehutanan",
    "desdm": "Dinas Energi dan Sumber Daya Mineral",
    "disperindag": "Dinas Perindustrian dan Perdagangan",
    "disdagperin": "Dinas Perdagangan dan Perindustrian",
    "disperindagkop": "Dinas Perindustrian, Perdagangan dan Koperasi",
    "disdag": "Dinas Perdagangan",
    "disperin": "Dinas Perindustrian",
    "dp2kb": "Dinas Pengendalian Penduduk dan Keluarga Berencana",
    "dppkb": "Dinas Pengendalian Penduduk dan Keluarga Berencana",
}

# Short for an agency where nothing else is said; elsewhere, as in the name of an application, what it does.
ALSO_A_FUNCTION: Mapping[str, str] = {
    "damkar": "Dinas Pemadam Kebakaran",
    "ptsp": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
}

# Names that say more than the agency's usual one, which keys are made of
WITH_MORE: Mapping[str, str] = {
    "diskominfosandi": "Dinas Komunikasi, Informatika dan Persandian",
    "diskominfotik": "Dinas Komunikasi, Informatika dan Statistik",
    "diskominfosantik": "Dinas Komunikasi, Informatika, Persandian dan Statistik",
}

# What agencies are also called: another form of a word of the usual names, in the name of an agency only.
SPELLINGS: Mapping[str, str] = {
    "pemuda": "kepemudaan",
    "arsip": "kearsipan",
    "pustaka": "perpustakaan",
    "budaya": "kebudayaan",
    "wisata": "pariwisata",
    "industri": "perindustrian",
    "dagang": "perdagangan",
    "ternak": "peternakan",
    "kebun": "perkebunan",
    "hutan": "kehutanan",
}

# Who does something, without a name: "staf sendiri", "tim IT", "pihak ketiga"; a text of these names nobody
NAMELESS = frozenset(
    {
        "developer", "eksternal", "freelance", "freelancer", "inhouse", "internal", "konsultan", "kontraktor",
        "outsource", "outsourcing", "pegawai", "pengembang", "penyedia", "perorangan", "pihak", "programer",
        "programmer", "rekanan", "sendiri", "staf", "staff", "swakelola", "swasta", "tenaga", "tim", "vendor",
    }
)  # fmt: skip
# What stands beside them and names nobody either
BESIDE_NAMELESS = frozenset(
    {
        "3", "ahli", "aplikasi", "atau", "dan", "dibuat", "dikembangkan", "dikerjakan", "house", "iii",
        "in", "it", "jasa", "ke", "ketiga", "kontrak", "lokal", "luar", "oleh", "opd", "secara", "skpd",
        "teknis", "ti", "tik",
    }
)  # fmt: skip

# Words of agencies' names beside those above: fields of PP 18/2016, and the usual biros of a secretariat
OTHER_WORDS = frozenset(
    {
        "adat", "administrasi", "air", "anggaran", "arsip", "asisten", "bangunan", "barang", "bina",
        "cipta", "dayah", "gampong", "gedung", "hidrologi", "hubungan", "hukum", "humas", "inspektorat",
        "islam", "jalan", "jasa", "karya", "kebersihan", "kehumasan", "kepariwisataan", "kepelabuhanan",
        "kerja", "kerjasama", "kesejahteraan", "keselamatan", "kesra", "ketatalaksanaan", "ketenagakerjaan",
        "ketenteraman", "ketertiban", "kewilayahan", "konstruksi", "laksana", "layanan", "lh", "linmas",
        "marga", "mental", "metrologi", "milik", "nagari", "negara", "organisasi", "otonomi", "pariwisata",
        "pasar", "pelabuhan", "pelestarian", "pemakaman", "pembinaan", "pemerintahan", "pemuda",
        "pengadaan", "pengairan", "pengawasan", "pengelola", "pengelolaan", "pengembangan", "penghubung",
        "perbatasan", "perbendaharaan", "perekonomian", "perencanaan", "perizinan", "perlengkapan",
        "perlindungan", "pertamanan", "pertambangan", "pertanahan", "pimpinan", "potensi", "program",
        "protokol", "rakyat", "rumah", "sama", "sekretariat", "setda", "spiritual", "statistik", "syariat",
        "tanah", "tangga", "tata", "transmigrasi", "umum", "usaha", "utama", "wilayah",
    }
)  # fmt: skip
