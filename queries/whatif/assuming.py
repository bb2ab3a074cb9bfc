"""What a consolidation saves, and everything that its answers assume or do not know."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from model.availability import State
from model.decision import Decision, pair_of, standing
from model.text import Text
from queries.redundancy.groups.saving import HIGH_SHARE, LOW_SHARE, Saving, saving
from queries.whatif.consolidation import Consolidation
from queries.whatif.merge import taken_over
from queries.whatif.moving import Fate, Moving

_COST = "annual_cost"

OWN_GROUND = Text(
    id="{keep} tetap berdiri di tempat dan perangkatnya sendiri; tempat dan perangkat yang lain tidak "
    "diambil alih.",
    en="{keep} keeps to its own machines and places; those of the others are not taken over.",
)
NO_GROUND = Text(
    id="Perangkat atau tempat {keep} belum tercatat, sehingga titik kegagalan di bawahnya belum diketahui.",
    en="What {keep} stands on is not on record: single points of failure below it are not known.",
)
NOTHING_KNOWN = Text(
    id="Layanan dan proses {keep} belum tercatat; karena itu tidak satu pun dihitung tercakup.",
    en="No service or process of {keep} is on record, so that none counts as covered.",
)
NOT_DECIDED = Text(
    id="Belum semua diputuskan sebagai duplikat dari {keep}; penghematan berlaku bila penggabungan jadi.",
    en="Not all are decided to be duplicates of {keep}; the saving holds if they are merged.",
)
RECORDED_TWICE = Text(
    id="{names}: sistem yang sama dengan {keep}, tercatat lebih dari sekali; tidak ada yang berhenti, jadi "
    "biayanya tidak dihitung.",
    en="{names}: the same system as {keep}, recorded more than once; nothing ends, so that its cost is not "
    "counted.",
)
NATIONAL_STAYS = Text(
    id="{names}: milik pemerintah pusat; daerah tidak dapat mematikannya, hanya berhenti memakainya. "
    "Biayanya tidak dihitung.",
    en="{names}: of the national government; a region cannot switch it off, only stop using it. Its cost is "
    "not counted.",
)
NO_COSTS = Text(
    id="Penghematan belum dapat dihitung: biaya tahunan objek jenis ini tidak dicatat.",
    en="No saving is told: the yearly cost of such elements is not recorded.",
)
COSTS_UNKNOWN = Text(
    id=f"Biaya tahunan yang dihentikan belum tercatat, jadi penghematan belum dapat dihitung; bila tercatat, "
    f"dihitung {LOW_SHARE:.0%} sampai {HIGH_SHARE:.0%} daripadanya.",
    en=f"The yearly cost of what is given up is not recorded, so that no saving is told; of a recorded one "
    f"{LOW_SHARE:.0%} to {HIGH_SHARE:.0%} would count.",
)
DATA_STAYS = Text(
    id="Data yang diambil alih dihitung masih di tempatnya sekarang; titik kegagalan di bawahnya berganti "
    "setelah data dipindahkan.",
    en="Data taken over is counted where it lies today; the single points below it change once it is moved.",
)
USERS_UNKNOWN = Text(
    id="Jumlah pengguna {n} objek belum tercatat dan tidak dihitung.",
    en="Elements whose number of users is not recorded and not counted: {n}.",
)
CAPACITY = Text(
    id="Kapasitas {keep} tidak diperiksa: beban dan sisa kapasitasnya belum tercatat.",
    en="Whether {keep} has room for it is not checked: load and free capacity are not on record.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What is saved, None where no cost is known; and what all answers assume."""

    saving: Saving | None
    assumptions: tuple[Text, ...]


def worth(moving: Moving, *, confirmed: bool, same_system: Collection[str] = ()) -> Worth:
    """Return the saving and the assumptions.

    confirmed: people decided that all those given up do the work of the kept one. same_system: uids of those
    given up that are the kept one itself, recorded more than once: no cost ends with them.
    """
    asked = moving.asked
    twice = [uid for uid in asked.gone if uid in same_system]
    ending = [uid for uid in asked.gone if uid not in {*twice, *asked.national, *asked.ended}]
    has_cost = asked.base.metamodel.property_(asked.kind, _COST) is not None
    found = saving(ending, asked.facts.elements, confirmed=True) if has_cost and ending else None
    said = list(_assumptions(moving))
    if twice:
        said.append(_called(RECORDED_TWICE, asked, twice))
    if asked.national:
        said.append(_called(NATIONAL_STAYS, asked, asked.national))
    if not has_cost:
        said.append(NO_COSTS)
    elif found is not None and found.low is None:
        said.append(COSTS_UNKNOWN)
        found = None
    elif found is not None:
        said += [*([] if confirmed else [_named(NOT_DECIDED, asked)]), *found.assumptions]
    return Worth(saving=found, assumptions=tuple(said))


def all_duplicates(decisions: Iterable[Decision], keep: str, gone: Iterable[str]) -> bool:
    """Return whether people decided of each one given up that it does the work of the kept one."""
    held = standing(decisions)
    pairs = [held.get(pair_of(keep, one)) for one in gone]
    return all(one is not None and one.verdict.same for one in pairs)


def _assumptions(moving: Moving) -> Iterator[Text]:
    asked = moving.asked
    yield _named(OWN_GROUND if _has_ground(asked) else NO_GROUND, asked)
    if not asked.is_known:
        yield _named(NOTHING_KNOWN, asked)
    if not asked.carries and any(one.fate is Fate.MOVE for one in moving.data):
        yield DATA_STAYS
    if asked.carries:
        yield _named(CAPACITY, asked)
    unknown = moving.load(after=True).unknown
    if unknown:
        yield USERS_UNKNOWN.filled(n=unknown)


def _called(text: Text, asked: Consolidation, uids: Iterable[str]) -> Text:
    return _named(text, asked, names=", ".join(asked.base.names[asked.base.index(uid)] for uid in uids))


def _has_ground(asked: Consolidation) -> bool:
    """Whether it is on record what the kept one stands on: a dependency that nobody takes over with it."""
    base = asked.base
    at, valid = base.index(asked.keep), base.requirements(asked.on).valid
    leaving = slice(int(base.out_ptr[at]), int(base.out_ptr[at + 1]))
    standing_on = ~taken_over(base)[leaving] & (base.relations.cap[leaving] > State.UP)
    return bool((standing_on & valid[base.relations.target[leaving]]).any())


def _named(text: Text, asked: Consolidation, **others: str) -> Text:
    return text.filled(keep=asked.base.names[asked.base.index(asked.keep)], **others)
