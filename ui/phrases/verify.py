"""Words of the check of saved answers."""

from collections.abc import Collection

from model.text import Text
from queries.checker.reading import Certificate

CONFIRMED = Text(id="Jawaban ini benar menurut berkasnya.", en="This answer is confirmed by its file.")
WRONG = Text(id="Jawaban ini tidak terbukti.", en="This answer is not confirmed.")
NOT_CHECKED = Text(id="Yang tidak diperiksa:", en="What was not checked:")
_IMPACT = Text(id="Dampak bila gagal: {what}", en="Impact if these fail: {what}")
_SETS = Text(id="Kelompok kegagalan dari: {what}", en="Failure sets of: {what}")
_WHEN = Text(
    id="Pada {on}, revisi data {revision}, {affected} terdampak.",
    en="On {on}, data revision {revision}, {affected} affected.",
)
_WHEN_SETS = Text(id="Pada {on}, revisi data {revision}.", en="On {on}, data revision {revision}.")
_FEW = 3


def asked(saved: Certificate) -> Text:
    """Return what a saved answer answers, in a sentence."""
    if saved.kind == "impact":
        what, when = _IMPACT.filled(what=_some(saved.failed)), _WHEN
    else:
        what, when = _SETS.filled(what=_some([claim.target for claim in saved.claims])), _WHEN_SETS
    told = when.filled(on=saved.on.isoformat(), revision=saved.revision, affected=len(saved.affected))
    return Text(id=f"{what.id}. {told.id}", en=f"{what.en}. {told.en}")


def _some(keys: Collection[str]) -> str:
    shown = ", ".join(sorted(keys)[:_FEW])
    return shown if len(keys) <= _FEW else f"{shown} … ({len(keys)})"
