"""The life of a record, one test per edge, and every move that is no edge."""

from itertools import product

import pytest

from desktop.domain.errors import Refusal
from desktop.domain.states import DECIDED, EDITABLE, WAITING, DossierState, check_move

S = DossierState

FORWARD = [
    (S.DRAFT, S.COMPLETE),
    (S.DRAFT, S.WITHDRAWN),
    (S.COMPLETE, S.SENT),
    (S.COMPLETE, S.WITHDRAWN),
    (S.SENT, S.APPROVED),
    (S.SENT, S.ADJUSTED),
    (S.SENT, S.RETURNED),
    (S.SENT, S.REJECTED),
    (S.SENT, S.WITHDRAWN),
    (S.SENT, S.SUPERSEDED),
    (S.RECEIVED, S.UNDER_APPRAISAL),
    (S.RECEIVED, S.WITHDRAWN),
    (S.RECEIVED, S.SUPERSEDED),
    (S.UNDER_APPRAISAL, S.APPROVED),
    (S.UNDER_APPRAISAL, S.ADJUSTED),
    (S.UNDER_APPRAISAL, S.RETURNED),
    (S.UNDER_APPRAISAL, S.REJECTED),
    (S.UNDER_APPRAISAL, S.WITHDRAWN),
    (S.UNDER_APPRAISAL, S.SUPERSEDED),
    *((decided, S.SUPERSEDED) for decided in (S.APPROVED, S.ADJUSTED, S.RETURNED, S.REJECTED)),
    (S.RETURNED, S.WITHDRAWN),
    (S.APPROVED, S.ALLOCATED),
    (S.ADJUSTED, S.ALLOCATED),
    (S.ALLOCATED, S.PAID),
    (S.PAID, S.SETTLED),
]

BACKWARD = [
    (S.COMPLETE, S.DRAFT),
    (S.SENT, S.DRAFT),
    (S.RETURNED, S.DRAFT),
    (S.RETURNED, S.UNDER_APPRAISAL),
    (S.APPROVED, S.UNDER_APPRAISAL),
    (S.ADJUSTED, S.UNDER_APPRAISAL),
    (S.REJECTED, S.UNDER_APPRAISAL),
    (S.WITHDRAWN, S.DRAFT),
    (S.WITHDRAWN, S.SENT),
    (S.WITHDRAWN, S.RETURNED),
]

NO_EDGE = sorted(set(product(S, S)) - set(FORWARD) - set(BACKWARD))


@pytest.mark.parametrize(("current", "wanted"), FORWARD)
def test_a_record_moves_on_without_a_reason(current: DossierState, wanted: DossierState) -> None:
    check_move(current, wanted)


@pytest.mark.parametrize(("current", "wanted"), BACKWARD)
def test_a_record_moves_back_only_with_a_reason(current: DossierState, wanted: DossierState) -> None:
    check_move(current, wanted, "Sửa ngày sinh")
    with pytest.raises(Refusal) as refusal:
        check_move(current, wanted, " \n")
    assert refusal.value.code == "state.reason_missing"
    assert refusal.value.params == {"current": current.value, "wanted": wanted.value}


@pytest.mark.parametrize(("current", "wanted"), NO_EDGE)
def test_there_is_no_other_move_whatever_the_reason(current: DossierState, wanted: DossierState) -> None:
    with pytest.raises(Refusal) as refusal:
        check_move(current, wanted, "Có lý do")
    assert refusal.value.code == "state.not_allowed"
    assert refusal.value.params == {"current": current.value, "wanted": wanted.value}


def test_only_what_was_not_sent_is_edited() -> None:
    assert {S.DRAFT, S.COMPLETE} == EDITABLE
    assert {S.APPROVED, S.ADJUSTED, S.RETURNED, S.REJECTED} == DECIDED
    assert {S.RECEIVED, S.UNDER_APPRAISAL} == WAITING
