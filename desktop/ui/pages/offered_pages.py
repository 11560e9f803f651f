"""The pages of an office's window, each made, and its code loaded, when somebody first goes there.

So the window is there at once and holds only what is used.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.entry.typed_parts import Form
from desktop.services.office import Office
from desktop.services.parent_units.subordinates import subordinate_items
from desktop.ui.messages import Messages
from desktop.ui.pages import page_counts
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.page_names import page_name
from desktop.ui.pages_base import LaterPage, Page
from desktop.ui.tasks import Tasks

FORM_PAGES = {
    Form.PERSON: "people",
    Form.APPROVAL: "approvals",
    Form.DOCUMENT: "approvals",
    Form.ANSWER: "checks",
    Form.REPLY: "results",
}
"""On which page each form is typed in."""


def _later(
    page_id: str,
    icon: str,
    make: Callable[[QWidget], Page],
    count: Callable[[], tuple[int, bool]] | None = None,
    *,
    at_foot: bool = False,
) -> LaterPage:
    return LaterPage(page_id, page_name(page_id), icon, make, count or _nothing, at_foot)


def _nothing() -> tuple[int, bool]:
    return 0, False


class CommonPages:
    """What every office has."""

    def __init__(self, office: Office, tasks: Tasks, messages: Messages, desk: Desk | None = None) -> None:
        self.office, self.tasks, self.messages, self.desk = office, tasks, messages, desk

    def home(self) -> LaterPage:
        """Offer what is to be done."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.home import HomePage

            return HomePage(self.office, self.desk, parent)

        return _later("home", "home", make)

    def policy(self) -> LaterPage:
        """Offer the policies."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.policy import PolicyPage

            return PolicyPage(self.office, self.tasks, self.messages, self.desk, parent)

        return _later("policy", "policy", make)

    def trust(self) -> LaterPage:
        """Offer keys and certificates."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.trust import TrustPage

            return TrustPage(self.office, self.tasks, self.messages, parent)

        return _later("trust", "trust", make, partial(page_counts.trust, self.office))

    def check_catalogue(self) -> LaterPage:
        """Offer the list of checks."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.check_catalogue import CheckCataloguePage

            return CheckCataloguePage(self.office, self.desk, self.messages, parent)

        return _later("check-catalogue", "catalogue", make)

    def settings(self) -> LaterPage:
        """Offer the settings."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.settings import SettingsPage

            return SettingsPage(self.office, parent)

        return _later("settings", "settings", make, at_foot=True)


class FinancePages(CommonPages):
    """What Sở Tài chính has."""

    def all(self) -> tuple[LaterPage, ...]:
        """Return the pages in the order of the rail."""
        own = (self.home(), self.inbox(), self.appraisal(), self.policy(), self.draft())
        return (*own, self.trust(), self.check_catalogue(), self.settings())

    def inbox(self) -> LaterPage:
        """Offer the packages received."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.inbox import InboxPage

            return InboxPage(self.office, self.tasks, self.messages, parent)

        return _later("inbox", "inbox", make, partial(page_counts.packages, self.office))

    def appraisal(self) -> LaterPage:
        """Offer the people to decide on."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.appraisal import AppraisalPage

            return AppraisalPage(self.office, self.tasks, self.messages, parent)

        return _later("appraisal", "appraise", make, partial(page_counts.undecided, self.office))

    def draft(self) -> LaterPage:
        """Offer the drafting of policies."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.drafting.page import DraftPage

            return DraftPage(self.office, self.tasks, self.messages, parent)

        return _later("draft", "draft", make, partial(page_counts.drafts, self.office))


class HomeAffairsPages(CommonPages):
    """What Sở Nội vụ has so far."""

    def all(self) -> tuple[LaterPage, ...]:
        """Return the pages in the order of the rail."""
        return (self.home(), self.mail(), self.policy(), self.trust(), self.check_catalogue(), self.settings())

    def mail(self) -> LaterPage:
        """Offer the packages to look into."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.mail import MailPage

            return MailPage(self.office, self.tasks, self.messages, parent)

        return _later("mail", "inbox", make)


class UnitPages(CommonPages):
    """What a unit has; `page_of` leads to the page that a form is typed in."""

    def __init__(self, desk: Desk, tasks: Tasks, messages: Messages, page_of: Callable[[Form], Page]) -> None:
        super().__init__(desk.office, tasks, messages, desk)
        self.on_desk, self.page_of = desk, page_of

    def all(self) -> tuple[LaterPage, ...]:
        """Return the pages in the order of the rail."""
        return (
            self.home(),
            self.people(),
            self.approvals(),
            self.checks(),
            *self.subordinates(),
            self.submit(),
            self.results(),
            self.policy(),
            self.trust(),
            self.check_catalogue(),
            self.recovery(),
            self.settings(),
        )

    def people(self) -> LaterPage:
        """Offer the list of people."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.people import PeoplePage

            return PeoplePage(self.on_desk, self.tasks, self.messages, parent)

        return _later("people", "people", make, partial(page_counts.people, self.on_desk))

    def approvals(self) -> LaterPage:
        """Offer the documents."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.approvals import ApprovalsPage

            return ApprovalsPage(self.on_desk, self.tasks, self.messages, parent)

        return _later("approvals", "approval", make, partial(page_counts.approvals, self.on_desk))

    def checks(self) -> LaterPage:
        """Offer what was found."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.checks import ChecksPage

            return ChecksPage(self.on_desk, self.tasks, self.messages, parent)

        return _later("checks", "check", make, partial(page_counts.checks, self.on_desk))

    def subordinates(self) -> tuple[LaterPage, ...]:
        """Offer a parent unit its page; a unit that gets the right has it when the program is opened next."""
        if not (takes_in_subordinates(self.office) or subordinate_items(self.office)):
            return ()

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.subordinates import SubordinatesPage

            return SubordinatesPage(self.office, self.tasks, self.messages, parent)

        return (_later("subordinates", "inbox", make, partial(page_counts.subordinates, self.office)),)

    def submit(self) -> LaterPage:
        """Offer the sending."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.submit import SubmitPage

            return SubmitPage(self.on_desk, self.tasks, self.messages, parent)

        return _later("submit", "send", make, partial(page_counts.to_send, self.on_desk))

    def results(self) -> LaterPage:
        """Offer what came back."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.results import ResultsPage

            return ResultsPage(self.on_desk, self.tasks, self.messages, parent)

        return _later("results", "result", make, partial(page_counts.outcomes, self.on_desk))

    def recovery(self) -> LaterPage:
        """Offer what can be got back."""

        def make(parent: QWidget) -> Page:
            from desktop.ui.pages.entry.recovery import RecoveryPage

            return RecoveryPage(self.on_desk, self.tasks, self.page_of, parent)

        return _later("recovery", "undo", make, partial(page_counts.interrupted, self.on_desk))
