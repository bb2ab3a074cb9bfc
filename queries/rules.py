"""The kinds of findings about identity and references; those of reading stand in ingest/reading_rules.py."""

from model.element import Openness
from model.faults import Rule, Severity
from model.text import Text

DANGLING = Rule(
    name="dangling_reference",
    severity=Severity.WARNING,
    message=Text(
        id="Rujukan “{value}” tidak ditemukan di mana pun.",
        en="The reference “{value}” was found nowhere.",
    ),
    fix=Text(
        id="Perbaiki kode atau namanya, atau kirim berkas yang memuatnya; setiap impor mencocokkannya lagi.",
        en="Correct the code or name, or send the file that has it; every load matches it again.",
    ),
)
AMBIGUOUS = Rule(
    name="ambiguous_reference",
    severity=Severity.WARNING,
    message=Text(
        id="Rujukan “{value}” dapat berarti lebih dari satu objek: {candidates}.",
        en="The reference “{value}” may mean more than one element: {candidates}.",
    ),
    fix=Text(
        id="Tulis kode yang tepat, atau kode beserta namanya.",
        en="Write the exact code, or the code with its name.",
    ),
)
NEAR = Rule(
    name="near_reference",
    severity=Severity.WARNING,
    message=Text(
        id="Rujukan “{value}” tidak ditemukan; yang mirip: {candidates}.",
        en="The reference “{value}” was not found; close to it: {candidates}.",
    ),
    fix=Text(
        id="Bila salah satunya benar, tulis kodenya: {candidates}.",
        en="If one of them is meant, write its code: {candidates}.",
    ),
)
FORBIDDEN = Rule(
    name="forbidden_relation",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” adalah {candidates}, yang tidak boleh ditunjuk oleh hubungan “{relation}” dari sini.",
        en="“{value}” is {candidates}, which the relation “{relation}” may not point to from here.",
    ),
    fix=Text(
        id="Periksa kolomnya, atau tulis kode objek dari jenis yang sesuai.",
        en="Check the column, or write the code of an element of a fitting kind.",
    ),
)
UNKNOWN_CODE = Rule(
    name="unknown_reference_code",
    severity=Severity.WARNING,
    message=Text(
        id="Kode referensi “{value}” tidak ada dalam daftar nasional; disimpan apa adanya.",
        en="The reference code “{value}” is not in the national list; it is kept as it is.",
    ),
    fix=Text(
        id="Periksa kode pada model referensi, atau biarkan bila ditetapkan daerah.",
        en="Check the code in the reference model, or leave it if it is defined locally.",
    ),
)
AWAITED = Rule(
    name="awaited_reference",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” belum dikirim sebagai {kind_id}; teksnya disimpan.",
        en="“{value}” was not delivered as {kind_en} yet; its text is kept.",
    ),
    fix=Text(
        id="Tidak perlu apa-apa: tertaut sendiri begitu objeknya ada.",
        en="Nothing to do: it is linked as soon as the element is there.",
    ),
)
RANGE = Rule(
    name="incomplete_range",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” berarti semua kode di antaranya; yang tidak ditemukan: {missing}.",
        en="“{value}” means all codes from the first to the last; not found: {missing}.",
    ),
    fix=Text(
        id="Yang ada sudah dihubungkan; perbaiki rentangnya, atau kirim berkas yang memuat sisanya.",
        en="Those that exist are linked; correct the range, or send the file that has the others.",
    ),
)
STILL_STATED = Rule(
    name="still_stated",
    severity=Severity.INFO,
    message=Text(
        id="{count} objek tetap ada: masih dinyatakan oleh {loads}.",
        en="Elements that stay: {count}; they are still stated by {loads}.",
    ),
    fix=Text(
        id="Bila juga harus hilang, urungkan pula yang disebut itu; bila tidak, tidak perlu tindakan.",
        en="If they should go too, undo those as well; if not, nothing to do.",
    ),
)
UNDO_RESTATED = Rule(
    name="undo_restated",
    severity=Severity.WARNING,
    message=Text(
        id="{n} hubungan {value} dari sebelum penggabungan tidak kembali: masih dinyatakan pada objek lain, "
        "atau tidak disebut lagi, oleh {loads}.",
        en="Relations of {value} from before the merge that do not come back: {n}; {loads} state them of "
        "another element, or no longer.",
    ),
    fix=Text(
        id="Urungkan impor itu lebih dahulu, atau muat lagi berkas asal {value}.",
        en="Undo that load first, or load the own file of {value} again.",
    ),
)
MERGE_STANDS = Rule(
    name="undo_merge_stands",
    severity=Severity.INFO,
    message=Text(
        id="Penggabungan tetap berlaku untuk {count} objek yang barisnya hilang: {keys}. Bila dimuat lagi, "
        "barisnya kembali menjadi bagian dari objek gabungannya.",
        en="The merge stands for elements whose rows go ({count}): {keys}. Loaded again, their rows are "
        "part of what they were merged into.",
    ),
    fix=Text(
        id="Bila penggabungannya juga harus batal, jalankan {undo}.",
        en="If the merge should go too, run {undo}.",
    ),
)
OF_ONE_PLAN = frozenset({STILL_STATED.name, MERGE_STANDS.name})  # shown with it, and not kept
OPEN_RULES = {
    Openness.DANGLING: DANGLING,
    Openness.AMBIGUOUS: AMBIGUOUS,
    Openness.NEAR: NEAR,
    Openness.FORBIDDEN: FORBIDDEN,
    Openness.UNKNOWN_CODE: UNKNOWN_CODE,
}

ELSEWHERE = Rule(
    name="reference_elsewhere",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” hanya ditemukan di cakupan lain dan dihubungkan ke {target}.",
        en="“{value}” was found only in another scope and is linked to {target}.",
    ),
    fix=Text(
        id="Bila bukan itu yang dimaksud, tulis kunci lengkap: cakupan/jenis/kode.",
        en="If that is not what was meant, write the full key: scope/kind/code.",
    ),
)
ANSWER_OR_NAME = Rule(
    name="answer_or_name",
    severity=Severity.WARNING,
    message=Text(
        id="“{value}” dijawab berarti {target}, sedangkan {rival} kini bernama persis begitu.",
        en="“{value}” was answered to mean {target}, and now there is {rival} of exactly that name.",
    ),
    fix=Text(
        id="Jawaban itu tetap berlaku. Bila yang dimaksud kini objek bernama itu, urungkan jawabannya (simpul"
        " loads, simpul undo MUATAN) atau tulis kodenya di berkas; bila tidak, terima temuan ini.",
        en="The answer still holds. If the element of that name is meant now, undo the answer (simpul loads,"
        " simpul undo LOAD) or write its code in the file; if not, accept this finding.",
    ),
)
NEAR_AGENCY = Rule(
    name="agency_spelling",
    severity=Severity.INFO,
    message=Text(
        id="“{value}” dibaca sebagai {target}.",
        en="“{value}” is read as {target}.",
    ),
    fix=Text(
        id="Bila keliru, tulis nama perangkat daerah selengkapnya.",
        en="If that is wrong, write the agency's full name.",
    ),
)
NAME_DISAGREES = Rule(
    name="code_and_name_disagree",
    severity=Severity.WARNING,
    message=Text(
        id="Kode pada “{value}” adalah milik {target}, tetapi nama yang tertulis lain: “{name}”.",
        en="The code in “{value}” is that of {target}, but another name is written: “{name}”.",
    ),
    fix=Text(
        id="Kode yang dipakai; perbaiki salah satunya.",
        en="The code was taken; correct one of the two.",
    ),
)
WORDS_BESIDE = Rule(
    name="words_not_understood",
    severity=Severity.WARNING,
    message=Text(
        id="Pada “{value}”, kata “{name}” tidak dipahami untuk hubungan ini; dihubungkan ke {target} saja.",
        en="In “{value}” the words “{name}” are not understood for this relation; only {target} is linked.",
    ),
    fix=Text(
        id="Bila saling menggantikan, nyatakan sebagai grup cadangan pada halaman Titik rawan.",
        en="If they replace each other, say so as a redundancy group on the page Weak points.",
    ),
)
HAND_OVERRIDDEN = Rule(
    name="sources_disagree",
    severity=Severity.WARNING,
    message=Text(
        id="“{property}” diubah dengan tangan oleh {by} pada {day} menjadi “{other}”; berkas ini"
        " menggantinya dengan “{value}”.",
        en="“{property}” was changed by hand to “{other}” by {by} on {day}; this file replaces it with"
        " “{value}”.",
    ),
    fix=Text(
        id="Yang dipakai: “{value}”. Bila yang benar “{other}”, ubah lagi dengan tangan, dan minta berkasnya"
        " diperbaiki.",
        en="Taken: “{value}”. If “{other}” is right, change it by hand again, and have the file corrected.",
    ),
)
HAND_OVERTAKEN = Rule(
    name=HAND_OVERRIDDEN.name,
    severity=Severity.WARNING,
    message=Text(
        id="“{property}” diubah dengan tangan oleh {by} pada {day} menjadi “{other}”, tetapi sesudah itu"
        " berkas menyatakan “{value}”, dan itulah yang berlaku.",
        en="“{property}” was changed by hand to “{other}” by {by} on {day}, but since then files say"
        " “{value}”, and that counts.",
    ),
    fix=HAND_OVERRIDDEN.fix,
)
SOURCES_DISAGREE = Rule(
    name="sources_disagree",
    severity=Severity.WARNING,
    message=Text(
        id="Dua sumber memberi nilai berbeda untuk “{property}”: “{value}” dan “{other}” ({where}).",
        en="Two sources give different values for “{property}”: “{value}” and “{other}” ({where}).",
    ),
    fix=Text(
        id="Yang dipakai: “{value}”. Samakan keduanya pada sumbernya.",
        en="Taken: “{value}”. Make the two agree at their source.",
    ),
)
