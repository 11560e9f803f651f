"""What the draft gives for example people, at once; one of them explained step by step."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.domain.dossiers import Group, Route
from desktop.rules.evaluate import compute
from desktop.rules.trace import Computation
from desktop.services.policies.compare_policies import Subject
from desktop.services.policies.open_people import example_people
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.pages.drafting.session import DraftSession
from desktop.ui.pages.frames import heading, quiet_label
from desktop.ui.widgets.answers import answer_of
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.steps_view import StepsView

_MOST = 30
"""People tried at each letter typed: a computation takes about a millisecond."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrialView", text)


@dataclass(frozen=True, slots=True)
class Trial:
    """Somebody with what the draft says of them."""

    subject: Subject
    computation: Computation

    @property
    def shown(self) -> str:
        """The amount, or why there is none."""
        answer = answer_of(self.computation)
        return answer.amount or answer.note


class TrialView(QWidget):
    """A list of people with amounts, and below it "Vì sao?" of the one under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        columns = (
            Column[Trial]("name", _tr("Người thử"), lambda trial: trial.subject.name),
            Column[Trial]("amount", _tr("Bản soạn cho"), lambda trial: trial.shown),
            Column[Trial]("where", _tr("Lấy từ"), lambda trial: trial.subject.where),
        )
        self._model = RecordTableModel(columns, lambda trial: trial.subject.id, self)
        self.table: RecordTableView[Trial] = RecordTableView(self._model, _tr("Kết quả thử"))
        self.table.set_empty(
            EmptyState(
                _tr("Chưa có người để thử"),
                _tr("Thêm trường hợp mẫu của nhóm và cách nghỉ này, hoặc nhận hồ sơ có người như vậy."),
            )
        )
        self.steps = StepsView()
        self.broken = quiet_label(_tr("Bản soạn còn lỗi nên chưa tính thử được. Sửa lỗi ghi bên trái."))
        self.broken.hide()
        place = QSplitter(Qt.Orientation.Vertical)
        place.addWidget(self.table)
        place.addWidget(self.steps)
        place.setSizes([3000, 4000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(_tr("Kết quả thử · Vì sao?")))
        column.addWidget(self.broken)
        column.addWidget(place, 1)
        self.table.current_row_changed.connect(self._explain)

    def show_trials(self, session: DraftSession, case: tuple[Group | None, Route | None]) -> None:
        """Try the draft on the people of its golden cases and of open records, as far as they are of this case."""
        tried = tuple(_trials(session, case))
        self.table.setVisible(session.current is not None)
        self.steps.setVisible(session.current is not None)
        self.broken.setHidden(session.current is not None)
        self.table.replace(tried)
        if tried and self.table.current_record() is None:
            self.table.selectRow(0)
        self.table.fit_columns(30)
        self._explain(self.table.current_record())

    def _explain(self, trial: Trial | None) -> None:
        self.steps.show_computation(trial.computation if trial else None)


def _trials(session: DraftSession, case: tuple[Group | None, Route | None]) -> list[Trial]:
    pack, others = session.current, session.others
    if pack is None:
        return []
    people = (*example_people(pack), *session.people)
    fitting = [each for each in people if (each.dossier.group, each.dossier.route) == case][:_MOST]
    return [Trial(each, compute(pack, each.dossier, approved_on=each.approved_on, others=others)) for each in fitting]
