"""A guard for Python 3.11 under PySide6 6.12.

PySide6 6.12 returns None without taking a reference, as only Python 3.12 and later allow: there None is immortal
(PEP 683). Under 3.11 each call that returns None (`setText`, `singleShot`, `processEvents`) takes one reference away,
and after some ten thousand calls, or at exit, Python stops with "deallocating None".
"""

import ctypes
import sys

_ENDLESS = 1 << 48
"""More references than calls can be made in a lifetime: a million a second for nine years."""


def keep_none() -> None:
    """Make None outlive every reference that is taken away wrongly; does nothing where None is immortal."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) >= _ENDLESS // 2:
        return
    count = ctypes.c_ssize_t.from_address(id(None))  # CPython holds an object's count of references first
    count.value += _ENDLESS
