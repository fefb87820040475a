"""Network and cloud folders are told from others, by the mount or by the name."""

import sys
from pathlib import Path, PurePosixPath

import pytest

from factcheck.storage import whereabouts
from factcheck.storage.whereabouts import cloud_service, mac_mounts, network_type, warning

MOUNTS = [
    "/dev/vda / ext4 rw 0 0",
    "proc /proc proc rw 0 0",
    "desk:/export /mnt/desk nfs4 rw,vers=4.2 0 0",
    r"//server/share /mnt/my\040share cifs rw 0 0",
    "mira@host: /home/mira/remote fuse.sshfs rw 0 0",
    "/dev/sdb1 /mnt/desk/local ext4 rw 0 0",
    "gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0",
    "portal /run/user/1000/doc fuse.portal rw 0 0",
    "short line",
]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/mira/desk.casebook", ""),
        ("/mnt/desk/a/desk.casebook", "nfs4"),
        ("/mnt/desk/local/desk.casebook", ""),
        ("/mnt/desktop/desk.casebook", ""),
        ("/mnt/my share/desk.casebook", "cifs"),
        ("/home/mira/remote/desk.casebook", "fuse.sshfs"),
        ("/run/user/1000/gvfs/smb-share:server=a/desk.casebook", "fuse.gvfsd-fuse"),
        ("/run/user/1000/doc/ab/desk.casebook", ""),
    ],
)
def test_the_innermost_mount_decides(path: str, kind: str) -> None:
    assert network_type(PurePosixPath(path), MOUNTS) == kind


def test_the_mounts_of_a_mac_are_understood() -> None:
    listing = (
        "/dev/disk1s1 on / (apfs, sealed, local, read-only)\n"
        "//mira@nas/My Desk on /Volumes/My Desk (smbfs, nodev, nosuid)\n"
    )
    assert (
        network_type(PurePosixPath("/Volumes/My Desk/a.casebook"), mac_mounts(listing)) == "smbfs"
    )
    assert network_type(PurePosixPath("/Users/mira/a.casebook"), mac_mounts(listing)) == ""


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/mira/Dropbox/desk/a.casebook", "Dropbox"),
        ("/home/mira/Dropbox (The Desk)/a.casebook", "Dropbox"),
        ("/Users/mira/OneDrive - The Desk/a.casebook", "OneDrive"),
        ("/Users/mira/Library/CloudStorage/GoogleDrive-mira/a.casebook", "a cloud service"),
        ("/Users/mira/Library/Mobile Documents/x/a.casebook", "iCloud Drive"),
        ("/home/mira/Nextcloud/a.casebook", "Nextcloud"),
        ("/home/mira/dropbox-notes/a.casebook", ""),
        ("/home/mira/desk/Dropbox.casebook", ""),
        ("/home/mira/Box - The Desk/a.casebook", "Box"),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(path: str, service: str) -> None:
    assert cloud_service(PurePosixPath(path)) == service


def test_a_cloud_folder_is_known_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / "work" / "desk").mkdir(parents=True)
    assert warning(tmp_path / "work" / "desk" / "a.casebook") == ""
    (tmp_path / "work" / ".stfolder").mkdir()
    told = warning(tmp_path / "work" / "desk" / "a.casebook")
    assert told.startswith("The casebook a.casebook lies in a folder that Syncthing copies")


def test_a_network_folder_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whereabouts, "network_type", lambda path, mounts: "nfs4")
    monkeypatch.setattr(sys, "platform", "linux")
    assert "lies in a network folder" in warning(tmp_path / "a.casebook")
