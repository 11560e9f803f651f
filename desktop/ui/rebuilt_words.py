"""What came back, in sentences; knows nothing of windows, so that the command line says the same."""

from collections.abc import Sequence
from itertools import groupby

from desktop.domain.errors import Refusal
from desktop.services.recovery.rebuild_unit import Rebuilt, Skipped
from desktop.ui.texts import message, refusal_text


def rebuilt_lines(done: Rebuilt) -> tuple[str, ...]:
    """Return the sentences: first what came back, then what is missing and what to do about it."""
    lines = [message("rebuilt.done", packages=done.restored, answers=done.answers, people=done.people)]
    lines += [message("rebuilt.already", packages=done.already)] if done.already else []
    lines += [message("rebuilt.missing", numbers=spans(done.missing))] if done.missing else []
    lines += [message("rebuilt.unanswered", number=number, people=count) for number, count in done.unanswered]
    lines += [message("rebuilt.lapsed", files="; ".join(done.lapsed))] if done.lapsed else []
    return (*lines, message("rebuilt.next", number=done.next_number))


def skipped_line(skipped: Skipped) -> str:
    """Return why a file was not used."""
    return refusal_text(Refusal(skipped.code, **skipped.params))


def spans(numbers: Sequence[int]) -> str:
    """Return numbers in order as people write them: "1, 3–5"."""
    runs = groupby(enumerate(numbers), key=lambda each: each[1] - each[0])
    ends = [(run[0][1], run[-1][1]) for run in (list(members) for _, members in runs)]
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in ends)
