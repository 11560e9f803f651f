"""The digests of many entries at once: this thread and one for each further core hash side by side.

Python lets go of its lock while it hashes a chunk, so that the cores work at the same time and the window goes on.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from io import BufferedReader
from threading import Event, Lock, Thread
from typing import Final

from desktop.exchange.container.digests import Digest, Meter, chunks
from desktop.exchange.container.zip_layout import Entry

Reopen = Callable[[], AbstractContextManager[BufferedReader]]
"""Opens the container once more, from its first byte; each thread reads through a file of its own."""

_MOST_THREADS: Final = 4
"""A disk feeds no more of them."""
_WORTH_A_THREAD: Final = 8_000_000
"""Bytes. Less is hashed before a second thread has begun."""
_A_MOMENT: Final = 0.02
"""Seconds after which progress is told anew while only others still work."""


def hash_entries(reopen: Reopen, entries: Sequence[Entry], meter: Meter) -> dict[str, Digest]:
    """Return the digest of each entry by name; raises Cancelled, OSError. `meter` is called by this thread only."""
    work = _Work(entries)
    helpers = [_Helper(reopen, work) for _ in range(_helpers(entries))]
    try:
        with reopen() as source:
            for count in work.hash(source):
                meter.passed(count + work.take_passed())
        for helper in helpers:
            _wait(helper, work, meter)
    finally:
        work.stop.set()
        for helper in helpers:
            helper.join()
    for helper in helpers:
        if helper.fault is not None:
            raise helper.fault
    return work.digests


def _helpers(entries: Sequence[Entry]) -> int:
    threads = min(_MOST_THREADS, os.cpu_count() or 1, len(entries))
    return threads - 1 if sum(each.size for each in entries) > _WORTH_A_THREAD else 0


def _wait(helper: "_Helper", work: "_Work", meter: Meter) -> None:
    while helper.is_alive():
        helper.join(_A_MOMENT)
        meter.passed(work.take_passed())


class _Work:
    """Entries that nobody has taken yet, and the digests of those that are done."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.digests: dict[str, Digest] = {}
        self.stop = Event()
        self._open = iter(entries)
        self._lock = Lock()
        self._passed = 0

    def hash(self, source: BufferedReader) -> Iterator[int]:
        """Hash entries until none is left or somebody stops; yield the bytes of each chunk."""
        while (entry := self._next()) is not None:
            source.seek(entry.content_offset)
            digest = Digest()
            for chunk in chunks(source, entry.size):
                digest.feed(chunk)
                yield len(chunk)
            self.digests[entry.name] = digest

    def add_passed(self, count: int) -> None:
        """Note bytes that a helper hashed."""
        with self._lock:
            self._passed += count

    def take_passed(self) -> int:
        """Return the bytes that helpers hashed since the last call."""
        with self._lock:
            passed, self._passed = self._passed, 0
            return passed

    def _next(self) -> Entry | None:
        with self._lock:
            return None if self.stop.is_set() else next(self._open, None)


class _Helper(Thread):
    """Hashes beside the thread that called; `fault` is what went wrong."""

    def __init__(self, reopen: Reopen, work: _Work) -> None:
        super().__init__(name="hashing", daemon=True)
        self.fault: BaseException | None = None
        self._reopen = reopen
        self._work = work
        self.start()

    def run(self) -> None:
        """Take entries until none is left; whatever is raised waits for the thread that called."""
        try:
            with self._reopen() as source:
                for count in self._work.hash(source):
                    self._work.add_passed(count)
                    if self._work.stop.is_set():
                        return
        except BaseException as fault:  # noqa: BLE001 - raised anew by the thread that called
            self.fault = fault
            self._work.stop.set()
