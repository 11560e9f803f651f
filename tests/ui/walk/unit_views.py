"""What a clerk sees only when it is asked for: the way of a list, scans, messages, what came back, practice."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.evidence import EvidencePin
from desktop.domain.states import DossierState
from desktop.exchange.signing.pin import PinQuestion, PinState
from desktop.services.entry.edit_dossier import discard_dossier
from desktop.services.office import Office
from desktop.services.papers.pins import put_pin
from desktop.services.rounds.open_round import current_round
from desktop.services.rounds.round_view import read_round
from desktop.ui.messages import Messages
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.lists.wizard import CHECK, COLUMNS
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.results import ResultsPage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.pin_prompt import PinPrompt, _Waiting
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from tests.services.mending import OURS
from tests.services.papers.test_pins import PLACE, first
from tests.ui.walk.settling import wait_for
from tests.ui.walk.view import View

CARD = "031170505924||Nguyễn Thị Bích Ngọc|17091970|Nữ|Số 12, Lê Lợi, Hải Phòng|01012022"


def list_views(shell: Shell, tasks: Tasks, changed: Path) -> Iterator[View]:
    """The steps of a list into a round that holds its people already, so that the last compares."""
    people = shell.need(PeoplePage.page_id)
    wizard = people.wizard

    def step(place: int, act: Callable[[], None]) -> Callable[[], QWidget]:
        def show() -> QWidget:
            shell.show_page("people")
            act()
            wait_for(lambda: wizard.place == place and not tasks.busy)
            return people

        return show

    yield View("unit/list/file", shell, step(0, people.take_in))
    yield View("unit/list/columns", shell, step(COLUMNS, partial(wizard.open, OURS.workbook)))
    yield View("unit/list/same", shell, step(CHECK, wizard.go_on))

    def again() -> None:
        wizard.open(changed)
        wait_for(lambda: wizard.place == COLUMNS and not tasks.busy)
        wizard.go_on()

    yield View("unit/list/again", shell, step(CHECK, again))

    def cells() -> None:
        wizard.check_step.tabs.setCurrentIndex(1 - wizard.check_step.tabs.currentIndex())

    yield View("unit/list/cells", shell, step(CHECK, cells))

    def left() -> QWidget:
        wizard.close_wizard()
        shell.show_page("recovery")
        return shell.page

    yield View("unit/recovery/again", shell, left)


def first_list_views(shell: Shell, tasks: Tasks) -> Iterator[View]:
    """A list into a round that holds nobody."""
    people = shell.need(PeoplePage.page_id)

    def read() -> QWidget:
        shell.show_page("people")
        people.take_in()
        people.wizard.open(OURS.workbook)
        wait_for(lambda: people.wizard.place == COLUMNS and not tasks.busy)
        people.wizard.go_on()
        wait_for(lambda: people.wizard.place == CHECK and not tasks.busy)
        return people

    yield View("new-round/list/check", shell, read)


def card_view(shell: Shell) -> Iterator[View]:
    """A card of somebody else laid beside a record."""
    people = shell.need(PeoplePage.page_id)

    def show() -> QWidget:
        people.wizard.close_wizard()
        shell.show_page("people")
        people.sides.show_detail()
        people.pane.tabs.setCurrentIndex(0)
        people.pane.form.cards.take_text(CARD)
        return people

    yield View("unit/people/card", shell, show)


def binned_view(shell: Shell, office: Office) -> Iterator[View]:
    """The bin with somebody in it, and a history of what was done."""

    def show() -> QWidget:
        opened = current_round(office)
        assert opened is not None
        drafts = [each for each in read_round(office, opened.id).dossiers if each.state is DossierState.DRAFT]
        if len(drafts) > 1:
            discard_dossier(office, drafts[-1].id)
            shell.refresh()
        shell.show_page("recovery")
        return shell.page

    yield View("unit/recovery/bin", shell, show)


def told_views(shell: Shell) -> Iterator[View]:
    """What is told and asked over a window, and the chart of keys."""
    messages = Messages(shell)

    def opened(act: Callable[[], object]) -> Callable[[], QWidget]:
        def show() -> QWidget:
            shell.show_page("people")
            act()
            return _dialog(shell)

        return show

    text = "Chưa đóng gói được: 3 người còn thiếu quyết định (HS01). Gắn văn bản cho từng người hoặc bỏ họ khỏi đợt."
    yield View("unit/told/keys", shell, opened(shell.show_keys))
    yield View("unit/told/error", shell, opened(partial(messages.error, "Chưa gửi được", text)))
    ask = partial(messages.confirm, "Gửi 53 người cho Sở Tài chính?", text, yes="Gửi 53 người", done=lambda: None)
    yield View("unit/told/confirm", shell, opened(ask))
    reason = partial(messages.ask_text, "Rút hồ sơ", "Lý do rút hồ sơ", done=len)
    yield View("unit/told/reason", shell, opened(reason))
    secret = partial(messages.ask_secret, "nop-001.asice", "Mật khẩu khóa của đơn vị", done=len, keep=len)
    yield View("unit/told/secret", shell, opened(secret))
    prompt = PinPrompt(shell)
    prompt.window = shell
    question = PinQuestion("Nguyễn Văn Ký", "5401", PinState.LAST_TRY)

    def ask_pin() -> None:
        prompt._waiting.append(_Waiting(question))
        prompt._open(prompt._waiting[-1])

    yield View("unit/told/pin", shell, opened(ask_pin))


def answered_views(shell: Shell, office: Office, tasks: Tasks) -> Iterator[View]:
    """The same unit after its list was sent and answered: scans, pins, the result, what is to be mended."""
    approvals, people = shell.need(ApprovalsPage.page_id), shell.need(PeoplePage.page_id)
    for page_id in ("home", "people", "approvals", "submit", "results"):
        yield View(f"answered/{page_id}", shell, lambda page_id=page_id: _page(shell, page_id))
    yield View("answered/results/chosen", shell, lambda: _chosen_result(shell))
    yield View("answered/people/returned", shell, lambda: _returned(shell, people, office))
    yield from _scan_views(shell, approvals, tasks)


def package_views(shell: Shell, mail: Path) -> Iterator[View]:
    """Packages opened again to read: each tab of what was sent, and the people of what came back."""
    results = shell.need(ResultsPage.page_id)

    def opened(kind: str, tab: int) -> Callable[[], QWidget]:
        def show() -> QWidget:
            shell.show_page("results")
            (path,) = mail.glob(f"{kind}-*.asice")
            results.reopening.opened = None
            results.reopening.open_file(path)
            wait_for(lambda: results.reopening.opened is not None)
            dialog = results.reopening.opened
            dialog.tabs.setCurrentIndex(tab)
            return dialog

        return show

    for tab, name in enumerate(("origin", "people", "documents", "files")):
        yield View(f"answered/package/{name}", shell, opened("nop", tab))
    yield View("answered/package/decided", shell, opened("tra", 1))


def ready_views(shell: Shell, office: Office, tasks: Tasks) -> Iterator[View]:
    """A list that can go: the signing page, the appraiser's view of it, a pin with what it reads."""
    submit, approvals = shell.need(SubmitPage.page_id), shell.need(ApprovalsPage.page_id)

    def preview() -> QWidget:
        shell.show_page("submit")
        submit.preview_button.click()
        wait_for(lambda: not tasks.busy)
        return submit

    def pinned() -> QWidget:
        opened = current_round(office)
        assert opened is not None
        dossier, sha256 = first(office, opened.id)
        if not dossier.pins:
            put_pin(office, EvidencePin(dossier.id, "leave_on", sha256, 2, PLACE, "2024-11-01"))
            approvals._renew()
        shell.show_page("approvals", (sha256, dossier.id, "leave_on"))
        return approvals

    yield View("ready/submit", shell, lambda: _page(shell, "submit"))
    yield View("ready/submit/preview", shell, preview)
    yield View("ready/approvals/pin", shell, pinned)


def _scan_views(shell: Shell, approvals: ApprovalsPage, tasks: Tasks) -> Iterator[View]:
    def over(act: Callable[[], None]) -> Callable[[], QWidget]:
        def show() -> QWidget:
            shell.show_page("approvals")
            approvals._close_redaction()
            act()
            return _dialog(shell)

        return show

    def redaction() -> QWidget:
        shell.show_page("approvals")
        approvals._open_redaction()
        wait_for(lambda: not tasks.busy)
        return approvals

    yield View("answered/approvals/workshop", shell, over(approvals.scan_acts.edit))
    yield View("answered/approvals/packing", shell, over(approvals.scan_acts.pack))
    yield View("answered/approvals/redaction", shell, redaction)


def _chosen_result(shell: Shell) -> QWidget:
    shell.show_page("results")
    results = shell.need(ResultsPage.page_id)
    results.table.selectRow(0)
    return results


def _returned(shell: Shell, people: PeoplePage, office: Office) -> QWidget:
    opened = current_round(office)
    assert opened is not None
    found = next(each for each in read_round(office, opened.id).dossiers if each.state is DossierState.RETURNED)
    shell.show_page("people", found.id)
    return people


def _page(shell: Shell, page_id: str) -> QWidget:
    shell.show_page(page_id)
    return shell.page


def _dialog(shell: Shell) -> QWidget:
    found = [each for each in shell.findChildren(QDialog) if each.isVisible()]
    return found[-1]
