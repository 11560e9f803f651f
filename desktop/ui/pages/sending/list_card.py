"""On the signing page: the list that is signed, in large: people, total, what is open, its mark on paper, who signs."""

from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Severity
from desktop.domain.foreign_text import shown
from desktop.domain.money import format_dong
from desktop.services.keys.signing_doctor import Diagnosis
from desktop.services.office import Office
from desktop.services.sending.open_amounts import open_amounts
from desktop.services.sending.plan_sending import SendingPlan
from desktop.services.sending.words_of_list import short_hash, spoken_list
from desktop.ui.pages.frames import Panel, plain_label, quiet_label
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Size, Tone, write_as
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.tones import tone_of


class ListCard(Panel):
    """Everything a head looks at before signing, from the top."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Danh sách sắp ký"))
        self._office = office
        self.total = plain_label()
        write_as(self.total, Tone.PLAIN, Size.DISPLAY)
        self.policies, self.mark, self.signer = quiet_label(), plain_label(), plain_label()
        self.open_note, self.certificate = MarkedLine(), MarkedLine()
        for each in (self.total, self.policies, self.open_note, self.mark, self.signer, self.certificate):
            self.column.addWidget(each)

    def show_plan(self, plan: SendingPlan | None, digest: str) -> None:
        """Show the list that would go; `digest` is that of the list as it would be printed."""
        if plan is None:
            self.total.setText(self.tr("Chưa có đợt nào. Lập đợt ở trang Việc cần làm."))
        elif not plan.ready.people:
            self.total.setText(self.tr("Hiện không có ai để gửi"))
        else:
            told = self.tr("{count} người · {total}")
            self.total.setText(told.format(count=len(plan.ready.people), total=format_dong(plan.ready.total)))
        for each in (self.policies, self.mark, self.signer):
            each.setVisible(plan is not None)
        self._show_open(plan)
        if plan is not None:
            packs = ", ".join(f"{pack.id} {pack.version}" for pack in plan.view.packs)
            self.policies.setText(self.tr("Tính theo chính sách {0}.").format(packs))
            self._show_mark(digest if plan.ready.people else "")
            self._show_signer()

    def show_certificate(self, worst: Diagnosis | None) -> None:
        """Show what stands in the way of signing, or that nothing does."""
        if worst is None:
            self.certificate.show_text(Tone.PLAIN, "")
            return
        well = worst.severity is Severity.NOTE
        tone = Tone.OK if well else tone_of(worst.severity)
        self.certificate.show_text(tone, message(worst.code, **worst.params), word=not well)

    def _show_open(self, plan: SendingPlan | None) -> None:
        found = open_amounts(plan) if plan else None
        if found is None or not found.people:
            self.open_note.show_text(Tone.PLAIN, "")
            return
        told = self.tr("{0} người còn khoản chưa có số liệu ({1}); tổng chưa gồm các khoản đó.")
        self.open_note.show_text(Tone.WARNING, told.format(found.people, "; ".join(found.citations)), word=False)

    def _show_mark(self, digest: str) -> None:
        told = self.tr("Mã băm trên bản in: {0} – đọc: {1}")
        self.mark.setText(told.format(short_hash(digest), " ".join(spoken_list(digest))) if digest else "")
        self.mark.setVisible(bool(digest))

    def _show_signer(self) -> None:
        identity = self._office.identity
        head = shown(identity.head) or self.tr("chưa ghi, xem Đơn vị & chứng thư")
        told = self.tr("Người chịu trách nhiệm ký: {0} · người lập: {1} · {2}")
        self.signer.setText(told.format(head, shown(identity.operator), shown(identity.unit.name)))
