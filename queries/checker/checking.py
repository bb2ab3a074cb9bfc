"""Checking a saved answer of any kind."""

from queries.checker.causes import check_causes
from queries.checker.compared import check_compared
from queries.checker.exposure import check_exposure
from queries.checker.failures import check_failure_sets
from queries.checker.fakes import check_fakes
from queries.checker.forms import Certificate, Saved
from queries.checker.impact import check_impact
from queries.checker.likelihood import check_likelihoods
from queries.checker.order import check_order
from queries.checker.promises import check_promises
from queries.checker.recovery_points import check_recovery_points
from queries.checker.verdict import Verdict


def check(saved: Saved) -> Verdict:
    """Return what of a saved answer is confirmed by the file alone, what is wrong, and what was not checked.

    Raises:
        UnreadableFile: a firing is not told in the form of a certificate.
    """
    verdict = Verdict()
    _check_digest(saved, verdict)
    if isinstance(saved, Certificate):
        _check_answer(saved, verdict)
    else:
        check_compared(saved, verdict, check_one)
    verdict.pass_over(
        id_="apakah berkas memuat semua yang ada di gudang data pada revisi itu, dan teks Cypher-nya",
        en="whether the file holds all that the store had at that revision, and its Cypher text",
    )
    return verdict


def check_one(certificate: Certificate) -> Verdict:
    """Return the verdict on one of two answers; what holds of every file is said once, of both."""
    verdict = Verdict()
    _check_answer(certificate, verdict)
    return verdict


def _check_digest(saved: Saved, verdict: Verdict) -> None:
    if saved.untouched:
        verdict.confirm(
            0,
            id_="isi berkas sesuai sidiknya: tidak berubah sejak disimpan, kecuali sidiknya dibuat ulang",
            en="the content fits its digest: unchanged since it was saved, unless the digest was made anew",
        )
    else:
        verdict.refuse(
            "digest_differs",
            None,
            id_="isi berkas tidak sesuai sidiknya: berubah sejak disimpan",
            en="the content does not fit its digest: it was changed since it was saved",
        )


def _check_answer(certificate: Certificate, verdict: Verdict) -> None:
    if certificate.kind == "impact":
        check_impact(certificate, verdict)
        check_order(certificate, verdict)
    elif certificate.kind == "causes":
        check_causes(certificate, verdict)
    else:
        check_failure_sets(certificate, verdict)
        check_fakes(certificate, verdict)
        check_likelihoods(certificate, verdict)
        check_exposure(certificate, verdict)
        check_promises(certificate, verdict)
        check_recovery_points(certificate, verdict)
