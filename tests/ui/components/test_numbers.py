"""Numbers in tables: as a language writes them, and numbers still."""

import pandas as pd

from model.text import Language
from ui.components.numbers import numbered, read_as


def test_numbers_read_as_the_language_writes_them_and_stay_numbers() -> None:
    rows = [["a", 0.98, 1200], ["b", None, 3]]
    ours = numbered(rows, ["Nama", "Nilai", "Banyak"], Language.ID)
    told = ours.to_html()
    assert ">0,98<" in told
    assert ">1.200<" in told
    assert "nan" not in told
    assert ">1,200<" in numbered(rows, ["Name", "Value", "Many"], Language.EN).to_html()
    assert ours.data["Nilai"].dtype == float


def test_a_column_has_as_few_decimals_as_its_numbers_need() -> None:
    table = pd.DataFrame({"Jam": [3663.6, None], "Objek": [1190, 2], "RTO": [4.0, None], "Nama": ["a", "b"]})
    told = read_as(table, Language.ID, missing="–").to_html()
    for cell in ("3.663,6", "1.190", "4", "–", "b"):
        assert f">{cell}<" in told
    assert ">3,663.6<" in read_as(table, Language.EN).to_html()
