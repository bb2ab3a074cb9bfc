"""The kinds of findings about which element a row means."""

from model.faults import Rule, Severity
from model.text import Text

DUPLICATE_CODE = Rule(
    name="duplicate_code",
    severity=Severity.WARNING,
    message=Text(
        id="Kode “{value}” dipakai dua baris dengan nama berbeda: “{first}” (baris {row}), “{second}”.",
        en="The code “{value}” has two rows with different names: “{first}” (row {row}), “{second}”.",
    ),
    fix=Text(
        id="Dimuat sebagai dua objek; tentukan mana yang memakai kode ini, beri kode baru yang lain.",
        en="Both were loaded as two elements; decide which keeps the code and give the other a new one.",
    ),
)
MERGED_CODE = Rule(
    name="merged_code",
    severity=Severity.WARNING,
    message=Text(
        id="Kode “{value}” berarti dua hal pada OPD gabungan: “{first}” ({key}) dan “{second}” ({other}).",
        en="The code “{value}” means two things in a merged agency: “{first}” ({key}), “{second}” ({other}).",
    ),
    fix=Text(
        id="Keduanya tetap terpisah. Bila satu hal: simpul merge {key} {other}; bila dua, beri kode lain.",
        en="Both stay apart. If they are one thing: simpul merge {key} {other}; if two, give one a new code.",
    ),
)
REPEATED_ROW = Rule(
    name="repeated_row",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” tercantum lebih dari sekali di lembar ini (juga di baris {row}).",
        en="“{value}” stands more than once in this sheet (also in row {row}).",
    ),
    fix=Text(
        id="Keduanya dibaca sebagai satu objek; hapus baris yang berlebih.",
        en="They are read as one element; delete the extra row.",
    ),
)
REPEATED_ROW_DIFFERS = Rule(
    name="repeated_row_differs",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” tercantum lebih dari sekali di lembar ini dengan isi berbeda: {differences}.",
        en="“{value}” stands more than once in this sheet and not with the same values: {differences}.",
    ),
    fix=Text(
        id="Dibaca sebagai satu objek; isi baris terakhir yang dipakai. Hapus baris yang keliru.",
        en="Read as one element; the values of the last row count. Delete the row that is wrong.",
    ),
)
OTHER_NAME = Rule(
    name="one_code_two_names",
    severity=Severity.WARNING,
    message=Text(
        id="Kode “{code}” sudah bernama “{known}”, di sini tertulis “{value}”.",
        en="The code “{code}” is already called “{known}”; here it is “{value}”.",
    ),
    fix=Text(
        id="Dibaca sebagai objek yang sama dan tetap ditemukan dengan kedua nama; samakan namanya.",
        en="Read as the same element, which is found under both names; make the names agree.",
    ),
)
CODES_SHIFTED = Rule(
    name="codes_shifted",
    severity=Severity.WARNING,
    message=Text(
        id="Nomor urut bergeser: {count} objek dikenali dari namanya dan kini berkode lain: {value}.",
        en="The codes were numbered anew: elements known by their names that have another code now: {count}:"
        " {value}.",
    ),
    fix=Text(
        id="Kode mengikuti berkas ini; periksa sel dan berkas lain yang menunjuk objek hanya dengan kodenya.",
        en="The codes follow this file; check cells and other files that refer to elements by code alone.",
    ),
)
CODE_OF_ANOTHER = Rule(
    name="code_of_another",
    severity=Severity.WARNING,
    message=Text(
        id="Kode “{code}” milik {known}; di sini tertulis “{value}”, dan selain itu tidak ada yang sama.",
        en="The code “{code}” is that of {known}; here it is “{value}”, and nothing else is the same.",
    ),
    fix=Text(
        id="Dimuat sebagai objek lain. Bila hanya berganti nama, gabungkan setelah dimuat:"
        " simpul merge {other} {key}. Bila memang lain, hentikan yang lama (simpul retire {key}) atau beri"
        " kode baru.",
        en="Loaded as another element. If it only changed its name, merge once loaded: simpul merge {other}"
        " {key}. If it is another, retire the old one (simpul retire {key}), or give one a new code.",
    ),
)
RENAMED = Rule(
    name="renamed",
    severity=Severity.INFO,
    message=Text(
        id="“{known}” ({code}) kini bernama “{value}”.",
        en="“{known}” ({code}) is called “{value}” now.",
    ),
    fix=Text(
        id="Tidak perlu tindakan: objeknya tetap ditemukan juga dengan nama lamanya.",
        en="Nothing to do: the element is still found under its former name, too.",
    ),
)
OLDER_EDITION = Rule(
    name="older_edition",
    severity=Severity.WARNING,
    message=Text(
        id="Berkas ini sama persis dengan yang dimuat pada {day}, dan sudah diganti pada {later} oleh"
        " “{value}”: isinya yang lama akan berlaku lagi.",
        en="This file is the very one that was loaded on {day}, and was replaced on {later} by “{value}”:"
        " what it says would count again.",
    ),
    fix=Text(
        id="Bila terkirim tanpa sengaja, jangan terapkan rencana ini; bila sudah dimuat, urungkan.",
        en="If it was sent by mistake, do not apply this plan; if it was loaded, undo that load.",
    ),
)
LATER_EDITION = Rule(
    name="later_edition",
    severity=Severity.INFO,
    message=Text(
        id="Berkas ini dibaca sebagai perbaikan dari “{value}”.",
        en="This file is read as a later edition of “{value}”.",
    ),
    fix=Text(
        id="Tidak perlu tindakan: catatan berkas lama yang sudah diperbaiki ditutup.",
        en="Nothing to do: what it corrects of the earlier file's findings is closed.",
    ),
)
VANISHED_ROWS = Rule(
    name="vanished_rows",
    severity=Severity.WARNING,
    message=Text(
        id="{count} baris dari edisi terdahulu tidak ada di berkas ini; objeknya tetap ada: {value}.",
        en="Rows of earlier editions that this file does not have: {count}; their elements stay: {value}.",
    ),
    fix=Text(
        id="Bila dihentikan: “Hentikan objek” di halaman Jelajah (simpul retire KUNCI), atau impor dengan"
        " cara “gantikan” (--mode replace); bila tidak, kembalikan barisnya.",
        en="If they are out of use: “Retire the element” on the page Explore (simpul retire KEY), or import"
        " with the mode replace (--mode replace); if not, put the rows back.",
    ),
)
LIKELY_RENAMED = Rule(
    name="likely_renamed",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” ({key}) tidak ada lagi di berkas ini, sedangkan “{name}” baru: mungkin objek yang"
        " sama.",
        en="“{value}” ({key}) is gone from this file, and “{name}” is new in it: perhaps the same element.",
    ),
    fix=Text(
        id="Bila satu hal, gabungkan setelah dimuat: simpul merge {other} {key}. Bila dua, tidak perlu"
        " tindakan, atau hentikan yang lama.",
        en="If they are one, merge them once loaded: simpul merge {other} {key}. If they are two, nothing to"
        " do, or retire the old one.",
    ),
)
REPEATING_FILE = Rule(
    name="repeating_file",
    severity=Severity.INFO,
    message=Text(
        id=(
            "Berkas ini mengulang berkas lain ({files}): {repeated} dari {rows} baris. "
            "Hanya di berkas ini: {only}; berbeda: {differing}."
        ),
        en=(
            "This file repeats others ({files}): {repeated} of {rows} rows. "
            "Only in this file: {only}; different: {differing}."
        ),
    ),
    fix=Text(
        id="Tidak perlu tindakan: berkas masing-masing yang berlaku; baris yang hanya di sini dimuat.",
        en="Nothing to do: the single files count; rows that are only here were loaded.",
    ),
)
REPEATED_OTHERWISE = Rule(
    name="repeated_otherwise",
    severity=Severity.WARNING,
    message=Text(
        id="Di berkas gabungan ini {property} tertulis “{value}”, di {where} tertulis “{other}”.",
        en="This gathered file says “{value}” for {property}, {where} says “{other}”.",
    ),
    fix=Text(
        id="Yang dipakai “{other}”, dari berkasnya sendiri; bila keliru, perbaiki berkas itu.",
        en="Taken: “{other}”, from the file of its own; if that is wrong, correct that file.",
    ),
)
NO_CODE = Rule(
    name="no_code",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” tidak berkode; dikenali dari namanya.",
        en="“{value}” has no code; it is known by its name.",
    ),
    fix=Text(
        id="Beri kode agar tetap dikenali bila namanya berubah.",
        en="Give it a code so that it is still known when its name changes.",
    ),
)
NO_SCOPE = Rule(
    name="no_agency",
    severity=Severity.WARNING,
    message=Text(
        id="Tidak diketahui milik perangkat daerah mana; dimuat ke cakupan bersama.",
        en="No agency is named; loaded into the shared scope.",
    ),
    fix=Text(
        id="Isi kolom perangkat daerah, atau pilih cakupan saat mengimpor (--scope).",
        en="Fill in the agency column, or choose a scope when importing (--scope).",
    ),
)
NO_SCOPE_BELOW = Rule(
    name=NO_SCOPE.name,
    severity=Severity.WARNING,
    message=Text(
        id="Tidak diketahui milik perangkat daerah mana; dimuat ke cakupan bersama. Kolom perangkat daerah"
        " tampaknya hanya diisi pada baris pertama tiap kelompok.",
        en="No agency is named; loaded into the shared scope. The agency column seems to be filled in only in"
        " the first row of each group.",
    ),
    fix=Text(
        id="Isi ke bawah kolom perangkat daerah lalu impor lagi, atau pilih cakupan impor (--scope).",
        en="Fill the agency column down and import again, or choose a scope when importing (--scope).",
    ),
)
SCOPE_DIFFERS = Rule(
    name="agency_differs",
    severity=Severity.WARNING,
    message=Text(
        id="Baris ini milik {found}, bukan {asked} seperti disebut {origin}.",
        en="This row belongs to {found}, not to {asked} as {origin} says.",
    ),
    fix=Text(
        id="Yang dipakai adalah isi baris; periksa bila keliru.",
        en="What the row says was taken; check it if that is wrong.",
    ),
)
SENDER_DIFFERS = Rule(
    name="agency_differs",
    severity=Severity.WARNING,
    message=Text(
        id="Pada {told} tertulis “{value}”, sedangkan pada {origin} “{asked}”.",
        en="“{value}” stands in {told}, but “{asked}” in {origin}.",
    ),
    fix=Text(
        id="Yang dipakai “{asked}” bagi baris tanpa pemilik. Bila keliru, jangan terapkan rencana ini:"
        " perbaiki berkas, atau pilih cakupan yang benar (--scope).",
        en="“{asked}” was taken for rows that name no owner. If that is wrong, do not apply this plan:"
        " correct the file, or choose the right scope (--scope).",
    ),
)
BY_WORD = Text(
    id="nama berkas atau lembarnya memuat “{words}”", en="the name of the file or sheet says “{words}”"
)
BY_ONLY = Text(
    id="hanya perangkat daerah itu yang disebut kiriman ini", en="the delivery names no other agency"
)
AGENCY_ON_RECORD = Rule(
    name="agency_on_record",
    severity=Severity.INFO,
    message=Text(
        id="Berkas ini tidak menyebut perangkat daerahnya; barisnya sudah tercatat sebagai milik {value} dan"
        " dibaca begitu.",
        en="The file names no agency; its rows are on record as those of {value}, and are read so.",
    ),
    fix=Text(
        id="Bila keliru, tulis perangkat daerahnya di judul lembar, atau pilih cakupan (--scope).",
        en="If that is wrong, write the agency in the title of the sheet, or choose a scope (--scope).",
    ),
)
AGENCY_SUPPOSED = Rule(
    name="agency_supposed",
    severity=Severity.WARNING,
    message=Text(
        id="Berkas ini tidak menyebut perangkat daerahnya; barisnya dibaca sebagai milik {value}, karena"
        " {why}.",
        en="The file names no agency; its rows are read as those of {value}, because {why}.",
    ),
    fix=Text(
        id="Bila keliru, jangan terapkan rencana ini: tulis perangkat daerahnya di judul lembar atau kolom"
        " pemilik, atau pilih cakupan (--scope).",
        en="If that is wrong, do not apply this plan: write the agency in the title of the sheet or the owner"
        " column, or choose a scope (--scope).",
    ),
)
CODES_OF_SUPPOSED = Rule(
    name="codes_of_supposed_agency",
    severity=Severity.ERROR,
    message=Text(
        id="{refused} baris tidak dimuat: berkas ini tidak menyebut perangkat daerahnya, dan {count} kodenya"
        " bernama lain pada {agency} (“{code}”: “{known}”, di sini “{value}”).",
        en="Rows that were not loaded: {refused}. The file names no agency, and {agency} has other names for"
        " its codes: {count} (“{code}”: “{known}”, here “{value}”).",
    ),
    fix=Text(
        id="Tulis perangkat daerahnya di judul lembar atau kolom pemilik, atau pilih cakupan (--scope), lalu"
        " impor lagi.",
        en="Write the agency in the title of the sheet or the owner column, or choose a scope (--scope), then"
        " import again.",
    ),
)
FILE_NAME_REST = Rule(
    name="rest_of_file_name",
    severity=Severity.INFO,
    message=Text(
        id="Pada nama berkas atau folder dibaca perangkat daerah “{value}”, tanpa “{rest}”.",
        en="The agency read from the name of the file or folder is “{value}”, without “{rest}”.",
    ),
    fix=Text(
        id="Bila itu bagian namanya, tulis nama lengkapnya di judul lembar, atau pilih cakupan (--scope).",
        en="If that belongs to its name, write all of it in the title of the sheet, or choose --scope.",
    ),
)
FILE_NAME_UNKNOWN = Rule(
    name="unknown_in_file_name",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” pada nama berkas atau folder bukan perangkat daerah yang dikenal.",
        en="“{value}” in the name of the file or folder is no agency that is known.",
    ),
    fix=Text(
        id="Tulis perangkat daerahnya di judul lembar atau kolom pemilik, atau pilih cakupan (--scope).",
        en="Write the agency in the title of the sheet or the owner column, or choose a scope (--scope).",
    ),
)
OTHER_SCOPE = Rule(
    name="owner_differs",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” sudah dikenal sebagai {known}; di sini tertulis milik {found}.",
        en="“{value}” is already known as {known}; here it is said to belong to {found}.",
    ),
    fix=Text(
        id="Dibaca sebagai objek yang sama; samakan pemiliknya pada kedua berkas.",
        en="Read as the same element; make the owner agree in both files.",
    ),
)
NEW_AGENCY = Rule(
    name="new_agency",
    severity=Severity.INFO,
    message=Text(
        id="Perangkat daerah baru dari {origin}: {name}.",
        en="A new agency, named in {origin}: {name}.",
    ),
    fix=Text(
        id="Bila sama dengan yang sudah ada, samakan ejaannya.",
        en="If it is one that exists, make the spelling agree.",
    ),
)
NEW_AGENCY_NEAR = Rule(
    name="new_agency_like_another",
    severity=Severity.WARNING,
    message=Text(
        id="Perangkat daerah baru dari {origin}: {name}. Namanya mirip dengan {near}.",
        en="A new agency, named in {origin}: {name}. Its name is like that of {near}.",
    ),
    fix=Text(
        id="Bila sama, samakan ejaannya sebelum rencana ini diterapkan; bila lain, tidak perlu tindakan.",
        en="If they are one, make the spelling agree before this plan is applied; if not, nothing to do.",
    ),
)
AGENCY_READ_AS = Rule(
    name="agency_read_as",
    severity=Severity.WARNING,
    message=Text(
        id="Perangkat daerah pengirim tertulis “{value}”; dibaca sebagai {known} ({key}).",
        en="The sending agency is written “{value}”; it is read as {known} ({key}).",
    ),
    fix=Text(
        id="Bila namanya berubah, tidak perlu tindakan: keduanya dikenal. Bila perangkat daerah lain, jangan"
        " terapkan rencana ini dan pilih cakupan (--scope).",
        en="If its name changed, nothing to do: both are known. If it is another agency, do not apply this"
        " plan and choose a scope (--scope).",
    ),
)
BAD_RELATION_ENDS = Rule(
    name="relation_without_ends",
    severity=Severity.ERROR,
    message=Text(
        id="Hubungan {relation} tidak dimuat: “{value}” dan “{other}” tidak ditemukan.",
        en="The relation {relation} was not loaded: “{value}” and “{other}” were not found.",
    ),
    fix=Text(
        id="Muat dahulu objek pada salah satu ujungnya, atau perbaiki kodenya.",
        en="Load the element at one of its ends first, or correct the code.",
    ),
)
FORBIDDEN_ENDS = Rule(
    name="forbidden_relation",
    severity=Severity.ERROR,
    message=Text(
        id="Hubungan {relation} dari {source} ke {target} tidak diperbolehkan metamodel.",
        en="The metamodel does not allow {relation} from {source} to {target}.",
    ),
    fix=Text(
        id="Hubungan yang boleh antara keduanya: {allowed}.",
        en="Relations allowed between the two: {allowed}.",
    ),
)
BAD_KEY = Rule(
    name="bad_key",
    severity=Severity.ERROR,
    message=Text(
        id="Kunci “{value}” tidak cocok dengan jenis {kind}.",
        en="The key “{value}” does not fit the kind {kind}.",
    ),
    fix=Text(
        id="Tulis cakupan/jenis/kode dengan jenis yang sama seperti kolom kind.",
        en="Write scope/kind/code with the same kind as the kind column.",
    ),
)
