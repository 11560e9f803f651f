"""How the pictures are made: real offices, real windows, what `View.bring` brings."""

import argparse
import shutil
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.practice.profile import open_practice
from desktop.system.interpreter import keep_constants
from desktop.ui.language import Language
from desktop.ui.theme import Theme
from desktop.ui.translation import speak_to
from tests.services.conftest import answer_four, take_in
from tests.services.mail import send, submission_in
from tests.services.mending import OURS, answer_all, attach_all, mend_all
from tests.services.offices import Clock, Desks, copied, enrol
from tests.services.packages.family import family_of, make_family
from tests.ui.walk.view import View
from tests.ui.walk.views import Places, Scene

_SCREEN = (1366, 768)
"""The screen in its own points."""


def draw(given: argparse.Namespace) -> int:
    """Draw the views; return the exit code."""
    keep_constants()
    app = QApplication([])
    theme = Theme()
    theme.apply(app, dark=given.dark)
    speak_to(app, Language.ENGLISH if given.english else Language.VIETNAMESE)
    offices = given.folder / "offices"
    if not offices.exists():
        _make_offices(offices)
    scratch = given.folder / f"scratch-{_shade(given)}"
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(offices / "practice", scratch / "practice")
    with ExitStack() as opened:
        names = ("listed", "ready", "received", "answered", "enrolled")
        desks = [opened.enter_context(copied(offices / each, scratch / each)) for each in names]
        scene = Scene(scratch / "scene", theme)
        family = opened.enter_context(family_of(offices / "family", scratch / "family"))
        for view in scene.views(Places(*desks, scratch / "practice", family)):
            if view.name.startswith(given.only):
                _grab(view, scene, given)
        scene.close()
    shutil.rmtree(scratch)
    return 0


def _grab(view: View, scene: Scene, given: argparse.Namespace) -> None:
    size = _SCREEN[0] * 100 // given.scale, _SCREEN[1] * 100 // given.scale
    root = view.bring(size, lambda: scene.tasks.busy)
    picture = view.window.grab()
    if (dialog := root.window()) is not view.window:
        _lay_over(picture, view.window, dialog)
    picture.save(str(given.folder / f"{view.name.replace('/', '-')}-{_shade(given)}.png"))


def _lay_over(picture: QPixmap, window: QWidget, dialog: QWidget) -> None:
    """Put a dialog in the middle of its window, as a window manager would."""
    painter = QPainter(picture)
    painter.drawPixmap((window.rect().center() - dialog.rect().center()), dialog.grab())
    painter.end()


def _shade(given: argparse.Namespace) -> str:
    scale = "" if given.scale == 100 else f"-{given.scale}"
    return f"{'dark' if given.dark else 'light'}{scale}{'-english' if given.english else ''}"


def _make_offices(folder: Path) -> None:
    """Let the offices go through the loop, and keep them at each step."""

    def ready(desks: Desks) -> None:
        mend_all(desks.unit, desks.round.id, OURS)
        attach_all(desks.unit, desks.round.id, OURS)
        answer_all(desks.unit, desks.round.id)

    def received(desks: Desks) -> None:
        send(desks)
        receive_submission(desks.finance, submission_in(desks))

    folder.mkdir(parents=True)
    enrol(folder / "enrolled")
    before = folder / "enrolled"
    steps = {"listed": lambda desks: take_in(desks, OURS), "ready": ready, "received": received}
    for name, work in {**steps, "answered": answer_four}.items():
        with copied(before, folder / name) as desks:
            work(desks)
        before = folder / name
    make_family(folder / "family")
    open_practice(folder / "practice", now=Clock()).close()
