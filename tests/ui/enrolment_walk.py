"""Four offices find each other in their own windows, from nothing: `python -m tests.ui.enrolment_walk FOLDER [--dark]`.

The walk is driven by keys and clicks alone; run by hand it leaves a picture of each step, which people look at.
"""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.app import Tools, build_shell
from desktop.domain.rounds import Unit
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Identity, Mode, Office, create_office
from desktop.system.crash import CrashReports
from desktop.ui.pages.mail import MailPage
from desktop.ui.pages.trust import TrustPage
from desktop.ui.shell import Shell
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from tests.services.offices import Clock
from tests.ui.recording import RecordingMessages

FINANCE, UNIT, PARENT, HOME_AFFAIRS = "STC", "TTYT", "SYT", "SNV"
SECRET, ROOT, NEW_ROOT = "mat-khau-cua-khoa", "mat-khau-cua-goc", "mat-khau-goc-moi"
_SIZE = (1366, 768)
_IDENTITIES = {
    FINANCE: Identity(Mode.FINANCE, Unit(FINANCE, "Sở Tài chính"), "Vũ Thị Thẩm"),
    UNIT: Identity(Mode.UNIT, Unit(UNIT, "Trung tâm Y tế", "Sở Y tế"), "Trần Thị Lập", "Đỗ Văn Chủ"),
    PARENT: Identity(Mode.UNIT, Unit(PARENT, "Sở Y tế"), "Hoàng Thị Gộp", "Phạm Văn Quản"),
    HOME_AFFAIRS: Identity(Mode.HOME_AFFAIRS, Unit(HOME_AFFAIRS, "Sở Nội vụ"), "Đinh Thị Nội"),
}
KIND = {UNIT: 0, PARENT: 1, HOME_AFFAIRS: 2}
"""How often Down is pressed in the choice of the office's kind."""
Seen = Callable[[str, QWidget], None]


@dataclass
class Window:
    """An office with its window; `told` is what its banner said, the newest last."""

    office: Office
    shell: Shell
    trust: TrustPage
    told: list[object]


class Walk:
    """The offices and the stick between them; `seen` is called after every step."""

    def __init__(self, folder: Path, theme: Theme, seen: Seen = lambda _name, _shell: None) -> None:
        self.stick = folder / "usb"
        self.stick.mkdir(parents=True)
        self.clock = Clock()
        self.messages = RecordingMessages()
        self.tasks = Tasks(self.messages, CrashReports(folder / "reports", "0", lambda: datetime.now(UTC)))
        self._theme, self._seen = theme, seen
        self.windows = {
            code: self._opened(create_office(folder / code, identity, now=self.clock))
            for code, identity in _IDENTITIES.items()
        }

    def close(self) -> None:
        """Let running work end, close the windows, then the stores."""
        self.tasks.finish()
        for each in self.windows.values():
            each.shell.close()
            each.shell.deleteLater()
            each.office.close()

    def _opened(self, office: Office) -> Window:
        shell = build_shell(office, Tools(self._theme, self.messages, self.tasks))
        shell.resize(*_SIZE)
        shell.show()
        trust = shell.need(TrustPage.page_id)
        assert trust is not None
        told: list[object] = []
        trust.banner.connect(told.append)
        return Window(office, shell, trust, told)

    def go_to_trust(self, code: str) -> TrustPage:
        """Go to the page of trust as people do: by its key."""
        window = self.windows[code]
        number = window.shell.page_ids.index("trust") + 1
        window.shell.activateWindow()
        self.wait(window.shell.isActiveWindow)
        QTest.keyClick(window.shell, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        self.wait(lambda: window.shell.page is window.trust)
        return window.trust

    def settle(self, code: str, step: str, tone: str = "ok") -> None:
        """Wait until the work of a step is done and told, then look."""
        window = self.windows[code]
        self.wait(lambda: bool(window.told) and not self.tasks.busy)
        told = window.told.pop()
        assert told.tone.value == tone, told.text  # type: ignore[attr-defined]
        self.look(step, code)

    def look(self, step: str, code: str) -> None:
        """Show the step to whoever makes pictures."""
        self._seen(f"{step}-{code.lower()}", self.windows[code].shell)

    @staticmethod
    def wait(true: Callable[[], bool]) -> None:
        """Let the window work until it is true."""
        deadline = QDeadlineTimer(60_000)
        while not true():
            assert not deadline.hasExpired(), "waited in vain"
            QTest.qWait(5)

    def choose(self, button: QWidget, path: Path) -> None:
        """Press a button that asks for a file or folder, and answer."""
        self.messages.paths = (path,)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def set_up_root(self) -> str:
        """Make the root at Sở Tài chính; return its fingerprint as it is printed."""
        setup = self.go_to_trust(FINANCE).steps.setup  # type: ignore[union-attr]
        self.look("01-chua-co-gi", FINANCE)
        self.choose(setup.folder.button, self.stick)
        for edit in (setup.root_typed.first, setup.root_typed.again):
            QTest.keyClicks(edit, ROOT)
        for edit in (setup.key_typed.first, setup.key_typed.again):
            QTest.keyClicks(edit, SECRET)
        QTest.keyClick(setup.make, Qt.Key.Key_Space)
        self.settle(FINANCE, "02-goc-tin-cay")
        return signing_state(self.windows[FINANCE].office).root_fingerprint

    def ask(self, code: str) -> str:
        """Make a key and write the request; return the fingerprint that is read aloud."""
        page = self.go_to_trust(code).steps
        self.look("03-chua-co-khoa", code)
        QTest.keyClicks(page.key.passphrase, SECRET)  # type: ignore[union-attr]
        QTest.keyClicks(page.key.again, SECRET)  # type: ignore[union-attr]
        QTest.keyClick(page.key.again, Qt.Key.Key_Return)  # type: ignore[union-attr]
        self.settle(code, "04-co-khoa")
        request = page.request  # type: ignore[union-attr]
        self.choose(request.folder.button, self.stick)
        QTest.keyClicks(request.passphrase, SECRET)
        QTest.keyClick(request.passphrase, Qt.Key.Key_Return)
        self.settle(code, "05-da-dang-ky")
        return str(request.fingerprint.text())

    def certify(self, code: str, fingerprint: str) -> None:
        """Let Sở Tài chính compare what was read aloud, choose the kind of office, and issue."""
        step = self.go_to_trust(FINANCE).steps.issue  # type: ignore[union-attr]
        self.choose(step.file.button, next(self.stick.glob(f"dangky-{code}-*")))
        self.choose(step.folder.button, self.stick)
        QTest.keyClicks(step.typed, fingerprint)
        step.rights.kind.setFocus()
        QTest.keyClick(step.rights.kind, Qt.Key.Key_Home)
        for _ in range(KIND[code]):
            QTest.keyClick(step.rights.kind, Qt.Key.Key_Down)
        QTest.keyClicks(step.passphrase, ROOT)
        self.reveal(step)
        self._seen(f"06-so-van-tay-{code.lower()}", self.windows[FINANCE].shell)
        QTest.keyClick(step.issue, Qt.Key.Key_Space)
        self.settle(FINANCE, f"07-da-cap-{code.lower()}")

    def install(self, code: str, printed: str) -> None:
        """Trust the root by what is printed, then take in the newest trust pack."""
        page = self.go_to_trust(code).steps
        root = page.root  # type: ignore[union-attr]
        self.choose(root.file.button, self.windows[FINANCE].office.folder / "trust" / "root.pem")
        QTest.keyClicks(root.typed, " ".join(printed.split()[:8]))
        QTest.keyClick(root.typed, Qt.Key.Key_Return)
        self.settle(code, "08-tin-cay-goc")
        self.take_trust(code, "09-nap-goi-tin-cay")

    def take_trust(self, code: str, step: str) -> None:
        """Take in the newest trust pack of the stick."""
        pack = self.go_to_trust(code).steps.pack  # type: ignore[union-attr]
        self.choose(pack.file.button, max(self.stick.glob("tincay-*")))
        self.reveal(pack)
        QTest.keyClick(pack.install, Qt.Key.Key_Space)
        self.settle(code, step)

    def renew(self) -> None:
        """Publish the trust pack anew."""
        step = self.go_to_trust(FINANCE).steps.renew  # type: ignore[union-attr]
        self.choose(step.folder.button, self.stick)
        QTest.keyClicks(step.secret.edit, ROOT)
        self.reveal(step)
        QTest.keyClick(step.renew, Qt.Key.Key_Space)
        self.settle(FINANCE, "10-gia-han")

    def rotate(self) -> None:
        """Hand over to a new root."""
        step = self.go_to_trust(FINANCE).steps.rotate  # type: ignore[union-attr]
        self.choose(step.folder.button, self.stick)
        QTest.keyClicks(step.secret.edit, ROOT)
        QTest.keyClicks(step.new, NEW_ROOT)
        QTest.keyClicks(step.again, "khac")
        assert not step.rotate.isEnabled()
        step.again.clear()
        QTest.keyClicks(step.again, NEW_ROOT)
        self.reveal(step)
        self._seen("11-sap-thay-goc", self.windows[FINANCE].shell)
        QTest.keyClick(step.rotate, Qt.Key.Key_Space)
        self.settle(FINANCE, "12-da-thay-goc")

    def reveal(self, step: QWidget) -> None:
        """Bring a step into sight, as Tab does."""
        area = step.parent()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(step)

    def open_mail(self, path: Path) -> MailPage:
        """Open a package at Sở Nội vụ."""
        window = self.windows[HOME_AFFAIRS]
        mail = window.shell.need(MailPage.page_id)
        assert mail is not None
        window.shell.show_page("mail")
        self.look("13-hop-thu", HOME_AFFAIRS)
        self.messages.paths = (path,)
        QTest.keyClick(mail.open_button, Qt.Key.Key_Space)
        self.wait(lambda: not self.tasks.busy)
        self.look("14-da-mo-goi", HOME_AFFAIRS)
        return mail


def main() -> int:
    """Draw each step of the walk; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dark", action="store_true")
    given = parser.parse_args()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    theme = Theme()
    theme.apply(app, dark=given.dark)
    given.folder.mkdir(parents=True, exist_ok=True)
    shade = "dark" if given.dark else "light"

    def grab(name: str, shell: QWidget) -> None:
        loop = QEventLoop()
        QTimer.singleShot(300, loop.quit)
        loop.exec()
        shell.grab().save(str(given.folder / f"{name}-{shade}.png"))

    with TemporaryDirectory() as scratch:
        walk = Walk(Path(scratch), theme, grab)
        walk_all(walk)
        walk.close()
    return 0


def walk_all(walk: Walk) -> None:
    """Enrol the three offices, then renew the trust pack and hand over to a new root."""
    printed = walk.set_up_root()
    for code in KIND:
        walk.certify(code, walk.ask(code))
    for code in KIND:
        walk.install(code, printed)
    walk.renew()
    walk.rotate()
    walk.take_trust(PARENT, "15-goc-moi")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
