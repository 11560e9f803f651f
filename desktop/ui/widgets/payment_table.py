"""The table of what a person was paid before."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.dates import format_date
from desktop.domain.dossiers import EarlierPayment
from desktop.domain.money import ZERO
from desktop.domain.names import compose
from desktop.ui.widgets.period_cells import YES, CellKind, RowKind, text_cell, tick_cell
from desktop.ui.widgets.period_table import PeriodTable
from desktop.ui.widgets.value_cells import day_cell, day_of, money_cell, money_of, show_money

_ROWS_SHOWN = 2


class PaymentTable(PeriodTable[EarlierPayment]):
    """Khoản đã nhận trước: one row for each payment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_payment_kind(), _tr("Khoản đã nhận trước"), parent, rows_shown=_ROWS_SHOWN)


def _payment_kind() -> RowKind[EarlierPayment]:
    columns = (
        CellKind(_tr("Chính sách"), _tr("Văn bản hoặc chính sách đã chi trả"), _policy_fault, letters=24),
        money_cell(_tr("Số tiền"), _tr("Số tiền đã nhận, đồng"), needed=True),
        day_cell(_tr("Ngày nhận"), _tr("Ngày nhận tiền, nếu biết")),
        text_cell(_tr("Nguồn chi"), _tr("Cơ quan hoặc nguồn kinh phí đã chi")),
        tick_cell(_tr("Cùng nội dung"), _tr("Đã chi cho cùng nội dung đang đề nghị"), start=True),
    )
    return RowKind(columns, _payment_of, _payment_cells)


def _policy_fault(text: str) -> str:
    return "" if text.strip() else _tr("Chưa có chính sách đã chi trả. Viết tên văn bản.")


def _payment_of(row: tuple[str, ...]) -> EarlierPayment:
    policy, amount, paid_on, source, same_purpose = row
    return EarlierPayment(
        compose(policy), money_of(amount) or ZERO, day_of(paid_on), compose(source), same_purpose == YES
    )


def _payment_cells(payment: EarlierPayment) -> tuple[str, ...]:
    paid_on = format_date(payment.paid_on) if payment.paid_on else ""
    same_purpose = YES if payment.same_purpose else ""
    return (payment.policy, show_money(payment.amount), paid_on, payment.source, same_purpose)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Payment", text)
