"""The kinds of findings about the architecture as it stands; those of loads stand in queries/rules.py."""

from model.faults import Rule, Severity
from model.text import Text

MISSING_LINK = Rule(
    name="missing_link",
    severity=Severity.WARNING,
    message=Text(
        id="“{name}” belum menyebut apa pun untuk hubungan “{link}” ({kinds}).",
        en="“{name}” names nothing yet for “{link}” ({kinds}).",
    ),
    fix=Text(
        id="Isi kolomnya pada berkas OPD-nya, atau: simpul relate {key} {relation} KUNCI.",
        en="Fill in the column in the agency's file, or: simpul relate {key} {relation} KEY.",
    ),
)
LEFT_WITHOUT = Rule(
    name="left_without",
    severity=Severity.WARNING,
    message=Text(
        id="Untuk hubungan “{link}”, “{name}” hanya menyebut {value}, dan itu tidak dipakai lagi.",
        en="For “{link}”, “{name}” names only {value}, which is not in use any more.",
    ),
    fix=Text(
        id="Sebut penggantinya: simpul relate {key} {relation} KUNCI, atau perbaiki berkas OPD-nya.",
        en="Name what takes its place: simpul relate {key} {relation} KEY, or correct the agency's file.",
    ),
)
ONLY_PLANNED = Rule(
    name="only_planned",
    severity=Severity.WARNING,
    message=Text(
        id="Untuk hubungan “{link}”, “{name}” hanya menyebut {value}, dan itu {when}.",
        en="For “{link}”, “{name}” names only {value}, which is {when}.",
    ),
    fix=Text(
        id="Sebut juga yang dipakai sampai saat itu: simpul relate {key} {relation} KUNCI, atau perbarui "
        "status dan masa berlakunya bila ternyata sudah dipakai.",
        en="Name also what is used until then: simpul relate {key} {relation} KEY, or correct its status and "
        "dates if it is in use already.",
    ),
)
NOT_YET = Text(id="belum dipakai", en="not in use yet")
FROM = Text(id="baru dipakai mulai {since}", en="in use only from {since}")
ENDED_TARGET = Rule(
    name="ended_target",
    severity=Severity.WARNING,
    message=Text(
        id="Untuk hubungan “{link}”, “{name}” masih menyebut “{value}”, padahal itu tidak dipakai lagi.",
        en="For “{link}”, “{name}” still names “{value}”, which is not in use any more.",
    ),
    fix=Text(
        id="Cabut hubungannya: simpul unrelate {key} {relation} {target}, atau sebut penggantinya.",
        en="Remove the relation: simpul unrelate {key} {relation} {target}, or name what takes its place.",
    ),
)
ENDS_BEFORE_IT_BEGINS = Rule(
    name="ends_before_it_begins",
    severity=Severity.WARNING,
    message=Text(
        id="“{name}” berakhir ({until}) sebelum mulai berlaku ({since}).",
        en="“{name}” ends ({until}) before it begins ({since}).",
    ),
    fix=Text(
        id="Perbaiki salah satunya: simpul set {key} valid_from=… valid_to=….",
        en="Correct one of the two: simpul set {key} valid_from=… valid_to=….",
    ),
)
RTO_BROKEN = Rule(
    name="rto_broken",
    severity=Severity.WARNING,
    message=Text(
        id="“{name}” menjanjikan pulih dalam {promised} jam, tetapi paling cepat {best} jam: "
        "menunggu {chain}.",
        en="“{name}” promises to be back in {promised} hours, but takes at least {best}: "
        "it waits for {chain}.",
    ),
    fix=Text(
        id="Percepat pemulihan yang ditunggu, beri cadangan, atau ubah janjinya: "
        "simpul set {key} rto_hours=….",
        en="Restore sooner what it waits for, back it up, or change the promise: "
        "simpul set {key} rto_hours=….",
    ),
)
RTO_IN_TURN = Rule(
    name="rto_in_turn",
    severity=Severity.INFO,
    message=Text(
        id="“{name}” menjanjikan pulih dalam {promised} jam; itu hanya tercapai bila semua yang "
        "dibutuhkannya dipulihkan serentak, tidak satu per satu.",
        en="“{name}” promises to be back in {promised} hours; that holds only if all that it needs is "
        "restored at the same time, not one after the other.",
    ),
    fix=Text(
        id="Pastikan tim pemulihan dapat bekerja serentak, atau ubah janjinya.",
        en="See that the teams can work at the same time, or change the promise.",
    ),
)
RPO_BROKEN = Rule(
    name="rpo_broken",
    severity=Severity.WARNING,
    message=Text(
        id="“{name}” menjanjikan kehilangan data paling banyak {promised} jam, tetapi {chain} dapat "
        "kehilangan {best} jam.",
        en="“{name}” promises to lose at most {promised} hours of data, but {chain} may lose {best}.",
    ),
    fix=Text(
        id="Salin datanya lebih sering, atau ubah janjinya: simpul set {key} rpo_hours=….",
        en="Copy the data more often, or change the promise: simpul set {key} rpo_hours=….",
    ),
)
WITHOUT_OWNER = Rule(
    name="without_owner",
    severity=Severity.WARNING,
    message=Text(
        id="“{name}” belum mempunyai OPD pemilik.",
        en="“{name}” has no owner yet.",
    ),
    fix=Text(
        id="Sebut pemiliknya: simpul relate {key} {relation} KUNCI-OPD.",
        en="Name the owner: simpul relate {key} {relation} KEY-OF-AGENCY.",
    ),
)
EMPTY_DOMAIN = Rule(
    name="empty_domain",
    severity=Severity.INFO,
    message=Text(
        id="{name} belum mengisi domain {domains}.",
        en="{name} has delivered nothing yet about {domains}.",
    ),
    fix=Text(
        id="Minta isiannya: simpul template --scope {scope} -o BERKAS.xlsx.",
        en="Ask for it: simpul template --scope {scope} -o FILE.xlsx.",
    ),
)
