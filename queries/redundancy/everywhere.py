"""Which services and data every agency has of its own: "Layanan kepegawaian Bapenda", "… Bappeda", …"""

import numpy as np
import numpy.typing as npt

from queries.redundancy.corpus import Corpus
from queries.redundancy.profiles import Profile

_FEWEST = 5  # agencies that have one, below which it is a coincidence
_SHARE = 1 / 3  # of the agencies, from which it is what an agency has


def found_everywhere(corpus: Corpus, profiles: tuple[Profile, ...]) -> npt.NDArray[np.bool_]:
    """Return by element whether a third of the agencies, at least five, have one of that name.

    Whose it is does not count, nor filler where the name has other words. Of applications this is never said:
    one that all agencies have is the first to be looked at.
    """
    called = [profile.named.words or (profile.named.cleaned,) for profile in profiles]
    agencies: dict[tuple[str, ...], set[tuple[str, str]]] = {}
    for entry, name in zip(corpus.entries, called, strict=True):
        agencies.setdefault(name, set()).add(entry.holder)
    every = len({entry.holder for entry in corpus.entries})
    least = max(_FEWEST, _SHARE * every) if corpus.everywhere else np.inf
    return np.array([any(name) and len(agencies[name]) >= least for name in called], np.bool_)
