import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.system.crash import CrashReports
from desktop.ui.pages_base import Banner, Changed, Page
from desktop.ui.progress import Progress
from desktop.ui.shell import Shell
from desktop.ui.shell.banner_bar import BannerBar
from desktop.ui.shell.key_chart import KeyChart
from desktop.ui.shell.rail import RailItem
from desktop.ui.shell.status_strip import StatusStrip
from desktop.ui.tasks import Tasks
from desktop.ui.theme import Theme
from desktop.ui.widgets.looks import Tone

from .recording import RecordingMessages

CTRL = Qt.KeyboardModifier.ControlModifier
UNIT = "Ủy ban nhân dân quận Hồng Bàng, thành phố Hải Phòng"


class Dummy(Page):
    def __init__(self, page_id: str, title: str, icon_name: str, *, at_foot: bool = False) -> None:
        super().__init__()
        self.page_id, self.title, self.icon_name, self.at_foot = page_id, title, icon_name, at_foot
        self.people, self.waits = 0, False
        self.told: list[object] = []
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)

    def refresh(self, changed: Changed | None) -> None:
        self.told.append(("refresh", changed))

    def arrive(self, target: object) -> None:
        self.told.append(("arrive", target))

    def leave(self) -> None:
        self.told.append(("leave", self.field.text()))

    def count(self) -> tuple[int, bool]:
        return self.people, self.waits

    def status(self) -> str:
        return f"{self.title}: {self.people}"

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("F8", f"Tới lỗi tiếp theo của {self.title}"),) if self.page_id == "people" else ()


@pytest.fixture
def pages(qapp: QApplication) -> tuple[Dummy, Dummy, Dummy]:
    return (
        Dummy("home", "Việc cần làm", "home"),
        Dummy("people", "Đối tượng", "people"),
        Dummy("settings", "Thiết lập", "settings", at_foot=True),
    )


@pytest.fixture
def shell(qtbot: QtBot, pages: tuple[Dummy, ...], theme: Theme) -> Shell:
    made = Shell(UNIT, pages, theme)
    qtbot.addWidget(made)
    made.resize(1093, 614)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _item(shell: Shell, place: int) -> RailItem:
    return shell.findChildren(RailItem)[place]


def _status(shell: Shell) -> str:
    return shell.findChild(StatusStrip).findChild(QLabel).text()


def test_the_window_fits_a_small_screen(shell: Shell) -> None:
    assert (shell.width(), shell.height()) == (1093, 614)
    assert shell.minimumSizeHint().width() < 1093
    assert all(item.visibleRegion().boundingRect() == item.rect() for item in shell.findChildren(RailItem))


def test_a_small_screen_at_200_per_cent_holds_the_window_and_leads_to_every_page(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    many = [Dummy(f"page-{place}", f"Mục thứ {place}", "home") for place in range(12)]
    shell = Shell("Sở Y tế", many, theme)
    qtbot.addWidget(shell)
    shell.resize(683, 384)
    shell.show()
    qtbot.waitExposed(shell)
    assert (shell.width(), shell.height()) == (683, 384)
    qtbot.waitUntil(lambda: _item(shell, 0).width() < 100)
    assert "Mục thứ 11" in _item(shell, 11).accessibleName()
    shell.show_page("page-11")
    shown = _item(shell, 11).visibleRegion().boundingRect()
    assert shown.height() == _item(shell, 11).height()
    shell.resize(1366, 768)
    qtbot.waitUntil(lambda: _item(shell, 0).width() > 150)


def test_the_first_page_is_shown_first(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    assert shell.page is pages[0]
    assert _item(shell, 0).isChecked()
    assert UNIT in shell.windowTitle()


def test_ctrl_and_a_number_lead_to_pages(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    pages[0].field.setText("Ước")
    QTest.keyClick(shell, Qt.Key.Key_2, CTRL)
    assert shell.page is pages[1]
    assert pages[0].told[-1] == ("leave", "Ước")
    assert _item(shell, 1).isChecked()
    assert pages[1].field.hasFocus()
    assert _status(shell) == "Đối tượng: 0"
    QTest.keyClick(shell, Qt.Key.Key_3, CTRL)
    assert shell.page is pages[2]


def test_alt_left_leads_back(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    shell.show_page("people")
    shell.show_page("settings")
    for expected in (pages[1], pages[0], pages[0]):
        QTest.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert shell.page is expected


def test_a_page_leads_to_another_and_what_it_is_about(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    pages[0].go.emit("people", ("d1", "person.birth"))
    assert shell.page is pages[1]
    assert pages[1].told[-1] == ("arrive", ("d1", "person.birth"))


def test_an_unknown_page_is_a_fault(shell: Shell) -> None:
    with pytest.raises(KeyError):
        shell.show_page("nowhere")


def test_what_one_page_changes_every_page_is_told(shell: Shell, pages: tuple[Dummy, ...], qtbot: QtBot) -> None:
    changed = Changed(frozenset({"d1"}))
    pages[1].people, pages[1].waits = 60, True
    pages[0].changed.emit(changed)
    assert pages[0].told == [("refresh", changed)]
    qtbot.waitUntil(lambda: all(page.told == [("refresh", changed)] for page in pages))
    assert _item(shell, 1).accessibleName() == "Đối tượng, 60, có việc đang chờ"
    assert "60" in {label.text() for label in _item(shell, 1).findChildren(QLabel)}


def test_a_page_that_is_opened_before_it_was_told_is_told_first(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    one, other = Changed(frozenset({"d1"})), Changed(frozenset({"d2"}))
    pages[0].changed.emit(one)
    shell.show_page(pages[1].page_id)
    assert pages[1].told[0] == ("refresh", one)
    pages[1].changed.emit(one)
    pages[1].changed.emit(other)
    shell.show_page(pages[2].page_id)
    assert ("refresh", None) in pages[2].told


def test_a_count_can_change_alone(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    pages[0].people = 3
    pages[0].updated.emit()
    assert _item(shell, 0).accessibleName() == "Việc cần làm, 3"
    assert _status(shell) == "Việc cần làm: 3"
    assert pages[0].told == []


def test_changed_names_what_it_touches() -> None:
    assert Changed().touches("d1")
    assert Changed(frozenset({"d1"})).touches("d1")
    assert not Changed(frozenset({"d1"})).touches("d2")


def test_search_is_reached_and_left_by_keyboard(qtbot: QtBot, shell: Shell, pages: tuple[Dummy, ...]) -> None:
    QTest.keyClick(shell, Qt.Key.Key_K, CTRL)
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    assert search.accessibleName()
    with qtbot.waitSignal(shell.search_requested) as asked:
        QTest.keyClicks(search, " nguyen thi uoc")
        QTest.keyClick(search, Qt.Key.Key_Return)
    assert asked.args == ["nguyen thi uoc"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert pages[0].field.hasFocus()
    with qtbot.assertNotEmitted(shell.search_requested):
        QTest.keyClick(search, Qt.Key.Key_Return)


def test_choosing_a_round_is_signalled_and_setting_it_is_not(qtbot: QtBot, shell: Shell) -> None:
    combo = shell.findChild(QComboBox)
    assert combo.isHidden()
    with qtbot.assertNotEmitted(shell.round_chosen):
        shell.set_rounds((("r1", "Đợt 1/2024"), ("r2", "Đợt 2/2024")), "r1")
    assert combo.isVisible()
    combo.setFocus()
    with qtbot.waitSignal(shell.round_chosen) as chosen:
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert chosen.args == ["r2"]


def test_a_banner_says_what_happened_and_undoes_it_once(shell: Shell, pages: tuple[Dummy, ...]) -> None:
    undone: list[str] = []
    bar = shell.findChild(BannerBar)
    assert bar.isHidden()
    pages[0].banner.emit(
        Banner("Đã xóa <b>1</b> người.", Tone.OK, "&Hoàn tác", lambda: undone.append("undone"), undo=True)
    )
    assert "Đã xóa <b>1</b> người." in {label.text() for label in bar.findChildren(QLabel)}
    assert bar.accessibleName() == "Đạt Đã xóa <b>1</b> người."
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert undone == ["undone"]
    assert bar.isHidden()
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert undone == ["undone"]


def test_a_banner_can_be_pressed_or_closed(shell: Shell) -> None:
    acts: list[str] = []
    bar = shell.findChild(BannerBar)
    shell.set_banner(Banner("Có 7 lỗi.", Tone.WARNING, "&Xem", lambda: acts.append("seen")))
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert acts == []
    QTest.keyClick(bar.findChild(QPushButton), Qt.Key.Key_Space)
    assert acts == ["seen"]
    shell.set_banner(Banner("Đã lưu."))
    assert bar.isVisible()
    assert bar.findChild(QPushButton).isHidden()
    QTest.keyClick(bar.findChild(QToolButton), Qt.Key.Key_Space)
    assert bar.isHidden()


def test_the_theme_switches_while_the_window_is_open(shell: Shell, theme: Theme) -> None:
    shade = next(each for each in shell.findChildren(QToolButton) if "nền" in each.accessibleName())
    QTest.keyClick(shade, Qt.Key.Key_Space)
    assert theme.dark
    assert shade.accessibleName() == "Chuyển sang nền sáng"
    QTest.keyClick(shade, Qt.Key.Key_Space)
    assert not theme.dark


def test_f1_opens_the_chart_of_keys_and_escape_closes_it(qtbot: QtBot, shell: Shell) -> None:
    shell.show_page("people")
    QTest.keyClick(shell, Qt.Key.Key_F1)
    chart = shell.findChild(KeyChart)
    with qtbot.waitExposed(chart):
        pass
    words = {label.text() for label in chart.findChildren(QLabel)}
    assert {"Ctrl+K", "F8", "Tới lỗi tiếp theo của Đối tượng"} <= words
    with qtbot.waitSignal(chart.destroyed):
        QTest.keyClick(chart, Qt.Key.Key_Escape)


def test_everything_that_takes_the_keyboard_has_a_name(shell: Shell) -> None:
    shell.set_rounds((("r1", "Đợt 1"),), "r1")
    shell.set_banner(Banner("Đã lưu.", action="&Xem", act=lambda: None))
    kinds: tuple[type[QObject], ...] = (QPushButton, QToolButton, QComboBox)
    shown = [each for kind in kinds for each in shell.findChildren(kind) if each.isVisible()]
    takers = [each for each in shown if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert len(takers) > 6
    assert [each for each in takers if not (each.accessibleName() or each.text())] == []


def test_closing_saves_what_is_half_typed(qtbot: QtBot, pages: tuple[Dummy, ...], theme: Theme, tmp_path: Path) -> None:
    tasks = Tasks(RecordingMessages(), CrashReports(tmp_path, "0.1.0", lambda: datetime(2026, 11, 23, tzinfo=UTC)))
    shell = Shell(UNIT, pages, theme, tasks=tasks)
    qtbot.addWidget(shell)
    saved: list[threading.Thread] = []
    pages[0].leave = lambda: tasks.database(  # type: ignore[method-assign, assignment]
        lambda _progress: saved.append(threading.current_thread()), title="Lưu", done=pytest.fail
    )
    shell.show()
    assert shell.close()
    assert len(saved) == 1
    assert saved[0] is not threading.main_thread()


def test_work_that_was_stopped_is_said_to_be(
    qtbot: QtBot, pages: tuple[Dummy, ...], theme: Theme, tmp_path: Path
) -> None:
    tasks = Tasks(RecordingMessages(), CrashReports(tmp_path, "0.1.0", lambda: datetime(2026, 11, 23, tzinfo=UTC)))
    shell = Shell(UNIT, pages, theme, tasks=tasks)
    qtbot.addWidget(shell)
    asked = threading.Event()

    def work(progress: Progress) -> None:
        asked.wait(5)
        progress.stop_if_cancelled()

    tasks.pool(work, title="Nhập danh sách", done=pytest.fail).cancel()
    asked.set()
    bar = shell.findChild(BannerBar)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not bar.isHidden()
    assert any("Nhập danh sách" in label.text() for label in bar.findChildren(QLabel))


def test_a_page_that_shows_its_change_already_is_not_told_again(
    shell: Shell, pages: tuple[Dummy, ...], qtbot: QtBot
) -> None:
    home, people, settings = pages
    qtbot.waitUntil(lambda: not shell._to_tell)
    for each in pages:
        each.told.clear()
    change = Changed(shown=True)
    home.changed.emit(change)
    qtbot.waitUntil(lambda: not shell._to_tell)
    assert (home.told, people.told, settings.told) == ([], [("refresh", change)], [("refresh", change)])


def test_what_a_hidden_page_shows_already_is_told_to_the_one_that_is_seen(
    shell: Shell, pages: tuple[Dummy, ...], qtbot: QtBot
) -> None:
    home, people, _ = pages
    qtbot.waitUntil(lambda: not shell._to_tell)
    home.told.clear()
    change = Changed(shown=True)
    people.changed.emit(change)
    assert home.told == [("refresh", change)]
