"""Words about what is fragile: weak points, failure sets, fake redundancy and what would mend it."""

from model.kinds import RelationKind
from model.text import Text
from queries.resilience.recovery import Verdict
from queries.resilience.recovery_points import Loss

TITLE = Text(id="Titik rawan", en="Weak points")
HELP = Text(
    id="Apa yang bila mati sendirian, atau berdua, menghentikan layanan; dan cadangan yang semu.",
    en="What stops services when it fails alone, or with one other; and redundancy that is none.",
)

NOTHING_YET = Text(
    id="Belum ada data; mulai dengan simpul import BERKAS, atau coba contohnya dengan simpul demo.",
    en="There is no data yet; begin with simpul import FILE, or try the example with simpul demo.",
)
QUESTION = Text(id="Apa yang paling rapuh?", en="What is most fragile?")
NO_SERVICES = Text(
    id="Belum ada layanan dan proses pada data ini; yang dinilai adalah aplikasinya.",
    en="These data know of no services and processes yet; what is judged are the applications.",
)
ANSWER_OTHER = Text(
    id="Bila **{name}** mati, {others} sasaran dari {agencies} OPD berhenti, antara lain {among}.",
    en="If **{name}** fails, {others} {others|target|targets} "
    "of {agencies} {agencies|agency|agencies} {others|stops|stop}, among them {among}.",
)
ANSWER = Text(
    id="Bila **{name}** mati, {services} layanan dari {agencies} OPD berhenti, antara lain {among}.",
    en="If **{name}** fails, {services} {services|service|services} "
    "of {agencies} {agencies|agency|agencies} {services|stops|stop}, among them {among}.",
)
NONE_FOUND = Text(
    id="Menurut data yang ada, tidak ada objek yang bila mati sendirian menghentikan layanan atau proses.",
    en="According to the data there is, no element alone stops a service or a process.",
)
DEPENDENT = Text(
    id="{kind}: **{hit}** dari {all} berhenti bila satu objek saja mati",
    en="{kind}: **{hit}** of {all} {hit|stops|stop} when a single element fails",
)
NOT_VALID = Text(
    id="({n} lagi tidak berlaku pada tanggal itu)", en="({n} more {n|is|are} not valid on that date)"
)
FAKES_COUNT = Text(
    id="**{n}** cadangan semu, **{deciding}** menentukan",
    en="**{n}** fake {n|redundancy|redundancies}, **{deciding}** {deciding|decides|decide}",
)
KINDS = Text(id="Jenis objek yang mati", en="Kinds that fail")
KINDS_HELP = Text(
    id="Tanpa pilihan: perangkat, mesin, dan tempatnya. Aplikasi dan data dapat ditambahkan.",
    en="Without a choice: devices, machines and their places. Applications and data can be added.",
)
MACHINES = Text(id="perangkat dan tempat", en="machines and places")
ON = Text(id="Pada tanggal", en="On the date")
OWNERS = Text(id="Milik OPD", en="Of agencies")
HIT = Text(id="Menghentikan layanan OPD", en="Stopping services of")
SINGLE = Text(id="Titik tunggal", en="Single points")
SINGLE_HELP = Text(
    id="Titik kegagalan tunggal: objek yang bila mati sendirian menghentikan sasaran sepenuhnya.",
    en="Single points of failure: elements that alone take a target down.",
)
PAIRS = Text(id="Pasangan berbahaya", en="Dangerous pairs")
PAIRS_HELP = Text(
    id="Dua objek yang bila mati bersamaan menghentikan sasaran, padahal tidak bila hanya satu yang mati. "
    "Yang memiliki kesamaan (ruang, induk, listrik, pemasok, jadwal pemeliharaan) paling mungkin mati "
    "bersamaan.",
    en="Two elements that take a target down together, and neither does alone. Those with something in "
    "common (a room, a host, power, a supplier, a maintenance window) are the likeliest to fail together.",
)
PROOF_HELP = Text(
    id="Titik rawan, cadangan semu, ketergantungan antar-OPD dan janji yang terlanggar, dengan buktinya. "
    "Periksa ulang kapan saja: simpul verify BERKAS.",
    en="Weak points, fake redundancy, dependence between agencies and broken promises, with their proof. "
    "Check it again at any time: simpul verify FILE.",
)
WINDOW = Text(id="dipelihara pada waktu yang sama ({window})", en="maintained at the same time ({window})")
FAKE = Text(id="Cadangan semu", en="Fake redundancy")
FAKE_HELP = Text(
    id="Tercatat sebagai cadangan, tetapi bergantung pada komponen yang sama: satu kegagalan "
    "melumpuhkan semuanya. Perbaikan yang disarankan sudah dicoba dengan simulasi. "
    "Yang menentukan berada di atas; pada yang lain, pemiliknya berhenti juga karena hal lain.",
    en="Recorded as redundancy, but dependent on the same component: one failure takes all of it. "
    "The fix that is proposed was tried by simulation. "
    "Those that decide come first; elsewhere the owner stops for another reason as well.",
)
NO_FAKES = Text(id="Tidak ada cadangan semu yang ditemukan.", en="No fake redundancy was found.")
NO_PAIRS = Text(id="Tidak ada pasangan berbahaya yang ditemukan.", en="No dangerous pair was found.")
SETS_FOUND = Text(
    id="{n} sasaran; {safe} tanpa kombinasi sampai {order} objek.",
    en="{n} {n|target|targets}; {safe} without a set of up to {order} {order|element|elements}.",
)
UNDECIDED = Text(id="Perlu jawaban", en="To be answered")
UNDECIDED_HELP = Text(
    id="Objek yang berjalan di beberapa tempat tanpa keterangan apakah saling menggantikan. Sampai dijawab, "
    "semuanya dianggap dibutuhkan. Jawaban tercatat dan dapat diurungkan.",
    en="Elements that run in several places, and nobody said whether these replace each other. Until it is "
    "answered each is taken to be needed. The answer is a record and can be undone.",
)
ALL_DECIDED = Text(
    id="Semua sudah dinyatakan: tidak ada yang perlu dijawab.",
    en="All is stated: there is nothing to answer.",
)
ASK_TOGETHER = Text(
    id="**{name}** {relation} {targets}. Apakah semuanya saling menggantikan?",
    en="**{name}** {relation} {targets}. Do these replace each other?",
)
ANSWER_ANY = Text(id="Ya, satu saja cukup", en="Yes, one of them is enough")
ANSWER_SHARE = Text(id="Berbagi beban: satu mati, terganggu", en="They share the work: one lost, degraded")
ANSWER_ALL = Text(id="Tidak, semuanya dibutuhkan", en="No, each is needed")
DECIDED = Text(id="cadangan {name} dinyatakan", en="the redundancy of {name} was stated")
TARGETS_OF = Text(id="Tujuan", en="Targets")
SETTLES = Text(id="Layanan dan proses yang ditentukan", en="Services and processes it decides")
PROMISES = Text(id="Janji pemulihan", en="Promised recovery")
PROMISES_ABOUT = Text(
    id="Yang dijanjikan kepada masyarakat, dibandingkan dengan rangkaian yang harus pulih lebih dahulu.",
    en="What is promised to the public, against the chain that has to be back first.",
)
RTO_COUNT = Text(
    id="Waktu pulih (RTO): **{broken}** tidak dapat ditepati, {together} hanya bila dipulihkan bersamaan, "
    "{unknown} belum diketahui.",
    en="Time to recovery (RTO): **{broken}** cannot be kept, {together} only if all is restored at the same "
    "time, {unknown} not known.",
)
WORST_OFFENDER = Text(
    id="**{name}** sendiri membuat {n} janji terlanggar: baru pulih setelah {hours} jam.",
    en="**{name}** alone breaks {n} {n|promise|promises}: it is back only after {hours} hours.",
)
RPO_COUNT = Text(
    id="Kehilangan data (RPO): **{broken}** tidak dapat ditepati, {unknown} belum diketahui.",
    en="Loss of data (RPO): **{broken}** cannot be kept, {unknown} not known.",
)
OFFENDERS = Text(id="Penyebab RTO terlanggar", en="What breaks RTOs")
OFFENDERS_HELP = Text(
    id="Mata rantai yang pulih terlalu lambat bagi yang bergantung padanya; yang melanggar paling banyak "
    "janji di atas. Mempercepat pemulihannya, atau memberinya cadangan, menepati janji-janji itu.",
    en="Links that are back too late for what depends on them; those that break most promises first. "
    "Restoring them sooner, or giving them a spare, keeps these promises.",
)
NO_OFFENDERS = Text(id="Tidak ada yang membuat RTO terlanggar.", en="Nothing breaks an RTO.")
OFFENDER = Text(id="Mata rantai", en="Link")
BACK_AFTER = Text(id="Pulih setelah (jam)", en="Back after (h)")
BREAKS = Text(id="Janji terlanggar", en="Promises broken")
BREAKS_BY = Text(id="Terlampaui, paling banyak (jam)", en="Exceeded at most (h)")
RTO_TAB = Text(id="Waktu pulih (RTO)", en="Time to recovery (RTO)")
RPO_TAB = Text(id="Kehilangan data (RPO)", en="Loss of data (RPO)")
RPO_SHEET = Text(id="Janji kehilangan data", en="Promised loss of data")
RPO_HELP = Text(
    id="RPO: berapa jam data terakhir yang paling banyak boleh hilang. Sebuah layanan kehilangan sebanyak "
    "datanya: menurut RPO data itu, atau jarak antarsalinan bila itu lebih lama. Belum diketahui berarti "
    "salinan (replika, cadangan) atau RPO data belum dicatat; rangkaian menunjuk ke data itu.",
    en="RPO: how many hours of the latest data may be lost at most. A service loses as much as its data "
    "does: by the RPO of the data, or the time between two copies if that is longer. Not known means that no "
    "copy (replica, backup) or no RPO of the data is on record; the chain leads to these data.",
)
NO_RPO = Text(
    id="Semua RPO yang dijanjikan dapat ditepati, atau belum ada yang dicatat.",
    en="Every promised RPO can be kept, or none is on record yet.",
)
LOSSES = {
    Loss.BROKEN: Text(id="tidak dapat ditepati", en="cannot be kept"),
    Loss.UNKNOWN: Text(id="belum diketahui", en="not known"),
    Loss.KEPT: Text(id="dapat ditepati", en="can be kept"),
}
RPO = Text(id="RPO (jam)", en="RPO (h)")
CAN_LOSE = Text(id="Dapat hilang (jam)", en="Can lose (h)")
RPO_EXCEEDED = Text(id="Terlampaui (jam)", en="Exceeded (h)")
PROMISES_HELP = Text(
    id="RTO yang tidak dapat ditepati, atau belum pasti: yang dibutuhkan objek itu pulih lebih lambat "
    "daripada janjinya. Rangkaian menunjuk mata rantai yang menentukan.",
    en="Promised RTOs that cannot be kept, or are not known to be: what the element needs is back later than "
    "it promises. The chain leads to the link that decides.",
)
NO_PROMISES = Text(
    id="Tidak ada RTO yang terlanggar menurut data yang ada.",
    en="No RTO is broken according to the data there is.",
)
VERDICTS = {
    Verdict.BROKEN: Text(id="tidak dapat ditepati", en="cannot be kept"),
    Verdict.TOGETHER: Text(
        id="hanya bila dipulihkan bersamaan", en="only if all is restored at the same time"
    ),
    Verdict.UNKNOWN: Text(id="belum diketahui", en="not known"),
    Verdict.KEPT: Text(id="dapat ditepati", en="can be kept"),
}
VERDICT = Text(id="Janji", en="Promise")
PROMISED = Text(id="RTO (jam)", en="RTO (h)")
AT_BEST = Text(id="Paling cepat pulih (jam)", en="Back at best (h)")
BROKEN_BY = Text(id="Terlampaui (jam)", en="Exceeded (h)")
BECAUSE_OF = Text(id="Rangkaian", en="Chain")
EXPOSURE = Text(id="Antar-OPD", en="Between agencies")
EXPOSURE_HELP = Text(
    id="Seberapa banyak layanan dan proses satu OPD berhenti bila satu objek milik OPD lain mati, menurut "
    "bobot kepentingannya (kekritisan dan pengguna).",
    en="How much of what one agency gives stops when one element of another agency fails, weighted by "
    "importance (criticality and users).",
)
NO_EXPOSURE = Text(
    id="Tidak ada OPD yang bergantung pada satu objek milik OPD lain.",
    en="No agency hangs on a single element of another.",
)
CONCENTRATION = Text(id="Tumpuan bersama", en="Leaned on together")
CONCENTRATION_HELP = Text(
    id="Objek yang bila mati sendirian menghentikan layanan atau proses beberapa OPD sekaligus; yang "
    "menyangkut paling banyak OPD di atas. Bobot: bagian dari kepentingan semua layanan dan proses.",
    en="Elements that alone stop services or processes of several agencies at once; those of most agencies "
    "first. Weight: the share of the importance of all services and processes.",
)
NO_CONCENTRATION = Text(
    id="Tidak ada objek yang sendirian menghentikan layanan beberapa OPD.",
    en="No element alone stops services of several agencies.",
)
MATRIX = Text(id="OPD × OPD", en="Agency × agency")
LEANING = Text(id="OPD bertumpu", en="Agencies leaning on it")
EXPOSED = Text(id="Layanan OPD", en="Services of")
EXPOSED_TO = Text(id="Bergantung pada OPD", en="Depends on")
WORST = Text(id="Objek terberat", en="Heaviest element")
STOPPED = Text(id="Berhenti karenanya", en="Stopped by it")
STOPPED_SHARE = Text(id="Bobot (%)", en="Weight (%)")
STOPPED_ANY = Text(id="Berhenti karena salah satu", en="Stopped by any")
STOPPED_ANY_SHARE = Text(id="Bobot semuanya (%)", en="Weight of all (%)")
TARGETS = Text(id="Per layanan", en="By service")
TARGETS_HELP = Text(
    id="Setiap layanan dan proses, dengan berapa objek yang sendirian menghentikannya.",
    en="Every service and process, with how many elements alone take it down.",
)
SEARCHING = Text(id="Mencari kombinasi kegagalan …", en="Finding failure sets …")
STOPS = Text(id="Bila **{names}** mati, berhenti:", en="In case of a failure of **{names}**, these stop:")
INCOMPLETE = Text(
    id="{n} sasaran memiliki terlalu banyak kombinasi; daftarnya tidak lengkap.",
    en="{n} {n|target has|targets have} too many sets; the list is not complete.",
)

FAILS = Text(id="Bila ini mati", en="When this fails")
FAIL = Text(id="Bila ini mati bersamaan", en="When these fail together")
COMMON = Text(id="Kesamaan", en="In common")
SERVICES = Text(id="Layanan", en="Services")
OTHERS = Text(id="Proses dan lainnya", en="Processes and others")
AGENCIES = Text(id="OPD yang layanan/prosesnya berhenti", en="Agencies whose services/processes stop")
AMONG = Text(id="Antara lain", en="Among them")
OWNER = Text(id="Milik", en="Of")
GROUP = Text(id="Grup cadangan", en="Redundancy group")
MEMBERS = Text(id="Anggota", en="Members")
CAUSE = Text(id="Runtuh bila ini mati", en="Falls with")
FIX = Text(id="Perubahan termurah", en="Cheapest change")
OUTCOME = Text(id="Akibat bagi pemiliknya", en="What it does to its owner")
DECIDES = Text(id="berhenti hanya karena ini", en="stops only because of this")
ALSO_OTHERWISE = Text(id="berhenti juga karena hal lain", en="stops for another reason as well")
NO_FIX = Text(
    id="tidak cukup dengan satu perubahan; pindahkan seluruh salah satu sisi",
    en="no single change is enough; move one side as a whole",
)
ALONE = Text(id="Objek yang sendirian cukup", en="Elements that alone suffice")
TOGETHER = Text(id="Kombinasi", en="Sets")

# What a fix asks for, by the relation that leads to what fails; the names are filled in.
MOVES = {
    RelationKind.RUNS_ON: Text(
        id="jalankan {source} juga di tempat lain yang tidak bergantung pada {cause}, bukan di {target}",
        en="run {source} elsewhere, on what does not depend on {cause}, instead of on {target}",
    ),
    RelationKind.HOSTED_ON: Text(
        id="pindahkan mesin virtual {source} dari {target} ke induk lain yang tidak bergantung pada {cause}",
        en="move the virtual machine {source} from {target} to a host that does not depend on {cause}",
    ),
    RelationKind.STORED_ON: Text(
        id="simpan {source} di tempat lain yang tidak bergantung pada {cause}, bukan di {target}",
        en="store {source} elsewhere, on what does not depend on {cause}, instead of on {target}",
    ),
    RelationKind.CONNECTED_BY: Text(
        id="sambungkan {source} lewat perangkat jaringan selain {target}",
        en="connect {source} through another device than {target}",
    ),
    RelationKind.POWERED_BY: Text(
        id="beri {source} sumber listrik selain {target}",
        en="power {source} from another supply than {target}",
    ),
    RelationKind.LOCATED_IN: Text(
        id="pindahkan {source} dari {target} ke lokasi lain",
        en="move {source} from {target} to another place",
    ),
}
MOVE = Text(
    id="lepaskan ketergantungan {source} pada {target}",
    en="end the dependence of {source} on {target}",
)
