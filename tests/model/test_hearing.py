"""What a person said a text means holds in one scope alone."""

from hypothesis import given
from hypothesis import strategies as st

from model.directory import Directory, reference_tokens
from model.element import Openness
from model.entry import Entry
from model.hearing import heard, heard_parts
from model.kinds import ElementKind

SERVER = ElementKind.SERVER


def entry(uid: str, name: str, *said: str) -> Entry:
    return Entry(uid=uid, kind=SERVER, scope="dinkes", key=f"dinkes/server/{uid}", name=name, heard=said)


@given(st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True), st.text(min_size=1, max_size=60))
def test_scope_and_text_come_back(scope: str, text: str) -> None:
    assert heard_parts(heard(scope, text)) == (scope, " ".join(text.split()))


def test_what_was_said_goes_before_what_is_called_so() -> None:
    directory = Directory.of([entry("a", "Utama"), entry("b", "Lain", heard("dinkes", "Utama"))])
    assert directory.resolve("utama ", "dinkes", (SERVER,)).uid == "b"
    assert directory.resolve("Utama", "dishub", (SERVER,)).uid == "a"


def test_codes_that_fold_alike_are_told_apart() -> None:
    directory = Directory.of([entry("a", "Satu", heard("dinkes", "1.1.2"))])
    assert directory.resolve("1.1.2", "dinkes", (SERVER,)).uid == "a"
    assert directory.resolve("11.2", "dinkes", (SERVER,)).reason is Openness.DANGLING


def test_a_kind_that_does_not_fit_is_not_meant() -> None:
    directory = Directory.of([entry("a", "Satu", heard("dinkes", "Utama"))])
    assert directory.resolve("Utama", "dinkes", (ElementKind.APPLICATION,)).uid is None


def test_a_reference_waits_for_what_may_be_said_of_it() -> None:
    assert reference_tokens("Server  UTAMA") & entry("a", "Satu", heard("dinkes", "server utama")).tokens
