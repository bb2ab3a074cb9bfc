"""Names of files as senders give them, made safe: nothing in a name decides where anything is written."""

import re
from collections.abc import Collection
from pathlib import PurePosixPath

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_LONGEST = 150  # characters of a file name; the longest that every file system takes with its folder


def safe_name(name: str) -> str:
    """Return a file name that stays inside its folder on every system, the sender's folders kept."""
    parts = [_FORBIDDEN.sub("_", part).strip(" .") for part in PurePosixPath(name.replace("\\", "/")).parts]
    kept = [part[-_LONGEST:] for part in parts if part.strip("/")]
    return "/".join(kept[-4:]) or "berkas"


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name, or the name with a number where it is taken; upper and lower case are one."""
    known = {one.lower() for one in taken}
    path, number, free = PurePosixPath(name), 2, name
    while free.lower() in known:
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        number += 1
    return free
