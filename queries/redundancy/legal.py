"""On which law a national application is to be considered first, and whether anybody verified that."""

from model.folding import fold
from model.knowledge import NationalApplication
from model.text import Text

ARTICLE = Text(id="Perpres 95/2018 pasal 63 ayat (3)", en="Perpres 95/2018, article 63, paragraph (3)")
BASIS_OF = Text(id="Dasar hukum {whose}: {basis}.", en="Legal basis of {whose} (in Indonesian): {basis}.")
UNVERIFIED_OF = Text(
    id="Dasar hukum {whose} belum diverifikasi.", en="The legal basis of {whose} has not been verified."
)
DOUBTED_OF = Text(
    id="Dasar hukum {whose} belum diverifikasi ({basis}).",
    en="The legal basis of {whose} has not been verified (in Indonesian: {basis}).",
)
_BASIS = Text(id="Dasar hukum: {basis}.", en="Legal basis (in Indonesian): {basis}.")
_UNVERIFIED = Text(id="Dasar hukum belum diverifikasi.", en="The legal basis has not been verified.")
_DOUBTED = Text(
    id="Dasar hukum belum diverifikasi ({basis}).",
    en="The legal basis has not been verified (in Indonesian: {basis}).",
)
_TO_VERIFY = "verifikasi"  # what the catalogue says of a basis nobody verified


def is_verified(one: NationalApplication) -> bool:
    """Whether somebody checked on which regulation an application rests."""
    return bool(one.basis) and _TO_VERIFY not in one.basis.casefold()


def basis_words(one: NationalApplication) -> Text:
    """Return the legal basis of the one application spoken of, or the word that nobody verified it."""
    return _said(one, (_BASIS, _UNVERIFIED, _DOUBTED))


def basis_words_of(called: str, one: NationalApplication | None) -> Text:
    """Return the legal basis of an application by its name. one: as catalogued; None where it is not."""
    words = BASIS_OF, UNVERIFIED_OF, DOUBTED_OF
    return _said(one, words, called) if one else UNVERIFIED_OF.filled(whose=called)


def _said(one: NationalApplication, words: tuple[Text, Text, Text], called: str = "") -> Text:
    verified, unverified, doubted = words
    if is_verified(one):
        told = verified
    else:
        told = unverified if fold(one.basis) in ("", "perludiverifikasi") else doubted
    return told.filled(whose=called, basis=one.basis)
