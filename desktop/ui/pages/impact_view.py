"""Who changes under another version of a policy, by how much; read before anything is accepted or published."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.domain.money import Dong, format_dong
from desktop.rules.showing import NOT_KNOWN
from desktop.services.policies.compare_policies import Change, ChangeKind, Outcome, PolicyImpact
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.frames import heading, plain_label
from desktop.ui.texts import word
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.looks import Tone, step
from desktop.ui.widgets.marked import MarkedLine
from desktop.ui.widgets.marks import mark_icon

_TONES = {
    ChangeKind.GAINS: Tone.OK,
    ChangeKind.BECOMES_KNOWN: Tone.OK,
    ChangeKind.MORE: Tone.INFO,
    ChangeKind.LESS: Tone.WARNING,
    ChangeKind.LOSES: Tone.ERROR,
    ChangeKind.BECOMES_OPEN: Tone.WARNING,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImpactView", text)


class ImpactView(QWidget):
    """The totals in a sentence, then everybody who changes, the largest difference first."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.totals, self.open_line = heading(), plain_label(), MarkedLine()
        columns = (
            Column[Change]("name", _tr("Người"), lambda change: change.name, decoration=_mark),
            Column[Change]("kind", _tr("Thay đổi"), lambda change: word(change.kind)),
            Column[Change](
                "before", _tr("Đang là"), lambda change: outcome_text(change.before), _before, align_right=True
            ),
            Column[Change]("after", _tr("Sẽ là"), lambda change: outcome_text(change.after), _after, align_right=True),
            Column[Change](
                "difference",
                _tr("Chênh lệch"),
                lambda change: signed(change.difference),
                lambda change: change.difference,
                align_right=True,
            ),
            Column[Change]("where", _tr("Thuộc"), lambda change: change.where),
        )
        self._model = RecordTableModel(columns, lambda change: (change.where, change.subject_id), self)
        self.table: RecordTableView[Change] = RecordTableView(self._model, _tr("Những người thay đổi"))
        self._not_compared = EmptyState(
            _tr("Chưa so sánh"), _tr("Bấm So sánh để biết ai thay đổi và thay đổi bao nhiêu theo bản đang soạn.")
        )
        self._nobody = EmptyState(
            _tr("Không ai thay đổi"), _tr("Phiên bản này không đổi kết quả của ai trong những người được so sánh.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step(self, 2))
        for each in (self.title, self.totals, self.open_line):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        self.show_none()

    def _lay_bare(self) -> None:
        """Leave no gap where there is nothing to say."""
        for each in (self.title, self.totals):
            each.setVisible(bool(each.text()))

    def show_none(self) -> None:
        """Say that nothing was compared yet, or not since the last change."""
        self.title.setText("")
        self.totals.setText("")
        self.open_line.show_text(Tone.PLAIN, "", word=False)
        self._lay_bare()
        self.table.replace(())
        self.table.set_empty(self._not_compared)

    def show_impact(self, impact: PolicyImpact) -> None:
        """Show this comparison."""
        before = impact.before.version if impact.before else _tr("chưa có")
        self.title.setText(_tr("So sánh phiên bản {0} → {1}").format(before, impact.after.version))
        self.totals.setText(totals_text(impact))
        still = _tr("{0} người đủ điều kiện nhưng còn mức chưa có số liệu.").replace("{0}", str(impact.still_open))
        self.open_line.show_text(Tone.WARNING, still if impact.still_open else "", word=False)
        self._lay_bare()
        self.table.replace(impact.changes)
        self.table.set_empty(self._nobody)
        if impact.changes:
            self.table.selectRow(0)
        self.table.fit_columns(30)


def totals_text(impact: PolicyImpact) -> str:
    """Say how many change in which way, and what it comes to."""
    if not impact.people:
        return _tr("Ở đây không có ai đang được tính theo chính sách này.")
    counts = [(word(kind).lower(), impact.count(kind)) for kind in ChangeKind if kind is not ChangeKind.SAME]
    ways = ", ".join(f"{name} {count}" for name, count in counts if count)
    said = _tr("Trong {0} người, {1} người thay đổi").format(impact.people, len(impact.changes))
    sums = _tr("Tổng theo chính sách này: {0} → {1} ({2}).").format(
        total_text(impact.total_before), total_text(impact.total_after), signed(impact.difference)
    )
    return f"{said} ({ways}). {sums}" if ways else f"{said}. {sums}"


def total_text(total: int) -> str:
    """Return a sum of known amounts, in words where none is known."""
    return format_dong(Dong(total)) if total else _tr("chưa có số tiền")


def outcome_text(outcome: Outcome) -> str:
    """Return the amount, or why there is none."""
    if outcome.amount is not None:
        return format_dong(outcome.amount)
    if outcome.open:
        return NOT_KNOWN
    return _tr("chưa tính được") if outcome.eligible else _tr("không được hưởng")


def signed(difference: int) -> str:
    """Return a difference with its sign."""
    if not difference:
        return "0 đ"
    return f"{'+' if difference > 0 else '−'}{format_dong(Dong(abs(difference)))}"


def _before(change: Change) -> int:
    return change.before.amount or 0


def _after(change: Change) -> int:
    return change.after.amount or 0


def _mark(change: Change) -> QIcon:
    return mark_icon(_TONES.get(change.kind, Tone.INFO), QApplication.palette())
