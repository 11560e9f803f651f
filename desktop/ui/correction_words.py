"""What a correction does, in sentences; knows nothing of windows, so that the command line says the same."""

from desktop.domain.corrections import Purpose
from desktop.domain.money import format_dong
from desktop.domain.rounds import Decision
from desktop.services.corrections.changes import Change, PersonChange, SubmissionChanges
from desktop.services.sending.plan_sending import SendingPlan
from desktop.ui.arrival_words import moment
from desktop.ui.texts import message, word


def title_of(changes: SubmissionChanges) -> str:
    """Return what the package is for, and of which original."""
    original = changes.original
    return message(
        "correction.title",
        purpose=word(changes.purpose),
        file=changes.file_name,
        original=original.file_name,
        at=moment(original.first_seen_at),
    )


def counts_of(changes: SubmissionChanges) -> str:
    """Return how many people it adds, changes, takes out and leaves as they are."""
    told = [(each, len(changes.of(each))) for each in Change]
    counted = ", ".join(message(f"correction.count_{each.value}", count=count) for each, count in told if count)
    return f"{counted[:1].upper()}{counted[1:]}."


def totals_of(changes: SubmissionChanges) -> str:
    """Return what the chain asked for before and asks for now."""
    before, after = format_dong(changes.total_before), format_dong(changes.total_after)
    if before == after:
        return message("correction.total_same", total=after)
    return message("correction.total", before=before, after=after)


def amounts_of(person: PersonChange) -> str:
    """Return how the amount of one person changes, "" where it does not."""
    before = person.before.amount if person.before else None
    after = person.after.amount if person.after else None
    if person.change not in {Change.ADDED, Change.CHANGED} or before == after:
        return ""
    old = format_dong(before) if before is not None else message("correction.no_amount")
    new = format_dong(after) if after is not None else message("correction.no_amount")
    return new if person.before is None else f"{old} → {new}"


def is_alike(person: PersonChange) -> bool:
    """Tell whether a new version says just what the one before said."""
    return person.change is Change.CHANGED and not (person.fields or person.papers_added or person.papers_removed)


def decided_before(decision: Decision) -> str:
    """Return what was decided of an earlier version."""
    amount = f" {format_dong(decision.amount)}" if decision.amount is not None else ""
    said = "correction.decided_told" if decision.sent_in else "correction.decided_untold"
    return message(
        said, outcome=word(decision.outcome).lower() + amount, at=moment(decision.at), author=decision.author
    )


def plan_of(plan: SendingPlan) -> str:
    """Return what the next package of a round would bring, "" for the first."""
    if plan.chain is None or plan.purpose is None:
        return ""
    told = (
        ("added", len(plan.added)),
        ("changed", len(plan.changed)),
        ("withdrawn", len(plan.withdrawals)),
        ("same", len(plan.same)),
    )
    counted = ", ".join(message(f"correction.count_{kind}", count=count) for kind, count in told if count)
    return counted or message("correction.count_nothing")


def purpose_hint(purpose: Purpose) -> str:
    """Return what a purpose means."""
    return message(f"correction.hint_{purpose.value}")
