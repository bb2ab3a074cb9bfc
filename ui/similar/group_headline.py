"""What to do with a group in a few sentences: what to keep, what becomes of the others, what to review."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from model.text import Language, Text, calendar_day, same
from queries.redundancy.groups.disposing import Action
from queries.redundancy.legal import basis_words_of
from queries.whatif.outliving import ENDING, REPLACED
from ui.phrases import grouping
from ui.phrases import similar as words
from ui.similar.rationalising import Opinion, titles, uncovered, worth_words

_NAMED = 3  # names in one sentence
_ANY_DAY: Mapping[Action, Text] = {Action.MIGRATE: grouping.MOVE, Action.RETIRE: grouping.END}
_UNTIL: Mapping[Action, Text] = {Action.MIGRATE: grouping.MOVE_BY, Action.RETIRE: grouping.END_BY}


def headline(opinion: Opinion, shown: Callable[[str], str] = str) -> list[Text]:
    """Return the advice as sentences. shown: how names stand in them."""
    return list(_Headline(opinion, shown).sentences())


def cautions(
    opinion: Opinion, shown: Callable[[str], str] = str, written: Callable[[str], str] = str
) -> list[Text]:
    """Return what speaks against the advice, or against what a person chose, before it is recorded.

    shown: how names stand in it. written: how what people decided stands in it.
    """
    against = (Text(id=written(one.id), en=written(one.en)) for one in opinion.contradictions)
    return [*against, *_Headline(opinion, shown).cautions()]


def noted(opinion: Opinion) -> str:
    """Return what a plan says beside what becomes of each: what speaks against it, and what it saves."""
    said = (*(one.id for one in cautions(opinion)), worth_words(opinion, Language.ID))
    return " ".join(filter(None, said))


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
        self._told_apart = titles(map(opinion.entry, opinion.group.members))
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
            yield from (self._basis(uid) for uid in self._national if local_beside or uid == kept)
        if local_beside and not chosen:
            if opinion.gone:
                yield self._filled(grouping.IF_LOCAL_STAYS)
                yield from self._condition()
            elif len(self._local) > 1:
                yield from self._leading(chosen)
        if opinion.gone and _open(opinion):
            yield grouping.REVIEW_TOO.filled(names=self._names(_open(opinion)))

    def cautions(self) -> Iterator[Text]:
        """Yield who is left out, and that the kept one is replaced, or ends itself."""
        opinion, keep = self._opinion, self._opinion.advice.keep
        entries = opinion.facts.entries
        for one in opinion.group.left_out:
            yield grouping.LEFT_OUT.filled(
                name=self._shown(entries[one.uid].name),
                like=self._shown(entries[one.like].name),
                distinct=", ".join(self._shown(entries[uid].name) for uid in one.distinct),
            )
        kept, facts = opinion.dispositions[0], opinion.facts
        if opinion.is_over or not leads(opinion):
            return
        successor = facts.successor(keep, facts.entries)
        if successor is not None:
            yield REPLACED.filled(
                keep=self._name(keep), successor=self._shown(facts.called(successor, opinion.group.members))
            )
        if kept.until:
            day = calendar_day(kept.until)
            yield ENDING.filled(keep=self._name(keep), day=day)
            if kept.uncovered:
                yield grouping.LEFT_IN_THE_END.filled(day=day, names=self._first(kept.uncovered))

    def _leading(self, chosen: bool) -> Iterator[Text]:
        opinion, advice = self._opinion, self._opinion.advice
        if not leads(opinion):
            yield grouping.NOBODY_COVERS.filled(names=self._names([advice.keep, *_open(opinion)]))
            return
        tied = [uid for uid in advice.tied if uid not in opinion.merged]
        if tied and not chosen and advice.keep not in self._national:
            names = self._names([advice.keep, *tied])
            text = grouping.NEARLY_EQUAL_BUT_FOR_AGE if advice.but_for_age else grouping.NEARLY_EQUAL
            yield text.filled(names=names, name=self._name(advice.keep))
            if advice.best_recorded:
                yield grouping.BEST_RECORDED
        else:
            yield self._filled(words.ADVICE)
            yield from self._becoming()
        yield from self._condition()

    def _becoming(self) -> Iterator[Text]:
        """Yield what becomes of the others, those of one fate together."""
        fates: dict[tuple[Action, str | None, date | None], list[str]] = {}
        for one in self._opinion.dispositions:
            if one.action is not Action.KEEP and one.ended is None:
                fates.setdefault((one.action, one.into, one.on), []).append(one.uid)
        for (action, into, on), uids in fates.items():
            text = (_UNTIL if on else _ANY_DAY).get(action, grouping.JOIN)
            yield text.filled(
                names=self._with_agencies(uids),
                into=self._shown(self._whole(into)) if into else "",
                day=calendar_day(on) if on else "",
            )

    def _whole(self, uid: str) -> str:
        """Return a member as the sentence before names it: with its agency where others have its name."""
        entry, told = self._opinion.entry(uid), self._told_apart[uid]
        return told if told in (entry.name, entry.key) else f"{entry.name} ({entry.owner})"

    def _with_agencies(self, uids: Sequence[str]) -> Text:
        """Return who they are and whose, or of many how many they are."""
        if len(uids) > _NAMED:
            return grouping.ALL_OTHERS.filled(n=len(uids))
        entries = map(self._opinion.entry, uids)
        return same(", ".join(f"{self._shown(one.name)} ({self._shown(one.owner)})" for one in entries))

    def _condition(self) -> Iterator[Text]:
        """Yield what nothing would serve any more, if there is such."""
        names, keep = uncovered(self._opinion), self._opinion.advice.keep
        if names:
            yield grouping.CONDITION.filled(kept=self._name(keep), names=self._first(names))

    def _first(self, names: Sequence[str]) -> Text:
        """Return the first few names, and how many more there are."""
        first = same(", ".join(map(self._shown, names[:_NAMED])))
        left = len(names) - _NAMED
        return grouping.AND_MORE.filled(names=first, n=left) if left > 0 else first

    def _basis(self, uid: str) -> Text:
        return basis_words_of(self._name(uid), self._opinion.facts.catalogued(uid))

    def _filled(self, text: Text) -> Text:
        kept = self._opinion.entry(self._opinion.advice.keep)
        return text.filled(name=self._shown(kept.name), agency=self._shown(kept.owner))

    def _name(self, uid: str) -> str:
        return self._shown(self._called[uid])

    def _names(self, uids: Iterable[str]) -> str:
        return ", ".join(map(self._name, uids))
