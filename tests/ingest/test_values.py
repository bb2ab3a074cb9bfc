"""A value is read by its type; what cannot be read is kept as text and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.estate import cell_text
from ingest.values.values import Meant, ValueReader, text_of
from model.faults import Place
from model.kinds import ElementKind as K
from model.metamodel.shipped import shipped
from model.metamodel.spec import PropertySpec, ValueType
from model.record import Value
from model.text import same

METAMODEL = shipped()


def reader(kind: K, name: str, header: str = "", *, exact: bool = False) -> ValueReader:
    spec = METAMODEL.property_(kind, name)
    assert spec is not None
    others = tuple(other for other in METAMODEL.properties(kind) if other.choices)
    return ValueReader(spec, header, exact, others)


def rules(meant: Meant) -> list[str]:
    return [rule.name for rule, _ in meant.told]


@pytest.mark.parametrize(
    ("kind", "name", "cell", "value", "told"),
    [
        (K.DATA_OBJECT, "sensitivity", "terbatas ", "Terbatas", []),
        (K.DATA_OBJECT, "sensitivity", "Tertutub", "Tertutup", ["corrected_choice"]),
        (K.DATA_OBJECT, "sensitivity", "Rahasia", "Rahasia", ["choice_to_confirm"]),
        (K.DATA_OBJECT, "sensitivity", "Geospasial", "Geospasial", ["choice_of_another_column"]),
        (K.DATA_OBJECT, "sensitivity", "hijau", "hijau", ["unknown_choice"]),
        (K.APPLICATION, "licence", "Propietary", "Proprietary", ["corrected_choice"]),
        (K.SERVER, "raid", "RAID-1", "RAID 1", []),
        (K.SERVER, "raid", "RAID 50", "RAID 50", ["unknown_choice"]),
        (K.BUSINESS_PROCESS, "process_status", "up grade", "Upgrade", []),
        (K.APPLICATION, "platform", "Web/Mobile", ("Web", "Mobile"), []),
        (K.SERVICE, "service_target", "Masyarakat, Pelaku usaha", ("Masyarakat", "Pelaku Usaha"), []),
        (
            K.SERVICE,
            "service_target",
            "Masarakat; ASN/Pegawai",
            ("Masyarakat", "ASN/Pegawai"),
            ["corrected_choice"],
        ),
        (K.APPLICATION, "users", "4.500", 4500, ["converted_value"]),
        (K.APPLICATION, "users", "enam ribuan", "enam ribuan", ["not_a_number"]),
        (K.APPLICATION, "users", 1200, 1200, []),
        (K.APPLICATION, "users", -5, "-5", ["negative_amount"]),
        (K.APPLICATION, "users", "0", 0, []),
        (K.CLOUD_SERVICE, "cost", "-3.000.000", "-3.000.000", ["negative_amount"]),
        (K.APPLICATION, "year_built", "TA 2019", 2019, []),
        (K.APPLICATION, "year_built", "2020 (?)", 2020, ["year_doubted"]),
        (K.APPLICATION, "year_built", "sekitar 2020", 2020, ["year_doubted"]),
        (K.APPLICATION, "annual_cost", "Rp45,5 million", 45_500_000, ["converted_value"]),
        (K.SERVER, "memory", "16 GB", 16, []),
        (K.SERVER, "memory", "32", 32, ["unit_assumed"]),
        (K.CLOUD_SERVICE, "cost", "Rp 3 juta/bulan", 3_000_000, ["amount_for_another_period"]),
        (K.PLATFORM_SOFTWARE, "licence_validity", "31/12/2024", "2024-12-31", ["converted_value"]),
        (K.PLATFORM_SOFTWARE, "licence_validity", "selamanya", "selamanya", []),
        (K.SERVER, "valid_to", "triwulan IV", "triwulan IV", ["not_a_date"]),
        (K.SERVER, "valid_to", "2025", "2025-12-31", ["date_guessed"]),
        (K.DATA_OBJECT, "interoperable", "Ya", True, []),
        (K.DATA_OBJECT, "interoperable", "mungkin", "mungkin", ["not_yes_or_no"]),
        (K.SERVER, "availability", "99,9%", 99.9, ["converted_value"]),
        (K.SERVER, "availability", "99.95", 99.95, []),
        (K.SERVER, "availability", "99.982 persen", 99.982, ["converted_value"]),
        (K.SERVER, "availability", "99,982", 99.982, ["converted_value"]),
        (K.SERVER, "availability", "≥ 99,5 %", 99.5, ["converted_value"]),
        (K.SERVER, "availability", "minimal 99,5% per bulan", 99.5, ["converted_value"]),
        (K.SERVER, "availability", "SLA 99,5% (kontrak 2026)", 99.5, ["converted_value"]),
        (K.SERVER, "availability", 99.5, 99.5, []),
        (K.SERVER, "availability", 0.999, 99.9, ["unit_assumed"]),
        (K.SERVER, "availability", 1, 100, ["unit_assumed"]),
        (K.SERVER, "availability", "0,5%", 0.5, ["converted_value"]),
        (K.SERVER, "availability", "150", "150", ["not_a_percentage"]),
        (K.SERVER, "availability", "-1%", "-1%", ["not_a_percentage"]),
        (K.SERVER, "availability", "99,5 - 99,9%", "99,5 - 99,9%", ["not_a_number"]),
        (K.SERVER, "availability", "Tier 3", "Tier 3", ["not_a_number"]),
        (K.SERVER, "availability", "24x7", "24x7", ["not_a_number"]),
        (K.SERVER, "availability", "tinggi", "tinggi", ["not_a_number"]),
        (K.SERVER, "mtbf_hours", "50.000 jam", 50_000, ["converted_value"]),
        (K.BUSINESS_PROCESS, "indicator_actual", "0,72", "0,72", []),
        (K.BUSINESS_PROCESS, "indicator_actual", "delapan puluh", "delapan puluh", ["not_a_number"]),
    ],
)
def test_a_cell_means(kind: K, name: str, cell: str | int, value: Value, told: list[str]) -> None:
    meant = reader(kind, name).read(cell)
    assert meant.value == value
    assert rules(meant) == told


@pytest.mark.parametrize(
    ("kind", "name", "cell", "result"),
    [
        (K.APPLICATION, "users", "1.200", "1200 (titik sebagai pemisah ribuan, bukan 1,2)"),
        (K.APPLICATION, "users", "1.200.000", "1200000 (titik sebagai pemisah ribuan)"),
        (K.SERVER, "memory", "1.024GB", "1024 GB (titik sebagai pemisah ribuan, bukan 1,024)"),
        (K.INTRA_NETWORK, "bandwidth", "2,5 Mbps", "2,5 Mbps (koma sebagai desimal)"),
        (K.APPLICATION, "users", "6 ribu", "6.000"),
    ],
)
def test_what_a_number_was_read_as_says_more_than_the_cell(
    kind: K, name: str, cell: str, result: str
) -> None:
    ((rule, words),) = reader(kind, name).read(cell).told
    said = rule.at(Place(), value=cell, **words)
    assert said.message.id == f"“{cell}” dibaca sebagai {result}."


def test_dates_and_numbers_are_told_as_each_language_writes_them() -> None:
    cells = {
        (K.APPLICATION, "valid_from"): "5 Mei 2020",
        (K.SERVER, "memory"): "1,5 TB",
        (K.SERVER, "rto_hours"): "2 hari",
    }
    said = []
    for (kind, name), cell in cells.items():
        ((rule, words),) = reader(kind, name).read(cell).told
        said.append(rule.at(Place(), value=cell, **words).message)
    assert [one.id.partition("sebagai ")[2] for one in said] == ["5 Mei 2020.", "1.500 GB.", "48 jam."]
    assert [one.en.partition("read as ")[2] for one in said] == ["5 May 2020.", "1,500 GB.", "48 hours."]


def test_the_header_may_state_the_unit() -> None:
    meant = reader(K.SERVER, "memory", "Kapasitas Memori (MB)").read("32768")
    assert (meant.value, rules(meant)) == (32.768, ["converted_value"])


@pytest.mark.parametrize(
    ("header", "cell", "value", "told"),
    [
        ("Biaya (juta Rp)", 45, 45_000_000, ["unit_of_header"]),
        ("Biaya (dalam ribuan rupiah)", "250.000", 250_000_000, ["unit_of_header"]),
        ("Pagu\n(Rp juta)", "12,5", 12_500_000, ["unit_of_header"]),
        ("Biaya (Rp 000)", 250, 250_000, ["unit_of_header"]),
        ("Cost per year (million IDR)", 0, 0, []),
        ("Biaya (juta Rp)", "Rp 45.000.000", 45_000_000, ["converted_value"]),
        ("Biaya (juta Rp)", "45 juta", 45_000_000, ["converted_value"]),
        ("Biaya (juta Rp)", "Rp 45", 45_000_000, ["unit_of_header_doubted"]),
        ("Biaya (juta Rp)", 45_000_000, 45 * 10**12, ["unit_of_header_doubted"]),
        ("Biaya (juta Rp)", "3/bulan", 3_000_000, ["unit_of_header", "amount_for_another_period"]),
        ("Biaya (Rp)", 45, 45, []),
        ("Biaya (di atas 1 juta)", 45, 45, []),
        ("Biaya (Rp, bukan juta)", 45, 45, []),
    ],
)
def test_the_header_states_by_what_money_is_multiplied(
    header: str, cell: str | int, value: int, told: list[str]
) -> None:
    meant = reader(K.CLOUD_SERVICE, "cost", header).read(cell)
    assert (meant.value, rules(meant)) == (value, told)


@pytest.mark.parametrize(("cell", "value"), [("2", 2_000), (3, 3_000), ("30 orang", 30), ("6 ribu", 6_000)])
def test_the_header_states_what_is_counted_by_thousands(cell: str | int, value: int) -> None:
    assert reader(K.APPLICATION, "users", "Jumlah Pengguna (ribu)").read(cell).value == value


def test_what_the_header_made_of_a_number_is_told() -> None:
    ((rule, words),) = reader(K.APPLICATION, "annual_cost", "Biaya Pemeliharaan (juta Rp)").read("45").told
    said = rule.at(Place(), value="45", **words).message
    assert said.id == "“45” dibaca sebagai 45.000.000 (juta rupiah menurut judul kolom)."
    assert said.en == "“45” is read as 45,000,000 (million rupiah, says the header)."


def test_the_header_may_state_the_unit_of_time() -> None:
    minutes = reader(K.SERVER, "rto_hours", "RTO (menit)")
    assert (minutes.read(30).value, minutes.read("2 jam").value) == (0.5, 2)


def test_pieces_are_hardly_counted_in_a_small_unit() -> None:
    meant = reader(K.SERVER, "memory", "RAM (MB)").read("2x16")
    assert (meant.value, rules(meant)) == (0.032, ["unit_of_header_doubted"])


def test_the_interchange_knows_no_unit_of_a_header() -> None:
    assert reader(K.CLOUD_SERVICE, "cost", "Biaya (juta Rp)", exact=True).read(45) == Meant(45)


def test_the_interchange_takes_numbers_as_programs_write_them() -> None:
    assert reader(K.SERVER, "memory", exact=True).read("1.125").value == 1.125
    assert reader(K.SERVER, "memory").read("1.125").value == 1125
    assert reader(K.SERVER, "availability", exact=True).read("0.5") == Meant(0.5)
    assert rules(reader(K.SERVER, "availability", exact=True).read("100.5")) == ["not_a_percentage"]


def test_a_choice_is_told_with_what_may_be_chosen() -> None:
    meant = reader(K.DATA_OBJECT, "sensitivity").read("hijau")
    rule, words = meant.told[0]
    assert "Terbuka, Terbatas, Tertutup" in rule.fix.filled(value="hijau", **words).id


def test_a_need_is_kept_in_one_form_or_told() -> None:
    spec = next(spec for spec in METAMODEL.dependency if spec.name == "need")
    assert ValueReader(spec).read("salah satu").value == "any"
    wrong = ValueReader(spec).read("sebagian")
    assert (wrong.value, rules(wrong)) == ("sebagian", ["wrong_need"])


@pytest.mark.parametrize(("cell", "text"), [(7, "7"), (" 007 ", "007"), (0.5, "0.5"), ("", "")])
def test_a_cell_as_text(cell: str | float, text: str) -> None:
    assert text_of(cell) == text


NUMBERS = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9, allow_nan=False).filter(
    lambda number: "e" not in repr(number) and not number.is_integer()
)
ALL_CHOICES = [
    (spec, choice.value) for kind in METAMODEL.kinds for spec in kind.properties for choice in spec.choices
]


@given(st.sampled_from([ValueType.NUMBER, ValueType.INTEGER, ValueType.MONEY, ValueType.CAPACITY]), NUMBERS)
def test_a_number_that_was_exported_is_read_back(type_: ValueType, number: float) -> None:
    spec = PropertySpec(name="size", label=same("size"), type=type_)
    kept = number if spec.admits(number) else -number
    assert ValueReader(spec, exact=True).read(cell_text(kept)) == Meant(kept)


@given(st.sampled_from(ALL_CHOICES))
def test_a_choice_that_was_exported_is_read_back(pair: tuple[PropertySpec, str]) -> None:
    spec, value = pair
    wanted = (value,) if spec.type is ValueType.CHOICES else value
    assert ValueReader(spec, exact=True).read(value) == Meant(wanted)


@given(st.sampled_from(ValueType), st.text(max_size=30))
def test_no_text_is_lost_or_makes_reading_fail(type_: ValueType, text: str) -> None:
    spec = next((s for kind in METAMODEL.kinds for s in kind.properties if s.type is type_), None)
    if spec is None:
        spec = PropertySpec(name="some", label=same("some"), type=type_)
    meant = ValueReader(spec).read(text)
    assert meant.value is not None
