"""A guard for Python 3.11 under PySide6 6.12.

PySide6 6.12 returns None, True and False without taking a reference, as only Python 3.12 and later allow: there
they are immortal (PEP 683). Under 3.11 each call that returns None (`setText`, `singleShot`, `processEvents`) and
each `emit` of a signal, which returns True, takes one reference away; after some thousand calls, or at exit, Python
stops with "deallocating None" or "deallocating True or False".
"""

import ctypes
import sys

_ENDLESS = 1 << 48
"""More references than calls can be made in a lifetime: a million a second for nine years."""


def keep_constants() -> None:
    """Make None, True and False outlive every reference taken away wrongly; does nothing where they are immortal."""
    if sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        _keep(constant)


def _keep(constant: object) -> None:
    if sys.getrefcount(constant) < _ENDLESS // 2:
        count = ctypes.c_ssize_t.from_address(id(constant))  # CPython holds an object's count of references first
        count.value += _ENDLESS
