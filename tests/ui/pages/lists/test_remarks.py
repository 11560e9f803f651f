"""What there is to know of a workbook is told in the wizard, and our own template is saved from it."""

from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.documents.lists.template import template
from desktop.ui.pages.lists.wizard_frame import CHECK
from tests.documents.lists.hand_made import KINDS
from tests.services.mending import OURS
from tests.ui.pages.lists.test_wizard import Walk, walk, window

__all__ = ["walk", "window"]


def test_what_is_hidden_stands_in_a_tab_of_its_own(walk: Walk, tmp_path: Path) -> None:
    (kind,) = (each for each in KINDS if each.name == "hidden_rows_columns_sheets")
    kind.write(tmp_path / "an.xlsx")
    walk.open(tmp_path / "an.xlsx")
    walk.on(CHECK)
    step = walk.wizard.check_step
    place = step.tabs.indexOf(step.remarks)
    assert step.tabs.isTabVisible(place)
    assert step.tabs.tabText(place) == "Lưu ý về tệp (3)"
    said = [step.remarks.item(row).text() for row in range(step.remarks.count())]
    assert any("DS cũ" in each for each in said)
    assert any("dòng 3" in each for each in said)
    assert "đang bị ẩn" in step.sentence.text()


def test_a_plain_list_has_no_such_tab_and_the_template_is_saved_from_the_first_step(
    walk: Walk,
    tmp_path: Path,
) -> None:
    walk.desk.messages.paths = (tmp_path / "mau.xlsx",)
    QTest.keyClick(walk.page.bar.import_button, Qt.Key.Key_Space)
    QTest.keyClick(walk.wizard.file_step.template_button, Qt.Key.Key_Space)
    walk.rest()
    assert openpyxl.load_workbook(tmp_path / "mau.xlsx").sheetnames[1] == template().sheets[0].name
    walk.open(OURS.workbook)
    walk.on(CHECK)
    step = walk.wizard.check_step
    assert not step.tabs.isTabVisible(step.tabs.indexOf(step.remarks))
