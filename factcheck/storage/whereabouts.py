"""Where a casebook lies, and what is to be said of it: network and cloud folders can spoil a casebook in use."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

# Two computers do not see each other's locks on these.
_NETWORK = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|smb3|ncpfs|afs|afpfs|webdav|davfs\d?|9p|ceph|glusterfs|lustre|gpfs|beegfs|"
    r"fuse\.(sshfs|davfs2?|rclone|s3fs|gvfsd-fuse|glusterfs|ceph|curlftpfs|goofys|smbnetfs|onedriver))\Z"
)
# Folders that a service copies elsewhere, file by file, while they are written.
_CLOUD = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "cloudstorage": "a cloud service",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "box sync": "Box",
    "tresors": "Tresorit",
    "syncthing": "Syncthing",
    "creative cloud files": "Creative Cloud",
    "yandex.disk": "Yandex Disk",
}
_WITH_MORE = re.compile(r"(?i)(onedrive|dropbox|box|nextcloud)( - | \()")  # "OneDrive - The Desk"
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "ownCloud"}
_DRIVE_REMOTE = 4

_IN_NETWORK = (
    "The casebook {name} lies in a network folder. Work in it from one computer at a time: two at once can damage it,"
    " and so can a connection that breaks. A casebook on this computer’s own disk is safer; the backups of it may lie"
    " in the network."
)
_IN_CLOUD = (
    "The casebook {name} lies in a folder that {service} copies while it is written. Such a copy can be half a"
    " casebook, and two computers can get two versions. A casebook outside that folder is safer; the backups of it"
    " may lie inside."
)


def warning(casebook: Path) -> str:
    """What a person should know of the place a casebook lies in, in plain sentences; empty where all is well."""
    path = Path(os.path.realpath(casebook))
    if service := cloud_service(path):
        return _IN_CLOUD.format(name=path.name, service=service)
    if _is_in_network(path):
        return _IN_NETWORK.format(name=path.name)
    return ""


def cloud_service(path: PurePath) -> str:
    """The service that copies the folder a file lies in, by the folder's name or its mark; empty for none."""
    for folder in path.parents:
        name = folder.name.casefold()
        if name in _CLOUD:
            return _CLOUD[name]
        if match := _WITH_MORE.match(folder.name):
            return next(
                service
                for key, service in [*_CLOUD.items(), ("box", "Box")]
                if key == match[1].casefold()
            )
        if isinstance(folder, Path):
            for mark, service in _MARKS.items():
                if (folder / mark).exists():
                    return service
    return ""


def network_type(path: PurePath, mounts: Iterable[str]) -> str:
    """The type of the network disk a file lies on, by lines as in /proc/mounts; empty for a disk of this computer."""
    best, kind = -1, ""
    for line in mounts:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = PurePath(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1]))
        if (place in path.parents or place == path) and len(place.parts) >= best:
            best, kind = len(place.parts), fields[2]
    return kind if _NETWORK.match(kind) else ""


def mac_mounts(listing: str) -> list[str]:
    """The lines of macOS's ``mount`` as /proc/mounts would have them."""
    found = re.finditer(r"(?m)^(.+?) on (.+) \((\w+)[,)]", listing)
    return [" ".join(part.replace(" ", r"\040") for part in (m[1], m[2], m[3])) for m in found]


def _is_in_network(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        if path.drive.startswith("\\\\"):
            return True
        kind: int = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return kind == _DRIVE_REMOTE
    try:
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True)
            mounts = mac_mounts(told.stdout)
        else:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except (OSError, subprocess.SubprocessError):
        return False
    return bool(network_type(path, mounts))
