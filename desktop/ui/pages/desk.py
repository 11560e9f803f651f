"""The round on the clerk's desk: read once for all entry pages, read anew after each change."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.rounds import Round
from desktop.domain.states import EDITABLE
from desktop.services.import_list import UnreadCell, unread_cells
from desktop.services.office import Office
from desktop.services.open_round import current_round
from desktop.services.round_view import RoundView, read_round
from desktop.ui.texts import message
from desktop.ui.widgets.finding_list import ShownFinding


@dataclass(frozen=True)
class Contents:
    """What lies on the desk."""

    view: RoundView
    findings: tuple[Finding, ...]
    unread: tuple[UnreadCell, ...]


class Desk(QObject):
    """Holds the office and its current round; `read` after a change, then every page shows the same."""

    renewed = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.round: Round | None = None
        self._contents: Contents | None = None
        self.read()

    @property
    def contents(self) -> Contents | None:
        """What was read last, None while there is no round."""
        return self._contents

    @property
    def view(self) -> RoundView | None:
        """The round as read last."""
        return self._contents.view if self._contents else None

    def read(self) -> None:
        """Read the round anew."""
        self.round = current_round(self.office)
        if self.round is None:
            self._contents = None
        else:
            view = read_round(self.office, self.round.id, self.view)
            self._contents = Contents(view, view.findings(), unread_cells(self.office, self.round.id))
        self.renewed.emit()

    def shown(self, findings: Sequence[Finding]) -> tuple[ShownFinding, ...]:
        """Put findings into words, with whose record they are about."""
        view = self.view
        return tuple(self._shown(view, each) for each in findings) if view else ()

    def _shown(self, view: RoundView, finding: Finding) -> ShownFinding:
        dossier = view.dossier(finding.subject)
        return ShownFinding(
            finding=finding,
            message=view.catalogue.message(finding),
            fix=view.catalogue.fix(finding),
            person=self._whose(view, finding, dossier),
            justification=_answer(view.dossiers, finding),
        )

    def _whose(self, view: RoundView, finding: Finding, dossier: Dossier | None) -> str:
        if dossier is not None:
            return dossier.person.full_name or message("ui.nameless")
        approval = view.approvals.get(finding.subject)
        if approval is not None:
            return approval.number
        attachment = view.attachments.get(finding.subject)
        return attachment.name if attachment else view.round.name


def _answer(dossiers: Sequence[Dossier], finding: Finding) -> str:
    answers = (each.text for dossier in dossiers for each in dossier.justifications if each.finding_key == finding.key)
    return next(answers, "")


def editable(dossier: Dossier) -> bool:
    """Tell whether the clerk may change it."""
    return dossier.state in EDITABLE
