"""The papers of one person beside their form: what is needed, what is there, and the pages with the pins."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown
from desktop.services.papers.links import give_paper, has_paper, take_paper
from desktop.services.papers.needed import PaperLine, PaperStanding, papers_of
from desktop.services.papers.pin_words import pin_for
from desktop.services.papers.pins import documents_of
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.frames import tell_whole
from desktop.ui.pages.papers.paper_tones import STANDING_TONES
from desktop.ui.pages.papers.pin_pane import PinPane
from desktop.ui.pages.papers.undoing import note_papers
from desktop.ui.pages.people_table import name_of
from desktop.ui.pages.undo_banner import undo_banner
from desktop.ui.pages_base import Banner
from desktop.ui.tasks import Tasks
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.full_height import flowing
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marks import mark_icon

_ROLE = Qt.ItemDataRole.UserRole
_DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 1
_OUT_OF_SIGHT = 10
"""Lines of height that it asks for while another tab is seen."""


class PersonPapers(QWidget):
    """A line per paper; Enter shows it, or begins the one that is missing. Documents of the round are given here."""

    said = Signal(object)
    """`Banner`."""
    go = Signal(str, object)
    changed = Signal()
    """Papers or pins are others now; the desk was read anew."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dossier: Dossier | None = None
        self._lines: tuple[PaperLine, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Giấy tờ của người này"))
        self.list.setWordWrap(True)
        self.documents = QComboBox()
        self.documents.setAccessibleName(self.tr("Văn bản đã có trong đợt"))
        self.documents.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.documents.setMinimumContentsLength(8)
        tell_whole(self.documents)
        self.give = QPushButton(self.tr("Gắn"))
        self.give.setToolTip(self.tr("Gắn văn bản đã chọn bên trái cho người này"))
        self.new = QPushButton(self.tr("Văn bản mới…"))
        self.new.setToolTip(self.tr("Ghi một văn bản mới cho giấy tờ đang chọn của người này"))
        self.take = QPushButton(self.tr("Gỡ"))
        self.take.setToolTip(self.tr("Gỡ văn bản đang chọn khỏi người này"))
        self.pins = PinPane(desk, tasks)
        self.pins.bar.hide_person()
        self._lay_out()
        self._connect()

    def show_person(self, dossier: Dossier | None) -> None:
        """Show the papers of this person; the document shown stays while it is theirs."""
        another = dossier is None or self._dossier is None or dossier.id != self._dossier.id
        self._dossier = dossier
        view = self._desk.view
        self._lines = papers_of(view, dossier) if view and dossier and self.isVisible() else ()
        chosen = None if another else self._chosen_document()
        self._list_lines()
        self._offer_documents()
        self._show_document(chosen or self._first())

    def look_for(self, field: str) -> None:
        """Show the pin of this field, if there is one; else the page stays as it is."""
        view, dossier = self._desk.view, self._dossier
        pin = pin_for(dossier.pins, (field,)) if dossier else None
        if view is None or dossier is None or pin is None:
            return
        of = next((each for each in documents_of(view, dossier) if pin.sha256 in each.attachments), None)
        if of is not None:
            self._show_document(of)
            self.pins.aim(dossier.id, field)

    def claim(self, *, whole: bool) -> None:
        """Ask for the room in which nothing is squeezed, or, while others are seen, for as little as they need."""
        self.setMinimumSize(*((0, 0) if whole else (1, self.fontMetrics().height() * _OUT_OF_SIGHT)))

    def take_focus(self) -> None:
        """Give the keyboard to the papers."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Vă&n bản"))
        label.setBuddy(self.documents)
        buttons = flowing(self, label, self.documents, self.give, self.take, self.new)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(step(self, 1))
        above.addWidget(self.list, 1)
        above.addWidget(buttons)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(top)
        parts.addWidget(self.pins)
        parts.setStretchFactor(1, 1)
        parts.setSizes([1, 3])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)
        self.list.setMinimumHeight(round(self.fontMetrics().height() * 3))
        self.claim(whole=False)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._follow)
        self.list.itemActivated.connect(self._open)
        self.give.clicked.connect(self._give)
        self.take.clicked.connect(self._take)
        self.new.clicked.connect(self._begin)
        self.pins.said.connect(self.said)
        self.pins.changed.connect(self.changed)

    def _list_lines(self) -> None:
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for line in self._lines:
                for document in line.documents or (None,):
                    self.list.addItem(self._item(line, document))
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))

    def _item(self, line: PaperLine, document: Approval | None) -> QListWidgetItem:
        number = f" – {shown(document.number)}" if document and document.number else ""
        item = QListWidgetItem(f"{word(line.standing)}: {shown(line.kind.label)}{number}")
        item.setIcon(mark_icon(STANDING_TONES[line.standing], self.palette()))
        item.setData(_ROLE, line.kind.id)
        item.setData(_DOCUMENT_ROLE, document.id if document else "")
        about = self.tr("Xem: {verify}").format(verify=line.kind.verify) if line.kind.verify else ""
        item.setToolTip("\n".join(each for each in (item.text(), about, line.kind.source) if each))
        return item

    def _offer_documents(self) -> None:
        """Offer what the round has and the person has not, documents of the chosen paper first."""
        view, dossier = self._desk.view, self._dossier
        wanted = self._chosen_kind()
        others = (
            [each for each in view.approvals.values() if dossier and not has_paper(dossier, each.id)] if view else []
        )
        with QSignalBlocker(self.documents):
            self.documents.clear()
            for each in sorted(others, key=lambda one: one.proves != wanted):
                self.documents.addItem(shown(each.number or each.summary or each.issuer), each.id)
        may = dossier is not None and editable(dossier)
        self.documents.setEnabled(may and bool(others))
        self.give.setEnabled(may and bool(others))
        self.new.setEnabled(may)
        self.take.setEnabled(may and self._chosen_document() is not None)

    def _follow(self) -> None:
        self._offer_documents()
        chosen = self._chosen_document()
        if chosen is not None:
            self._show_document(chosen)

    def _open(self) -> None:
        """Show the paper with the keyboard in it, or begin the one that is missing."""
        if self._chosen_document() is not None:
            self.pins.preview.setFocus()
        elif self.documents.count() and self._fits():
            self._give()
        elif self.new.isEnabled():
            self._begin()

    def _fits(self) -> bool:
        """Whether the document offered first is the paper that is chosen."""
        view = self._desk.view
        offered = view.approvals.get(str(self.documents.currentData())) if view else None
        return offered is not None and offered.proves == self._chosen_kind()

    def _give(self) -> None:
        self._act(str(self.documents.currentData()), give=True)

    def _take(self) -> None:
        chosen = self._chosen_document()
        if chosen is not None:
            self._act(chosen.id, give=False)

    def _begin(self) -> None:
        if self._dossier is not None:
            self.go.emit("approvals", ("", self._dossier.id, self._chosen_kind()))

    def _act(self, approval_id: str, *, give: bool) -> None:
        view, dossier = self._desk.view, self._dossier
        if view is None or dossier is None or approval_id not in view.approvals:
            return
        try:
            changed = (give_paper if give else take_paper)(self._desk.office, approval_id, (dossier.id,))
        except Refusal as refusal:
            self.said.emit(Banner(refusal_text(refusal), Tone.ERROR))
            return
        told = self.tr("gắn văn bản {number} cho {name}") if give else self.tr("gỡ văn bản {number} khỏi {name}")
        label = told.format(number=view.approvals[approval_id].number, name=name_of(dossier))
        step_back = note_papers(self._desk, label, changed)
        self._renew()
        text = self.tr("Đã {act}.").format(act=label)
        self.said.emit(undo_banner(self._desk, step_back, text, self.said.emit, self._renew))

    def _renew(self) -> None:
        self._desk.read()
        self.changed.emit()

    def _show_document(self, approval: Approval | None) -> None:
        self.pins.show_document(approval, self._dossier.id if self._dossier else "")

    def _chosen_kind(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_ROLE)) if item else ""

    def _chosen_document(self) -> Approval | None:
        item, view = self.list.currentItem(), self._desk.view
        return view.approvals.get(str(item.data(_DOCUMENT_ROLE))) if item and view else None

    def _first(self) -> Approval | None:
        """Return the first document that is there."""
        there = (line.documents for line in self._lines if line.standing is not PaperStanding.MISSING)
        return next((each for documents in there for each in documents), None)
