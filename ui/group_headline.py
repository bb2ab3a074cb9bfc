"""What to do with a group in a sentence or two: which to keep, what must be reviewed, what is a tie."""

from collections.abc import Callable, Iterable, Iterator

from model.text import Text
from ui.phrases import grouping
from ui.phrases import similar as words
from ui.rationalising import Opinion, titles


def headline(opinion: Opinion, shown: Callable[[str], str] = str) -> list[Text]:
    """Return the advice as sentences. shown: how names stand in them."""
    return list(_Headline(opinion, shown).sentences())


def leads(opinion: Opinion) -> bool:
    """Whether one member is to be kept for what it covers of the others, or because a person says so."""
    chosen = opinion.advice.overruled or opinion.plan is not None
    return chosen or bool(opinion.gone) or not _open(opinion)


def _open(opinion: Opinion) -> list[str]:
    return [one.uid for one in opinion.dispositions if one.open]


class _Headline:
    def __init__(self, opinion: Opinion, shown: Callable[[str], str]) -> None:
        self._opinion, self._shown = opinion, shown
        facts, merged = opinion.facts, set(opinion.merged)
        here = [uid for uid in opinion.group.members if uid not in facts.ended and uid not in merged]
        kept = opinion.entry(opinion.advice.keep)
        self._called = titles(map(opinion.entry, dict.fromkeys((kept.uid, *here))))
        self._national = [uid for uid in here if facts.is_national(uid)]
        self._local = [
            uid
            for uid in here
            if uid not in self._national and facts.entries[uid].government in ("", kept.government)
        ]

    def sentences(self) -> Iterator[Text]:
        """Yield the advice, what must be reviewed whatever is kept, and what nobody covers."""
        opinion, kept = self._opinion, self._opinion.advice.keep
        chosen = opinion.advice.overruled or opinion.plan is not None
        local_beside = bool(self._national) and kept not in self._national
        if chosen or not local_beside:
            yield from self._leading(chosen)
        if self._national and self._local:
            text = grouping.DUTY if local_beside else grouping.DUTY_BESIDE_KEPT
            told = {"national": self._names(self._national)} if local_beside else {}
            yield text.filled(others=self._names(self._local), **told)
        if local_beside and not chosen:
            if opinion.gone:
                yield self._filled(grouping.IF_LOCAL_STAYS)
            elif len(self._local) > 1:
                yield from self._leading(chosen)
        if opinion.gone and _open(opinion):
            yield grouping.REVIEW_TOO.filled(names=self._names(_open(opinion)))

    def _leading(self, chosen: bool) -> Iterator[Text]:
        opinion, advice = self._opinion, self._opinion.advice
        if not leads(opinion):
            yield grouping.NOBODY_COVERS.filled(names=self._names([advice.keep, *_open(opinion)]))
            return
        tied = [uid for uid in advice.tied if uid not in opinion.merged]
        if tied and not chosen and advice.keep not in self._national:
            names = self._names([advice.keep, *tied])
            yield grouping.NEARLY_EQUAL.filled(names=names, name=self._name(advice.keep))
        else:
            yield self._filled(words.ADVICE)

    def _filled(self, text: Text) -> Text:
        kept = self._opinion.entry(self._opinion.advice.keep)
        return text.filled(name=self._shown(kept.name), agency=self._shown(kept.owner))

    def _name(self, uid: str) -> str:
        return self._shown(self._called[uid])

    def _names(self, uids: Iterable[str]) -> str:
        return ", ".join(map(self._name, uids))
