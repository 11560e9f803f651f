"""Above the form: what was decided of the person, the amount, why, and what is still asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.foreign_text import shown
from desktop.domain.money import Dong, format_dong
from desktop.domain.rounds import Outcome
from desktop.services.sending.decided_person import DecidedPerson, decided_person
from desktop.services.sending.to_mend import Mending
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.frames import button
from desktop.ui.pages.moments import shown_moment
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine

_MOST_LINES = 4
"""Requests shown; the rest is counted, so that the form keeps its room."""
_TONES = {Outcome.APPROVED: Tone.OK, Outcome.ADJUSTED: Tone.WARNING, Outcome.REJECTED: Tone.ERROR}


class PersonDecision(QWidget):
    """Hidden for people of whom nothing was decided yet."""

    answer_wanted = Signal(str)
    """Key of the request to answer on the results page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._decided: DecidedPerson | None = None
        self.line = MarkedLine()
        self.answer_button = button(self.tr("Trả lời ở trang &Kết quả"))
        self.answer_button.clicked.connect(self._ask_answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.answer_button)
        self.hide()

    def show_for(self, dossier: Dossier | None) -> None:
        """Say what was decided of this person."""
        self._decided = decided_person(self._desk.office, dossier) if dossier else None
        told = self._told(self._decided) if self._decided else ""
        self.line.show_text(self._tone(), told, word=False)
        self.answer_button.setVisible(bool(self._open_keys()))
        self.setVisible(bool(told))

    def _told(self, decided: DecidedPerson) -> str:
        lines = [self._outcome(decided), *self._requests(decided)]
        if not decided.items and decided.decision.reasons:
            reasons = "; ".join(shown(each.words) for each in decided.decision.reasons)
            lines.append(self.tr("Lý do: {0}").format(reasons))
        return "\n".join(lines)

    def _outcome(self, decided: DecidedPerson) -> str:
        """Say who decided what, when, and what was asked for."""
        sentences = {
            Outcome.APPROVED: self.tr("{who} chấp thuận {granted}, ngày {day}."),
            Outcome.ADJUSTED: self.tr("{who} điều chỉnh còn {granted}, đề nghị {asked}, ngày {day}."),
            Outcome.RETURNED: self.tr("{who} trả lại lần {revision} để sửa, ngày {day}."),
            Outcome.REJECTED: self.tr("{who} từ chối, đề nghị {asked}, ngày {day}."),
        }
        decision = decided.decision
        return sentences[decision.outcome].format(
            who=shown(decided.decider) or self.tr("Nơi thẩm định"),
            granted=_money(decision.amount),
            asked=_money(decided.sent.amount),
            revision=decision.revision,
            day=shown_moment(decision.at),
        )

    def _requests(self, decided: DecidedPerson) -> list[str]:
        found = [
            f"{word(each.mending)} · {field_name(each.reason.field) or self.tr('Cả hồ sơ')}: {shown(each.reason.words)}"
            for each in decided.items
        ]
        rest = len(found) - _MOST_LINES
        more = [self.tr("… và {0} yêu cầu nữa, xem ở trang Kết quả").format(rest)] if rest > 0 else []
        return found[:_MOST_LINES] + more

    def _tone(self) -> Tone:
        if self._decided is None:
            return Tone.PLAIN
        if self._decided.decision.outcome is Outcome.RETURNED:
            return Tone.WARNING if self._open_keys() else Tone.INFO
        return _TONES[self._decided.decision.outcome]

    def _open_keys(self) -> list[str]:
        items = self._decided.items if self._decided else ()
        return [each.key for each in items if each.mending is Mending.OPEN]

    def _ask_answer(self) -> None:
        self.answer_wanted.emit(self._open_keys()[0])


def _money(amount: Dong | None) -> str:
    return "–" if amount is None else format_dong(amount)
