"""Why an application of a group stays, moves or ends, in sentences; read back from plans on record too."""

import re
from collections.abc import Iterator, Mapping

from model.text import OTHER_SEPARATORS, Text, same, sentences

CHOSEN = Text(id="Dipilih oleh pengguna.", en="Chosen by a person.")
# Why the kept one
MOST = Text(id="Nilai tertinggi: {points} dari 100.", en="Most points: {points} of 100.")
NEARLY = Text(
    id="Nilai {points} dari 100, hampir sama dengan {names}: pilihan ada pada Anda.",
    en="Points: {points} of 100, nearly as many as {names}: the choice is yours.",
)
COVERS_MORE = Text(
    id="Nilai {points} dari 100; yang bernilai lebih tinggi mencakup lebih sedikit anggota lain, akan "
    "berakhir, atau sudah ada penggantinya.",
    en="Points: {points} of 100; those with more cover fewer of the others, are to end, or are replaced.",
)
GENERAL = Text(
    id="Aplikasi umum nasional (bidang {field}) dipertimbangkan lebih dahulu: Perpres 95/2018 pasal 63. "
    "Anggota lain bernilai lebih tinggi; yang belum tercakup disebut di bawah.",
    en="Aplikasi umum of the nation (field {field}) is considered first: Perpres 95/2018, article 63. "
    "Another has more points; what is not covered is named below.",
)
NOTHING_SPEAKS = Text(
    id="Tidak ada data yang menguatkan satu pun anggota: pilihan ada pada Anda.",
    en="Nothing on record speaks for any of them: the choice is yours.",
)
# Why another one stays
NATIONAL_STAYS = Text(
    id="Milik pemerintah pusat: daerah tidak menghentikannya. Bila {kept} tetap dipakai, jelaskan mengapa "
    "aplikasi nasional tidak cukup (Perpres 95/2018).",
    en="It belongs to the national government: a region does not end it. If {kept} stays in use, say why the "
    "national application does not do (Perpres 95/2018).",
)
NATIONAL_HERE = Text(
    id="Aplikasi nasional {called}: tidak dialihkan ke aplikasi daerah. Bila {kept} tetap dipakai, jelaskan "
    "mengapa aplikasi nasional tidak cukup (Perpres 95/2018).",
    en="The national application {called}: it is not moved into one of the region. If {kept} stays in use, "
    "say why the national application does not do (Perpres 95/2018).",
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
    id="Sistem yang sama dengan {kept}, tercatat dua kali.", en="The same system as {kept}, registered twice."
)
REPLACED = Text(id="Tercatat digantikan oleh {successor}.", en="{successor} replaces it, as recorded.")
LEAVING = Text(id="Tercatat akan berakhir.", en="Its end is on record.")
UNUSED = Text(
    id="Tercatat tanpa pengguna, data, dan integrasi: tidak ada yang perlu dialihkan.",
    en="Recorded without users, data and integrations: nothing has to move.",
)
MOVES = Text(id="Pengguna dan data dialihkan ke {kept}.", en="Users and data move to {kept}.")
WORK_MOVES = Text(id="Yang dilayaninya dialihkan ke {kept}.", en="What it serves moves to {kept}.")
UNREPLACED = Text(id="Belum ada pengganti untuk: {names}.", en="Nothing replaces yet: {names}.")

_ALL = (
    *(CHOSEN, MOST, NEARLY, COVERS_MORE, GENERAL, NOTHING_SPEAKS),
    *(NATIONAL_STAYS, NATIONAL_HERE, BESIDE_NATIONAL, ELSEWHERE, VARIANT, REVIEW),
    *(SAME_SYSTEM, REPLACED, LEAVING, UNUSED, MOVES, WORK_MOVES, UNREPLACED),
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
