"""A recommendation on a proposed application as a page to print: one self-contained HTML document."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from model.element import Element
from model.knowledge import Knowledge
from model.text import Language, Text, enumerated, same
from queries.redundancy.endings import ending
from queries.redundancy.engine import REVIEW, Pair
from queries.redundancy.explaining import sentence
from queries.redundancy.proposals.advising_words import called_alike, quoted_parts
from queries.redundancy.proposals.clearance import DECISION_LABELS, Clearance, Decision, Recommendation
from queries.redundancy.proposals.recommendations import Recorded
from ui.phrases import similar as words
from ui.printing import document
from ui.similar import by_function
from ui.similar.scores import likeness
from ui.wording import day

MOST_SIMILAR = 8  # more do not fit on the page beside the rest

_TITLE = Text(id="Rekomendasi atas Usulan Aplikasi", en="Recommendation on a Proposed Application")
_NUMBER = Text(id="Nomor", en="Number")
_DATE = Text(id="Tanggal", en="Date")
_PROPOSAL = Text(id="Usulan", en="Proposal")
_NAME = Text(id="Nama aplikasi", en="Application")
_AGENCY = Text(id="Perangkat daerah pengusul", en="Proposing agency")
_OWNER = Text(id="Pemilik", en="Owner")
_FUNCTION = Text(id="Fungsi", en="Function")
_SERVICES = Text(id="Layanan yang didukung", en="Services supported")
_DATA = Text(id="Data yang digunakan", en="Data used")
_NATIONAL = Text(id="Aplikasi nasional yang wajib dikaji", en="National applications to be reviewed")
_SIMILAR = Text(
    id="Aplikasi sejenis yang sudah ada atau direncanakan",
    en="Similar applications that exist or are planned",
)
_UNDERSTOOD = Text(id="Dipahami sebagai", en="Understood as")
_CHAPTERS = Text(id="Bab yang dibaca", en="Chapters read")
_UNREAD = Text(
    id="Belum dikenali, tidak diperiksa menurut fungsi", en="Not understood, not checked by function"
)
_CALLED_ALIKE = Text(id="Nama yang sama", en="Called alike")
_WEAK = Text(
    id="Mungkin sejenis, perlu dipastikan (kemiripan lemah)", en="May be similar, to be made sure (weak)"
)
_MORE = Text(id="{n} lainnya yang lebih lemah tidak dicantumkan.", en="Not listed, as weaker still: {n}.")
_ELSEWHERE = Text(
    id="Di pemerintah daerah lain (dapat dipakai bersama)", en="In other governments (may be shared)"
)
_RESTS_ON = Text(id="Aplikasi dalam catatan keputusan", en="Applications in the record of the decision")
_AGAIN = Text(
    id="Dicetak ulang dengan Simpul dari catatan keputusan; yang ditemukan saat pemeriksaan tidak ikut "
    "tercatat.",
    en="Printed again with Simpul from the record of the decision; what the check found is not in it.",
)
_AGAIN_CHECKED = Text(
    id="Dicetak ulang dengan Simpul dari catatan keputusan, dengan hasil pemeriksaan pada saat dicetak.",
    en="Printed again with Simpul from the record of the decision, with what the check finds at this time.",
)
_ADVISED = Text(id="Anjuran pemeriksaan", en="Advised by the check")
_NONE = Text(id="Tidak ditemukan.", en="None found.")
_SCORE = Text(id="Tingkat kemiripan", en="Similarity")
_WHY = Text(id="Alasan", en="Why")
_DECISION = Text(id="Keputusan", en="Decision")
_BY = Text(id="Diputuskan oleh", en="Decided by")
_TO_SIGN = (
    Text(id="Nama", en="Name"),
    Text(id="Jabatan", en="Position"),
    Text(id="NIP", en="NIP (staff number)"),
)
_DOTS = "." * 30
_FOOT = Text(
    id="Disusun dengan Simpul dari data arsitektur per tanggal keputusan. Tingkat kemiripan adalah bahan "
    "pertimbangan, bukan keputusan.",
    en="Made with Simpul from the architecture as of the date of the decision. Similarity supports a "
    "decision and is none.",
)


def page(
    recommendation: Recommendation,
    clearance: Clearance,
    knowledge: Knowledge,
    language: Language,
    *,
    again: bool = False,
) -> str:
    """Return the page; what people wrote is escaped, and nothing is loaded from elsewhere.

    It lists what the check shows, the weak ones as such. Where the recommendation names nobody who decided,
    it has lines for that. again: the decision was recorded before, and what is found is of now.
    """
    said = _Said(language, knowledge)
    head = [
        (_NUMBER, recommendation.number),
        (_DATE, day(recommendation.on, language) if recommendation.on else ""),
    ]
    decision = said.decision(recommendation.decision, recommendation.uses)
    parts = (
        f"<h1>{said.of(_TITLE)}</h1>",
        said.facts(head),
        f"<h2>{said.of(_PROPOSAL)}</h2>",
        said.facts(_facts(said, clearance)),
        *said.by_function(clearance),
        f"<h2>{said.of(_NATIONAL)}</h2>",
        *said.national(clearance),
        f"<h2>{said.of(_SIMILAR)}</h2>",
        *(
            said.similar(clearance.here)
            if clearance.here
            else [f"<p>{said.of(by_function.nothing_alike(clearance))}</p>"]
        ),
        *said.further(clearance.elsewhere, _ELSEWHERE),
        *said.decided(decision, recommendation.reasons, recommendation.by, recommendation.advised),
        f"<footer>{said.of(_AGAIN_CHECKED if again else _FOOT)}</footer>",
    )
    title = f"{recommendation.number} – {_TITLE.in_(language)}"
    return document(title, parts, language)


def _facts(said: "_Said", clearance: Clearance) -> list[tuple[Text, str]]:
    proposal = clearance.proposal
    return [
        (_NAME, " · ".join(part for part in (proposal.name, proposal.abbreviation) if part)),
        (_AGENCY, proposal.agency),
        (_FUNCTION, proposal.function),
        (
            _UNDERSTOOD,
            said.plain(enumerated(clearance.functions) if clearance.functions else words.UNKNOWN_FUNCTION),
        ),
        (_CHAPTERS, "; ".join(clearance.chapters)),
        (_UNREAD, said.plain(quoted_parts(clearance.unread)) if clearance.unread else ""),
        (_CALLED_ALIKE, " ".join(said.plain(called_alike(one)) for one in clearance.namesakes)),
        (_SERVICES, "; ".join(proposal.services)),
        (_DATA, "; ".join(proposal.data)),
    ]


def recorded_page(recorded: Recorded, language: Language, agencies: Mapping[str, str]) -> str:
    """Return the page that the record of a decision makes; what was found at the time is not in it.

    agencies: what they are called, by scope.
    """
    said = _Said(language, Knowledge())
    decision = said.decision(recorded.decision, recorded.uses)
    head = [(_NUMBER, recorded.number), (_DATE, day(recorded.on, language) if recorded.on else "")]
    facts = [(_NAME, recorded.name), (_AGENCY, recorded.agency), (_FUNCTION, recorded.function)]
    parts = (
        f"<h1>{said.of(_TITLE)}</h1>",
        said.facts(head),
        f"<h2>{said.of(_PROPOSAL)}</h2>",
        said.facts(facts),
        *said.named(recorded.rests_on, agencies),
        *said.decided(decision, recorded.reasons, recorded.by if recorded.signed else "", recorded.advised),
        f"<footer>{said.of(_AGAIN)}</footer>",
    )
    return document(f"{recorded.number} – {_TITLE.in_(language)}", parts, language)


class _Said:
    """Says things as HTML in one language."""

    def __init__(self, language: Language, knowledge: Knowledge) -> None:
        self._language, self._knowledge = language, knowledge

    def plain(self, text: Text) -> str:
        return text.in_(self._language)

    def of(self, text: Text) -> str:
        return escape(self.plain(text))

    def facts(self, rows: Iterable[tuple[Text, str]]) -> str:
        """Return a table of labels and values, without those that are blank."""
        told = (
            f"<tr><th>{self.of(label)}</th><td>{escape(value)}</td></tr>"
            for label, value in rows
            if value.strip()
        )
        return f'<table class="facts">{"".join(told)}</table>'

    def decision(self, decision: Decision, uses: str) -> str:
        """Return a decision with what is to be used."""
        return ": ".join(part for part in (self.of(DECISION_LABELS[decision]), escape(uses)) if part)

    def decided(self, decision: str, reasons: str, by: str, advised: Decision | None) -> tuple[str, ...]:
        """Return what was decided, why, what was advised instead if anything was, and the line to sign."""
        other = f"{self.of(_ADVISED)}: {self.of(DECISION_LABELS[advised])}." if advised else ""
        return (
            f"<h2>{self.of(_DECISION)}</h2>",
            f'<p class="decision">{decision}</p>',
            f'<p class="reasons">{escape(reasons)}</p>',
            *([f"<p>{other}</p>"] if other else []),
            f'<p class="sign">{self.of(_BY)}<br>{escape(by) if by.strip() else self._to_sign()}</p>',
        )

    def _to_sign(self) -> str:
        return "<br>".join(f"{self.of(label)}: {_DOTS}" for label in _TO_SIGN)

    def items(self, texts: Iterable[Text]) -> str:
        told = [f"<li>{self.of(text)}</li>" for text in texts]
        return f"<ul>{''.join(told)}</ul>" if told else f"<p>{self.of(_NONE)}</p>"

    def named(self, elements: Sequence[Element], agencies: Mapping[str, str]) -> Iterator[str]:
        """Yield which elements a record names, under their heading; nothing where it names none."""
        if elements:
            yield f"<h2>{self.of(_RESTS_ON)}</h2>"
            yield self.items(same(f"{one.name} ({agencies.get(one.scope, one.scope)})") for one in elements)

    def national(self, clearance: Clearance) -> list[str]:
        """Return what is told of national applications: those of the catalogue, then others in the store."""
        others = list(self.further(clearance.uncatalogued))
        if clearance.national:
            return [self.items(one.sentence for one in clearance.national), *others]
        return others or [self.nothing(clearance)]

    def by_function(self, clearance: Clearance) -> Iterator[str]:
        """Yield who does already what is proposed, function by function; of a website, who has one."""
        rows = by_function.rows(clearance, self._language)
        sites = by_function.websites(clearance, self._language)
        if rows or sites:
            yield f"<h2>{self.of(words.BY_FUNCTION)}</h2>"
        if rows:
            yield _listed([self.plain(text) for text in words.DOING_COLUMNS], rows)
        yield from (f"<p>{escape(told)}</p>" for told in sites)

    def nothing(self, clearance: Clearance) -> str:
        """Return that nothing was found; by function only where the proposal was understood."""
        return f"<p>{self.of(_NONE if clearance.functions else words.UNCHECKED)}</p>"

    def further(self, pairs: Sequence[Pair], heading: Text | None = None) -> Iterator[str]:
        """Yield the table of what exists besides, under a heading; nothing where nothing does."""
        if pairs and heading:
            yield f"<h2>{self.of(heading)}</h2>"
        yield from self.similar(pairs)

    def similar(self, pairs: Sequence[Pair]) -> Iterator[str]:
        """Yield what is alike, the likeliest first: the weak ones apart, and how many are left out."""
        shown = pairs[:MOST_SIMILAR]
        likely = [pair for pair in shown if pair.score >= REVIEW]
        weak = [pair for pair in shown if pair.score < REVIEW]
        if likely:
            yield self._table(likely)
        if weak:
            yield f"<p>{self.of(_WEAK)}</p>"
            yield self._table(weak)
        if len(pairs) > len(shown):
            yield f"<p>{self.of(_MORE.filled(n=len(pairs) - len(shown)))}</p>"

    def _table(self, pairs: Iterable[Pair]) -> str:
        rows = [self._row(pair) for pair in pairs]
        heads = "".join(f"<th>{self.of(text)}</th>" for text in (_NAME, _OWNER, _SCORE, _WHY))
        return f'<table class="list"><thead><tr>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table>'

    def _row(self, pair: Pair) -> str:
        whose = (pair.left.owner, pair.left.government)
        end = ending(pair.left)
        notes = [*([words.PLANNED] if pair.left.planned else []), *([end] if end else [])]
        told = "".join(f" ({self.plain(note)})" for note in notes)
        cells = (f"{pair.left.name}{told}", " · ".join(part for part in whose if part))
        why = self.of(sentence(pair, self._knowledge))
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        score = escape(likeness(pair.score, self._language))
        return f'<tr>{row}<td class="number">{score}</td><td>{why}</td></tr>'


def _listed(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of texts under their heads."""
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f'<table class="list"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
