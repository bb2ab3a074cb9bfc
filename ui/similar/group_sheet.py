"""What becomes of a group of applications as a page to print: one self-contained HTML document."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from model.text import Language, Text
from queries.redundancy.corpus import Entry
from queries.redundancy.groups.disposing import Disposition
from queries.redundancy.groups.rationalise import ASPECT_LABELS, Points
from queries.snapshot.snapshot import Snapshot
from queries.store.store import Store
from ui.phrases import similar as words
from ui.printing import document
from ui.similar import rationalising
from ui.similar.consolidating import outcome_of, sentences
from ui.similar.group_headline import cautions, headline
from ui.similar.rationalising import Opinion
from ui.wording import day, moment, number

_TITLE = Text(id="Rencana Rasionalisasi Aplikasi", en="Plan to Rationalise Applications")
_STATE = Text(id="Status", en="Status")
_DRAFT = Text(id="RANCANGAN, belum dicatat", en="DRAFT, not recorded yet")
_RECORDED = Text(id="Dicatat sebagai {number} pada {at}", en="Recorded as {number} on {at}")
_DATE = Text(id="Tanggal cetak", en="Printed on")
_FUNCTION = Text(id="Fungsi", en="Function")
_GROUP = Text(id="Keadaan kelompok", en="State of the group")
_KEPT = Text(id="Yang diteruskan, dan alasannya", en="What is kept, and why")
_BECOMES = Text(id="Yang terjadi pada setiap aplikasi", en="What becomes of each application")
_UNDATED = Text(id="belum ditetapkan", en="not set yet")
_MISSING = Text(
    id="Yang belum tercatat dilayani oleh yang diteruskan",
    en="What the kept one is not recorded to serve yet",
)
_CAUTIONS = Text(id="Yang perlu diperhatikan", en="What to be careful about")
_NONE = Text(id="Tidak ada.", en="Nothing.")
_SAVING = Text(id="Penghematan dan asumsinya", en="Saving and its assumptions")
_NO_SAVING = Text(
    id="Tidak ada yang dihentikan, sehingga tidak ada penghematan.", en="Nothing ends, so nothing is saved."
)
_RISK = Text(id="Dampak dan risiko", en="Consequences and risk")
_NO_RISK = Text(id="Tidak ada yang dialihkan atau dihentikan.", en="Nothing is migrated or ends.")
_SIGN = Text(id="Disetujui oleh (nama, jabatan, tanggal)", en="Approved by (name, office, date)")
_FOOT = Text(
    id="Disusun dengan Simpul dari data arsitektur per tanggal cetak. Nilai ialah bahan pertimbangan, bukan "
    "keputusan.",
    en="Made with Simpul from the architecture as of the day it was printed. Points support a decision and "
    "are none.",
)


@dataclass(frozen=True, eq=False)
class GroupSheet:
    """What the page is made of: a download makes it when nothing of the session is at hand any more."""

    store: Store
    snapshot: Snapshot
    opinion: Opinion
    today: date
    language: Language

    @property
    def file_name(self) -> str:
        """What the file is called: by the number of the plan on record, or as a draft."""
        plan = self.opinion.plan
        return f"simpul-{plan.number if plan else 'rancangan'}.html"

    def content(self) -> str:
        """Return the page, in its language."""
        return page(self.opinion, self._risks(), self.today, self.language)

    def _risks(self) -> list[str]:
        """Return what is different when the others are gone, as sentences; none where nothing goes."""
        one = self.opinion
        if not one.gone:
            return []
        ends = (one.advice.keep, one.gone)
        found = outcome_of(self.store, self.snapshot, ends, self.today, one.merged)
        return [said.replace("**", "") for said in sentences(found, self.language)]


def page(opinion: Opinion, risks: Iterable[str], today: date, language: Language) -> str:
    """Return the page; what people wrote is escaped, and nothing is loaded from elsewhere."""
    said, plan = _Said(language), opinion.plan
    state = (
        _RECORDED.filled(number=plan.number, at=moment(plan.at, language)).in_(language)
        if plan
        else _DRAFT.in_(language)
    )
    facts = (
        (_STATE, state),
        (_DATE, day(today, language)),
        (_FUNCTION, rationalising.function_words(opinion.group, opinion.facts.entries, language)),
        (_GROUP, rationalising.state_words(opinion.group).in_(language)),
    )
    worth = rationalising.worth_words(opinion, language) or _NO_SAVING.in_(language)
    parts = (
        f"<h1>{said.of(_TITLE)}</h1>",
        said.facts(facts),
        f"<h2>{said.of(_KEPT)}</h2>",
        *said.kept(opinion),
        *said.cautions(opinion),
        f"<h2>{said.of(_BECOMES)}</h2>",
        said.members(opinion),
        f"<h2>{said.of(_MISSING)}</h2>",
        said.items(rationalising.uncovered(opinion), _NONE),
        f"<h2>{said.of(_SAVING)}</h2>",
        f"<p>{escape(worth)}</p>",
        f"<h2>{said.of(_RISK)}</h2>",
        said.items(risks, _NO_RISK),
        f'<p class="sign">{said.of(_SIGN)}</p>',
        f"<footer>{said.of(_FOOT)}</footer>",
    )
    return document(f"{_TITLE.in_(language)} – {state}", parts, language)


class _Said:
    """Says things as HTML in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def of(self, text: Text) -> str:
        return escape(text.in_(self._language))

    def facts(self, rows: Iterable[tuple[Text, str]]) -> str:
        told = (f"<tr><th>{self.of(label)}</th><td>{escape(value)}</td></tr>" for label, value in rows)
        return f'<table class="facts">{"".join(told)}</table>'

    def items(self, texts: Iterable[str], none: Text) -> str:
        told = [f"<li>{escape(text)}</li>" for text in texts]
        return f"<ul>{''.join(told)}</ul>" if told else f"<p>{self.of(none)}</p>"

    def cautions(self, opinion: Opinion) -> Iterator[str]:
        """Yield what speaks against it under a heading of its own; nothing where nothing does."""
        told = [one.in_(self._language) for one in cautions(opinion)]
        if told:
            yield f"<h2>{self.of(_CAUTIONS)}</h2>"
            yield self.items(told, _NONE)

    def kept(self, opinion: Opinion) -> Iterator[str]:
        """Yield the kept member, why, and the points that speak for it."""
        entry, first = opinion.entry(opinion.advice.keep), opinion.dispositions[0]
        told = " ".join(one.in_(self._language) for one in headline(opinion))
        yield f'<p class="decision">{escape(told)}</p>'
        yield f"<p>{escape(entry.name)} · {escape(entry.owner)}: {self.of(first.reason)}</p>"
        candidate = next(one for one in opinion.advice.ranking if one.uid == entry.uid)
        rows = "".join(map(self._points, candidate.rows))
        total = number(candidate.total, self._language, 1)
        heads = self._heads((words.WHAT_COUNTS, words.POINTS, words.REASON))
        last = f'<tr><th>{self.of(words.TOTAL)}</th><td class="number">{total} / 100</td><td></td></tr>'
        yield f'<table class="list">{heads}<tbody>{rows}{last}</tbody></table>'

    def _points(self, row: Points) -> str:
        given = f"{number(row.points, self._language, 1)} / {row.most}"
        return (
            f'<tr><td>{self.of(ASPECT_LABELS[row.aspect])}</td><td class="number">{given}</td>'
            f"<td>{self.of(row.reason)}</td></tr>"
        )

    def members(self, opinion: Opinion) -> str:
        """Return the table of what becomes of each, the kept one first."""
        heads = self._heads((words.APPLICATION, words.POINTS, words.BECOMES, words.LAST_DAY, words.REASON))
        points = {one.uid: one.total for one in opinion.advice.ranking}
        rows = "".join(
            self._member(opinion.entry(one.uid), points[one.uid], one) for one in opinion.dispositions
        )
        return f'<table class="list">{heads}<tbody>{rows}</tbody></table>'

    def _member(self, entry: Entry, points: float, one: Disposition) -> str:
        last = one.last_day
        undated = self.of(_UNDATED) if one.ends else "–"
        return (
            f'<tr><td class="wide"><b>{escape(entry.name)}</b><br>{escape(entry.owner)}</td>'
            f'<td class="number">{number(points, self._language, 1)}</td>'
            f'<td class="word">{self.of(rationalising.action_label(one))}</td>'
            f"<td>{escape(day(last, self._language)) if last else undated}</td>"
            f"<td>{self.of(one.reason)}</td></tr>"
        )

    def _heads(self, columns: Iterable[Text]) -> str:
        return f"<thead><tr>{''.join(f'<th>{self.of(one)}</th>' for one in columns)}</tr></thead>"
