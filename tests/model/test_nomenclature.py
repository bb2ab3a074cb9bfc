"""How agencies are named: which words identify one, and which agency a unit's name ends with."""

import pytest

from model.nomenclature import agency_words, parent_agency_words


@pytest.mark.parametrize(
    "name",
    ["Dinkes", "DINAS KESEHATAN PROV. NUSA REMPAH", "Din. Kesehatan", "Dinas Kesehatan Provinsi Nusa Rempah"],
)
def test_spellings_of_one_agency_have_the_same_words(name: str) -> None:
    assert agency_words(name) == ("dinas", "kesehatan")


@pytest.mark.parametrize(
    ("unit", "agency"),
    [
        ("Seksi Kefarmasian, Dinas Kesehatan", ("dinas", "kesehatan")),
        ("Bidang Pelayanan Kesehatan Dinkes", ("dinas", "kesehatan")),
        ("Biro Pemerintahan dan Otonomi Daerah, Sekretariat Daerah", ("sekretariat", "daerah")),
        ("Biro Otonomi Daerah Setda", ("sekretariat", "daerah")),
        ("Dinas Kesehatan", ()),
        ("PT Awan Kayu Manis", ()),
    ],
)
def test_a_unit_names_its_agency_whole(unit: str, agency: tuple[str, ...]) -> None:
    assert parent_agency_words(unit) == agency
