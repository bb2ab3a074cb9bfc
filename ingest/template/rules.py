"""The kinds of findings about a template that comes back."""

from model.faults import Rule, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

UNREADABLE = Rule.of(
    "template_unreadable",
    _E,
    (
        "Lembar tersembunyi templat ini rusak, atau ditulis Simpul yang lebih baru; isinya tidak dimuat.",
        "The hidden sheet of this template is damaged, or a newer Simpul wrote it; it was not loaded.",
    ),
    (
        "Perbarui Simpul, atau unduh templat baru dan salin perubahannya ke sana.",
        "Update Simpul, or make a new template and copy the changes into it.",
    ),
)
NO_HEADER = Rule.of(
    "template_without_headers",
    _E,
    (
        "Judul kolom lembar templat ini tidak ditemukan; lembar tidak dimuat.",
        "The headers of this sheet of a template were not found; it was not loaded.",
    ),
    (
        "Kembalikan baris judul seperti pada templat, lalu kirim ulang.",
        "Put the row of headers back as the template has it, and send it again.",
    ),
)
REPEATED_KEY = Rule.of(
    "repeated_key",
    _E,
    (
        "Kunci “{value}” sudah ada di baris {row}; baris ini tidak dimuat.",
        "The key “{value}” stands in row {row} already; this row was not loaded.",
    ),
    (
        "Untuk objek baru kosongkan kuncinya; jika sama, hapus baris ini.",
        "Blank the key if this is a new element; delete the row if it is the same.",
    ),
)
NAME_NEEDED = Rule.of(
    "name_needed",
    _W,
    (
        "Nama dikosongkan; nama yang diketahui, “{value}”, tetap dipakai.",
        "The name was blanked; the known one, “{value}”, is kept.",
    ),
    (
        "Tulis nama baru, atau ubah Status bila objek dihentikan.",
        "Write another name, or change the status if the element is retired.",
    ),
)
UNWRITTEN_CHANGED = Rule.of(
    "unwritten_cell",
    _E,
    (
        "Isi sel ini terlalu panjang untuk ditulis ke templat; perubahannya tidak dimuat.",
        "What belongs in this cell was too long to be written to the template; the change was not loaded.",
    ),
    (
        "Ubah lewat elements.csv dan relations.csv (simpul export), atau di halaman Jelajah.",
        "Change it in elements.csv and relations.csv (simpul export), or with simpul set.",
    ),
)
ROWS_GONE = Rule.of(
    "rows_deleted",
    _I,
    (
        "{count} baris dihapus dari lembar ini; objeknya tetap ada: {value}.",
        "{count} rows were deleted from this sheet; their elements stay: {value}.",
    ),
    (
        "Bila dihentikan, ubah Status objeknya, atau impor dengan cara “gantikan”.",
        "To retire them change their status, or import with the mode replace.",
    ),
)
OVERTAKEN = Rule.of(
    "changed_meanwhile",
    _W,
    (
        "{property} berubah setelah templat dibuat: dari “{was}” menjadi “{now}”; kini menjadi “{value}”.",
        "{property} changed after the template was made: from “{was}” to “{now}”; now it becomes “{value}”.",
    ),
    (
        "Periksa mana yang benar; kirim perubahan pada templat yang baru.",
        "Check which one is right; send changes in a fresh template.",
    ),
)
TAKEN_BACK = Rule.of(
    "taken_back",
    _W,
    (
        "{property} diubah oleh kiriman templat ini sebelumnya; sel ini menunjukkan isi semula, “{value}”, "
        "dan itu yang dipakai lagi.",
        "{property} was changed by an earlier delivery of this template; this cell shows what it was before, "
        "“{value}”, and that counts again.",
    ),
    (
        "Bila ini salinan lama, jangan terapkan; kirim salinan yang terakhir.",
        "If this is an old copy do not apply it; send the latest one.",
    ),
)
