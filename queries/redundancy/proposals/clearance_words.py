"""The sentences about a national application that does what is proposed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from model.knowledge import NationalApplication
from model.text import Text, enumerated, sentences
from queries.redundancy.legal import ARTICLE, basis_words

if TYPE_CHECKING:
    from queries.redundancy.proposals.clearance import Covering

_BESIDES = Text(
    id="Itu hanya sebagian dari fungsi usulan ini.", en="That is only a part of what is proposed."
)


def covering_sentence(covering: "Covering") -> Text:
    """Return what a national application does of a proposal, and what follows."""
    one = covering.application
    parts = [_work(one, covering.functions)]
    if covering.functions and not covering.main and not covering.named:
        parts.append(_BESIDES)
    if one.fields:
        parts.append(_of_fields(one.fields))
    parts += [_duty(one), basis_words(one)]
    if one.note:
        parts.append(Text(id=f"{one.note}.", en=f"Note (in Indonesian): {one.note}."))
    return sentences(parts)


def _of_fields(fields: Sequence[Text]) -> Text:
    return Text(
        id=f"Bidang aplikasi umum: {'; '.join(one.id for one in fields)}.",
        en=f"Field of aplikasi umum (common applications): {'; '.join(one.en for one in fields)}.",
    )


def _duty(one: NationalApplication) -> Text:
    """Return what is to be done about it (Perpres 95/2018, article 63, paragraph 3)."""
    if one.superseded_by:
        return Text(
            id=f"Aplikasi ini digantikan oleh {one.superseded_by}; usulan ini wajib dikaji terhadap "
            f"penggantinya ({ARTICLE.id}).",
            en=f"This application is superseded by {one.superseded_by}; the proposal is to be reviewed "
            f"against its successor (wajib dikaji, {ARTICLE.en}).",
        )
    if one.network:
        return Text(
            id="Ia jaringan nasional: daerah memiliki simpulnya sendiri dan menghubungkannya.",
            en="It is a national network: a region keeps a node of its own and connects it.",
        )
    return Text(
        id=f"Usulan ini wajib dikaji terhadapnya ({ARTICLE.id}).",
        en=f"The proposal is to be reviewed against it (wajib dikaji, {ARTICLE.en}).",
    )


def _work(one: NationalApplication, functions: tuple[Text, ...]) -> Text:
    if not functions:
        return Text(
            id=f"Usulan memakai nama aplikasi nasional {one.abbreviation}.",
            en=f"The proposal bears the name of the national application {one.abbreviation}.",
        )
    told, plural = enumerated(functions), "s" if len(functions) > 1 else ""
    return Text(
        id=f"{one.abbreviation} mencakup fungsi {told.id}.",
        en=f"{one.abbreviation} covers the function{plural} {told.en}.",
    )
