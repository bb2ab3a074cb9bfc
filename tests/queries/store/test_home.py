"""The data folder: where it is, who may enter it, and on what disk."""

from pathlib import Path

import pytest

from model.faults import StoreFault
from queries.store.home import home, private_folder, refuse_network_disk


def test_the_data_folder_is_the_one_the_environment_names(tmp_path: Path) -> None:
    assert home({"SIMPUL_HOME": str(tmp_path / "mine")}) == tmp_path / "mine"


def test_without_a_setting_the_data_folder_is_the_platforms_own() -> None:
    found = home({})

    assert found.name == "simpul"
    assert found.is_absolute()


def test_looking_for_the_data_folder_makes_nothing(tmp_path: Path) -> None:
    home({"SIMPUL_HOME": str(tmp_path / "mine")})

    assert not (tmp_path / "mine").exists()


def test_a_new_folder_lets_only_its_owner_in(tmp_path: Path) -> None:
    made = private_folder(tmp_path / "a" / "b")

    assert made.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    private_folder(tmp_path)

    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_folder_that_cannot_be_made_is_told_with_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")

    with pytest.raises(StoreFault) as caught:
        private_folder(tmp_path / "file" / "home")

    assert str(tmp_path / "file" / "home") in caught.value.what.en
    assert "SIMPUL_HOME" in caught.value.fix.en
    assert "SIMPUL_HOME" in caught.value.fix.id


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smbfs", "fuse.sshfs", "9p", "NFS"])
def test_a_network_file_system_is_refused(tmp_path: Path, kind: str) -> None:
    mounts = [("/", "ext4"), (str(tmp_path), kind)]

    with pytest.raises(StoreFault) as caught:
        refuse_network_disk(tmp_path / "simpul", mounts)

    assert kind.lower() in caught.value.what.en
    assert "NEO4J_URI" in caught.value.fix.en


def test_a_local_disk_below_a_network_share_is_allowed(tmp_path: Path) -> None:
    mounts = [("/", "nfs"), (str(tmp_path), "ext4"), (str(tmp_path / "other"), "nfs")]

    refuse_network_disk(tmp_path / "simpul", mounts)


def test_a_folder_beside_a_share_with_a_like_name_is_allowed(tmp_path: Path) -> None:
    refuse_network_disk(tmp_path / "share-2", [("/", "ext4"), (str(tmp_path / "share"), "nfs")])


def test_the_disks_of_this_machine_are_known(tmp_path: Path) -> None:
    refuse_network_disk(tmp_path)
