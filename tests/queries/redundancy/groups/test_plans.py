"""The text of a plan: a line for each member that a person reads, and that is read again."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from model.text import same
from queries.redundancy.groups.disposing import Action, Choice, Disposition
from queries.redundancy.groups.disposing_words import retold
from queries.redundancy.groups.plans import RecordedPlan, latest_of, plan_choices, plan_text
from tests.support.leave_systems import element

said = st.text(
    st.characters(categories=("L", "N", "Zs"), include_characters=".,:;()/"), min_size=1, max_size=30
)
reasons = said.map(lambda text: " ".join(text.split())).filter(bool)


@given(st.sampled_from(Action), st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)), reasons)
def test_what_is_written_of_a_member_is_read_again(action: Action, last: date | None, reason: str) -> None:
    one = element("A")
    text = plan_text(
        [Disposition(uid="A", action=action, reason=same(reason))],
        {"A": one},
        {"A": last} if last else {},
    )
    assert plan_choices(f"{text}\nPenghematan per tahun: Rp 1.", {one.key: "A"}) == {
        "A": Choice(action=action, on=last, undated=last is None, reason=reason)
    }


RECORDED = """\
SIMPEG: Diteruskan. Nilai tertinggi: 39,5 dari 100. [bkd/application/A]
e-Cuti: Dialihkan. Pengguna dan data dialihkan ke SIMPEG. Belum ada pengganti untuk: Cuti, Izin. \
Hari terakhir: 31/12/2027. [dinkes/application/B]
Cutiku: Dihentikan. Tercatat 0 pengguna; data dan integrasinya belum tercatat. Pastikan dahulu tidak ada \
yang perlu dialihkan. [dishub/application/C]
SIMPEG: Digabungkan. Sistem yang sama dengan SIMPEG, tercatat lebih dari satu kali. [pupr/application/D]
Arsip: Diteruskan. SIMPEG belum mencakup layanan, proses, atau fungsi utamanya: tinjau bersama sebelum \
diputuskan. [setda/application/E]
SRIKANDI: Diteruskan. Milik pemerintah pusat: daerah tidak menghentikannya. Bila SIMPEG tetap dipakai, \
jelaskan mengapa aplikasi nasional tidak cukup (Perpres 95/2018 pasal 63 ayat (3)). Dasar hukum SRIKANDI: \
Kepmen PANRB 679/2020. [nasional/application/F]
Lama: Dialihkan. Tercatat digantikan oleh SIMPEG. [bkd/application/G]
Usai: Dialihkan. Tercatat akan berakhir. Hari terakhir: 30/06/2027. [bkd/application/H]
Penghematan per tahun: Rp 1.
"""  # as plans are on record: not to be changed where words are, see _FORMERLY in disposing_words.py


def test_plans_on_record_are_read_whatever_pages_say_today() -> None:
    uids = {f"{scope}/application/{uid}": uid for scope, uid in zip(SCOPES, "ABCDEFGH", strict=True)}
    found = plan_choices(RECORDED, uids)
    assert [(uid, one.action and one.action.value) for uid, one in found.items()] == [
        ("A", "keep"),
        ("B", "migrate"),
        ("C", "retire"),
        ("D", "merge"),
        ("E", "keep"),
        ("F", "keep"),
        ("G", "migrate"),
        ("H", "migrate"),
    ]
    assert (found["B"].on, found["H"].on) == (date(2027, 12, 31), date(2027, 6, 30))
    told = {uid: retold(one.reason) for uid, one in found.items()}
    assert all(text.id == found[uid].reason for uid, text in told.items())
    assert all(text.en != text.id for text in told.values())  # each is known, so told in both languages


SCOPES = ("bkd", "dinkes", "dishub", "pupr", "setda", "nasional", "bkd", "bkd")


def test_a_line_says_what_becomes_of_a_member_why_and_until_when() -> None:
    one = Disposition(uid="A", action=Action.RETIRE, reason=same("Kontrak\nhabis."))
    assert plan_text([one], {"A": element("A")}, {"A": date(2027, 12, 31)}) == (
        "A: Dihentikan. Kontrak habis. Hari terakhir: 31/12/2027. [x/application/A]"
    )


def test_the_plan_that_counts_is_the_latest_about_just_the_members() -> None:
    first = RecordedPlan(number="RAS-2026-001", at="2026-01-01", concerns=frozenset("AB"), keep="A")
    later = RecordedPlan(number="RAS-2026-002", at="2026-02-01", concerns=frozenset("AB"), keep="B")
    wider = RecordedPlan(number="RAS-2026-003", at="2026-03-01", concerns=frozenset("ABC"), keep="A")
    unread = RecordedPlan(number="RAS-2026-004", at="2026-04-01", concerns=frozenset("AB"))
    assert latest_of([later, first, wider, unread], "AB") == later
    assert latest_of([wider, unread], "AB") is None
