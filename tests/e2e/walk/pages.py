"""The pages as the clerk knows them: which keys lead where. What a page looks like inside is known here alone.

Conditions are read from the window to know when the machine is ready; everything that is done is done by the hand.
"""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QLabel, QWidget

from desktop.app import Program
from desktop.domain.findings import Finding
from desktop.ui.pages.approvals import ApprovalsPage
from desktop.ui.pages.checks import ChecksPage
from desktop.ui.pages.desk import DeskPage
from desktop.ui.pages.lists.wizard import ListWizard
from desktop.ui.pages.lists.wizard_frame import COLUMNS
from desktop.ui.pages.people import PeoplePage
from desktop.ui.pages.submit import SubmitPage
from desktop.ui.shell import Shell
from desktop.ui.widgets.mnemonics import key_of
from tests.e2e.walk.hand import ALT, CTRL, Hand, Stuck

Key = Qt.Key


class Window:
    """The program's window, with what is common to all pages."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self.program, self.hand = program, hand
        shell = program.window
        if not isinstance(shell, Shell):
            raise Stuck("the program shows no office")
        self.shell: Shell = shell
        hand.wait(lambda: shell.isActiveWindow() or shell.activateWindow(), "the window to have the keyboard")

    def page(self, page_id: str) -> None:
        """Go to a page by its place on the rail."""
        hand = self.hand
        place = self.shell.page_ids.index(page_id) + 1
        hand.think()
        hand.press(Key(Key.Key_0 + place), CTRL)
        hand.wait(lambda: self.shell.page.page_id == page_id, f"page {page_id}")

    def alt(self, holder: QWidget) -> None:
        """Press Alt and the letter that is underlined in a text now; Tab would do where there is none."""
        self.hand.wait(lambda: holder.isVisible() and holder.isEnabled(), f"{holder.text()!r} to be offered")
        self.hand.alt_down()
        key = key_of(holder.text())
        if not key:
            what = f"no key leads to {holder.text()!r}"
            raise Stuck(what)
        self.hand.press(Key(ord(key.upper())), ALT)

    def idle(self) -> None:
        """Wait until no work is under way."""
        self.hand.wait(lambda: not self.program.tasks.busy, "the work to end")

    def choose_in_dialog(self, *names: str) -> None:
        """Type names into the file dialog that has opened, or is about to, and accept it."""
        hand = self.hand
        hand.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the file dialog")
        dialog = QApplication.activeModalWidget()
        hand.wait(
            lambda: dialog.windowHandle().isActive() or dialog.activateWindow(), "the dialog to have the keyboard"
        )
        hand.think()
        hand.retype(names[0] if len(names) == 1 else " ".join(f'"{each}"' for each in names))
        wanted = {Path(each).name for each in names}
        hand.wait(  # the dialog reads folders beside, and takes what it knows
            lambda: wanted <= {Path(each).name for each in dialog.selectedFiles()}, f"the dialog to know {wanted}"
        )
        hand.enter()
        if QApplication.activeModalWidget() is dialog:  # the first Enter took the suggestion
            hand.enter()
        hand.wait(lambda: QApplication.activeModalWidget() is None, "the file dialog to close")
        self.hand.wait(lambda: self.shell.isActiveWindow() or self.shell.activateWindow(), "the window again")

    def find(self, kind: type[DeskPage]) -> DeskPage:
        """Return a page; it is made now if nobody has gone there yet."""
        found = self.shell.need(kind.page_id)
        assert isinstance(found, kind)
        return found

    def button(self, words: str) -> QWidget:
        """Find a button that is seen by its words."""
        for each in self.shell.page.findChildren(QAbstractButton):
            if each.isVisible() and each.text().replace("&", "") == words:
                return each
        what = f"there is no button {words}"
        raise Stuck(what)

    @property
    def said(self) -> str:
        """What stands in the banner."""
        return " ".join(each.text() for each in self.shell._banner.findChildren(QLabel))

    def tab_to(self, wanted: QWidget, *, most: int = 30) -> None:
        """Press Tab until a part of the page has the keyboard: each press counts."""
        for _ in range(most):
            focus = QApplication.focusWidget()
            if focus is wanted or (focus is not None and wanted.isAncestorOf(focus)):
                return
            self.hand.press(Key.Key_Tab)
        msg = f"Tab does not lead to {wanted}"
        raise Stuck(msg)


class Home:
    """The page with what is to be done."""

    def __init__(self, window: Window) -> None:
        self.window, self.hand = window, window.hand

    def open_round(self, name: str, period: str) -> None:
        """Fill the form that stands there while there is no round."""
        hand = self.hand
        hand.think()
        hand.retype(name)
        hand.press(Key.Key_Tab)
        hand.think()
        hand.retype(period)
        self.window.alt(self.window.button("Lập đợt"))
        people = self.window.find(PeoplePage)
        hand.wait(lambda: people._desk.round is not None, "the round")
        hand.note("round", period=period)


class People:
    """The list and the form."""

    def __init__(self, window: Window) -> None:
        self.window, self.hand = window, window.hand
        page = window.find(PeoplePage)
        assert isinstance(page, PeoplePage)
        self.page = page

    def take_list_in(self, path: Path, people: int) -> None:
        """Take the workbook in through the wizard: file, columns as they are guessed, check, result."""
        hand, wizard = self.hand, self.page.wizard
        self.window.page("people")
        hand.think()
        self.window.alt(self.page.bar.import_button)
        hand.wait(wizard.file_step.zone.button.hasFocus, "the choice of a file")
        hand.press(Key.Key_Space)
        self.window.choose_in_dialog(path.name)
        hand.wait(lambda: wizard.place == COLUMNS and self._rests(wizard), "the columns")
        for after in ("the check", "the result", "the list"):
            hand.wait(lambda: self._rests(wizard), f"the wizard before {after}")
            place = wizard.place
            hand.read(wizard.heading.text())
            hand.think()
            self.window.alt(wizard.next_button)
            hand.wait(lambda: wizard.place > place or not wizard.isVisible(), after)  # noqa: B023
        self.window.idle()
        hand.wait(lambda: self.page.count()[0] == people, f"{people} people in the list")
        hand.note("list", people=people)

    def _rests(self, wizard: ListWizard) -> bool:
        return not self.window.program.tasks.busy and wizard.next_button.isEnabled()

    def field(self, name: str) -> QWidget:
        return self.page.pane.form._fields[name]

    def has_keyboard(self, name: str) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.field(name).isAncestorOf(focus)

    def type_into(self, name: str, text: str) -> None:
        """Type a value into the field that has the keyboard, and leave it by Enter."""
        if not self.has_keyboard(name):
            msg = f"the keyboard is not in {name} but in {QApplication.focusWidget()}"
            raise Stuck(msg)
        self.hand.think()
        self.hand.retype(text)
        self.hand.enter()
        self.hand.note("field", person=self.page.table.current_record().id, name=name, value=text)

    def choose_in(self, name: str, text: str) -> None:
        """Choose in a list that has the keyboard, from its top down."""
        if not self.has_keyboard(name):
            msg = f"the keyboard is not in {name} but in {QApplication.focusWidget()}"
            raise Stuck(msg)
        self.hand.think()
        focus = QApplication.focusWidget()
        if not isinstance(focus, QComboBox):
            msg = f"{name} is no list to choose from"
            raise Stuck(msg)
        self.hand.press(Key.Key_Home)
        for _ in range(focus.count()):
            if text in focus.currentText():
                break
            self.hand.press(Key.Key_Down)
        if text not in focus.currentText():
            msg = f"{text} cannot be chosen in {name}"
            raise Stuck(msg)
        self.hand.enter()
        self.hand.note("field", person=self.page.table.current_record().id, name=name, value=text)

    def confirm_career(self) -> None:
        """Tick that the career was compared with the insurance book."""
        self.hand.think()
        tick = self.page.pane.form.career.checked
        self.window.alt(tick)
        self.hand.wait(tick.isChecked, "the tick")
        self.hand.note("field", person=self.page.table.current_record().id, name="checked_against_book", value="true")


class Approvals:
    """The register of documents."""

    def __init__(self, window: Window) -> None:
        self.window, self.hand = window, window.hand
        page = window.find(ApprovalsPage)
        assert isinstance(page, ApprovalsPage)
        self.page = page

    def attach(self, files: dict[str, tuple[str, ...]], issuers: dict[str, str]) -> None:
        """Give each document, by its number, the scans with these names: with the mouse, as one works down a list.

        An issuer that the list did not name is typed from the paper.
        """
        self.window.page("approvals")
        for row in range(len(files)):
            self.hand.think()
            self._click_row(row)
            number = self.page.table.current_record().number
            if not self.page.table.current_record().issuer:
                self._type_issuer(issuers[number])
            self.hand.click(self.page.drop.button)
            self.window.choose_in_dialog(*files[number])
            self.hand.wait(lambda: self._attached() == len(files[number]), f"the scans of {number}")  # noqa: B023
            self.window.idle()
            self.hand.note("scan", number=number)

    def _type_issuer(self, issuer: str) -> None:
        tabs, editor = self.page.tabs, self.page.details.issuer
        if not editor.isVisible():
            bar = tabs.tabBar()
            self.hand.click(bar, bar.tabRect(tabs.indexOf(self.page.details)).center())
        self.hand.click(editor)
        self.hand.retype(issuer)
        self.hand.enter()
        self.hand.wait(lambda: self.page.table.current_record().issuer == issuer, "the issuer to be kept")

    def _attached(self) -> int:
        return len(self.page.table.current_record().attachments)

    def _click_row(self, row: int) -> None:
        table = self.page.table
        self.hand.click(table.viewport(), table.visualRect(table.model().index(row, 0)).center())


class Checks:
    """What the checks found, and the cells that could not be read."""

    def __init__(self, window: Window) -> None:
        self.window, self.hand = window, window.hand
        page = window.find(ChecksPage)
        assert isinstance(page, ChecksPage)
        self.page = page

    @property
    def unread(self) -> int:
        return self.page.unread.cells.count()

    def next_unread(self) -> dict[str, str]:
        """Go to the field of the first cell that could not be read; return what is known of the cell."""
        self.window.page("checks")
        cell = self.page.unread._cells[0]
        self.window.tab_to(self.page.unread.cells)
        self.hand.press(Key.Key_Home)
        self.hand.read(self.page.unread.cells.item(0).text())
        self.hand.enter()
        self.hand.wait(lambda: self.window.shell.page.page_id == "people", "the person")
        return {name: str(value) for name, value in cell.params.items()} | {"field": cell.field}

    def warnings(self) -> list[str]:
        """Return the codes of warnings that nobody has answered."""
        return list(dict.fromkeys(each.code for each in self._open() if each.severity.value == "W"))

    def errors(self) -> list[str]:
        return [each.code for each in self._open() if each.severity.value == "E"]

    def _open(self) -> tuple[Finding, ...]:
        return self.page._desk.contents.open_ones

    def answer(self, code: str, text: str) -> None:
        """Answer every warning of a check with one sentence."""
        self.window.page("checks")
        tree = self.page.list._tree
        self.window.tab_to(tree)
        self.hand.press(Key.Key_Home)
        while getattr(self._chosen(), "code", "") != code:
            before = tree.currentItem()
            self.hand.press(Key.Key_Down)
            if tree.currentItem() is before:
                msg = f"{code} is not in the list"
                raise Stuck(msg)
        self.hand.read(self.page.list.current_finding().message)
        self.hand.think()
        self.window.alt(self.page.list._justify)
        self.hand.wait(self.page.text.hasFocus, "the field of the answer")
        self.hand.type(text)
        self.window.alt(self.page.all)
        self.hand.wait(lambda: code not in self.warnings(), f"{code} to be answered")
        self.hand.note("answer", code=code)

    def _chosen(self) -> object:
        found = self.page.list.current_finding()
        return found.finding if found else None


class Submit:
    """Print, sign, write."""

    def __init__(self, window: Window) -> None:
        self.window, self.hand = window, window.hand
        page = window.find(SubmitPage)
        assert isinstance(page, SubmitPage)
        self.page = page

    def print_list(self, folder: Path) -> None:
        """Print the list that is signed on paper."""
        self.window.page("submit")
        self.hand.think()
        self.window.alt(self.page.print_button)
        self.window.choose_in_dialog(str(folder))
        self.hand.wait(lambda: any(folder.glob("*.pdf")), "the printed list")
        self.window.idle()
        self.hand.note("printed")
        self.hand.read(self.window.said)

    def sign_and_write(self, recipient: str, passphrase: str, folder: Path) -> Path:
        """Sign and write the package; return it."""
        self.window.page("submit")
        self.hand.read(" ".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible()))
        if self.page.recipient.text() != recipient:
            self.window.tab_to(self.page.recipient)
            self.hand.retype(recipient)
        self.hand.think()
        self.window.tab_to(self.page.passphrase)
        self._type_secret(passphrase)
        self.window.alt(self.page.send_button)
        self.window.choose_in_dialog(str(folder))
        self.hand.wait(lambda: any(folder.glob("nop-*.asice.age")), "the package")
        self.window.idle()
        self.hand.read(self.window.said)
        (package,) = folder.glob("nop-*.asice.age")
        self.hand.note("sent", package=package.name)
        return package

    def _type_secret(self, passphrase: str) -> None:
        if not self.page.passphrase.hasFocus():
            raise Stuck("the passphrase has no keyboard")
        self.hand.type(passphrase)
