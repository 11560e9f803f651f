"""Every page, in both languages, at a laptop's size and at 150 %: named, labelled, reached, in order, whole."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.language import Language, speak, spoken
from desktop.ui.theme import Theme, load_tokens
from desktop.ui.translation import speak_to
from desktop.ui.widgets.mnemonics import settle_keys
from tests.services.conftest import (  # noqa: F401 - the steps of the loop that these windows look at
    answered_folder,
    enrolled_folder,
    listed_folder,
    mended_folder,
    ready_folder,
    received_folder,
    sent_folder,
    steps,
)
from tests.services.offices import FINANCE, UNIT, copied
from tests.services.packages.family import family_of, make_family
from tests.services.sending.practice_rooms import place_practice
from tests.ui.walk import faults
from tests.ui.walk.seen import Kinds, faint, unringed
from tests.ui.walk.settling import wait_for
from tests.ui.walk.spoken import judge
from tests.ui.walk.view import View
from tests.ui.walk.views import HOME_AFFAIRS, Places, Scene

pytestmark = pytest.mark.timeout(600)
"""Each of these goes through some hundred views."""

SIZES = {100: (1366, 768), 150: (910, 512)}
"""The screen of 1366×768 in its own points, and as the system hands it out at 150 %."""
OFFICES = frozenset(each.unit.name for each in (UNIT, FINANCE, HOME_AFFAIRS))
CHECKS: dict[str, Callable[[QWidget, QWidget], list[str]]] = {
    "nameless": lambda _window, root: faults.nameless(root),
    "unlabelled": lambda _window, root: faults.unlabelled(root),
    "clashing keys": lambda _window, root: faults.clashing_keys(root),
    "keys nobody can press": lambda _window, root: faults.keys_nobody_can_press(root),
    "unreachable": faults.unreachable,
    "out of order": faults.out_of_order,
    "cut": lambda _window, root: faults.cut(root),
}


@dataclass
class Walk:
    """What is walked, and the scene in which it is."""

    views: list[View]
    scene: Scene


@pytest.fixture(scope="module", params=list(Language))
def scene(  # noqa: PLR0917 - what the windows look at
    request: pytest.FixtureRequest,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    listed_folder: Path,  # noqa: F811
    ready_folder: Path,  # noqa: F811
    received_folder: Path,  # noqa: F811
    answered_folder: Path,  # noqa: F811
    enrolled_folder: Path,  # noqa: F811
) -> Iterator[Walk]:
    """All windows in one language."""
    theme = Theme()
    theme.apply(qapp, dark=request.param is Language.ENGLISH)  # so both shades are seen at no cost
    folder = tmp_path_factory.mktemp("walk")
    place_practice(folder / "practice", tmp_path_factory)
    with ExitStack() as opened:
        opened.enter_context(_spoken(qapp, request.param))
        made = Scene(folder, theme)
        copies = (listed_folder, ready_folder, received_folder, answered_folder, enrolled_folder)
        desks = [opened.enter_context(copied(each, folder / each.name)) for each in copies]
        family = opened.enter_context(family_of(make_family(folder / "family"), folder / "relatives"))
        walk = Walk(list(made.views(Places(*desks, folder / "practice", family))), made)
        yield walk
        walk.views.clear()
        made.close()


@contextmanager
def _spoken(app: QApplication, language: Language) -> Iterator[None]:
    """Speak a language for a while; what follows finds Vietnamese again, whatever happens."""
    before = QLocale()
    translator = speak_to(app, language)
    try:
        yield
    finally:
        app.removeTranslator(translator)
        QLocale.setDefault(before)
        speak(Language.VIETNAMESE)


@dataclass
class Found:
    """What was found in a walk: what cannot be reached or read, what is faint, and how many kinds were looked at."""

    faults: list[str] = field(default_factory=list)
    faint: list[str] = field(default_factory=list)
    words: Kinds = field(default_factory=set)
    focused: Kinds = field(default_factory=set)


@pytest.fixture(scope="module")
def walked(scene: Walk) -> dict[int, Found]:
    """Every view, once at each size; pixels are looked at where the window is a laptop's."""
    tokens = load_tokens(dark=spoken() is Language.ENGLISH)
    found = {}
    for scale, size in SIZES.items():
        here = found[scale] = Found()
        for view in scene.views:
            root = _shown(scene, view, size)
            here.faults += _unreached(view, root, size)
            if scale == min(SIZES):
                here.faint += [f"{view.name}: faint: {each}" for each in faint(root.window(), root, here.words)]
                ringless = unringed(root.window(), root, tokens, here.focused)
                here.faint += [f"{view.name}: no ring: {each}" for each in ringless]
    return found


@pytest.mark.parametrize("scale", SIZES)
def test_everybody_can_reach_and_read_everything(walked: dict[int, Found], scale: int) -> None:
    assert not walked[scale].faults, "\n" + "\n".join(walked[scale].faults)


def test_words_stand_out_and_the_focus_is_seen(walked: dict[int, Found]) -> None:
    """Measured on the pixels: one widget of each kind, light in Vietnamese, dark in English."""
    found = walked[min(SIZES)]
    assert not found.faint, "\n" + "\n".join(found.faint)
    assert len(found.words) > 15
    assert len(found.focused) > 10


def _unreached(view: View, root: QWidget, size: tuple[int, int]) -> list[str]:
    """Say what of a view somebody could not reach or read in a window of this size."""
    checked = ((what, check(root.window(), root)) for what, check in CHECKS.items())
    found = [f"{view.name}: {what}: {fault}" for what, faults_of in checked for fault in faults_of]
    found += [f"{view.name}: untranslated: {fault}" for fault in faults.not_in(judge(spoken()), root, OFFICES)]
    if view.window.width() > size[0] or view.window.height() > size[1]:
        found.append(f"{view.name}: the window needs {view.window.width()}×{view.window.height()}")
    return found


def _shown(walk: Walk, view: View, size: tuple[int, int]) -> QWidget:
    root = view.bring(size, lambda: walk.scene.tasks.busy)
    window = root.window()
    wait_for(lambda: bool(window.activateWindow()) or window.isActiveWindow())
    settle_keys(window)  # as when Alt goes down
    return root
