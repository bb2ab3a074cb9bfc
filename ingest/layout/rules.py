"""The kinds of findings about sheets that are read as somebody once said: known layouts."""

from model.faults import Rule, Severity

READ_BY_MAPPING = Rule.of(
    "read_by_mapping",
    Severity.INFO,
    (
        "Lembar ini dibaca sebagai {kind} menurut pemetaan yang diingat ({mapping}).",
        "This sheet is read as {kind} by a remembered mapping ({mapping}).",
    ),
    (
        "Tidak perlu tindakan; bila keliru, ubah pemetaannya di langkah 2 halaman Impor.",
        "Nothing to do; if it is wrong, change the mapping in step 2 of the page Impor.",
    ),
)
LEFT_OUT_BY_MAPPING = Rule.of(
    "left_out_by_mapping",
    Severity.INFO,
    (
        "Lembar ini dilewati menurut pemetaan yang diingat ({mapping}).",
        "This sheet was left out by a remembered mapping ({mapping}).",
    ),
    (
        "Tidak perlu tindakan; bila keliru, pilih jenisnya di langkah 2 halaman Impor.",
        "Nothing to do; if it is wrong, choose its kind in step 2 of the page Impor.",
    ),
)
NEARLY_KNOWN_LAYOUT = Rule.of(
    "nearly_known_layout",
    Severity.WARNING,
    (
        "Susunan kolomnya hampir sama dengan pemetaan yang diingat ({mapping}), tetapi pemetaan itu tidak "
        "dipakai. Kolom baru: {added}. Kolom yang hilang: {lost}.",
        "Its columns are nearly those of a remembered mapping ({mapping}), which was not used. New columns: "
        "{added}. Missing columns: {lost}.",
    ),
    (
        "Periksa usulannya di langkah 2 halaman Impor, lalu pakai pemetaannya.",
        "Check what is proposed in step 2 of the page Impor, and use that mapping.",
    ),
)
MAPPED_MEANING_GONE = Rule.of(
    "mapped_meaning_gone",
    Severity.WARNING,
    (
        "Pemetaan ({mapping}) menyebut “{value}”, yang tidak ada lagi pada {kind}; kolom ini disimpan "
        "sebagai properti sendiri.",
        "The mapping ({mapping}) names “{value}”, which {kind} no longer has; this column is kept as a "
        "property of its own.",
    ),
    (
        "Pilih artinya lagi di langkah 2 halaman Impor.",
        "Choose its meaning again in step 2 of the page Impor.",
    ),
)
MAPPED_KIND_GONE = Rule.of(
    "mapped_kind_gone",
    Severity.WARNING,
    (
        "Pemetaan yang diingat ({mapping}) menyebut jenis “{value}”, yang tidak ada lagi; lembar ini dibaca "
        "tanpa pemetaan.",
        "A remembered mapping ({mapping}) names the kind “{value}”, which there is no longer; this sheet was "
        "read without it.",
    ),
    (
        "Pilih jenisnya di langkah 2 halaman Impor, atau lupakan pemetaan itu.",
        "Choose its kind in step 2 of the page Impor, or forget that mapping.",
    ),
)
