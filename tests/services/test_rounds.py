"""Several rounds of one unit."""

from datetime import timedelta

import pytest

from desktop.domain.errors import Refusal
from desktop.services.rounds.open_round import all_rounds, current_round, open_round
from tests.services.offices import Desks


@pytest.mark.parametrize("period", ["2024-2a", "2024-2A"])
def test_a_period_is_used_once(enrolled: Desks, period: str) -> None:
    open_round(enrolled.unit, "Đợt 2 năm 2024", "2024-2a")
    with pytest.raises(Refusal) as refused:
        open_round(enrolled.unit, "Đợt khác", period)
    assert refused.value.code == "round.period_taken"
    assert dict(refused.value.params) == {"period": period, "name": "Đợt 2 năm 2024"}
    assert [each.name for each in all_rounds(enrolled.unit)] == ["Đợt 2 năm 2024"]


def test_of_rounds_opened_on_one_day_the_last_one_is_current(enrolled: Desks) -> None:
    names = []
    for number in range(1, 6):
        enrolled.clock.moment += timedelta(seconds=1)
        names.append(open_round(enrolled.unit, f"Đợt {number}", f"2024-{number}").name)
    assert [each.name for each in all_rounds(enrolled.unit)] == names
    assert current_round(enrolled.unit) == all_rounds(enrolled.unit)[-1]
