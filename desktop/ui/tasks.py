"""The one way to run slow work: a database lane of one worker, a pool for the rest."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal
from shiboken6 import isValid

from desktop.domain.errors import Refusal
from desktop.system.crash import CrashReports
from desktop.ui.cycles import CycleCollector
from desktop.ui.faults import fault_text
from desktop.ui.messages import Messages
from desktop.ui.progress import Progress, TaskCancelled
from desktop.ui.task_strip import TaskStrip
from desktop.ui.texts import message, refusal_text

T = TypeVar("T")
_FOR_EVER = -1
_TURN, _SHORT_TURN = sys.getswitchinterval(), 0.001
"""Seconds that a thread computes before another one may. While works run, the window's need not wait five thousandths
of a second each time it wants to: to draw itself it does so a hundred times.
"""


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """Work under way and who waits for it."""

    work: Callable[[Progress], Any]
    title: str
    done: Callable[[Any], None]
    failed: Callable[[Refusal], None] | None
    owner: QObject | None
    progress: Progress = field(default_factory=Progress)


class _Run(QRunnable):
    """Runs a job in a worker's thread and sends what came of it to the window's."""

    def __init__(self, job: _Job, tasks: "Tasks") -> None:
        super().__init__()
        self._job = job
        self._tasks = tasks

    def run(self) -> None:
        """Do the work; whatever is raised is carried over, not lost."""
        result: object = None
        fault: BaseException | None = None
        try:
            result = self._job.work(self._job.progress)
        except BaseException as error:  # noqa: BLE001 - judged in the window's thread, see Tasks._settle
            fault = error
        self._tasks.ended.emit(self._job, result, fault)


class Tasks(QObject):
    """Runs work off the window's thread and brings its answer back into it.

    `done` gets the result; a Refusal goes to `failed`, or to the messages when there is none; any other
    exception is the program's fault: it is reported and told. When `owner` is gone, nobody is called.
    """

    ended = Signal(object, object, object)
    cancelled = Signal(str)
    """Title of the work that stopped because the person asked."""

    def __init__(self, messages: Messages, crashes: CrashReports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._crashes = crashes
        self._jobs: list[_Job] = []
        self._lane = _threads(1, self)
        self._pool = _threads(max(1, QThread.idealThreadCount() - 1), self)
        self._keeping = _threads(1, self)
        self._cycles = CycleCollector(self)
        self.strip = TaskStrip()
        self.ended.connect(self._settle)

    @property
    def busy(self) -> bool:
        """Whether any work is under way."""
        return bool(self._jobs)

    def database(
        self,
        work: Callable[[Progress], T],
        *,
        title: str,
        done: Callable[[T], None],
        failed: Callable[[Refusal], None] | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run work that reads or writes the store; such works run one after the other."""
        return self._start(self._lane, _Job(work, title, done, failed, owner))

    def pool(
        self,
        work: Callable[[Progress], T],
        *,
        title: str,
        done: Callable[[T], None],
        failed: Callable[[Refusal], None] | None = None,
        owner: QObject | None = None,
    ) -> Progress:
        """Run work that touches no store; several may run at a time."""
        return self._start(self._pool, _Job(work, title, done, failed, owner))

    def keep(self, work: Callable[[], None], *, failed: Callable[[Refusal], None], owner: QObject) -> None:
        """Write a little that nobody waits for, such as a draft: not behind the works of the lane, and unseen."""
        self._launch(self._keeping, _Job(lambda _progress: work(), "", lambda _none: None, failed, owner))

    def finish(self) -> None:
        """Ask all work to stop at its next look and wait until it has; nobody is called any more.

        A save that waits for the lane is still done: it never looks.
        """
        waiting, self._jobs = self._jobs, []
        for job in waiting:
            job.progress.cancel()
        self._pool.clear()
        for threads in (self._pool, self._lane, self._keeping):
            threads.waitForDone(_FOR_EVER)
        self._rest()
        for job in waiting:
            self._forget(job)

    def report_fault(self, title: str, error: BaseException) -> None:
        """Write a report of an unexpected fault and say that it is the program's."""
        self._messages.error(title, fault_text(self._crashes.write(error)))

    def _start(self, threads: QThreadPool, job: _Job) -> Progress:
        self.strip.watch(job.progress, job.title)
        return self._launch(threads, job)

    def _launch(self, threads: QThreadPool, job: _Job) -> Progress:
        self._cycles.hold()
        sys.setswitchinterval(_SHORT_TURN)
        self._jobs.append(job)
        threads.start(_Run(job, self))
        return job.progress

    def _settle(self, job: _Job, result: object, fault: BaseException | None) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if not self._jobs:
            self._rest()
        self._forget(job)
        if isinstance(fault, TaskCancelled) or (isinstance(fault, Refusal) and job.progress.cancelled()):
            self.cancelled.emit(job.title)
        elif fault is not None and not isinstance(fault, Refusal):
            self.report_fault(message("ui.task_failed", title=job.title), fault)
        elif job.owner is None or isValid(job.owner):
            self._answer(job, result, fault)

    def _rest(self) -> None:
        """No work is left."""
        self._cycles.release()
        sys.setswitchinterval(_TURN)

    def _forget(self, job: _Job) -> None:
        """Take the work off the strip, which goes with its window: work may end after it."""
        if isValid(self.strip):
            self.strip.forget(job.progress)

    def _answer(self, job: _Job, result: object, refusal: Refusal | None) -> None:
        if refusal is None:
            job.done(result)
        elif job.failed:
            job.failed(refusal)
        else:
            self._messages.error(message("ui.task_failed", title=job.title), refusal_text(refusal))


def _threads(count: int, parent: QObject) -> QThreadPool:
    threads = QThreadPool(parent)
    threads.setMaxThreadCount(count)
    threads.setExpiryTimeout(_FOR_EVER)
    return threads
