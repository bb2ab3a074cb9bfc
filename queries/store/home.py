"""The folder in which simpul keeps its data: private, and on a disk of this machine."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import platformdirs
import psutil

from model.faults import StoreFault
from model.text import Text
from queries.files import reason

SETTING = "SIMPUL_HOME"
_NETWORKED = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"}
    | {"glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "sshfs", "webdav"}
)
Mount = tuple[str, str]  # mount point, type of file system


def home(environ: Mapping[str, str]) -> Path:
    """Return the data folder that the environment names, else the platform's own for simpul; not made yet."""
    given = environ.get(SETTING)
    return Path(given).expanduser().absolute() if given else platformdirs.user_data_path("simpul")


def private_folder(path: Path) -> Path:
    """Return a folder one can write to; made so that only its owner may enter, if it is not there yet.

    Raises:
        StoreFault: it cannot be made, or cannot be written to.
    """
    try:
        if not path.is_dir():
            path.mkdir(parents=True)
            path.chmod(0o700)
        probe = path / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        why = reason(error)
        raise StoreFault(
            Text(
                id=f"folder {path} tidak dapat ditulis: {why.id}",
                en=f"folder {path} cannot be written to: {why.en}",
            ),
            fix=Text(
                id=f"beri izin tulis atau ruang disk, atau pilih folder lain dengan {SETTING}",
                en=f"allow writing there or free disk space, or choose another folder with {SETTING}",
            ),
        ) from error
    return path


def refuse_network_disk(path: Path, mounts: Iterable[Mount] | None = None) -> None:
    """Refuse a folder on a network file system: locks and flushes are not dependable there.

    mounts: mount points with their file systems; those of this machine if not given.

    Raises:
        StoreFault: it is on one.
    """
    found = _file_system(path, _mounts() if mounts is None else mounts)
    if found not in _NETWORKED:
        return
    raise StoreFault(
        Text(
            id=f"folder {path} ada di sistem berkas jaringan ({found})",
            en=f"folder {path} is on a network file system ({found})",
        ),
        fix=Text(
            id=f"pilih folder di disk komputer ini dengan {SETTING}; untuk dipakai bersama, pakai NEO4J_URI",
            en=f"choose a folder on a disk of this machine with {SETTING}; to share, use NEO4J_URI",
        ),
    )


def _mounts() -> list[Mount]:
    return [(part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=True)]


def _file_system(path: Path, mounts: Iterable[Mount]) -> str | None:
    """Return the file system of the innermost mount point above a path."""
    place = path.resolve()
    above = [(len(Path(point).parts), kind) for point, kind in mounts if place.is_relative_to(point)]
    return max(above, key=lambda found: found[0])[1].lower() if above else None
