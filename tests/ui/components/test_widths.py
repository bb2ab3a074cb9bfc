"""Tables of findings stand so that what is long can be read whole."""

from ui.components.widths import THREE_LINES, findings_widths

COLUMNS = ["Sumber data", "Nilai", "Catatan"]


def test_rows_are_high_only_where_a_finding_does_not_fit_in_a_line() -> None:
    short, long = [("a", "b", "pendek")], [("a", "b", "kata " * 40)]
    assert "row_height" not in findings_widths(COLUMNS, short)
    assert findings_widths(COLUMNS, long)["row_height"] == THREE_LINES


def test_every_column_has_a_width_and_all_fit_beside_each_other() -> None:
    for columns in (COLUMNS, [*COLUMNS, "Perbaikan"]):
        config = findings_widths(columns, [])["column_config"]
        assert list(config) == columns
        assert sum(one["width"] for one in config.values()) <= 1_195
