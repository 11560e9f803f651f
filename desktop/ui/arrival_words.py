"""What came of an arrival, in sentences; knows nothing of windows, so that the command line says the same."""

from desktop.domain.money import format_dong
from desktop.domain.receipts import ArrivalAlarm, Receipt
from desktop.exchange.container.contents import format_clock, parse_utc
from desktop.services.arrivals.receive_decision import DecisionReceived
from desktop.services.arrivals.receive_draft import DraftReceived
from desktop.services.arrivals.receive_package import Received
from desktop.services.arrivals.receive_receipt import ReceiptReceived
from desktop.services.arrivals.take_in import Accepted, PartHere, TakenIn
from desktop.services.arrivals.waiting_packages import WaitingPackage
from desktop.ui.texts import message, refusal_text

_PAIR = 2
"""Numbers in a row that are listed one by one."""


def told(taken: TakenIn) -> tuple[str, ...]:
    """Return what arrived, what followed it, and what of those that waited could not be taken in."""
    followed = (line for each in taken.followers for line in (message("arrival.followed"), *accepted_lines(each)))
    stuck = (message("arrival.stuck", why=refusal_text(taken.stuck)),) if taken.stuck else ()
    return *_outcome_lines(taken.outcome), *followed, *stuck


def uneasy(taken: TakenIn) -> bool:
    """Tell whether somebody should look: something is missing, waits, or differs."""
    if taken.stuck is not None or isinstance(taken.outcome, WaitingPackage):
        return True
    each = [one for one in (taken.outcome, *taken.followers) if isinstance(one, Received)]
    return any(one.missing or one.other_policies for one in each)


def is_old(taken: TakenIn) -> bool:
    """Tell whether it was here before, so that nothing changed."""
    return isinstance(taken.outcome, PartHere) or taken.outcome.already


def accepted_lines(accepted: Accepted) -> tuple[str, ...]:
    """Return the sentences about one package that was taken in."""
    match accepted:
        case Received():
            return _submission_lines(accepted)
        case DraftReceived():
            return _draft_lines(accepted)
        case DecisionReceived():
            count = len(accepted.decisions)
            said = message("arrival.again") if accepted.already else message("arrival.decisions", people=count)
            passed = (message("decision.pass_on", unit=accepted.submission.unit.name),) if accepted.passed_on else ()
            return said, *passed
        case ReceiptReceived():
            return (_receipt_line(accepted),)


def waiting_line(waiting: WaitingPackage) -> str:
    """Return which package waits, and for what."""
    held = waiting.held
    if waiting.missing_parts:
        lacking = number_list(waiting.missing_parts)
        missing = message("parts.missing", missing=lacking, parts=held.parts)
        return message("arrival.waits_parts", number=held.sequence, unit=held.signer, missing=missing)
    if waiting.due and not held.waits_for:
        return message("arrival.complete", number=held.sequence, unit=held.signer, parts=held.parts)
    code = "arrival.due" if waiting.due else "arrival.waits_numbers" if waiting.missing else "arrival.waits"
    numbers = number_list(waiting.missing)
    return message(code, file=held.file_name, number=held.sequence, unit=held.signer, numbers=numbers)


def number_list(found: tuple[int, ...]) -> str:
    """Return numbers as people list them: "2, 4–17, 20"."""
    runs: list[list[int]] = []
    for each in found:
        if runs and each == runs[-1][-1] + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > _PAIR else ", ".join(map(str, run)) for run in runs)


def alarm_line(alarm: ArrivalAlarm) -> str:
    """Return what contradicted what, when."""
    at = moment(alarm.raised_at)
    return message("arrival.alarm", file=alarm.file_name, number=alarm.sequence, unit=alarm.signer, at=at)


def receipt_words(receipt: Receipt | None) -> str:
    """Return "Đã nhận ngày … số …", or that no receipt has come."""
    if receipt is None:
        return message("receipt.awaited")
    return message("receipt.here", at=moment(receipt.first_seen_at), number=receipt.label, office=receipt.office_name)


def moment(stamp: str) -> str:
    """Return a stored moment as this machine's clock shows it."""
    return format_clock(parse_utc(stamp))


def _outcome_lines(outcome: Accepted | WaitingPackage | PartHere) -> tuple[str, ...]:
    if isinstance(outcome, PartHere):
        return (_part_line(outcome),)
    if not isinstance(outcome, WaitingPackage):
        return accepted_lines(outcome)
    first = message("arrival.held_again" if outcome.already else "arrival.held", file=outcome.held.file_name)
    return first, waiting_line(outcome)


def _part_line(part: PartHere) -> str:
    return message("parts.here", number=part.number, parts=part.parts, sequence=part.sequence, issuer=part.issuer)


def _submission_lines(received: Received) -> tuple[str, ...]:
    submission = received.submission
    if received.already:
        return (message("receive.already", at=moment(submission.first_seen_at)),)
    total = format_dong(submission.total)
    lines = [message("arrival.taken", file=submission.file_name, people=submission.people, total=total)]
    lines += [message("receive.inside", file=each.file_name, unit=each.unit.name) for each in received.embedded]
    lines += [message("receive.missing", numbers=number_list(received.missing))] if received.missing else []
    lines += [message("receive.other_policy", id=each) for each in received.other_policies]
    return tuple(lines)


def _draft_lines(received: DraftReceived) -> tuple[str, ...]:
    draft = received.draft
    if received.already:
        return (message("receive.already", at=moment(draft.first_seen_at)),)
    lines = (message("draft.taken", file=draft.file_name, people=draft.people, total=format_dong(draft.total)),)
    return (*lines, message("draft.took_place")) if received.replaced else lines


def _receipt_line(received: ReceiptReceived) -> str:
    if received.already:
        return message("arrival.again")
    words = receipt_words(received.receipt)
    return message("receipt.taken", file=received.submission.file_name, words=words)
