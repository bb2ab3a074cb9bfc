"""Numbers in tables: as a language writes them, and numbers still."""

from model.text import Language
from ui.components.numbers import numbered


def test_numbers_read_as_the_language_writes_them_and_stay_numbers() -> None:
    rows = [["a", 0.98, 1200], ["b", None, 3]]
    ours = numbered(rows, ["Nama", "Nilai", "Banyak"], Language.ID)
    told = ours.to_html()
    assert ">0,98<" in told
    assert ">1.200<" in told
    assert "nan" not in told
    assert ">1,200<" in numbered(rows, ["Name", "Value", "Many"], Language.EN).to_html()
    assert ours.data["Nilai"].dtype == float
