"""A lock that other programs see and that ends with the program, however it ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    import msvcrt
    from ctypes import wintypes

    _IMMEDIATELY, _EXCLUSIVE = 1, 2
    _VIOLATION = 33

    class _Overlapped(ctypes.Structure):
        _fields_ = (
            ("internal", ctypes.c_void_p),
            ("internal_high", ctypes.c_void_p),
            ("offset", wintypes.DWORD),
            ("offset_high", wintypes.DWORD),
            ("event", wintypes.HANDLE),
        )

    _KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
    for _call, _ranges in ((_KERNEL.LockFileEx, 4), (_KERNEL.UnlockFileEx, 3)):
        _call.argtypes = (wintypes.HANDLE, *(wintypes.DWORD,) * _ranges, ctypes.POINTER(_Overlapped))
        _call.restype = wintypes.BOOL

    def _lock(handle: int, *, shared: bool, wait: bool) -> bool | None:
        flags = (0 if shared else _EXCLUSIVE) | (0 if wait else _IMMEDIATELY)
        where = msvcrt.get_osfhandle(handle)
        if _KERNEL.LockFileEx(where, flags, 0, 1, 0, ctypes.byref(_Overlapped())):
            return True
        return False if ctypes.get_last_error() == _VIOLATION else None

    def _downgrade(handle: int) -> None:
        """Add a shared lock, then let go of the exclusive one: the first unlocking takes that."""
        _lock(handle, shared=True, wait=True)
        _KERNEL.UnlockFileEx(msvcrt.get_osfhandle(handle), 0, 1, 0, ctypes.byref(_Overlapped()))

else:
    import fcntl

    def _lock(handle: int, *, shared: bool, wait: bool) -> bool | None:
        how = (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB)
        try:
            fcntl.flock(handle, how)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    def _downgrade(handle: int) -> None:
        _lock(handle, shared=True, wait=True)


class FileLock:
    """A lock on a file that is there for nothing else; released by `release` or by the end of the program."""

    def __init__(self, path: Path) -> None:
        """Open the file, which is made if need be; raises OSError."""
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self) -> bool | None:
        """Take the lock for oneself; False when another holds it, None when this disk knows no locks."""
        return _lock(self._handle, shared=False, wait=False)

    def hold(self) -> None:
        """Take the lock for oneself; waits for those who hold it."""
        _lock(self._handle, shared=False, wait=True)

    def share(self) -> None:
        """Hold the lock together with others who share it; waits for one who holds it alone."""
        _lock(self._handle, shared=True, wait=True)

    def downgrade(self) -> None:
        """Share the lock that was taken alone."""
        _downgrade(self._handle)

    def release(self) -> None:
        """Let go; a second time is no fault."""
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = -1
