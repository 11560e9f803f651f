"""From the last problem of one person to the next person who has one."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.findings import Severity
from desktop.ui.pages.desk import Desk, editable
from desktop.ui.pages.person_pane import PersonPane


class ProblemWalk(QObject):
    """F8 and Shift+F8 go on through the people as listed, round again after the last.

    Notes and answered warnings hold nobody back: they are walked to where one is, but nobody is gone to for them.
    """

    def __init__(
        self, pane: PersonPane, desk: Desk, listed: Callable[[], tuple[str, ...]], arrive: Callable[[str], None]
    ) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._listed, self._arrive = pane, desk, listed, arrive
        pane.findings.round_again = False
        pane.findings.past_end.connect(self._go_on)

    def _go_on(self, by: int) -> None:
        shown = self._pane.dossier
        following = self._following(shown.id if shown else "", by)
        if following is None:
            self._pane.findings.go_first(by)
            return
        self._arrive(following)
        self._pane.findings.go_first(by)

    def _following(self, here: str, by: int) -> str | None:
        """Return who comes next with a problem, None when there is nobody else."""
        listed, waiting = self._listed(), self._waiting()
        start = listed.index(here) if here in listed else -1
        round_trip = (listed[(start + by * step) % len(listed)] for step in range(1, len(listed)))
        return next((each for each in round_trip if each in waiting), None)

    def _waiting(self) -> frozenset[str]:
        """Return who can be changed and has an error, an unanswered warning or a cell that was not read."""
        view, contents = self._desk.view, self._desk.contents
        if view is None or contents is None:
            return frozenset()
        answered = {each.finding_key for dossier in view.dossiers for each in dossier.justifications}
        found = {
            each.subject
            for each in contents.findings
            if each.severity is Severity.ERROR or (each.severity is Severity.WARNING and each.key not in answered)
        }
        unread = {each.dossier_id for each in contents.unread}
        open_to_change = {each.id for each in view.dossiers if editable(each)}
        return frozenset((found | unread) & open_to_change)
