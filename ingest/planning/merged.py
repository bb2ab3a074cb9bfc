"""What was merged, as a delivery needs to know it: whose record a row becomes, and which agency a text names.

What comes in is on record as if nothing had been merged, under the key and the scope that it names. So each
gets back its own when a merge is undone, and two agencies may have a code for two things.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.directory import Directory
from model.entry import Entry
from model.folding import fold_code
from model.keys import SHARED, Key, is_full_key, parse_key
from model.merging import Merges
from model.references import split_reference


@dataclass(frozen=True, slots=True)
class Merged:
    """Elements that were merged into others.

    uids: former key → the uid its own records carry. families: uid of an element that others were merged
    into → what each of them would be by itself. scopes: uid of an agency that was merged away → its scope.
    """

    uids: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, Directory] = field(default_factory=dict)
    scopes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, merges: Merges, uids: Mapping[str, str], alone: Iterable[Entry]) -> "Merged":
        """Return what merges come to. alone: entries of all merged elements, and of what they are part of."""
        families: dict[str, Directory] = {}
        for entry in alone:
            families.setdefault(merges.home(entry.uid), Directory()).put(entry)
        scopes = {gone: merge.scope for gone, merge in merges.by_gone.items() if merge.into}
        return cls(uids, families, scopes)

    def member(self, entry: Entry, key: str) -> str:
        """Return whose record one is that comes in for an element under a key: its own, or of one merged."""
        if not self.uids or key == entry.key:
            return entry.uid
        wanted = parse_key(key)
        for former in (key, *entry.aliases):
            known = parse_key(former)
            same = (known.scope, fold_code(known.code)) == (wanted.scope, fold_code(wanted.code))
            if same and former in self.uids:
                return self.uids[former]
        return entry.uid

    def whose(self, entry: Entry, key: str, name: str) -> str:
        """Return whose record a row is that means an element: by its key, its scope or else its name."""
        member = self.member(entry, key)
        if entry.uid not in self.families or member != entry.uid or key in (entry.key, *entry.aliases):
            return member
        return self.alone(entry, parse_key(key).scope, name).uid

    def alone(self, entry: Entry, scope: str, name: str) -> Entry:
        """Return which of the elements that are one now a row of a scope means, as it would be by itself."""
        family = self.families.get(entry.uid)
        here = [one for one in family.entries.values() if one.address == scope] if family else []
        return here[0] if len(here) == 1 else self.spelled(entry, name)

    def meant(self, entry: Entry, text: str, scope: str) -> str:
        """Return the same for a reference: a full key, or a code in the scope it stands in."""
        if is_full_key(text):
            return self.member(entry, text.strip())
        code = split_reference(text)[0] or text.strip()
        return self.member(entry, str(Key(scope, entry.kind, code)))

    def spelled(self, entry: Entry, text: str) -> Entry:
        """Return which of the elements that are one now a text names; where it tells none, the one kept."""
        family = self.families.get(entry.uid)
        if family is None:
            return entry
        named = family.resolve(text, SHARED, (entry.kind,)).uid
        return family.entries[named] if named else family.entries.get(entry.uid, entry)

    def units(self) -> dict[str, Entry]:
        """Return the agencies that were merged away, each as it would be by itself, by scope."""
        entries = {uid: one for family in self.families.values() for uid, one in family.entries.items()}
        return {scope: entries[uid] for uid, scope in self.scopes.items() if uid in entries}


NOTHING_MERGED = Merged()
