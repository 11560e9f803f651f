"""Findings by rule: what to mend first, where it is, and what was answered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop.domain.findings import Finding, Severity
from desktop.ui.widgets.finding_list import MOST_SHOWN, FindingList, ShownFinding
from tests.ui.samples import FINDINGS


@pytest.fixture
def found(qtbot: QtBot) -> FindingList:
    made = FindingList()
    qtbot.addWidget(made)
    made.resize(400, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.show_findings(FINDINGS)
    return made


def tree_of(found: FindingList) -> QTreeWidget:
    return found.findChildren(QTreeWidget)[0]


def groups(found: FindingList) -> list[str]:
    tree = tree_of(found)
    items = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def test_errors_come_first_then_the_commonest_rule(found: FindingList) -> None:
    assert groups(found) == ["DD01 · Lỗi · 1", "BH03 · Cảnh báo · 2", "NT02 · Lưu ý · 1"]
    assert found.sentence == "1 lỗi, 2 cảnh báo, 1 lưu ý"


def test_f8_walks_from_field_to_field_and_round_again(qtbot: QtBot, found: FindingList) -> None:
    jumps: list[tuple[str, str]] = []
    found.jump.connect(lambda dossier, field: jumps.append((dossier, field)))
    for _ in range(5):
        qtbot.keyClick(tree_of(found), Qt.Key.Key_F8)
    first = ("d2", "person.citizen_id")
    assert jumps == [first, ("d1", "career.insurance"), ("d2", "career.insurance"), ("d3", "person.birth"), first]
    qtbot.keyClick(tree_of(found), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert jumps[-1] == ("d3", "person.birth")


def test_shift_f8_begins_at_the_end(qtbot: QtBot, found: FindingList) -> None:
    with qtbot.waitSignal(found.jump) as jumped:
        qtbot.keyClick(tree_of(found), Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert jumped.args == ["d3", "person.birth"]


def test_enter_goes_to_the_field_once(qtbot: QtBot, found: FindingList) -> None:
    found.go_next()
    jumps: list[str] = []
    found.jump.connect(lambda dossier, field: jumps.append(f"{dossier} {field}"))
    qtbot.keyClick(tree_of(found), Qt.Key.Key_Return)
    assert jumps == ["d2 person.citizen_id"]


def test_only_a_warning_can_be_answered(qtbot: QtBot, found: FindingList) -> None:
    justify = found.findChildren(QPushButton)[1]
    found.go_next()
    assert not justify.isEnabled()
    found.go_next()
    with qtbot.waitSignal(found.justify_requested) as asked:
        qtbot.keyClick(justify, Qt.Key.Key_Space)
    assert asked.args == [FINDINGS[0]]


def test_an_answer_is_shown_and_the_place_kept(found: FindingList) -> None:
    found.go_next()
    found.go_next()
    bare = FINDINGS[0]
    answered = ShownFinding(bare.finding, bare.message, bare.fix, bare.person, "Nghỉ không lương.")
    found.show_findings((answered, *FINDINGS[1:]))
    assert found.current_finding() == answered
    current = tree_of(found).currentItem()
    assert current is not None
    assert current.text(0).endswith("Đã giải trình: Nghỉ không lương.")


def test_nothing_found_is_said_and_nothing_offered(qtbot: QtBot, found: FindingList) -> None:
    found.show_findings(())
    assert found.sentence == "Không còn lỗi hay cảnh báo nào."
    assert [button.isEnabled() for button in found.findChildren(QPushButton)] == [False, False]
    with qtbot.assertNotEmitted(found.jump):
        found.go_next()


def test_a_long_message_gets_the_lines_it_needs(found: FindingList) -> None:
    tree = tree_of(found)
    found.go_next()
    wide = tree.visualItemRect(tree.currentItem()).height()
    found.resize(220, 400)
    tree.doItemsLayout()
    assert tree.visualItemRect(tree.currentItem()).height() > wide


def test_of_a_rule_that_fired_often_more_is_shown_when_asked(qtbot: QtBot) -> None:
    made = FindingList()
    qtbot.addWidget(made)
    made.show_findings([_shown_of("BH03", place) for place in range(MOST_SHOWN + 5)])
    group = made._tree.topLevelItem(0)
    assert str(MOST_SHOWN + 5) in group.text(0)
    assert group.childCount() == MOST_SHOWN + 1
    made._tree.setCurrentItem(group.child(MOST_SHOWN))
    made._go_to_current()
    assert made._tree.topLevelItem(0).childCount() == MOST_SHOWN + 5
    assert made.current_finding().finding.subject == str(MOST_SHOWN)


def _shown_of(code: str, place: int) -> ShownFinding:
    return ShownFinding(Finding(code, Severity.WARNING, str(place), "leave_on"), f"Câu {place}", "", f"Người {place}")
