"""Step 4: which policies hold here, what is open in them, and a package of a newer one."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.dates import format_date
from desktop.rules.pack_file import PackKind
from desktop.rules.policy import PolicyPack
from desktop.services.office import Office
from desktop.ui.messages import Messages
from desktop.ui.pages.first_run.step import Step
from desktop.ui.pages.frames import Panel, button, plain_label, quiet_label, row_of
from desktop.ui.pages.policy_change import PolicyChange
from desktop.ui.pages.trust_work import TrustWork
from desktop.ui.tasks import Tasks
from desktop.ui.texts import message
from desktop.ui.widgets.full_height import FullHeight
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.pill import Pill


class PolicyStep(Step):
    """Nothing has to be done here: the packs that ship with the program hold until others come."""

    def __init__(self, office: Office, work: TrustWork, tasks: Tasks, messages: Messages) -> None:
        self.title = self.tr("Chính sách")
        super().__init__(
            self.tr(
                "Chương trình tính theo các gói chính sách dưới đây. Gói do Sở Tài chính phát hành (csach-….asice) nạp "
                "ở đây nếu đã có, hoặc sau này ở trang Chính sách; trước đó cần gói tin cậy để kiểm tra chữ ký."
            )
        )
        self._office, self._messages, self._seen = office, messages, False
        self.receive = button(self.tr("&Nạp gói chính sách…"))
        self.change = PolicyChange(office, tasks)
        panel = Panel(self.title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(step(self, 2))
        rows = FullHeight()
        rows.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        panel.column.addWidget(rows)
        panel.column.addLayout(row_of(self, self.receive))
        self.column.addWidget(panel)
        self.column.addWidget(self.change)
        self.receive.clicked.connect(self._ask)
        self.change.told.connect(work.told)
        self.change.applied.connect(lambda _policy: self._show())
        self._show()

    @property
    def done(self) -> bool:
        """Whether it was looked at: packs are there in any case."""
        return self._seen

    def enter(self) -> None:
        """Show the packs as they hold now."""
        self._seen = True
        self._show()
        self.changed.emit()
        self.receive.setFocus()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.deleteLater()
        for pack in self._office.shelf.packs:
            self._rows.addWidget(_row_of(pack))

    def _ask(self) -> None:
        self._messages.open_file(
            self.tr("Nạp gói chính sách"), done=self.change.offer_package, filters=self.tr("Gói Tinh Giản (*.asice)")
        )


def _row_of(pack: PolicyPack) -> FullHeight:
    """Return the title with what is open below it, then its state, who issued it and since when."""
    row = FullHeight()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(step(row, 1))
    column.addWidget(plain_label("\n".join((f"{pack.title} ({pack.id} {pack.version})", *_open(pack)))))
    told = quiet_label(f"{pack.issuer}, {format_date(pack.effective_from)}")
    state = row_of(row, Pill(*_state(pack)), told, stretch=False)
    state.setStretchFactor(told, 1)
    column.addLayout(state)
    return row


def _state(pack: PolicyPack) -> tuple[Tone, str]:
    missing = len(pack.open_parameters())
    if pack.kind is PackKind.PRACTICE:
        return Tone.INFO, message("first_run.practice")
    if missing:
        return Tone.WARNING, message("first_run.open", count=missing)
    return Tone.OK, message("first_run.in_force")


def _open(pack: PolicyPack) -> tuple[str, ...]:
    """Say of which articles the figures are missing."""
    cited = dict.fromkeys(str(each.citation) for each in pack.open_parameters())
    return (message("first_run.open_of", citations="; ".join(cited)),) if cited else ()
