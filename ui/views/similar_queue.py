"""The queue of likely pairs: one at a time side by side, its evidence, and the decision by button or key."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.decision import Decision, Verdict, pair_of
from model.kinds import ElementKind
from model.text import Text
from queries.redundancy.bases import basis_of
from queries.redundancy.decisions import LONGEST_NOTE, Judgement
from queries.redundancy.engine import REVIEW, FindingKind, Pair
from queries.redundancy.explaining import PAIR_LABELS, kind_label, sentence
from queries.redundancy.ties import TieKind, replacement
from ui import links, overview, places, reading, session
from ui.components.beside import show_beside, show_evidence, show_meanings
from ui.components.choosing import newly_chosen
from ui.components.downloads import offer_workbook
from ui.components.numbers import numbered
from ui.components.plain import plain
from ui.components.workbook import Sheet, workbook
from ui.keys import field
from ui.links import View
from ui.overview import called
from ui.phrases import common
from ui.phrases import edit as edit_words
from ui.phrases import pair as pair_words
from ui.phrases import similar as words
from ui.session import say
from ui.similar import deciding, pair_record, pairs
from ui.similar.deciding import Shown, Tried
from ui.similar.likeness import Similar
from ui.similar.pair_record import PairRecord
from ui.similar.pairs import Order, Wait
from ui.similar.scores import likeness
from ui.wording import moment, number

_LEAST = round(100 * REVIEW)  # per cent of likeness from which pairs are shown at first
_LISTED = 200  # pairs in the table
_NOTE_KEY = "i"
_KEYS = {Verdict.DUPLICATE: "d", Verdict.OVERLAP: "t", Verdict.DISTINCT: "b", Verdict.POSTPONE: "n"}
_LAST, _SHOWN = "similar.last", "similar.shown"
_TELL, _WARN = "similar.tell", "similar.warn"  # what the next run says, once
_ONWARD = "→"  # behind a link that would look like plain text
_FILTERS = ("compared", "order", "whose", "found", "least", "waits")


def show(view: View) -> None:
    """Show the queue."""
    filters = st.columns([2, 2, 3, 3, 3, 2], gap="small")
    with filters[0]:
        found = reading.similar(_kind(view))
    queue, every = _asked(view, found, filters[1:])
    _lead(found, queue, every)
    _last_decision(found)
    pair = _chosen(view, found) if view.one("pair") else _held(view, found) or next(iter(queue), None)
    if pair is not None:
        _review(view, found, pair)
    elif view.one("pair"):
        _closed(view, found)
    else:
        st.info(say(words.NOTHING_WAITS))
    if queue:
        _list(view, found, queue)


def _lead(found: Similar, queue: Sequence[Pair], every: Sequence[Pair]) -> None:
    """How many pairs wait, are decided and make groups in all; and how many the filters leave, if any do."""
    language = session.language()
    parts = {
        pair_words.LEAD_LATER: len(pairs.waiting(every, found.decided, Wait.LATER)),
        pair_words.LEAD_DOUBTFUL: sum(map(found.is_doubtful, every)),
    }
    some = ", ".join(say(part, n=number(n, language)) for part, n in parts.items() if n)
    told = say(
        words.LEAD_QUEUE,
        waiting=number(len(every), language),
        parts=f" {say(pair_words.LEAD_SOME, some=some)}" if some else "",
        decided=number(pairs.settled(found.decided), language),
        groups=number(len(found.groups), language),
    )
    filtered = say(pair_words.LEAD_FILTERED, some=number(len(queue), language))
    st.markdown(f"{filtered if len(queue) < len(every) else ''} {told}")


def _kind(view: View) -> ElementKind:
    """The kind of elements that are compared: applications unless another one is chosen."""
    metamodel = session.workspace().metamodel
    others = [spec.kind for spec in metamodel.kinds if spec.likeness is not None]
    kinds = sorted(others, key=lambda kind: kind is not ElementKind.APPLICATION)
    chosen = view.choice(
        "compared",
        say(pair_words.KIND_OF),
        [kind.value for kind in kinds],
        lambda name: say(metamodel.kind(ElementKind(name)).label),
    )
    return ElementKind(chosen)


def _asked(
    view: View, found: Similar, places_: Sequence[DeltaGenerator]
) -> tuple[list[Pair], Sequence[Pair]]:
    """The pairs that wait and that the filters leave, in the order wished; and all that wait."""
    language, names = session.language(), overview.scope_names(reading.snapshot())
    one, two, three, four, five = places_
    with one:
        order = view.choice(
            "order",
            say(words.ORDER),
            [order.value for order in Order],
            lambda name: say(words.ORDERS[name]),
            help=say(words.ORDER_HELP),
        )
    with two:
        present = {entry.scope for entry in found.comparison.corpus.entries}
        scopes = overview.by_name(present, names, language)
        scope = view.choice(
            "whose",
            say(words.WHOSE),
            ["", *scopes],
            lambda s: called(names, s).in_(language) if s else say(common.ALL),
        )
    with three:
        kinds = view.choices(
            "found",
            say(words.KINDS),
            [name for name in PAIR_LABELS if not name.startswith(FindingKind.SHARING)],  # asked nationally
            lambda name: say(PAIR_LABELS[name]),
        )
    with four:
        least = view.number("least", say(words.LEAST), _LEAST, 100, help=say(words.LEAST_HELP))
    with five:
        wait = _wait(view)
    every = found.queue(min(least, _LEAST) / 100)
    at_least = least / 100 if least > _LEAST else 0
    some = pairs.narrowed(every, scope=scope, kinds=frozenset(kinds), at_least=at_least)
    listed = pairs.waiting(pairs.ordered(some, Order(order)), found.decided, wait)
    return listed, pairs.waiting(every, found.decided)


def _wait(view: View) -> Wait:
    """Whether all pairs that wait are asked for, or only new or postponed ones."""
    told = [wait.value for wait in Wait]
    return Wait(view.choice("waits", say(pair_words.STATE), told, lambda name: say(pair_words.STATES[name])))


def _chosen(view: View, found: Similar) -> Pair | None:
    """The pair that the address names, if both elements are still compared."""
    return deciding.pair_at(found.comparison, view.one("pair"))


def _closed(view: View, found: Similar) -> None:
    """Why the pair that the address names is not shown; no other one stands in its place."""
    why = deciding.why_closed(session.workspace(), found.comparison.corpus.kind, view.one("pair"))
    st.info(plain(say(why)))
    if st.button(say(words.ON_TO_QUEUE), key="closed.on"):
        _leave(view)


def _held(view: View, found: Similar) -> Pair | None:
    """The pair shown before, which stays until it is decided here, or other filters are chosen."""
    shown = Shown.of(session.recall(_SHOWN))
    if shown is None or shown.asked != _filters(view):
        return None
    return deciding.pair_at(found.comparison, shown.pair)


def _filters(view: View) -> tuple[str, ...]:
    return tuple(f"{name}={value}" for name in _FILTERS for value in view.all(name))


def _review(view: View, found: Similar, pair: Pair) -> None:
    """One pair: why it is here in a sentence, the decision, and below it what both say."""
    known = found.decided.get(pair_of(*pair.ends))
    record = pair_record.record_of(session.workspace().store, pair.ends)
    with st.container(border=True):
        _head(found, pair, record)
        if known is not None:
            _known(view, known)
        _verdicts(view, found, pair)
        wide, narrow = st.columns([7, 4], gap="medium")
        with wide:
            show_beside((pair.left.name, pair.right.name), _rows(found, pair, record))
            st.caption(say(words.SAME_MARK))
            with st.container(horizontal=True):
                for entry in (pair.left, pair.right):
                    opened = say(words.OPEN_ONE, name=plain(entry.name))
                    links.link(places.EXPLORE, f"{opened} {_ONWARD}", el=entry.key)
                if pairs.may_be_one(pair, known, found.tied(pair)):
                    _merge_link(pair.left.key, pair.right.key)
        with narrow:
            _evidence(pair)


def _merge_link(keep: str, gone: str) -> None:
    """The way to where two elements that are one are merged."""
    label = say(edit_words.MERGE_LINK)
    links.link(places.EXPLORE, label, **{"el": keep, "do": "merge", "with": gone})


def _rows(found: Similar, pair: Pair, record: PairRecord) -> list[pairs.SideRow]:
    metamodel, language = session.workspace().metamodel, session.language()
    heads, titles = pairs.heads(metamodel, pair.of), overview.code_titles(reading.snapshot(), pair.codes)
    return [
        *pair_record.recorded_rows(pair, record, found.tied(pair), metamodel, language),
        *pairs.side_by_side(pair, found.knowledge, heads, language, titles),
    ]


def _head(found: Similar, pair: Pair, record: PairRecord) -> None:
    language = session.language()
    score = likeness(pair.score, language)
    strength = words.DOUBTFUL if found.is_doubtful(pair) else pairs.strength(pair.score)
    told = say(words.SCORE, score=score, strength=say(strength))
    names = " — ".join(f"**{plain(entry.name)}** · {plain(entry.owner)}" for entry in (pair.left, pair.right))
    st.markdown(f"{names} &emsp; {told} · {say(kind_label(pair))}")
    metamodel = session.workspace().metamodel
    advice = pair_record.advised(pair, record, found.tied(pair), metamodel, language)
    ties = [tie for tie in found.tied(pair) if tie.kind is not TieKind.REPLACES]  # the advice tells these
    st.markdown(plain(f"{say(sentence(pair, found.knowledge, ties))} {advice}"))


def _evidence(pair: Pair) -> None:
    language = session.language()
    rows = pairs.evidence_rows(pair, language)
    show_evidence(rows)
    rest = pairs.signed(pairs.remainder(pair), language)
    if any(figure in rest for figure in "123456789"):
        st.caption(say(pair_words.REMAINDER, rest=rest))
    told = pair_words.SUM_RELATED if pair.kind is FindingKind.RELATED else words.SUM
    st.caption(say(told, total=pairs.signed(pairs.total(pair), language)))
    st.caption(say(words.CONFIDENCE, share=round(100 * pair.confidence)), help=say(words.CONFIDENCE_HELP))
    with st.expander(say(pair_words.WHAT_EVIDENCE_MEANS)):
        show_meanings(rows)


def _known(view: View, decision: Decision) -> None:
    """What was decided, and the way on to what waits."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_told(words.ALREADY, decision), width="content")
        if st.button(say(words.ON_TO_QUEUE), key="decide.on", type="tertiary"):
            _leave(view)


def _told(text: Text, decision: Decision) -> str:
    said = say(
        text,
        verdict=say(words.VERDICTS[decision.verdict]),
        by=plain(decision.by),
        at=moment(decision.at, session.language()),
    )
    return f"{said} “{plain(decision.note)}”" if decision.note else said


def _leave(view: View) -> None:
    """Go on from the pair shown to the first that waits."""
    view.replace("pair", [])
    session.forget(_SHOWN)
    st.rerun()


def _verdicts(view: View, found: Similar, pair: Pair) -> None:
    known = found.decided.get(pair_of(*pair.ends))
    name = deciding.address_of(pair.ends)
    alert = st.container()
    buttons, written = st.columns([4, 3], vertical_alignment="center")
    with written:
        note = _note(name)
    with buttons.container(horizontal=True):
        pressed = _pressed(name)
    st.caption(_keys(found))
    now = deciding.shown_now(name, known, _filters(view))
    before = Shown.of(session.recall(_SHOWN))
    shown = before if before is not None and before.pair == name else now
    session.keep(_SHOWN, now.kept)
    overtaken = known if known is not None and shown.overtaken(known) else None
    if refused := session.recall(_WARN):
        alert.warning(refused)
        session.forget(_WARN)
    elif pressed is None and overtaken is not None:
        alert.warning(_told(words.MEANWHILE, overtaken))
    if pressed is None:
        return
    judgement = Judgement(
        left=pair.left.uid,
        right=pair.right.uid,
        verdict=pressed,
        note=note,
        basis=basis_of(pair),
        seen=shown.seen,
    )
    before = session.recall(_LAST)
    standing = overtaken or _refused(judgement, name)
    if standing is None or _settled(judgement, standing, before):
        _leave(view)
        return
    session.keep(_SHOWN, deciding.shown_now(name, standing, _filters(view)).kept)
    lost = say(words.NOT_RECORDED, verdict=say(words.VERDICTS[pressed]))
    session.keep(_WARN, f"{_told(words.MEANWHILE, standing)} {lost}")
    st.rerun()  # what the other decided counts in all that stands beside it


def _note(name: str) -> str:
    """What a person writes beside a decision; a key leads there, and keys are letters until they leave it."""
    label = say(words.NOTE_LABEL)
    written = st.text_input(
        label,
        key=f"note.{name}",
        max_chars=LONGEST_NOTE,
        placeholder=label,
        label_visibility="collapsed",
    )
    field.listen(label, _NOTE_KEY)
    return written or ""


def _refused(judgement: Judgement, name: str) -> Decision | None:
    """Write a decision; return what somebody decided meanwhile, which stands instead."""
    space, before = session.workspace(), session.recall(_LAST)
    tried = Tried(pair=name, seen=judgement.seen or "", verdict=judgement.verdict, by=space.writer.name)
    # before writing: a second press cuts this run off after it
    session.keep(_LAST, [*(before or ()), *tried.kept])
    standing = deciding.recorded(space, judgement)
    if standing is not None:
        session.keep(_LAST, before)
    return standing


def _settled(judgement: Judgement, standing: Decision, before: list[str] | None) -> bool:
    """Whether the decision that stands is the person's own, pressed twice, or says the same: that is told."""
    if any(tried.is_(standing) for tried in Tried.all_of(before)[-1:]):
        return True
    if standing.verdict is not judgement.verdict:
        return False
    lost = say(words.NOTE_LOST, note=plain(judgement.note)) if judgement.note else ""
    session.keep(_TELL, f"{_told(words.AGREED, standing)} {lost}")
    return True


def _pressed(name: str) -> Verdict | None:
    """The buttons of a pair, and which one was pressed."""
    pressed = [
        verdict
        for verdict in Verdict
        if st.button(
            say(words.VERDICTS[verdict]),
            key=f"decide.{verdict.value}.{name}",
            help=say(words.VERDICT_HELP[verdict]),
            shortcut=_KEYS[verdict],
        )
    ]
    return next(iter(pressed), None)


def _made_last(found: Similar) -> Decision | None:
    """What this session decided last, of what stands still."""
    made = (tried.made(found.made) for tried in reversed(Tried.all_of(session.recall(_LAST))))
    return next((one for one in made if one is not None), None)


def _keys(found: Similar) -> str:
    """Which keys decide, and what U takes back."""
    made = _made_last(found)
    if made is None:
        return say(words.KEYS_AT_FIRST)
    return say(words.KEYS, left=plain(made.left.name), right=plain(made.right.name))


def _last_decision(found: Similar) -> None:
    """What was decided last in this session, and the way back."""
    told = session.recall(_TELL)
    if told:
        st.info(told)
        session.forget(_TELL)
    made = _made_last(found)
    if made is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        said = words.LAST.filled(
            left=plain(made.left.name), right=plain(made.right.name), verdict=words.VERDICTS[made.verdict]
        )
        st.markdown(say(said), width="content")
        two = replacement(found.ties.get(made.pair, ())) is not None
        if made.verdict is Verdict.DUPLICATE and not two:
            _merge_link(made.left.key, made.right.key)
        if st.button(say(words.TAKE_BACK), key="decide.back", shortcut="u", type="tertiary"):
            deciding.withdrawn(session.workspace(), made)
            session.forget(_SHOWN)
            st.rerun()


def _list(view: View, found: Similar, queue: list[Pair]) -> None:
    language = session.language()
    kind = found.comparison.corpus.kind
    headers = pairs.table_headers(language, session.workspace().metamodel.kind(kind).label)
    rows = [
        pairs.table_row(
            pair, found.decided.get(pair_of(*pair.ends)), found.knowledge, language, found.tied(pair)
        )
        for pair in queue
    ]
    with st.expander(say(words.WAITING_LIST)):
        st.caption(say(words.CHOOSE_PAIR))
        addresses = [deciding.address_of(pair.ends) for pair in queue[:_LISTED]]
        picked = newly_chosen(
            numbered(rows[:_LISTED], headers, language),
            addresses,
            f"pairs.{kind.value}",
            alt=say(words.WAITING_LIST),
        )
        if len(rows) > _LISTED:
            st.caption(say(common.MORE, n=number(len(rows) - _LISTED, language)))
        if picked is not None:
            view.replace("pair", [addresses[picked]])
            st.rerun()
        sheet = Sheet(say(words.WAITING_LIST), headers, rows)
        offer_workbook(lambda: workbook([sheet]), "simpul-pasangan.xlsx", "pasangan")
