"""Terms of reference (KAK): of their chapters only some say what is to be made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from model.folding import fold_words

_NUMBERED = re.compile(r"^\s*(?:(?:bab\s+)?(?:\d+(?:\.\d+)*|[ivxl]+|[a-z])[.)]?\s+|[-•*#]+\s*)", re.I)
_TITLE = re.compile(r"\b(?:kerangka acuan kerja|terms? of reference)\b(?:\s*\((?:kak|tor)\))?", re.I)
_LONGEST = 6  # words of a heading
# Chapters are called as in the KAK of LKPP's model documents for procurement and of budgeting (RKA).
_SAYING = (
    *("maksud", "tujuan", "sasaran", "ruang lingkup", "lingkup pekerjaan", "lingkup kegiatan", "keluaran"),
    *("output", "fitur", "fungsi", "modul", "kebutuhan fungsional", "spesifikasi fungsional", "deskripsi"),
    *("gambaran umum", "gambaran sistem", "gambaran aplikasi", "uraian pekerjaan", "uraian kegiatan"),
    *("purpose", "objective", "objectives", "goal", "goals", "scope", "features", "modules", "deliverables"),
    *("functional requirements", "description"),
)
_AROUND = frozenset(
    {
        *("latar belakang", "pendahuluan", "uraian pendahuluan", "dasar hukum", "landasan hukum"),
        *("referensi hukum", "sumber pendanaan", "sumber dana", "pendanaan", "pembiayaan", "biaya"),
        *("biaya yang diperlukan", "anggaran", "anggaran biaya", "rencana anggaran biaya", "lokasi"),
        *("lokasi pekerjaan", "lokasi kegiatan", "nama dan organisasi pejabat pembuat komitmen"),
        *("data penunjang", "data dasar", "standar teknis", "studi terdahulu", "studi studi terdahulu"),
        *("metodologi", "metode pelaksanaan", "tahapan pelaksanaan", "tahapan dan waktu pelaksanaan"),
        *("strategi pencapaian keluaran", "waktu pencapaian keluaran", "waktu pelaksanaan", "jangka waktu"),
        *("jangka waktu pelaksanaan", "jangka waktu penyelesaian pekerjaan", "jadwal", "jadwal pelaksanaan"),
        *("jadwal kegiatan", "jadwal tahapan pelaksanaan pekerjaan", "personel", "personil"),
        *("kualifikasi personel", "kebutuhan personel", "tenaga ahli", "kualifikasi tenaga ahli"),
        *("kebutuhan tenaga ahli", "peralatan", "peralatan dan material", "lingkup kewenangan penyedia"),
        *("pelaporan", "laporan", "laporan pendahuluan", "laporan antara", "laporan bulanan"),
        *("laporan akhir", "hal hal lain", "alih pengetahuan", "penerima manfaat", "pelaksana kegiatan"),
        *("penanggung jawab", "penutup", "background", "legal basis", "funding", "budget", "location"),
        *("schedule", "timeline", "personnel", "methodology", "reporting", "closing"),
    }
)
# what is done in making any application, and says nothing of this one
_MAKING = frozenset(
    {
        *("analisis", "analisa", "kebutuhan", "perancangan", "rancangan", "desain", "basis", "data"),
        *("database", "pengembangan", "pembangunan", "pembuatan", "implementasi", "instalasi"),
        *("konfigurasi", "pengujian", "uji", "coba", "fungsi", "pelatihan", "bimbingan", "bimtek"),
        *("teknis", "sosialisasi", "pengguna", "operator", "admin", "administrator", "pemeliharaan"),
        *("garansi", "pendampingan", "dukungan", "selama", "satu", "dua", "tiga", "enam", "tahun"),
        *("bulan", "hari", "dokumen", "dokumentasi", "buku", "panduan", "manual", "petunjuk"),
        *("penggunaan", "kode", "sumber", "source", "code", "laporan", "pendahuluan", "antara", "akhir"),
        *("hosting", "domain", "sistem", "aplikasi", "dan", "untuk", "bagi"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What is to be made, as a text says it.

    chapters: the headings, as they are written, of the chapters that were read; none where the text has no
    such chapters and was read as a whole.
    """

    text: str
    chapters: tuple[str, ...]


def assignment_of(text: str) -> Assignment:
    """Return of a text with the chapters of a KAK those that say what is to be made, and what stands before.

    What is told of background, law, money and staff names many things that the application is not for.
    """
    text = _TITLE.sub(" ", text)
    chapters = list(_chapters(text))
    headings = [heading for heading, _ in chapters if heading]
    if not any(map(_says, headings)) or all(map(_says, headings)):
        return Assignment(text=text, chapters=())
    read = [(heading, body) for heading, body in chapters if not heading or _says(heading)]
    return Assignment(
        text="\n".join(body for _, body in read).strip(),
        chapters=tuple(dict.fromkeys(heading for heading, _ in read if heading)),
    )


def is_project_work(part: str) -> bool:
    """Return whether a part of a text only says what making any application takes: training, a manual."""
    return _MAKING.issuperset(fold_words(part))


def _chapters(text: str) -> Iterator[tuple[str, str]]:
    """Yield each chapter: its heading as it is written, and what stands below; first what has no heading.

    A single word ("Laporan") may be an item of a list: it is a heading where it is numbered as those of
    several words are.
    """
    lines = list(map(_line, text.splitlines()))
    styles = {line.number for line in lines if line.number and " " in line.title and _is_heading(line.title)}
    heading, below = "", list[str]()
    for line in lines:
        says, telling = _says(line.title), " " in line.title or line.number in styles
        if says and line.rest and _says(heading):  # below "Scope": "the scope is: a, b"
            below.append(line.rest)
        elif _is_heading(line.title) and (says or telling):
            yield heading, "\n".join(below)
            heading, below = line.title, [line.rest]
        else:
            below.append(line.text)
    yield heading, "\n".join(below)


class _Line(NamedTuple):
    """A line of a text. number: how it is numbered. title, rest: what is before and behind a colon."""

    text: str
    number: str
    title: str
    rest: str


def _line(text: str) -> _Line:
    found = _NUMBERED.match(text)
    number = found[0] if found else ""
    title, _, rest = text[len(number) :].partition(":")
    return _Line(text, _style(number.strip()), title.strip(), rest.strip())


def _style(number: str) -> str:
    """Return how a number is written: "A." for "IV.", "1." for "2.3."."""
    for characters, one in ((r"[A-Z]+", "A"), (r"[a-z]+", "a"), (r"\d+(?:\.\d+)*", "1")):
        number = re.sub(characters, one, number)
    return number


def _is_heading(title: str) -> bool:
    return len(fold_words(title)) <= _LONGEST and (_says(title) or " ".join(fold_words(title)) in _AROUND)


def _says(heading: str) -> bool:
    words = " ".join(fold_words(heading))
    return any(words == one or words.startswith(f"{one} ") for one in _SAYING)
