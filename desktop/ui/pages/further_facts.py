"""The fields on which few people's cases turn: the lower retirement age, and what was paid before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.ui.pages.entry.fields import labelled
from desktop.ui.pages.field_names import field_name
from desktop.ui.widgets.edits import MonthEdit
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField
from desktop.ui.widgets.payment_table import PaymentTable
from desktop.ui.widgets.tick_box import TickBox


class FurtherFacts(QObject):
    """Makes the editors, puts them into sections of a form, and reads and writes a dossier."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.claims_lower_age = TickBox(self.tr("Tính theo tuổi nghỉ hưu thấp hơn"))
        self.reduced_capacity = TickBox(self.tr("Vì suy giảm khả năng lao động"))
        self.assessed_month = MonthEdit()
        self.payments = PaymentTable()
        for editor in (self.claims_lower_age, self.reduced_capacity, self.assessed_month):
            editor.committed.connect(self.edited)
        self.payments.edited.connect(self.edited)

    def values(self, dossier: Dossier) -> tuple[tuple[Any, Any], ...]:
        """Pair the editors with what they show of the dossier."""
        return (
            (self.claims_lower_age, dossier.claims_lower_age),
            (self.reduced_capacity, dossier.reduced_capacity),
            (self.assessed_month, dossier.assessed_month),
            (self.payments, dossier.earlier_payments),
        )

    def typed_into(self, dossier: Dossier) -> Dossier:
        """Return the dossier with what stands in the editors."""
        return replace(
            dossier,
            claims_lower_age=self.claims_lower_age.value(),
            reduced_capacity=self.reduced_capacity.value(),
            assessed_month=self.assessed_month.value(),
            earlier_payments=self.payments.value(),
        )

    def add_to(self, section: Callable[..., FormSection], fields: dict[str, LabelledField]) -> None:
        """Put the editors into two sections, which `section` makes, and into the fields of the form."""
        age = section(self.tr("Tuổi nghỉ hưu thấp hơn"), columns=1)
        age.set_note(self.tr("Chỉ với người đề nghị tính theo tuổi nghỉ hưu thấp hơn."))
        paid = section(self.tr("Khoản đã nhận trước"), columns=1)
        paid.set_note(self.tr("Chỉ với người đã nhận tiền; nhóm chuyển tiếp nên khai cả khi đã nhận một phần."))
        for place, field in ((age, self._claim()), (age, self._capacity()), (age, self._month()), (paid, self._paid())):
            fields[field.name] = field
            place.add(field)

    def _claim(self) -> LabelledField:
        return labelled("claims_lower_age", field_name("claims_lower_age"), self.claims_lower_age)

    def _capacity(self) -> LabelledField:
        return labelled("reduced_capacity", field_name("reduced_capacity"), self.reduced_capacity)

    def _month(self) -> LabelledField:
        return labelled("assessed_month", field_name("assessed_month"), self.assessed_month)

    def _paid(self) -> LabelledField:
        return labelled("earlier_payments", field_name("earlier_payments"), self.payments)
