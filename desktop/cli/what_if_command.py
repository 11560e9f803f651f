"""What if: another month, group, route or pay; nothing is saved."""

from fractions import Fraction
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, person_of, view_of
from desktop.domain.dossiers import Dossier, Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.money import parse_dong
from desktop.domain.months import YearMonth
from desktop.domain.ratios import parse_ratio
from desktop.services.amounts.simulate import AssumedBaseSalary, Variation, simulate
from desktop.services.amounts.turning_points import (
    EACH_WAY,
    MonthAnswer,
    PolicyAnswer,
    TurningPoint,
    month_answer,
    months_ahead,
    months_around,
    turning_points,
)
from desktop.services.rounds.round_view import RoundView
from desktop.ui.texts import message
from desktop.ui.what_if_words import reason_sentence, standing_words, turning_sentence


def add_to(commands: Any) -> None:
    """Add the command of this room."""
    trial = commands.add_parser("what-if", help="thử tháng nghỉ, nhóm, trường hợp, tiền lương khác; không ghi gì")
    trial.add_argument("who", help="số CCCD, mã, số thứ tự hoặc họ tên")
    trial.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    trial.add_argument("--leave", metavar="MM/YYYY", help="tháng nghỉ thử")
    trial.add_argument("--group", choices=[each.value for each in Group])
    trial.add_argument("--route", choices=[each.value for each in Route])
    trial.add_argument("--coefficient", help="hệ số lương thử, ví dụ 4,98")
    trial.add_argument("--base-salary", help="mức lương cơ sở thử, đồng mỗi tháng; cần --base-salary-from")
    trial.add_argument("--base-salary-from", metavar="MM/YYYY")
    trial.add_argument("--months", type=int, default=EACH_WAY, help=f"số tháng xem mỗi phía, mặc định {EACH_WAY}")
    trial.set_defaults(command=_try)


def _try(call: Call) -> Answer:
    office = call.office()
    view = view_of(office, call)
    dossier = person_of(view, call.arguments.who)
    variation = _variation(call)
    centre = variation.leave_month or dossier.leave_month
    if centre is None:
        raise Refusal("what_if.month_missing", name=dossier.person.full_name)
    return _answer(view, dossier, variation, _Around(centre, max(0, min(call.arguments.months, _MOST))))


_MOST = 240
"""Months each way that are looked at, at most: twenty years."""


class _Around:
    """The month in the middle, and how many months each way."""

    def __init__(self, centre: YearMonth, each_way: int) -> None:
        self.centre = centre
        self.each_way = each_way


def _answer(view: RoundView, dossier: Dossier, variation: Variation, around: _Around) -> Answer:
    approval = view.approval_of(dossier)
    tried = simulate(dossier, approval, view.packs, variation)
    answer = month_answer(around.centre, tried.support.computations)
    months = months_around(view.packs, around.centre, around.each_way)
    answers = months_ahead(dossier, approval, view.packs, variation, months)
    points = turning_points(answers)
    lines = [f"{dossier.person.full_name}, nghỉ tháng {around.centre.shown}: {standing_words(answer)}"]
    lines += [f"  {reason_sentence(each)}" for each in answer.answers]
    lines += [f"  {message('what_if.carried_on', months=tried.carried_on)}"] if tried.carried_on else []
    lines += [turning_sentence(each) for each in points]
    body = {
        "recorded": _month(month_answer(around.centre, view.supports[dossier.id].computations))["amount"],
        "tried": _month(answer),
        "carried_on": tried.carried_on,
        "months": [_month(each) for each in answers],
        "turning_points": [_turn(each) for each in points],
    }
    return Answer(tuple(lines), body)


def _month(answer: MonthAnswer) -> dict[str, Any]:
    return {
        "month": str(answer.month),
        "amount": answer.amount,
        "standing": answer.standing.value,
        "policies": [_policy(each) for each in answer.answers],
    }


def _policy(answer: PolicyAnswer) -> dict[str, Any]:
    return {
        "id": answer.policy,
        "standing": answer.standing.value,
        "amount": answer.amount,
        "case": answer.case,
        "reasons": list(answer.reasons),
    }


def _turn(point: TurningPoint) -> dict[str, Any]:
    return {
        "month": str(point.month),
        "policy": point.after.policy,
        "turn": point.turn.value,
        "message": turning_sentence(point),
    }


def _variation(call: Call) -> Variation:
    given = call.arguments
    return Variation(
        leave_month=_read_month(given.leave) if given.leave else None,
        group=Group(given.group) if given.group else None,
        route=Route(given.route) if given.route else None,
        coefficient=_coefficient(given.coefficient),
        base_salary=_base_salary(given.base_salary, given.base_salary_from),
    )


def _coefficient(text: str | None) -> Fraction | None:
    return parse_ratio(text) if text else None


def _base_salary(amount: str | None, first: str | None) -> AssumedBaseSalary | None:
    if amount is None and first is None:
        return None
    if amount is None or first is None:
        raise Refusal("what_if.base_salary_alone")
    return AssumedBaseSalary(_read_month(first), parse_dong(amount))


def _read_month(text: str) -> YearMonth:
    """Read 03/2025 or 2025-03; raises Refusal("what_if.month_unreadable")."""
    month, slash, year = text.partition("/")
    try:
        return YearMonth(int(year), int(month)) if slash else YearMonth.parse(text)
    except (ValueError, Refusal):
        raise Refusal("what_if.month_unreadable", value=text) from None
