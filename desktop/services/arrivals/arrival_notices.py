"""What an appraiser should know of a submission before looking at its people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.errors import Param
from desktop.domain.rounds import Direction, PolicyRef, Submission
from desktop.exchange.kinds import PackageKind
from desktop.services.office import Office
from desktop.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know; `params` fill the Vietnamese sentence of the dotted `code`."""

    code: str
    params: Mapping[str, Param] = field(default_factory=dict)


def notices_of(office: Office, work: UnitOfWork, submission: Submission) -> tuple[Notice, ...]:
    """Return what is to be known of a received submission, from what the registers hold now."""
    policies = (_policy_notice(office, each) for each in submission.policies)
    through = _through(work, submission)
    order = () if through else (_gap(missing_numbers(work, submission)), _supersedes(work, submission))
    found = (through, *order, _refused_withdrawals(work, submission), *policies)
    return tuple(each for each in found if each)


def missing_numbers(work: UnitOfWork, submission: Submission) -> tuple[int, ...]:
    """Return the numbers of the sender's packages between the last one taken in before this one and this one.

    None for one that came through a parent unit, which may have sent earlier ones back.
    """
    if work.embedded.carriers_of(submission.id):
        return ()
    earlier = [
        each.sequence
        for each in work.packages.of_issuer(submission.unit.code)
        if each.kind == PackageKind.SUBMISSION.value
        and each.direction is Direction.RECEIVED
        and each.sequence < submission.sequence
    ]
    return tuple(range(max(earlier, default=0) + 1, submission.sequence))


def _through(work: UnitOfWork, submission: Submission) -> Notice | None:
    carriers = work.embedded.carriers_of(submission.id)
    return Notice("notice.through", {"name": carriers[0].carrier_name}) if carriers else None


def _gap(missing: tuple[int, ...]) -> Notice | None:
    if not missing:
        return None
    numbers = f"{missing[0]}" if len(missing) == 1 else f"{missing[0]}–{missing[-1]}"
    return Notice("notice.numbers_missing", {"numbers": numbers, "count": len(missing)})


def _supersedes(work: UnitOfWork, submission: Submission) -> Notice | None:
    if submission.supersedes is None:
        return None
    replaced = work.submissions.get(submission.supersedes)
    known = replaced is not None and (replaced.direction, replaced.unit.code) == (
        Direction.RECEIVED,
        submission.unit.code,
    )
    return None if known else Notice("notice.supersedes_unknown")


def _refused_withdrawals(work: UnitOfWork, submission: Submission) -> Notice | None:
    waiting = work.corrections.waiting_withdrawals((submission.id,))
    if not waiting:
        return None
    names = ", ".join(each.full_name for _, each in waiting)
    return Notice("notice.withdrawal_after_decision", {"names": names, "count": len(waiting)})


def _policy_notice(office: Office, ref: PolicyRef) -> Notice | None:
    if not office.shelf.other_than((ref,)):
        return None
    ours = next((pack.ref for pack in office.shelf.packs if pack.id == ref.id), None)
    if ours is None:
        return Notice("notice.policy_missing", {"id": ref.id, "theirs": ref.version})
    return Notice("notice.policy_differs", {"id": ref.id, "theirs": ref.version, "ours": ours.version})
