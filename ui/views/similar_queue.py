"""The queue of likely pairs: one at a time side by side, its evidence, and the decision by button or key."""

import streamlit as st

from model.decision import Decision, Verdict, pair_of
from model.kinds import ElementKind
from model.text import Text
from queries.history import load_named
from queries.redundancy.bases import basis_of
from queries.redundancy.decisions import LONGEST_NOTE, Judgement, decide
from queries.redundancy.engine import FindingKind, Pair
from queries.redundancy.explaining import KIND_ADVICE, KIND_LABELS, sentence
from queries.undo import planned_undo
from ui import deciding, links, overview, pairs, places, session
from ui.components.beside import show_beside, show_evidence
from ui.components.numbers import numbered
from ui.components.plain import plain
from ui.components.workbook import Sheet, workbook
from ui.deciding import Shown
from ui.likeness import Similar
from ui.links import View
from ui.overview import called
from ui.pairs import Order
from ui.phrases import common
from ui.phrases import edit as edit_words
from ui.phrases import similar as words
from ui.session import say
from ui.wording import moment, number

_LEAST = 50  # per cent of likeness from which pairs are shown at first
_LISTED = 200  # pairs in the table
_KEYS = {Verdict.DUPLICATE: "d", Verdict.OVERLAP: "t", Verdict.DISTINCT: "b", Verdict.POSTPONE: "n"}
_LAST, _SHOWN = "similar.last", "similar.shown"
_FILTERS = ("order", "whose", "found", "least")


def show(view: View) -> None:
    """Show the queue."""
    found = session.similar(ElementKind.APPLICATION)
    listed = _asked(view, found)
    queue = pairs.waiting(listed, found.decided)
    st.markdown(
        say(
            words.LEAD_QUEUE,
            waiting=number(len(queue), session.language()),
            decided=number(pairs.settled(found.decided), session.language()),
            groups=number(len(found.groups), session.language()),
        )
    )
    _last_decision(found)
    pair = _chosen(view, found) or _held(view, found) or next(iter(queue), None)
    if pair is None:
        st.info(say(words.NOTHING_WAITS))
    else:
        _review(view, found, pair)
    if queue:
        _list(view, found, queue)


def _asked(view: View, found: Similar) -> list[Pair]:
    """The pairs that the filters leave, in the order wished."""
    language, names = session.language(), overview.scope_names(session.snapshot())
    one, two, three, four = st.columns([2, 3, 3, 3], gap="small")
    with one:
        order = view.choice(
            "order",
            say(words.ORDER),
            [order.value for order in Order],
            lambda name: say(words.ORDERS[name]),
            help=say(words.ORDER_HELP),
        )
    with two:
        scopes = sorted({entry.scope for entry in found.comparison.corpus.entries}, key=str)
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
            [kind.value for kind in FindingKind],
            lambda name: say(KIND_LABELS[FindingKind(name)]),
        )
    with four:
        least = view.number("least", say(words.LEAST), _LEAST, 100)
    listed = pairs.narrowed(
        found.comparison.pairs(least / 100),
        scope=scope,
        kinds=frozenset(map(FindingKind, kinds)),
    )
    return pairs.ordered(listed, Order(order))


def _chosen(view: View, found: Similar) -> Pair | None:
    """The pair that the address names, if both elements are still compared."""
    named = view.one("pair")
    pair = deciding.pair_at(found.comparison, named)
    if named and pair is None:
        st.info(say(words.NOT_COMPARED))
    return pair


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
    with st.container(border=True):
        _head(found, pair)
        if known is not None:
            _known(view, known)
        _verdicts(view, pair, known)
        wide, narrow = st.columns([7, 4], gap="medium")
        with wide:
            show_beside((pair.left.name, pair.right.name), _rows(found, pair))
            st.caption(say(words.SAME_MARK))
            with st.container(horizontal=True):
                for entry in (pair.left, pair.right):
                    links.link(places.EXPLORE, say(words.OPEN_ONE, name=entry.name), el=entry.key)
                if pairs.may_be_one(pair, known):
                    _merge_link(pair.left.key, pair.right.key)
        with narrow:
            _evidence(pair)


def _merge_link(keep: str, gone: str) -> None:
    """The way to where two elements that are one are merged."""
    links.link(places.EXPLORE, say(edit_words.MERGE_LINK), **{"el": keep, "do": "merge", "with": gone})


def _rows(found: Similar, pair: Pair) -> list[pairs.SideRow]:
    heads = pairs.heads(session.workspace().metamodel, ElementKind.APPLICATION)
    return pairs.side_by_side(pair, found.knowledge, heads, session.language())


def _head(found: Similar, pair: Pair) -> None:
    score = pairs.decimal(f"{pair.score:.2f}", session.language())
    likeness = say(words.SCORE, score=score, strength=say(pairs.strength(pair.score)))
    names = " — ".join(f"**{plain(entry.name)}** · {plain(entry.owner)}" for entry in (pair.left, pair.right))
    st.markdown(f"{names} &emsp; {likeness} · {say(KIND_LABELS[pair.kind])}")
    st.markdown(f"{plain(say(sentence(pair, found.knowledge)))} {say(KIND_ADVICE[pair.kind])}")


def _evidence(pair: Pair) -> None:
    language = session.language()
    show_evidence(pairs.evidence_rows(pair, language))
    total = pairs.signed(sum(term.contribution for term in pair.terms), language)
    rest = pairs.signed(pairs.small_rest(pair), language)
    if any(figure in rest for figure in "123456789"):
        st.caption(say(words.SMALL_REST, rest=rest))
    st.caption(say(words.SUM, total=total))
    st.caption(say(words.CONFIDENCE, share=round(100 * pair.confidence)), help=say(words.CONFIDENCE_HELP))


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
    session.forget(_SHOWN)
    view.replace("pair", [])
    st.rerun()


def _verdicts(view: View, pair: Pair, known: Decision | None) -> None:
    name = deciding.address_of(pair.ends)
    alert = st.container()
    buttons, written = st.columns([4, 3], vertical_alignment="center")
    with written:
        note = st.text_input(
            say(words.NOTE_LABEL),
            key=f"note.{name}",
            max_chars=LONGEST_NOTE,
            placeholder=say(words.NOTE_LABEL),
            label_visibility="collapsed",
        )
    with buttons.container(horizontal=True):
        pressed = _pressed(name)
    st.caption(say(words.KEYS))
    now = deciding.shown_now(name, known, _filters(view))
    before = Shown.of(session.recall(_SHOWN))
    shown = before if before is not None and before.pair == name else now
    session.keep(_SHOWN, now.kept)
    if known is not None and shown.overtaken(known):
        lost = "" if pressed is None else say(words.NOT_RECORDED, verdict=say(words.VERDICTS[pressed]))
        alert.warning(f"{_told(words.MEANWHILE, known)} {lost}")
    elif pressed is not None:
        _write(view, pair, Judgement(
            left=pair.left.uid,
            right=pair.right.uid,
            verdict=pressed,
            note=note or "",
            basis=basis_of(pair),
            seen=shown.seen,
        ))  # fmt: skip


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
            type="primary" if verdict is Verdict.DUPLICATE else "secondary",
        )
    ]
    return next(iter(pressed), None)


def _write(view: View, pair: Pair, judgement: Judgement) -> None:
    space = session.workspace()
    made = decide(space.store, space.metamodel, [judgement], space.writer)
    told = [made.load.id, pair.left.name, pair.right.name, judgement.verdict.value]
    session.keep(_LAST, told)
    _leave(view)


def _last_decision(found: Similar) -> None:
    """What was decided last in this session, and the way back."""
    last: list[str] | None = session.recall(_LAST)
    made = next((one for one in found.made if last and one.load == last[0]), None)
    if not last or made is None:
        return
    load, left, right, verdict = last
    with st.container(horizontal=True, vertical_alignment="center"):
        said = words.LAST.filled(
            left=plain(left), right=plain(right), verdict=say(words.VERDICTS[Verdict(verdict)])
        )
        st.markdown(say(said), width="content")
        if made.verdict is Verdict.DUPLICATE:
            _merge_link(made.left.key, made.right.key)
        if st.button(say(words.TAKE_BACK), key="decide.back", shortcut="u", type="tertiary"):
            space = session.workspace()
            plan = planned_undo(space.store, space.metamodel, load_named(space.store, load))
            session.write(plan)
            session.forget(_LAST)
            session.forget(_SHOWN)
            st.rerun()


def _list(view: View, found: Similar, queue: list[Pair]) -> None:
    language = session.language()
    headers = pairs.table_headers(language)
    rows = [
        pairs.table_row(pair, found.decided.get(pair_of(*pair.ends)), found.knowledge, language)
        for pair in queue
    ]
    with st.expander(say(words.WAITING_LIST)):
        st.caption(say(words.CHOOSE_PAIR))
        chosen = st.dataframe(
            numbered(rows[:_LISTED], headers, language),
            hide_index=True,
            on_select="rerun",
            selection_mode="single-row",
            key=f"pairs.{language.value}.{session.recall('generation') or 0}.{len(queue)}",
            alt=say(words.WAITING_LIST),
        )
        if len(rows) > _LISTED:
            st.caption(say(common.MORE, n=number(len(rows) - _LISTED, language)))
        picked = chosen["selection"]["rows"]
        if picked:
            view.replace("pair", [deciding.address_of(queue[picked[0]].ends)])
            st.rerun()
        sheet = Sheet(say(words.WAITING_LIST), headers, rows)
        st.download_button(
            say(common.DOWNLOAD_XLSX),
            lambda: workbook([sheet]),
            file_name="simpul-pasangan.xlsx",
            on_click="ignore",
        )
