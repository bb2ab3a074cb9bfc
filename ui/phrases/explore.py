"""Words of the page Jelajah."""

from model.text import Text

TITLE = Text(id="Jelajah", en="Explore")
HELP = Text(
    id="Cari objek, lihat hubungan dan sumber datanya.", en="Find elements, see relations and origins."
)
HITS = Text(id="{n} objek", en="{n} {n|element|elements}")
SHOWN_OF = Text(
    id="{shown} dari {n} objek ditampilkan; persempit pencarian.",
    en="{shown} of {n} shown; narrow the search.",
)
NO_HITS = Text(
    id="Tidak ada objek yang cocok. Periksa ejaan atau kosongkan saringan.",
    en="Nothing matches. Check the spelling or clear the filters.",
)
PICK = Text(id="Pilih sebuah objek dari daftar.", en="Choose an element from the list.")
GONE = Text(
    id="Tautan ini menyebut objek yang tidak ada (lagi): {key}. Ketik nama atau kodenya pada kotak Cari, "
    "lalu pilih dari daftar.",
    en="This link names what is not there (any more): {key}. Type its name or code in the box Search and "
    "choose from the list.",
)
NEEDS = Text(id="Bergantung pada", en="Depends on")
SERVES = Text(id="Dibutuhkan oleh", en="Needed by")
OTHERS = Text(id="Hubungan lain", en="Other relations")
ANY_OF = Text(id="salah satu dari (grup cadangan {group}):", en="any of (redundancy group {group}):")
ALL_OF = Text(id="semua dari (grup {group}):", en="all of (group {group}):")
SOME_OF = Text(id="{need} dari (grup cadangan {group}):", en="{need} of (redundancy group {group}):")
PROPERTIES = Text(id="Keterangan dan sumber data", en="Properties and origins")
HISTORY = Text(id="Riwayat", en="History")
FINDINGS = Text(id="Catatan perbaikan ({n})", en="Findings ({n})")
REFERENCES = Text(id="Rujukan terbuka ({n})", en="Open references ({n})")
REFERENCE_TEXT = Text(id="Tertulis", en="As written")
CANDIDATES = Text(id="Mungkin maksudnya", en="May mean")
RELATION = Text(id="Hubungan", en="Relation")
NOTHING = Text(id="belum ada", en="none yet")
PICTURE = Text(id="Gambar sekitar objek ini", en="Picture around this element")
DEPTH_NEEDS = Text(id="Langkah ke yang dibutuhkan", en="Steps to what it needs")
DEPTH_SERVES = Text(id="Langkah ke yang membutuhkan", en="Steps to what needs it")
HIDDEN = Text(
    id="{n} objek terkait tidak digambar karena melebihi {most}. Kurangi langkah atau pilih jenis.",
    en="{n} related {n|element is|elements are} not drawn because there are more than {most}. Take fewer "
    "steps or choose kinds.",
)
ONLY_KINDS = Text(id="Hanya jenis", en="Only kinds")
EXPAND = Text(id="Perluas dari sini", en="Expand from here")
IMPACT = Text(id="Lihat dampak bila mati", en="See the impact of its failure")
ALSO_CALLED = Text(id="juga disebut {names}", en="also called {names}")
FORMER_KEYS = Text(id="kunci lama {keys}", en="former keys {keys}")
CHOSEN = Text(id="Dipilih dalam gambar", en="Chosen in the picture")
DOMAIN = Text(id="Domain", en="Domain")
