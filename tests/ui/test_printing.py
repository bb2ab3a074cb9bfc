"""Pages to print: their style."""

from model.text import Language
from ui.printing import document


def test_words_at_the_head_of_a_list_are_not_broken() -> None:
    assert ".list th { overflow-wrap: normal }" in document("Daftar", [], Language.EN)
