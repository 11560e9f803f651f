"""What kind of disk a folder is on: a write-ahead log is safe on local disks only."""

import sys
from enum import StrEnum
from pathlib import Path


class Disk(StrEnum):
    """Where a folder is."""

    LOCAL = "local"
    REMOVABLE = "removable"
    NETWORK = "network"


_NETWORK_TYPES = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "davfs"}
_STICK_TYPES = {"vfat", "msdos", "exfat", "fuseblk", "ntfs3"}

if sys.platform == "win32":
    import ctypes

    _DRIVE_KINDS = {2: Disk.REMOVABLE, 4: Disk.NETWORK, 5: Disk.REMOVABLE}

    def disk_of(folder: Path) -> Disk:
        """Return what Windows says of the drive that holds `folder`; shares without a letter are network."""
        anchor = folder.resolve().anchor
        if anchor.startswith("\\\\"):
            return Disk.NETWORK
        return _DRIVE_KINDS.get(ctypes.windll.kernel32.GetDriveTypeW(anchor), Disk.LOCAL)

else:
    _MOUNTS = Path("/proc/self/mounts")

    def disk_of(folder: Path) -> Disk:
        """Return what the file system under `folder` tells; local when nothing is told."""
        if not _MOUNTS.exists():
            return Disk.LOCAL
        return disk_by_mounts(folder.resolve(), _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))


def disk_by_mounts(folder: Path, mounts: str) -> Disk:
    """Return the kind of disk by a table of mounts as /proc/self/mounts has it; the deepest mount counts."""
    fields = [line.split(" ") for line in mounts.splitlines()]
    holding = [(field[1].replace("\\040", " "), field[2]) for field in fields if len(field) > 2]
    under = [(len(point), kind) for point, kind in holding if folder.is_relative_to(point)]
    kind = max(under, default=(0, ""))[1]
    if kind in _NETWORK_TYPES:
        return Disk.NETWORK
    return Disk.REMOVABLE if kind in _STICK_TYPES else Disk.LOCAL
