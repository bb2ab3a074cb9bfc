"""Which agency a delivery seems to come from: its headings, the titles of sheets, file and folder names."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from model.agencies import ALSO_A_FUNCTION, OFFICIAL, OTHER_WORDS, WITH_MORE
from model.folding import fold, fold_words
from model.nomenclature import AGENCY_STARTS, LEVELS, agency_words, is_agency, short_name

_STARTS = (AGENCY_STARTS - {"balai", "kantor"}) | {"kec", "rsu"}
# of which a government may have only one, without a name of its own
_ONLY_ONE = frozenset({"rsud", "rsj", "rsjd", "pdam", "perumda", "perumdam"})
_UNITS = frozenset({"puskesmas", "kelurahan"})  # of which a title tells more often than it is theirs
# after them a name of its own stands: any word
_OWN_NAMES = _UNITS | _ONLY_ONE | frozenset({"kecamatan", "kec", "rsu"})
_JOINING = frozenset({"dan", "serta"})
_USUAL = (
    OTHER_WORDS
    | _JOINING
    | {
        word
        for names in (OFFICIAL, WITH_MORE, ALSO_A_FUNCTION)
        for words in names.items()
        for name in words
        for word in fold_words(name)
    }
)
_LEAVING = frozenset(
    {"dari", "oleh", "untuk", "kepada", "dengan"}
)  # what is said of a file, not of an agency
_ANY = frozenset({"dan", "se", "per", "di", "seluruh", "semua", "atau"})  # after them: about all of them
_EDITED = frozenset({"final", "rev", "revisi", "update", "versi", "fix", "copy", "salinan"})
_STOPS = _EDITED | frozenset(
    {
        "provinsi", "prov", "kabupaten", "kab", "kota", "tahun", "ta", "pemerintah", "pemprov", "pemkab",
        "spbe", "domain", "aplikasi", "layanan", "data", "server", "proses", "bisnis", "infrastruktur",
        "keamanan", "periode", "arsitektur", "daftar",
    }
)  # fmt: skip
_AROUND = _STOPS | frozenset(
    {"inventaris", "inventarisasi", "lampiran", "formulir", "form", "isian", "sistem", "informasi"}
)  # fmt: skip
_EDITION = _EDITED | frozenset(
    {
        "baru", "bertanda", "diperbaiki", "fixed", "koreksi", "latest", "marked", "new", "ok", "perbaikan",
        "revised", "tanda", "terbaru", "updated", "v", "ver", "version", "of", "per", "tanggal", "tgl",
        "jan", "januari", "feb", "februari", "mar", "maret", "apr", "april", "mei", "jun", "juni", "jul",
        "juli", "agu", "agt", "agustus", "sep", "sept", "september", "okt", "oktober", "nov", "november",
        "des", "desember",
    }
)  # fmt: skip
# what is said of a list, not of what is in it
_LISTING = _AROUND | frozenset({"rekap", "rekapitulasi", "lembar", "sheet", "tabel", "list", "kiriman"})
_NUMBERED = re.compile(r"^(?:rev|revisi|v|ver|versi|version|final|fix|copy|salinan)?\d+$")
_YEAR = re.compile(r"^\d{4,}$")
_COMPILING = frozenset({"gabungan", "penggabungan", "kompilasi", "konsolidasi", "himpunan"})
_LABELLED = re.compile(r"^\s*(?P<label>[^:=]{2,40}?)\s*[:=]\s*(?P<agency>\S.*)$", re.S)
_LABELS = frozenset(
    fold(words)
    for words in (
        "OPD", "Nama OPD", "Perangkat Daerah", "Nama Perangkat Daerah", "Instansi", "Nama Instansi", "SKPD",
        "Unit Kerja", "Nama Unit Kerja", "Unit", "Dinas", "Agency",
    )
)  # fmt: skip
_ENUMERATED = re.compile(r"^\s*(?:[A-Z]|[IVXLC]{1,6}|\d{1,3})[.)]\s+")
_NOT_WRITTEN = re.compile(r"[^\w.,&'’]|_")
_WORD = re.compile(r"[^\W_]+")


def agency_of(texts: Iterable[str]) -> str | None:
    """Return the agency that the first telling of some texts names; None when none does."""
    return next((agency for text in texts if (agency := agency_named(text))), None)


def agency_named(text: str) -> str | None:
    """Return the one agency a heading, title or file name names; None for none or several."""
    labelled = _LABELLED.match(text)
    if labelled and fold(labelled["label"]) in _LABELS:
        return " ".join(labelled["agency"].split())
    found = {agency_words(name): name for name in _named(text)}
    return next(iter(found.values())) if len(found) == 1 else None


def agencies_of_file(hints: Iterable[str]) -> tuple[str, ...]:
    """Return the agencies that the names of a file and its folders seem to name, that of the file first.

    Other words of the name may follow: what of it is an agency is told by agency_in_name.
    """
    return tuple(agency for hint in hints if (agency := agency_named(_stem(hint))))


def agency_in_name(text: str, is_known: Callable[[str], bool]) -> tuple[str | None, str]:
    """Return the agency that what a file name seems to name begins with, and the rest that says something.

    It is one that is known, or one that usual names have all the words of; None without either.
    """
    found = list(_WORD.finditer(text))
    words = [word[0].lower() for word in found]
    if words[0] not in _STARTS | _UNITS:
        return text, ""
    beginnings = {n: text[: found[n - 1].end()] for n in range(len(words), 0, -1)}
    names = {n: beginning for n, beginning in beginnings.items() if words[n - 1] not in _JOINING}
    known = next((n for n, name in names.items() if is_known(name)), 0)
    length = max(known, _formed(words))
    others = [word for word in found[length:] if not _is_edition(word[0].lower())]
    rest = text[others[0].start() :] if others else ""
    return (beginnings[length], rest) if length else (None, rest)


def _formed(words: Sequence[str]) -> int:
    """How many of the first words are a well-formed name of an agency; 0 for none."""
    if words[0] in _OWN_NAMES:
        rest = enumerate(words[2:], 2)
        return next((n for n, word in rest if word in _LEAVING or _is_edition(word)), len(words))
    length = next((n for n, word in enumerate(words) if n and word not in _USUAL), len(words))
    while words[length - 1] in _JOINING:
        length -= 1
    return length if length > 1 or words[0] == "inspektorat" else 0


def _is_edition(word: str) -> bool:
    return word in _EDITION or bool(_NUMBERED.match(word))


def _stem(name: str) -> str:
    return PurePosixPath(name).stem if "." in name else name


def same_title(name: str, other: str, *, dated: bool = False) -> bool:
    """Return whether the names of two files differ only by words of edition, numbers, dates and spaces.

    dated: years must be the same.
    """
    words, others = _title(name, dated=dated), _title(other, dated=dated)
    return bool(words) and (set(words) == set(others) or "".join(words) == "".join(others))


def telling_words(name: str) -> tuple[str, ...]:
    """Return the words of the name of a file or sheet but those of what sort of list it is, and of when."""
    bare = (word.rstrip("0123456789") for word in _words(name) if not _NUMBERED.match(word))
    return tuple(word for word in bare if word and word not in _LISTING and not _is_edition(word))


def is_compilation(name: str) -> bool:
    """Return whether the name of a file says that it gathers others ("gabungan")."""
    return not _COMPILING.isdisjoint(_words(name))


def _title(name: str, *, dated: bool) -> list[str]:
    words = (word for word in _words(name) if word not in _EDITION)
    return [word for word in words if not _NUMBERED.match(word) or (dated and _YEAR.match(word))]


def _words(name: str) -> tuple[str, ...]:
    return fold_words(PurePosixPath(name).stem)


def section_agency(text: str) -> str | None:
    """Return the agency that a section row names; None when the section is about something else."""
    bare = _ENUMERATED.sub("", " ".join(text.split()))
    return bare if is_agency(bare) else agency_named(bare)


def _named(text: str) -> Iterable[str]:
    words = list(_WORD.finditer(text))
    folded = [word[0].lower() for word in words]
    position = 0
    while position < len(words):
        length = short_name(folded[position:]) or _length(folded, position)
        if length:
            yield _cased(_written(text[words[position].start() : words[position + length - 1].end()]))
        position += length or 1


def _length(words: Sequence[str], position: int) -> int:
    """How many words, from one on, are the name of an agency written out; 0 where none begins there."""
    first, rest = words[position], words[position + 1 :]
    if first not in _STARTS and not (first in _UNITS and _says_nothing(words[:position])):
        return 0
    more = next((n for n, word in enumerate(rest) if word in _STOPS or _NUMBERED.match(word)), len(rest))
    if more:
        return 0 if rest[0] in _ANY else 1 + more
    return int(first == "inspektorat" or (first in _ONLY_ONE and _says_nothing(words[:position])))


def _says_nothing(words: Sequence[str]) -> bool:
    """Whether words before a name say only that this is a delivery, and of which region."""
    region = next((n for n, word in enumerate(words) if word in LEVELS), len(words))
    return all(word in _AROUND or word.isdigit() for word in words[:region])


def _written(name: str) -> str:
    """A name as it stands in a text or file name, with its dots and commas."""
    return " ".join(_NOT_WRITTEN.sub(" ", name).split())


def _cased(name: str) -> str:
    """A name in small letters, as file names have it, in capitals: those are set right when it is kept."""
    return name.upper() if name.islower() else name
