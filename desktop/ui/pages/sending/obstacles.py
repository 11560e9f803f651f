"""What stands in the way of signing, in lines beside the button."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop.rules.checks.engine import blocking
from desktop.services.keys.signing_state import SigningState
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.readiness import Readiness
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.moments import shown_moment
from desktop.ui.widgets.looks import Tone, write_as


class Obstacles(QLabel):
    """Hidden where there is nothing to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWordWrap(True)
        write_as(self, Tone.ERROR)

    def show_for(self, ready: Readiness, state: SigningState, *, may_go: bool) -> None:
        """Say what holds back those who would go; `may_go` tells that something goes all the same."""
        lines = [*self._of_people(ready), *self._of_nobody(ready, may_go=may_go), *self._seen_by_appraiser(ready)]
        if not state.can_sign:
            lines.append(self.tr("Chưa ký được: cần khóa và gói tin cậy, xem Đơn vị & chứng thư."))
        self.setText("\n".join(lines))
        write_as(self, Tone.MUTED if self._all_sent(ready) else Tone.ERROR)
        self.setVisible(bool(lines))

    def _of_people(self, ready: Readiness) -> list[str]:
        counted = (
            (len(ready.drafts), self.tr("{n} người còn thiếu số liệu.")),
            (ready.faults, self.tr("Những người này còn {n} lỗi chưa sửa.")),
            (len(ready.unanswered), self.tr("Những người này còn {n} cảnh báo chưa giải trình.")),
        )
        return [told.format(n=count) for count, told in counted if count]

    def _of_nobody(self, ready: Readiness, *, may_go: bool) -> list[str]:
        if ready.people or may_go:
            return []
        if self._all_sent(ready):
            return [self.tr("Mọi người trong đợt đã được gửi. Xem trang Kết quả.")]
        return [self.tr("Chưa có ai đủ số liệu để gửi.")]

    def _seen_by_appraiser(self, ready: Readiness) -> list[str]:
        """Say what the appraiser's checks found when they ran last: it stops nobody here, and would come back."""
        view, seen = self._desk.view, self._desk.seen
        if view is None or seen is None or not ready.people:
            return []
        going = {each.id for each in ready.people}
        errors = [
            each for each in blocking(seen.found_in(view)) if each.subject in going or not view.dossier(each.subject)
        ]
        told = self.tr("Kiểm tra như Sở Tài chính lúc {0} thấy {1} lỗi: xem trang Kiểm tra trước khi ký.")
        count = len(one_each(errors, view.approvals))
        return [told.format(shown_moment(seen.checked.checked_at), count)] if count else []

    def _all_sent(self, ready: Readiness) -> bool:
        view = self._desk.view
        return bool(view and view.dossiers and not ready.drafts and not any(editable(each) for each in view.dossiers))
