"""Texts that XML cannot hold go through it all the same."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from ingest.exchange.names import decoded, encoded


@given(st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("_x0\x01\r\ufffe\n"))))
def test_any_text_comes_back_and_xml_can_hold_it(text: str) -> None:
    written = ElementTree.tostring(_element(encoded(text)), encoding="unicode")
    assert decoded(ElementTree.fromstring(written).text or "") == text


def test_plain_text_stays_as_it_is() -> None:
    assert encoded("Sistem <SIAP> & “lain”\tA_x1") == "Sistem <SIAP> & “lain”\tA_x1"
    assert encoded("a\x07_x0041_") == "a_x0007__x005F_x0041_"


def _element(text: str) -> ElementTree.Element:
    element = ElementTree.Element("name")
    element.text = text
    return element
