"""The sentences of a simulation; knows nothing of windows, so that the command line speaks the same."""

from desktop.domain.money import format_dong
from desktop.services.amounts.turning_points import MonthAnswer, PolicyAnswer, Standing, Turn, TurningPoint
from desktop.ui.texts import message


def standing_words(answer: MonthAnswer) -> str:
    """Return the amount of a month, or in a few words why there is none."""
    if answer.amount is not None:
        return format_dong(answer.amount)
    return message(f"what_if.{answer.standing.value}")


def turning_sentence(point: TurningPoint) -> str:
    """Return e.g. "Từ tháng 03/2025: không còn đủ điều kiện theo … vì …"."""
    month, title = point.month.shown, short_title(point.after.title)
    if point.turn is Turn.OTHER_CASE:
        return message("what_if.turn_other_case", month=month, title=title, case=point.after.case or point.after.title)
    return message(f"what_if.turn_{point.turn.value}", month=month, title=title, reason=_why(point.after))


def reason_sentence(answer: PolicyAnswer) -> str:
    """Return what one policy says of the month tried: amount or standing, and why."""
    said = format_dong(answer.amount) if answer.amount is not None else message(f"what_if.{answer.standing.value}")
    return f"{short_title(answer.title)}: {said}. {_why(answer)}".strip()


def short_title(title: str) -> str:
    """Return the decree or resolution that the title ends with, else the title."""
    return title.rpartition(" theo ")[2]


def _why(answer: PolicyAnswer) -> str:
    if answer.standing is Standing.OPEN:
        return message("what_if.open_why", citations="; ".join(answer.reasons))
    return " ".join(answer.reasons)
