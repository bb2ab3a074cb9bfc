"""What a load is called: the files of an import; of a step which element was changed by hand, and how."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.decision import VERDICT_LABELS, decision_of
from model.kinds import Status
from model.metamodel.metamodel import Metamodel
from model.record import Act, Load, Mode, Record
from model.settling import STATE_LABELS, State
from model.text import Text, same, strung
from queries import records
from queries.lookup import briefs_of
from queries.store.store import Store
from ui.editing.changes import label_of
from ui.phrases import loads as words

_FILES = 3
_COLUMNS = 4  # properties or relations in a line


@dataclass(frozen=True, slots=True)
class _Teller:
    """What a line is made with: the metamodel, and what elements are called, by uid."""

    metamodel: Metamodel
    names: Mapping[str, str]


def said_by_hand(store: Store, metamodel: Metamodel, loads: Iterable[Load]) -> dict[str, Text]:
    """Return what was said in each load that is an edit, a decision or an answer, by load."""
    made = records.records_of_loads(store, [load.id for load in loads if load.mode is Mode.EDIT])
    teller = _Teller(metamodel, _names(store, [record for said in made.values() for record in said]))
    return {load: _line(said, teller) for load, said in made.items()}


def title(load: Load, said: Mapping[str, Text]) -> Text:
    """Return what a load is called: the files of an import, of a step what was said."""
    return said.get(load.id) or words.LOAD.filled(files=files_of(load) or load.id)


def what_of(load: Load) -> Text:
    """Return the word for a load: an import, or a step that somebody said by hand."""
    return words.A_STEP if load.mode is Mode.EDIT else words.AN_IMPORT


def files_of(load: Load, most: int = _FILES) -> str:
    """Return the names of the first files of a load, and how many more there are."""
    shown = ", ".join(stamp.name for stamp in load.files[:most])
    more = len(load.files) - most
    return f"{shown} … (+{more})" if more > 0 else shown


def _names(store: Store, said: Sequence[Record]) -> dict[str, str]:
    """Return name and key of what records speak of, as it is called now; of what is gone, as it was."""
    uids = {
        uid for record in said if record.act is not Act.SETTLE for uid in (record.uid, record.other) if uid
    }
    there = briefs_of(store, sorted(uids))
    then = records.records_of(store, uids - there.keys())
    gone = {
        uid: f"{next((one.name for one in reversed(past) if one.name), past[-1].key)} ({past[-1].key})"
        for uid, past in then.items()
    }
    return gone | {uid: f"{brief.name} ({brief.key})" for uid, brief in there.items()}


def _line(said: Sequence[Record], teller: _Teller) -> Text:
    """Return the gravest of what one load said, and how many more things it said."""
    for act, tell in _TOLD.items():
        of_act = [record for record in said if record.act is act]
        if of_act:
            return tell(of_act, teller)
    return words.SAID_NOTHING


def _merged(said: Sequence[Record], teller: _Teller) -> Text:
    first = said[0]
    into = [one for one in said if one.other == first.other]
    gone = ", ".join(_called(one, teller) for one in into[:_COLUMNS])
    text = words.SAID_MERGED.filled(gone=gone, keep=teller.names.get(first.other or "", first.other or ""))
    return _and_more(text, len(said) - min(len(into), _COLUMNS))


def _decided(said: Sequence[Record], teller: _Teller) -> Text:
    decision = decision_of(said[0])
    left, right = (
        teller.names.get(side.uid, f"{side.name} ({side.key})") for side in (decision.left, decision.right)
    )
    verdict = VERDICT_LABELS[decision.verdict]
    return _and_more(words.SAID_DECIDED.filled(left=left, right=right, verdict=verdict), len(said) - 1)


def _settled(said: Sequence[Record]) -> Text:
    first = said[0]
    state = STATE_LABELS[State(str(first.values["state"]))]
    answer = f" ({first.values['answer']})" if "answer" in first.values else ""
    about = f"{first.name} ({first.key})"
    text = words.SAID_SETTLED.filled(about=about, state=state, answer=answer)
    return _and_more(text, len(said) - 1)


def _stated(said: Sequence[Record], teller: _Teller) -> Text:
    first = said[0]
    name = _called(first, teller)
    if first.values.get("status") == Status.RETIRED.value:
        text = words.SAID_RETIRED.filled(name=name)
    elif first.values or first.cleared:
        text = _with(words.SAID_SET, name, _labels(first, (*first.values, *first.cleared), teller))
    elif first.sayings:
        told = [
            words.RELATED_TO.filled(relation=label, to=saying.text)
            for saying in first.sayings
            for label in _labels(first, [saying.relation.value], teller)
        ]
        text = _with(words.SAID_RELATED, name, told)
    elif first.emptied:
        cells = [cell.partition("/")[0] for cell in first.emptied]  # model.linking.cell_of
        text = _with(words.SAID_UNRELATED, name, _labels(first, cells, teller))
    else:
        text = words.SAID_HEARD.filled(name=name, words=", ".join(first.heard))
    return _and_more(text, len({one.uid for one in said}) - 1)


def _labels(record: Record, names: Iterable[str], teller: _Teller) -> list[Text]:
    return [label_of(teller.metamodel, record.kind, name) for name in dict.fromkeys(names)]


def _with(text: Text, name: str, told: Sequence[Text]) -> Text:
    """Return a line about an element with the first few of what was said of it."""
    shown = [*told[:_COLUMNS], *([same("…")] if len(told) > _COLUMNS else [])]
    what = strung(shown)
    return text.filled(name=name, what=what)


def _and_more(text: Text, more: int) -> Text:
    return words.AND_MORE.filled(text=text, n=more) if more > 0 else text


def _called(record: Record, teller: _Teller) -> str:
    return teller.names.get(record.uid, record.key)


_TOLD = {
    Act.MERGE: _merged,
    Act.DECIDE: _decided,
    Act.SETTLE: lambda said, _: _settled(said),
    Act.ROW: lambda said, teller: _and_more(
        words.SAID_ADDED.filled(name=_called(said[0], teller)), len(said) - 1
    ),
    Act.SAY: _stated,
}
