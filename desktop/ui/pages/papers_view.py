"""The papers of the person looked at: every document of theirs, what to look for in it, and the pins on its pages."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.documents.scans import render_page
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.evidence import EvidencePin
from desktop.domain.foreign_text import shown
from desktop.services.appraisal.received_view import Appraisal
from desktop.services.office import Office
from desktop.services.papers.pin_words import STEP_FIELDS, pin_for
from desktop.ui.pages.papers.pin_marks import marks_of, pin_key, pin_label
from desktop.ui.pages.preview_source import PreviewRunner
from desktop.ui.tasks import Tasks
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone, step, write_as
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage

_MOST_ROWS = 4


class PapersView(QWidget):
    """One paper at a time, chosen above, or by a pin below; it stays until somebody chooses another."""

    looked_at = Signal(object)
    """`EvidencePin`: the pin that is shown now."""

    def __init__(self, office: Office, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._pages: tuple[tuple[Approval | None, Attachment], ...] = ()
        self._dossier: Dossier | None = None
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Bản quét"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(10)
        self.to_check = QLabel()
        self.to_check.setWordWrap(True)
        self.to_check.setTextFormat(Qt.TextFormat.PlainText)
        self.to_check.setMinimumWidth(1)
        write_as(self.to_check, Tone.MUTED)
        self.preview = PagePreview(PreviewRunner(tasks, self, self.tr("Mở bản quét")))
        self.pins = QListWidget()
        self.pins.setAccessibleName(self.tr("Ghim của người này"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 1))
        for each in (self.choice, self.to_check):
            column.addWidget(each)
        column.addWidget(self.preview, 1)
        column.addWidget(self.pins)
        self.choice.currentIndexChanged.connect(self._show_file)
        self.pins.itemClicked.connect(self._look_at_item)
        self.pins.itemActivated.connect(self._look_at_item)
        self.preview.canvas.marks.chosen.connect(self._choose_pin)
        self._take(None, ())

    def show_appraisal(self, appraisal: Appraisal) -> None:
        """Show the papers of this person; the same ones again stay at the page they are at."""
        files = {each.sha256: each for each in appraisal.attachments}
        pages = (
            (paper, files[sha256]) for paper in appraisal.papers for sha256 in paper.attachments if sha256 in files
        )
        self._take(appraisal.dossier, tuple(pages))

    def show_field(self, *fields: str) -> bool:
        """Show the pin of the first of these fields that has one; False, and nothing moves, when none has."""
        pin = pin_for(self._standing(), fields)
        if pin is not None:
            self._look_at(pin)
        return pin is not None

    def show_step(self, step_id: str) -> None:
        """Show the paper that a step of the computation rests on, if it is pinned; else the paper stays as it is."""
        self.show_field(*STEP_FIELDS.get(step_id, ()))

    def _take(self, dossier: Dossier | None, pages: tuple[tuple[Approval | None, Attachment], ...]) -> None:
        same = bool(pages) and [each.sha256 for _, each in pages] == [each.sha256 for _, each in self._pages]
        self._dossier, self._pages = dossier, pages
        if not same:
            with QSignalBlocker(self.choice):
                self.choice.clear()
                self.choice.addItems([_named(paper, file) for paper, file in pages])
            self.choice.setVisible(len(pages) > 1)
        self._list_pins()
        if same:
            self._mark("")
        else:
            self._show_file()

    def _list_pins(self) -> None:
        with QSignalBlocker(self.pins):
            self.pins.clear()
            for each in self._standing():
                item = QListWidgetItem(self.tr("{what} · trang {page}").format(what=pin_label(each), page=each.page))
                item.setData(Qt.ItemDataRole.UserRole, pin_key(each))
                item.setToolTip(item.text())
                self.pins.addItem(item)
        rows = min(self.pins.count(), _MOST_ROWS)
        self.pins.setFixedHeight(round(self.fontMetrics().height() * (1.5 * rows + 0.5)))
        self.pins.setVisible(bool(rows))

    def _standing(self) -> tuple[EvidencePin, ...]:
        """Return the person's pins on pages that are here."""
        counts = {file.sha256: file.pages for _, file in self._pages}
        pins = self._dossier.pins if self._dossier else ()
        return tuple(each for each in pins if each.page <= counts.get(each.sha256, 0))

    def _show_file(self) -> None:
        place = self.choice.currentIndex()
        if not 0 <= place < len(self._pages):
            self.to_check.setVisible(False)
            self.preview.clear(self.tr("Người này không có bản quét văn bản nào kèm theo."))
            return
        paper, file = self._pages[place]
        looked_for = shown(paper.to_check) if paper else ""
        self.to_check.setText(self.tr("Cần xem: {what}").format(what=looked_for))
        self.to_check.setVisible(bool(looked_for))
        draw = partial(_drawn, self._office, file.sha256)
        self.preview.set_source(file.pages, draw, shown(_caption(paper) or file.name))
        self._mark("")

    def _mark(self, chosen: str) -> None:
        place = self.choice.currentIndex()
        if self._dossier is None or not 0 <= place < len(self._pages):
            return
        marks = marks_of((self._dossier,), self._pages[place][1].sha256, self._dossier.id)
        self.preview.show_marks(marks, chosen)

    def _look_at_item(self, item: QListWidgetItem) -> None:
        pin = self._pin(str(item.data(Qt.ItemDataRole.UserRole)))
        if pin is not None:
            self._look_at(pin)

    def _look_at(self, pin: EvidencePin) -> None:
        place = next(place for place, (_, file) in enumerate(self._pages) if file.sha256 == pin.sha256)
        self.choice.setCurrentIndex(place)
        key = pin_key(pin)
        self._mark(key)
        marks = marks_of((self._dossier,) if self._dossier else (), pin.sha256, pin.dossier_id)
        self.preview.look_at(next(each for each in marks if each.key == key))
        self._select(key)
        self.looked_at.emit(pin)

    def _choose_pin(self, key: str) -> None:
        """Tell in the list which mark was clicked."""
        self._mark(key)
        self._select(key)

    def _select(self, key: str) -> None:
        for row in range(self.pins.count()):
            if self.pins.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.pins.setCurrentRow(row)

    def _pin(self, key: str) -> EvidencePin | None:
        return next((each for each in self._standing() if pin_key(each) == key), None)


def _drawn(office: Office, sha256: str, page: int, width_px: int) -> RenderedPage:
    found = render_page(office.store.blobs.path(sha256), page + 1, width_px)
    return RenderedPage(found.width, found.height, found.rgb)


def _named(paper: Approval | None, file: Attachment) -> str:
    number = shown(paper.number) if paper else ""
    return f"{number} · {shown(file.name)}" if number else shown(file.name)


def _caption(approval: Approval | None) -> str:
    if approval is None:
        return ""
    parts = [f"{word(approval.kind)} {approval.number}"]
    parts += [format_date(approval.issued_on)] if approval.issued_on else []
    return " · ".join([*parts, approval.issuer])
