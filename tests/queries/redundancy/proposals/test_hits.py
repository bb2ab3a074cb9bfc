"""A hit beside a proposal is called by what it is: nothing is on record twice, no function is made up."""

from queries.redundancy.engine import FindingKind
from queries.redundancy.explaining import KIND_LABELS
from queries.redundancy.proposals.clearance import Clearance, Examiner, Proposal
from queries.redundancy.proposals.hits import hit_label
from tests.support.alike import application, compared, lexicon


def checked(name: str, text: str, proposal: Proposal) -> Clearance:
    return Examiner(compared(application("A", name, text)), lexicon()).check(proposal, at_least=0.0)


def test_a_proposal_is_never_on_record_twice() -> None:
    (pair,) = checked("Jelajah", "tempat wisata", Proposal(name="Jelajah", function="tempat wisata")).pairs
    assert pair.kind is FindingKind.IDENTITY
    assert hit_label(pair).id == "Sudah ada dengan nama yang sama"


def test_where_no_function_is_the_same_the_strongest_evidence_is_told() -> None:
    text = "perawatan kapal selam dan dermaga selam"
    (pair,) = checked("Dermaga", text, Proposal(name="Kapal", function=text)).pairs
    assert (pair.kind, pair.functions) == (FindingKind.FUNCTIONAL, ())
    assert hit_label(pair).id == "Kata-kata serupa"
    (pair,) = checked("Jelajah", "tempat wisata", Proposal(name="Libur", function="tempat wisata")).pairs
    assert hit_label(pair) == KIND_LABELS[FindingKind.FUNCTIONAL]
