"""The round on the clerk's desk, the newest or a chosen one: read once for all pages, anew after each change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.money import Dong
from desktop.domain.rounds import Round
from desktop.domain.states import EDITABLE
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.entry.history import History
from desktop.services.entry.unread import UnreadCell, unread_cells
from desktop.services.office import Office
from desktop.services.rounds.one_fault import Fault, faults_of, one_each
from desktop.services.rounds.open_round import all_rounds
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.sending.as_appraiser import CheckedAsAppraiser
from desktop.services.sending.decided_person import granted_amounts
from desktop.services.sending.plan_sending import SendingPlan, plan_sending
from desktop.ui.check_words import check_fix, check_message
from desktop.ui.pages_base import Changed, Page
from desktop.ui.texts import message
from desktop.ui.widgets.finding_groups import people_in_words
from desktop.ui.widgets.finding_list import ShownFinding, Told


@dataclass(frozen=True)
class Contents:
    """What lies on the desk."""

    view: RoundView
    findings: tuple[Finding, ...]
    unread: tuple[UnreadCell, ...]
    plan: SendingPlan
    """What would be sent now."""
    granted: Mapping[str, Dong] = field(default_factory=dict)
    """By id, what people get of whom it was decided otherwise than was asked."""

    @cached_property
    def open_ones(self) -> tuple[Finding, ...]:
        """What holds sending back, each fault once: the errors, then the warnings that nobody answered."""
        found = (*blocking(self.findings), *unjustified(self.findings, self.view.dossiers))
        return one_each(found, self.view.approvals)

    @cached_property
    def amounts(self) -> tuple[Dong | None, ...]:
        """What everybody of the list gets, None where it is not determined; what was decided counts before that."""
        supports = self.view.supports
        return tuple(self.granted.get(each.id, supports[each.id].amount) for each in self.view.dossiers)

    @cached_property
    def total(self) -> Dong:
        """The sum of what is determined."""
        return Dong(sum(each or 0 for each in self.amounts))


@dataclass(frozen=True)
class SeenAsAppraiser:
    """What the appraiser's checks found when they ran last, and the round as it stood then."""

    checked: CheckedAsAppraiser
    view: RoundView

    def found_in(self, view: RoundView) -> tuple[Finding, ...]:
        """Return what they found of people, documents and files that the round still holds."""
        here = {"", *(each.id for each in view.dossiers), *view.approvals, *view.attachments}
        return tuple(each for each in self.checked.findings if each.subject in here)


@dataclass(frozen=True)
class Looked:
    """What the office has: its rounds, the one to work on, and what is in it; None while there is no round."""

    rounds: tuple[Round, ...]
    round: Round | None
    contents: Contents | None
    after: int
    """How often the desk had been laid out before; an older look is not believed."""


class Desk(QObject):
    """Holds the office and its current round; `read` after a change, then every page shows the same."""

    renewed = Signal()

    def __init__(self, office: Office, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.history = History(round_id=lambda: self.round.id if self.round else "")
        self.round: Round | None = None
        self.rounds: tuple[Round, ...] = ()
        self._chosen = ""
        self._contents: Contents | None = None
        self._seen: SeenAsAppraiser | None = None
        self._laid_out = 0
        self.read()

    @property
    def contents(self) -> Contents | None:
        """What was read last, None while there is no round."""
        return self._contents

    @property
    def view(self) -> RoundView | None:
        """The round as read last."""
        return self._contents.view if self._contents else None

    @property
    def seen(self) -> SeenAsAppraiser | None:
        """The appraiser's checks as run last over this round, None before they were."""
        view, seen = self.view, self._seen
        return seen if view and seen and seen.view.round.id == view.round.id else None

    def note_seen(self, checked: CheckedAsAppraiser, view: RoundView) -> None:
        """Remember what the appraiser's checks found of the round as it stood."""
        self._seen = SeenAsAppraiser(checked, view)

    def choose(self, round_id: str) -> None:
        """Take another round onto the desk; "" is the one opened last."""
        self._chosen, self._contents = round_id, None
        self.read()

    def turn_to(self, round_id: str) -> None:
        """Read this round anew, brought onto the desk where it does not lie there."""
        if self.round and self.round.id == round_id:
            self.read()
        else:
            self.choose(round_id)

    def read(self) -> None:
        """Read the round anew."""
        self.take(self.look())

    def look(self, known: RoundView | None = None, looked: Callable[[int, int], None] | None = None) -> Looked:
        """Read the round anew without touching the desk: may be called where the store is read, off the window.

        What is `known` of the round, else what lies on the desk, is neither read nor found again. `looked` is told
        how many people were looked at of how many.
        """
        after, rounds = self._laid_out, all_rounds(self.office)
        newest = next(reversed(rounds), None)
        of = next((each for each in rounds if each.id == self._chosen), newest)
        if of is None:
            return Looked(rounds, None, None, after)
        view = read_round(self.office, of.id, known or self.view)
        if looked is not None:
            view.look_over(looked)
        unread = unread_cells(self.office, of.id, view.dossiers)
        granted = granted_amounts(self.office, view.dossiers)
        contents = Contents(view, view.findings(), unread, plan_sending(self.office, view), granted)
        contents.open_ones, contents.total  # noqa: B018 - worked out here, where nobody waits for the window
        return Looked(rounds, of, contents, after)

    def take(self, looked: Looked) -> None:
        """Put what was read onto the desk; where something else was put on since, what changed is read again."""
        if looked.after != self._laid_out:
            looked = self.look(looked.contents.view if looked.contents else None)
        self._laid_out += 1
        self.rounds, self.round, self._contents = looked.rounds, looked.round, looked.contents
        self.renewed.emit()

    def shown(self, findings: Sequence[Finding], *, named: bool = True) -> tuple[ShownFinding, ...]:
        """Return findings with whose record they are about; they are put into words when somebody looks at them.

        With names each fault comes once, however many people it holds back; without, they are one person's.
        """
        view = self.view
        if view is None:
            return ()
        answers, catalogue, nameless = _answers(view.dossiers), view.catalogue, message("ui.nameless")

        def told(finding: Finding) -> Told:
            return check_message(catalogue, finding), _with_source(check_fix(catalogue, finding), finding)

        def shown(fault: Fault) -> ShownFinding:
            finding, names = fault.finding, tuple(each or nameless for each in fault.names)
            person = (view.whose(finding.subject) or nameless) if named else ""
            answer = answers.get(finding.key, "") if answers else ""
            said = fault.naming(people_in_words(names)) if names else finding
            return ShownFinding.later(said, told, person, answer, of=fault.findings, names=names)

        return tuple(map(shown, faults_of(findings, view.approvals if named else ())))


class DeskPage(Page):
    """A page of what lies on the desk: filled anew at once where it is seen, else when it is told or shown.

    So that a change is not felt longer the more pages there are.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = False
        desk.renewed.connect(self._take_up)

    def refresh(self, changed: Changed | None) -> None:  # noqa: ARG002 - the desk was read anew already
        """Show what lies on the desk."""
        self._stale = False
        self._fill()

    def put_off(self, changed: Changed | None) -> None:  # noqa: ARG002 - the desk was read anew already
        """Fill the page when it is shown."""
        self._stale = True
        self._recount()

    def catch_up(self) -> None:
        """Show the desk as it is now."""
        if self._stale:
            self.refresh(None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the desk as it is now."""
        super().showEvent(event)
        self.catch_up()

    def _recount(self) -> None:
        """Learn what `count` says of the desk, where it does not ask the desk itself. Nothing to do by default."""

    def _fill(self) -> None:
        """Show what lies on the desk. Nothing to do by default."""

    def _take_up(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._fill()


def _answers(dossiers: Sequence[Dossier]) -> dict[str, str]:
    """Return what was answered to each finding, by its key; of several people's answers the last one."""
    given = [each for dossier in dossiers for each in dossier.justifications]
    return {each.finding_key: each.text for each in sorted(given, key=lambda each: each.written_at)}


def editable(dossier: Dossier) -> bool:
    """Tell whether the clerk may change it."""
    return dossier.state in EDITABLE


def _with_source(fix: str, finding: Finding) -> str:
    """Say which version of which policy pack asks for it, where one does."""
    if not finding.pack:
        return fix
    source = message("ui.by_pack", pack=finding.pack)
    return f"{fix} ({source})"
