"""Make several receipts: one that fails holds back nobody else's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Refusal
from desktop.services.arrivals.make_receipt import ReceiptFiles, make_receipt
from desktop.services.office import Office

_OF_ALL = frozenset({"key", "token", "trust"})
"""What such a refusal is about fails for every receipt: a token locks itself after some wrong PINs."""


@dataclass(frozen=True, slots=True)
class FailedReceipt:
    """A receipt that was not made, the unit it is for, and why."""

    unit: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class ReceiptsMade:
    """What became of the receipts asked for; `left` of them were not tried."""

    made: tuple[ReceiptFiles, ...]
    failed: tuple[FailedReceipt, ...]
    left: int


def make_receipts(  # noqa: PLR0913 - the last two are given by name
    office: Office,
    submission_ids: Sequence[str],
    folder: Path,
    passphrase: str,
    *,
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ReceiptsMade:
    """Make every receipt that can be made; where the key itself is refused, the rest is not tried."""
    made: list[ReceiptFiles] = []
    failed: list[FailedReceipt] = []
    for number, each in enumerate(submission_ids):
        report(number, len(submission_ids))
        if cancelled() or (failed and failed[-1].refusal.code.partition(".")[0] in _OF_ALL):
            break
        try:
            made.append(make_receipt(office, each, folder, passphrase))
        except Refusal as refusal:
            failed.append(FailedReceipt(_unit_of(office, each), refusal))
    return ReceiptsMade(tuple(made), tuple(failed), len(submission_ids) - len(made) - len(failed))


def _unit_of(office: Office, submission_id: str) -> str:
    with office.store.begin() as work:
        submission = work.submissions.get(submission_id)
    return submission.unit.name if submission else submission_id
