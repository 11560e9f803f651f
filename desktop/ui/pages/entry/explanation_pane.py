"""Why somebody gets what they get: the steps of one policy, chosen where several were computed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.rules.salary_months import salary_months
from desktop.rules.trace import Computation
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.frames import label_for, tell_whole
from desktop.ui.widgets.steps_view import StepsView


class ExplanationPane(QWidget):
    """Stays with the policy that was asked for, from person to person."""

    print_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._policy = ""
        self._dossier: Dossier | None = None
        self._computations: tuple[Computation, ...] = ()
        self.steps, self.policies = StepsView(), QComboBox()
        self.copy_button = QPushButton(self.tr("Chép"))
        self.copy_button.setToolTip(self.tr("Chép toàn bộ diễn giải để dán vào thư, văn bản"))
        self.print_button = QPushButton(self.tr("In phiếu…"))
        self.print_button.setToolTip(self.tr("In Phiếu tính hỗ trợ (Biểu 03) của người này (Ctrl+P)"))
        self._lay_out()
        self.policies.activated.connect(self._choose)
        self.copy_button.clicked.connect(self.steps.copy_all)
        self.print_button.clicked.connect(self.print_asked)

    def show_computations(self, dossier: Dossier, computations: tuple[Computation, ...]) -> None:
        """Explain the policy that was asked for last, else the first that applies."""
        self._dossier, self._computations = dossier, computations
        asked = next((each for each in computations if each.policy.id == self._policy), None)
        place = computations.index(asked or next((each for each in computations if each.applies), computations[0]))
        self.policies.clear()
        self.policies.addItems([each.title for each in computations])
        self.policies.setCurrentIndex(place)
        for each in (self._label, self.policies):
            each.setVisible(len(computations) > 1)
        self._show(place)

    def ask_for(self, computation: Computation) -> None:
        """Explain this one, and its policy from now on."""
        self._policy = computation.policy.id
        if self._dossier is not None:
            self.show_computations(self._dossier, self._computations)

    def take_focus(self) -> None:
        """Give the keyboard to the steps."""
        self.steps.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, place: int) -> None:
        self._policy = self._computations[place].policy.id
        self._show(place)

    def _show(self, place: int) -> None:
        shown, view, dossier = self._computations[place], self._desk.view, self._dossier
        pack = next((each for each in view.packs if each.id == shown.policy.id), None) if view else None
        self.steps.show_computation(shown, salary_months(pack, dossier, shown) if pack and dossier else ())

    def _lay_out(self) -> None:
        self.policies.setAccessibleName(self.tr("Chính sách được giải thích"))
        self.policies.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.policies.setMinimumContentsLength(12)
        tell_whole(self.policies)
        self._label = label_for(self.policies, self.tr("Theo chính sách"))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self.policies)
        column.addWidget(self.steps, 1)
        column.addLayout(buttons)
