"""What a proposal of one element with many users says, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.text import Text
from queries.redundancy.corpus import Entry

_NAMED = 8  # copies that a sentence names; the list has all


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of one system. kept: the record that stays. sure, doubtful: its copies.

    advised: the one that stays is the one that their group keeps. fullest: it says more than any copy.
    users: agencies that use one of them already.
    """

    name: str
    national: bool
    kept: Entry | None
    sure: Sequence[Entry]
    doubtful: Sequence[Entry]
    advised: bool = False
    fullest: bool = False
    users: frozenset[str] = frozenset()

    def sentence(self) -> Text:
        """Return what stands there now, what to do, and of which copies to make sure first."""
        if not self.national:
            return _joined(self._shared(), self._then())
        if not self.sure:
            then = Text(
                id=f"Pastikan dahulu; bila sama, {self._then().id}",
                en=f"Make sure first; if they are the same, {self._then().en}",
            )
            return _joined(self._only_doubtful(), then, between=" ")
        first = _joined(self._national(), self._then())
        return _joined(first, self._also_doubtful(), between=" ") if self.doubtful else first

    def _shared(self) -> Text:
        times = len(self.sure) + 1
        return Text(
            id=f"{self.name} tercatat {times} kali, tampaknya satu sistem dari beberapa OPD",
            en=f"{self.name} is recorded {times} times, it seems one system of several agencies",
        )

    def _national(self) -> Text:
        n = len(self.sure)
        times = "once" if n == 1 else f"{n} times"
        if self.kept:
            return Text(
                id=f"{self.name} adalah aplikasi nasional dan sudah tercatat demikian, tetapi {n} kali lagi "
                "sebagai aplikasi OPD",
                en=f"{self.name} is a national application and on record as such, but {times} more as an "
                "agency's own",
            )
        return Text(
            id=f"{self.name} adalah aplikasi nasional, tetapi tercatat {n} kali sebagai aplikasi OPD",
            en=f"{self.name} is a national application, but recorded {times} as an agency's own",
        )

    def _then(self) -> Text:
        copies = self.sure or self.doubtful
        one = len(copies) == 1
        stays = Text(
            id=f"pertahankan {self.kept.name} ({self.kept.owner})"
            if self.kept
            else f"buat objek nasional {self.name}",
            en=f"keep {self.kept.name} ({self.kept.owner})"
            if self.kept
            else f"create the national element {self.name}",
        )
        why = self._why()
        who = self._users(len({one.owner for one in copies} - self.users))
        return Text(
            id=f"{stays.id}, {f'{why.id}, ' if why else ''}lalu gabungkan "
            f"{len(copies)} salinan ke dalamnya; {who.id}",
            en=f"{stays.en}, {f'{why.en}, ' if why else ''}then merge {len(copies)} "
            f"{'copy' if one else 'copies'} into it; {who.en}",
        )

    def _why(self) -> Text | None:
        """Why just this one stays; None where that needs no word."""
        if self.national:
            return None
        if self.advised:
            return Text(id="yang diteruskan dalam kelompoknya", en="which its group keeps")
        if self.fullest:
            return Text(id="yang catatannya paling lengkap", en="whose record says most")
        return None

    def _users(self, new: int) -> Text:
        """What merging adds: who uses a copy already stays a user."""
        if not new:
            return Text(id="OPD-nya sudah menjadi pengguna.", en="their agencies are users already.")
        en = "1 agency becomes its user." if new == 1 else f"{new} agencies become its users."
        return Text(id=f"{new} OPD menjadi penggunanya.", en=en)

    def _only_doubtful(self) -> Text:
        n = len(self.doubtful)
        return Text(
            id=f"{n} aplikasi OPD memuat nama aplikasi nasional {self.name} atau mirip dengannya: "
            f"{_names(self.doubtful)}.",
            en=f"{n} local application{' contains' if n == 1 else 's contain'} the name of the national "
            f"application {self.name}, or nearly: {_names(self.doubtful)}.",
        )

    def _also_doubtful(self) -> Text:
        n = len(self.doubtful)
        return Text(
            id=f"{n} lainnya hanya memuat namanya atau mirip dengannya: {_names(self.doubtful)}. "
            "Pastikan dahulu.",
            en=f"{n} more only contain{'s' if n == 1 else ''} its name, or nearly: {_names(self.doubtful)}. "
            "Make sure first.",
        )


def _names(entries: Sequence[Entry]) -> str:
    told = "; ".join(f"{one.name} ({one.owner})" for one in entries[:_NAMED])
    return f"{told}; …" if len(entries) > _NAMED else told


def _joined(one: Text, two: Text, between: str = ": ") -> Text:
    return Text(id=f"{one.id}{between}{two.id}", en=f"{one.en}{between}{two.en}")
