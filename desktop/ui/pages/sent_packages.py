"""Every package that was sent, and whether it was received: with number and day, or still waited for."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.arrivals.receive_receipt import SentPackage, sent_packages
from desktop.services.office import Office
from desktop.ui.arrival_words import receipt_words
from desktop.ui.models.records import Column, RecordTableModel
from desktop.ui.models.table import RecordTableView
from desktop.ui.models.table_height import TableHeight
from desktop.ui.pages.moments import shown_moment
from desktop.ui.texts import word

_MOST_ROWS = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("SentPackages", text)


class SentPackages(QWidget):
    """A low table, the last sent first; hidden until something was sent."""

    chosen = Signal(object)
    """The `SentPackage` under the cursor, None when there is none."""
    wanted = Signal(str)
    """The name of the file in which somebody wants to see what was sent: where it lies now, only they know."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        columns = (
            Column[SentPackage](
                "file", _tr("Gói đã gửi"), lambda each: each.submission.file_name, tooltip=_tr("Enter: mở gói để xem")
            ),
            Column[SentPackage]("purpose", _tr("Loại gói"), _purpose),
            Column[SentPackage](
                "sent", _tr("Gửi lúc"), lambda each: shown_moment(each.submission.created_at),
                sort=lambda each: each.submission.created_at,
            ),
            Column[SentPackage](
                "people", _tr("Số người"), lambda each: str(each.submission.people),
                sort=lambda each: each.submission.people, align_right=True,
            ),
            Column[SentPackage]("receipt", _tr("Phiếu tiếp nhận"), lambda each: receipt_words(each.receipt)),
        )  # fmt: skip  # one column, one place
        self._model = RecordTableModel(columns, identity=lambda each: each.submission.id)
        self.table: RecordTableView[SentPackage] = RecordTableView(self._model, _tr("Gói đã gửi"))
        self._height = TableHeight(self.table, 1, _MOST_ROWS)
        self.table.current_row_changed.connect(self.chosen)
        self.table.activated_row.connect(lambda sent: self.wanted.emit(sent.submission.file_name))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.table)
        self.hide()

    @property
    def current(self) -> SentPackage | None:
        """The package under the cursor."""
        return self.table.current_record()

    def refresh(self) -> None:
        """Read anew what was sent and received."""
        rows = sent_packages(self._office)
        self.table.replace(rows)
        if self.current is None and rows:
            self.table.selectRow(0)
        self.table.fit_columns()
        self.setVisible(bool(rows))
        self._height.hold(len(rows))
        self.chosen.emit(self.current)


def _purpose(sent: SentPackage) -> str:
    if sent.purpose is None:
        return _tr("Gói gốc")
    number = sent.original.sequence if sent.original else sent.submission.sequence
    return _tr("{0} gói {1}").format(word(sent.purpose), number)
