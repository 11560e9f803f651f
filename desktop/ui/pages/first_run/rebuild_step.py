"""After a restore: the unit's data from its own packages."""

from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.trust_rebuild import RebuildStep
from desktop.ui.pages.trust_work import TrustWork


class DataStep(Step):
    """The panel of the page of trust."""

    def __init__(self, office: Office, work: TrustWork, messages: Messages) -> None:
        self.title = self.tr("Dữ liệu của đơn vị")
        self.without = self.tr(
            "Bỏ qua bước này thì hồ sơ trống; dựng lại sau ở trang Đơn vị & chứng thư, trước khi nhập danh sách mới."
        )
        super().__init__(self.tr("Khóa đã trở lại. Dữ liệu lấy lại từ chính các gói mà đơn vị đã gửi."))
        self._office = office
        self.rebuild = RebuildStep(office, work, messages)
        self.column.addWidget(self.rebuild)
        work.done.connect(self._show)
        self._show()

    @property
    def done(self) -> bool:
        """Whether packages were read."""
        return bool(self.rebuild.result.text())

    def enter(self) -> None:
        """Give the keyboard to the folder."""
        self._show()
        self.rebuild.folder.setFocus()

    def _show(self) -> None:
        self.rebuild.show_state(signing_state(self._office))
        self.changed.emit()
