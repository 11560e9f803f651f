"""Another version of a policy, offered by a package or chosen here: what it changes, then yes or no."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import Refusal
from desktop.domain.rounds import PolicyRef
from desktop.rules.policy import PolicyPack
from desktop.services.office import Office
from desktop.services.policies.compare_policies import PolicyImpact
from desktop.services.policies.install_policy import (
    OfferedPolicy,
    choose_version,
    impact_of,
    install_policy,
    read_policy_package,
)
from desktop.ui.pages.frames import Panel, button, heading, plain_label, row_of
from desktop.ui.pages.impact_view import ImpactView
from desktop.ui.pages_base import Banner
from desktop.ui.progress import Progress
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text
from desktop.ui.widgets.edits import TextEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone


@dataclass(frozen=True, slots=True)
class _Offer:
    """What is looked at: a pack with what it changes; `package` is None for a version that is here already."""

    pack: PolicyPack
    impact: PolicyImpact
    package: OfferedPolicy | None = None


class PolicyChange(Panel):
    """Stands in the place of the figures while one decides; nothing changes before "Áp dụng"."""

    told = Signal(object)
    """A Banner."""
    applied = Signal(str)
    """Id of the policy of which another version holds now."""
    opened = Signal(str)
    """Id of the policy that one decides about."""
    closed = Signal()

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Phiên bản khác của chính sách"))
        self._office, self._tasks = office, tasks
        self._offer: _Offer | None = None
        self.name, self.source = heading(), plain_label()
        self.name.setWordWrap(True)
        self.impact = ImpactView()
        self.reason = TextEdit()
        self._reason_field = LabelledField(self.tr("&Lý do"), self.reason, need=Need.REQUIRED)
        self.accept = button(self.tr("Á&p dụng phiên bản này"), next_step=True)
        self.decline = button(self.tr("Thôi, giữ phiên bản đang dùng"), quiet=True)
        for each in (self.name, self.source):
            self.column.addWidget(each)
        self.column.addWidget(self.impact, 1)
        self.column.addWidget(self._reason_field)
        self.column.addLayout(row_of(self, self.accept, self.decline))
        self.accept.clicked.connect(self._apply)
        self.decline.clicked.connect(self.close_panel)
        self.reason.textChanged.connect(self._allow)
        self.hide()

    def offer_package(self, path: Path) -> None:
        """Verify a package and show what it would change."""

        def work(progress: Progress) -> _Offer:
            offered = read_policy_package(self._office, path)
            return _Offer(offered.pack, self._impact(offered.pack, progress), offered)

        self._look(work, self.tr("Nhận gói {0}").replace("{0}", path.name))

    def offer_version(self, ref: PolicyRef) -> None:
        """Show what another version that is here would change."""

        def work(progress: Progress) -> _Offer:
            (pack,) = self._office.shelf.holding((ref,))
            return _Offer(pack, self._impact(pack, progress))

        self._look(work, self.tr("So sánh phiên bản {0}").replace("{0}", ref.version))

    def close_panel(self) -> None:
        """Forget what was offered."""
        self._offer = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _impact(self, pack: PolicyPack, progress: Progress) -> PolicyImpact:
        return impact_of(self._office, pack, progress=progress.report, cancelled=progress.cancelled)

    def _look(self, work: object, title: str) -> None:
        self._tasks.database(work, title=title, done=self._show, failed=self._refused, owner=self)  # type: ignore[arg-type]  # both works above

    def _show(self, offer: _Offer) -> None:
        if offer.package is not None and offer.package.already:
            sentence = self.tr("Gói này đang được dùng ở đây: phiên bản {0}. Không có gì thay đổi.")
            self.told.emit(Banner(sentence.replace("{0}", offer.pack.version), Tone.INFO))
            return
        self._offer = offer
        self.name.setText(offer.pack.title)
        self.source.setText(self._source(offer))
        self.impact.show_impact(offer.impact)
        self._reason_field.setVisible(offer.package is None)
        self.reason.set_text("")
        self._allow()
        self.show()
        self.opened.emit(offer.pack.id)
        self.accept.setFocus() if self.accept.isEnabled() else self.reason.setFocus()

    def _source(self, offer: _Offer) -> str:
        kept = self.tr("Hồ sơ đã gửi giữ nguyên phiên bản đã gửi cùng.")
        if offer.package is None:
            return self.tr("Phiên bản {0} đã có ở đây. {1}").format(offer.pack.version, kept)
        signer = offer.package.package.signer
        sentence = self.tr("Phiên bản {0} do {1} ký ngày {2}. Chữ ký, quyền công bố và {3} trường hợp mẫu đều đạt. {4}")
        day = f"{signer.claimed_signing_time.astimezone():%d/%m/%Y}"
        return sentence.format(offer.pack.version, signer.common_name, day, len(offer.pack.examples), kept)

    def _allow(self) -> None:
        needs_reason = self._offer is not None and self._offer.package is None
        self.accept.setEnabled(not needs_reason or bool(self.reason.text().strip()))

    def _apply(self) -> None:
        offer, reason = self._offer, self.reason.text()
        if offer is None:
            return

        def work(_progress: Progress) -> None:
            if offer.package is not None:
                install_policy(self._office, offer.package, offer.impact)
            else:
                choose_version(self._office, offer.pack.ref, reason, offer.impact)

        self._tasks.database(
            work, title=self.tr("Áp dụng phiên bản"), done=self._applied, failed=self._refused, owner=self
        )

    def _applied(self, _nothing: None) -> None:
        offer = self._offer
        assert offer is not None  # noqa: S101 - it was just applied
        told = self.tr("Từ nay tính theo phiên bản {0}: {1} người thay đổi.")
        self.close_panel()
        self.applied.emit(offer.pack.id)
        self.told.emit(Banner(told.format(offer.pack.version, len(offer.impact.changes)), Tone.OK))

    def _refused(self, refusal: Refusal) -> None:
        self.told.emit(Banner(refusal_text(refusal), Tone.ERROR))
