"""Why an application of a group stays, moves or ends, in sentences; read back from plans on record too."""

import re
from collections.abc import Iterator, Mapping

from model.text import OTHER_SEPARATORS, Text, same, sentences
from queries.redundancy.legal import BASIS_OF, DOUBTED_OF, UNVERIFIED_OF

CHOSEN = Text(id="Dipilih oleh pengguna.", en="Chosen by a person.")
# Why the kept one
MOST = Text(id="Nilai tertinggi: {points} dari 100.", en="Most points: {points} of 100.")
NEARLY = Text(
    id="Nilai {points} dari 100, hampir sama dengan {names}: pilihan ada pada Anda.",
    en="Points: {points} of 100, nearly as many as {names}: the choice is yours.",
)
POINTS = Text(id="Nilai {points} dari 100.", en="Points: {points} of 100.")
# Why what has more points is not kept
HIGHER_ENDED = Text(
    id="Bernilai lebih tinggi, tetapi sudah berakhir: {names}.", en="More points, but ended: {names}."
)
HIGHER_REPLACED = Text(
    id="Bernilai lebih tinggi, tetapi tercatat digantikan: {names}.",
    en="More points, but replaced as recorded: {names}.",
)
HIGHER_LEAVING = Text(
    id="Bernilai lebih tinggi, tetapi tercatat akan berakhir: {names}.",
    en="More points, but to end as recorded: {names}.",
)
HIGHER_COPY = Text(
    id="Bernilai lebih tinggi, tetapi hanya catatan OPD atas aplikasi nasional itu: {names}.",
    en="More points, but only an agency's record of that national application: {names}.",
)
HIGHER_LOCAL = Text(
    id="Bernilai lebih tinggi, tetapi bukan aplikasi umum nasional: {names}.",
    en="More points, but no aplikasi umum of the nation: {names}.",
)
HIGHER_NARROW = Text(
    id="Bernilai lebih tinggi, tetapi mencakup lebih sedikit anggota lain: {names}.",
    en="More points, but fewer of the others covered: {names}.",
)
GENERAL = Text(
    id="Aplikasi umum nasional (bidang {field}) dipertimbangkan lebih dahulu (Perpres 95/2018 pasal 63 ayat "
    "(3)); yang belum tercakup disebut pada anggotanya.",
    en="Aplikasi umum of the nation (field {field}) is considered first (Perpres 95/2018, article 63, "
    "paragraph (3)); what is not covered is named with each member.",
)
NOTHING_SPEAKS = Text(
    id="Tidak ada data yang menguatkan satu pun anggota: pilihan ada pada Anda.",
    en="Nothing on record speaks for any of them: the choice is yours.",
)
# Why another one stays
NATIONAL_STAYS = Text(
    id="Milik pemerintah pusat: daerah tidak menghentikannya. Bila {kept} tetap dipakai, jelaskan mengapa "
    "aplikasi nasional tidak cukup (Perpres 95/2018 pasal 63 ayat (3)).",
    en="It belongs to the national government: a region does not end it. If {kept} stays in use, say why the "
    "national application does not do (Perpres 95/2018, article 63, paragraph (3)).",
)
NATIONAL_HERE = Text(
    id="Aplikasi nasional {called}: tidak dialihkan ke aplikasi daerah. Bila {kept} tetap dipakai, jelaskan "
    "mengapa aplikasi nasional tidak cukup (Perpres 95/2018 pasal 63 ayat (3)).",
    en="The national application {called}: it is not moved into one of the region. If {kept} stays in use, "
    "say why the national application does not do (Perpres 95/2018, article 63, paragraph (3)).",
)
BESIDE_NATIONAL = Text(
    id="Aplikasi nasional {called}: tetap dipakai di samping {kept}.",
    en="The national application {called}: it stays in use beside {kept}.",
)
ELSEWHERE = Text(
    id="Milik pemerintah daerah lain: tidak dihentikan dari sini. Calon berbagi pakai.",
    en="It belongs to another local government and is not ended from here. A candidate for sharing.",
)
VARIANT = Text(
    id="Sistem yang sama dengan {kept} pada platform lain: ikut diteruskan dan tidak dihitung sebagai "
    "penghematan.",
    en="The same system as {kept} on another platform: it is kept with it and is no saving.",
)
REVIEW = Text(
    id="{kept} belum mencakup layanan, proses, atau fungsi utamanya: tinjau bersama sebelum diputuskan.",
    en="{kept} covers neither its services and processes nor its main function yet: review them together "
    "before deciding.",
)
# Why another one goes
SAME_SYSTEM = Text(
    id="Sistem yang sama dengan {kept}, tercatat lebih dari satu kali.",
    en="The same system as {kept}, registered more than once.",
)
REPLACED = Text(id="Tercatat digantikan oleh {successor}.", en="{successor} replaces it, as recorded.")
ENDED = Text(id="Sudah berakhir {day}.", en="Ended on {day} already.")
LEAVING = Text(id="Tercatat akan berakhir.", en="Its end is on record.")
UNUSED = Text(
    id="Tercatat 0 pengguna; data dan integrasinya belum tercatat. Pastikan dahulu tidak ada yang perlu "
    "dialihkan.",
    en="0 users are on record; its data and integrations are not recorded. Make sure first that nothing has "
    "to move.",
)
MOVES = Text(id="Pengguna dan data dialihkan ke {kept}.", en="Users and data move to {kept}.")
WORK_MOVES = Text(id="Yang dilayaninya dialihkan ke {kept}.", en="What it serves moves to {kept}.")
UNRECORDED = Text(
    id="Belum tercatat dilayani oleh {kept}: {names}.",
    en="Not recorded as served by {kept} yet: {names}.",
)
# How plans that are on record say the same: what is reworded above is added here, as it was
_FORMERLY = (Text(id="Belum ada pengganti untuk: {names}.", en="Nothing replaces yet: {names}."),)

_ALL = (
    *(CHOSEN, MOST, NEARLY, POINTS, GENERAL, NOTHING_SPEAKS),
    *(HIGHER_ENDED, HIGHER_REPLACED, HIGHER_LEAVING, HIGHER_COPY, HIGHER_LOCAL, HIGHER_NARROW),
    *(NATIONAL_STAYS, NATIONAL_HERE, BESIDE_NATIONAL, ELSEWHERE, VARIANT, REVIEW),
    *(SAME_SYSTEM, REPLACED, LEAVING, UNUSED, MOVES, WORK_MOVES, UNRECORDED),
    *_FORMERLY,
    *(DOUBTED_OF, UNVERIFIED_OF, BASIS_OF),
)
_FIGURES = frozenset({"points"})  # written as a language writes numbers


def retold(words: str) -> Text:
    """Return a reason that stands in a plan: in both languages where it is one of these, else as written."""
    return _recognised(" ".join(words.split())) or same(words)


def _recognised(words: str) -> Text | None:
    for template, pattern in _PATTERNS:
        found = pattern.fullmatch(words)
        if found:
            said = found.groupdict()
            rest = said.pop("rest")
            first = template.filled(**dict(_values(said)))
            after = _recognised(rest) if rest else None
            if not rest:
                return first
            if after is not None:
                return sentences((first, after))
    return None


def _values(said: Mapping[str, str]) -> Iterator[tuple[str, str | Text]]:
    for name, value in said.items():
        yield name, Text(id=value, en=value.translate(OTHER_SEPARATORS)) if name in _FIGURES else value


def _pattern(template: Text) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template.id)
    told = (f"(?P<{one}>.+?)" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    return re.compile(f"{''.join(told)}(?: (?P<rest>.+))?")


_PATTERNS = tuple((template, _pattern(template)) for template in _ALL)
