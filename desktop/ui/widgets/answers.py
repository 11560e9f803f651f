"""A computation in one sentence: the amount, or why there is none. Never a 0 in place of "not known"."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from desktop.domain.money import Dong, format_dong, round_half_up
from desktop.rules.showing import NOT_DETERMINED, NOT_KNOWN
from desktop.rules.trace import Computation, Step, Unit
from desktop.ui.widgets.looks import Tone

_FACTS = ("early_years", "insured_years", "average_salary")


@dataclass(frozen=True, slots=True)
class Answer:
    """What to show: the amount or "", and a note in its tone."""

    amount: str
    note: str
    tone: Tone


def answer_of(computation: Computation) -> Answer:
    """Return what this policy says: an amount, not for this person, open, or not to be computed yet."""
    if not computation.applies:
        return Answer("", _failing(computation), Tone.MUTED)
    if computation.total is not None:
        return Answer(format_dong(computation.total), "", Tone.PLAIN)
    if computation.missing:
        return Answer("", _sentence(NOT_DETERMINED, _first_reason(computation)), Tone.INFO)
    if computation.open_values:
        sources = "; ".join(dict.fromkeys(str(value.citation) for value in computation.open_values))
        return Answer("", f"{NOT_KNOWN.capitalize()} — {sources}", Tone.WARNING)
    if not computation.eligible:
        not_eligible = QCoreApplication.translate("Answer", "không đủ điều kiện")
        return Answer("", _sentence(not_eligible, _failing(computation)), Tone.WARNING)
    return Answer("", _sentence(NOT_DETERMINED, _first_reason(computation)), Tone.WARNING)


def facts_of(computation: Computation) -> str:
    """Return the figures that decide the amount: "sớm 2,5 năm · BHXH 31,5 năm · bình quân 5.020.865 đ"."""
    words = {
        "early_years": QCoreApplication.translate("Answer", "sớm"),
        "insured_years": QCoreApplication.translate("Answer", "BHXH"),
        "average_salary": QCoreApplication.translate("Answer", "bình quân"),
    }
    steps = ((words[name], computation.step(name)) for name in _FACTS)
    facts = (f"{word} {_figure(found)}" for word, found in steps if found and found.value is not None)
    return " · ".join(facts)


def _figure(found: Step) -> str:
    """Return the figure at a glance: a salary in whole đồng, its exact form stands in the steps."""
    if found.unit is Unit.DONG_PER_MONTH and isinstance(found.value, int | Fraction):
        return format_dong(Dong(round_half_up(Fraction(found.value))))
    return found.shown


def _failing(computation: Computation) -> str:
    return " ".join(condition.reason for condition in computation.conditions if not condition.holds)


def _first_reason(computation: Computation) -> str:
    reasons = (step.reason for step in computation.trace if step.value is None and step.reason)
    return next(reasons, "") or _failing(computation)


def _sentence(lead: str, reason: str) -> str:
    return f"{lead.capitalize()}. {reason}" if reason else f"{lead.capitalize()}."
