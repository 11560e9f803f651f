"""A clerk who types into the real window until the process is ended: `python -m tests.faults.typist HOME SEED SECONDS`.

After each act a line of JSON tells what stands in which field of whom. SECONDS is how often forms are looked at.
"""

import json
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.services.entry import drafts
from desktop.system.interpreter import keep_constants
from desktop.ui.pages.people import PeoplePage
from desktop.ui.shell import Shell
from desktop.ui.widgets.typed_edit import TypedEdit

FIELDS = ("person.post", "person.workplace", "person.bank_name", "person.qualification", "leave_on", "note")
_EVERY_MS = 7
_LEAVE, _TURN = 0.004, 0.006
"""So seldom a field is left that most of what is old enough to be kept was never left."""
_LETTERS = "abcdeghiklmnopqrstuvxy0123456789/"


class Typist:
    """Types letters, goes on with Enter, turns to another person; all by chance, the same for the same seed."""

    def __init__(self, shell: Shell, seed: int) -> None:
        self._shell, self._chance = shell, random.Random(seed)  # noqa: S311 - not a secret
        self._page = shell.need(PeoplePage.page_id)
        view = self._page._desk.view
        assert view is not None
        self._people = [each.id for each in view.dossiers]
        self._line: TypedEdit[object] | None = None
        self._turn()

    def act(self) -> None:
        """Do one thing and tell what stands there now."""
        line = self._line
        assert line is not None
        what = self._chance.random()
        if what < _LEAVE:
            QTest.keyClick(line, Qt.Key.Key_Return)
            self._tell(line)
            self._choose()
        elif what < _TURN:
            self._turn()
        elif what < 0.1 and line.text():
            QTest.keyClick(line, Qt.Key.Key_Backspace)
            self._tell(line)
        else:
            QTest.keyClicks(line, self._chance.choice(_LETTERS))
            self._tell(line)

    def _turn(self) -> None:
        if self._line is not None:
            QTest.keyClick(self._line, Qt.Key.Key_Return)
            self._tell(self._line)
        self._shell.show_page("people", self._chance.choice(self._people))
        self._choose()

    def _choose(self) -> None:
        self._field = self._chance.choice(FIELDS)
        editor = self._page.pane.form.fields[self._field].editor
        assert isinstance(editor, TypedEdit)
        self._line = editor
        editor.setFocus()
        self._tell(editor)

    def _tell(self, line: TypedEdit[object]) -> None:
        shown = self._page.pane.dossier
        told = {"at": time.monotonic(), "who": shown.id if shown else "", "field": self._field, "text": line.text()}
        print(json.dumps(told), flush=True)


def main() -> int:
    """Type until somebody ends this process."""
    home, seed, seconds = sys.argv[1:]
    drafts.LOOK_EVERY_SECONDS = float(seconds)
    keep_constants()
    app = QApplication([])
    program = Program(app, Path(home))
    program.start()
    assert isinstance(program.window, Shell)
    typist = Typist(program.window, int(seed))
    timer = QTimer(interval=_EVERY_MS)
    timer.timeout.connect(typist.act)
    timer.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
