"""Draws every widget, light and dark, at the clerk's screen: `python -m tests.ui.gallery folder`."""

import os
import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.dossiers import Route
from desktop.domain.findings import Severity
from desktop.domain.months import YearMonth
from desktop.domain.names import name_sort_key
from desktop.domain.people import Sex
from desktop.rules.compare import compare
from desktop.rules.showing import CHOICES
from desktop.ui.models import Column, RecordTableModel, RecordTableView
from desktop.ui.theme import Theme
from desktop.ui.widgets.amount_card import AmountCard
from desktop.ui.widgets.career_tables import InsuranceTable, SalaryTable
from desktop.ui.widgets.comparison_view import ComparisonView
from desktop.ui.widgets.drop_zone import DropZone
from desktop.ui.widgets.edits import BirthEdit, ChoiceBox, DateEdit, MoneyEdit, RatioEdit, TextEdit
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.finding_list import FindingList
from desktop.ui.widgets.form_section import FormSection
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.page_preview import PagePreview, RenderedPage
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.steps_view import StepsView
from desktop.ui.widgets.timeline import Timeline
from tests.ui import samples

WIDTH, HEIGHT = 1093, 614
"""1366×768 at 125 %."""


def main(folder: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme()
    for dark in (False, True):
        theme.apply(app, dark)
        for name, build in PAGES.items():
            shown = build()
            theme.dress(shown)
            shown.resize(WIDTH, HEIGHT)
            shown.show()
            for _ in range(3):
                app.processEvents()
            shown.grab().save(str(folder / f"{name}-{'dark' if dark else 'light'}.png"))
            shown.close()


def form_page() -> QWidget:
    return _beside(_form(), _panel())


def _form() -> QWidget:
    whole, column = _column()
    person = FormSection("Người nghỉ")
    name, citizen = TextEdit(), TextEdit()
    name.set_value("Nguyễn Thị Mẫu")
    citizen.set_text("03117050592")
    birth = BirthEdit()
    birth.set_text("31/02/1970")
    person.add(LabelledField("&Họ và tên", name, need=Need.REQUIRED))
    card = LabelledField("Số &CCCD", citizen, need=Need.REQUIRED)
    card.show_finding(Severity.WARNING, "Số CCCD 03117050592 có 11 ký tự, cần đúng 12 chữ số.")
    person.add(card)
    person.add(LabelledField("&Ngày sinh", birth, need=Need.REQUIRED))
    sex = ChoiceBox(Sex, lambda member: CHOICES[member.value].capitalize())
    sex.set_value(Sex.FEMALE)
    person.add(LabelledField("&Giới tính", sex, need=Need.REQUIRED))
    leaving = FormSection("Nghỉ")
    route = ChoiceBox(Route, lambda member: CHOICES[member.value].capitalize())
    leave, money, ratio = DateEdit(), MoneyEdit(), RatioEdit()
    leave.set_value(date(2024, 11, 1))
    money.set_text("3000000000")
    money.commit()
    ratio.set_value(Fraction("4.98"))
    leaving.add(LabelledField("T&rường hợp", route, need=Need.REQUIRED))
    leaving.add(LabelledField("&Thời điểm nghỉ", leave, need=Need.REQUIRED, help="Ngày đầu tiên không còn làm việc."))
    leaving.add(LabelledField("Số tiền đã &nhận", money))
    leaving.add(LabelledField("Hệ số &lương", ratio, need=Need.RECOMMENDED))
    timeline = Timeline()
    timeline.show_career(samples.CAREER, YearMonth(2024, 11))
    for part in (person, leaving, timeline):
        column.addWidget(part)
    column.addStretch(1)
    return whole


def _panel() -> QWidget:
    whole, column = _column()
    card = AmountCard()
    card.show_computations(samples.computations())
    findings = FindingList()
    findings.show_findings(samples.FINDINGS)
    column.addWidget(card)
    column.addWidget(findings, 1)
    whole.setMaximumWidth(420)
    return whole


def steps_page() -> QWidget:
    steps = StepsView()
    steps.show_computation(samples.computation())
    preview = PagePreview(_run_at_once)
    preview.set_source(2, _paint_page, "Quyết định 1655/QĐ-UBND")
    return _beside(steps, preview)


def comparison_page() -> QWidget:
    view, same = ComparisonView(), ComparisonView()
    left, right = samples.computation(), samples.computation(dossier=samples.with_birth("1970-11-17"))
    view.show_comparison(compare(left, right))
    same.show_comparison(compare(left, left))
    return _beside(view, same)


def career_page() -> QWidget:
    whole, column = _column()
    salary, insurance = SalaryTable(), InsuranceTable()
    salary.set_value(samples.CAREER.salary)
    insurance.set_value(samples.CAREER.insurance)
    insurance.grid.setCurrentIndex(insurance.grid.model().index(1, 0))
    insurance.grid.paste_text("13/1995\t6/10\tUBND xã Tân Dương")
    column.addWidget(salary)
    column.addWidget(insurance)
    return whole


def tables_page() -> QWidget:
    whole, column = _column()
    row = QHBoxLayout()
    for tone, text in ((Tone.OK, "Đủ"), (Tone.ERROR, "Còn thiếu 2"), (Tone.WARNING, "Chờ"), (Tone.MUTED, "Nháp")):
        row.addWidget(Pill(tone, text))
    row.addStretch(1)
    column.addLayout(row)
    full, empty = _people(), _people()
    full.replace(
        [("Nguyễn Văn An", "91.630.786 đ"), ("Trần Thị Ánh", "chưa có số liệu"), ("Lê Đình Ân", "7.050.485 đ")]
    )
    full.sortByColumn(0, full.horizontalHeader().sortIndicatorOrder())
    full.selectRow(1)
    empty.set_empty(EmptyState("Chưa có người nào", "Danh sách những người đề nghị trong đợt này.", "Nhập từ Excel"))
    column.addWidget(full, 1)
    column.addWidget(empty, 2)
    column.addWidget(DropZone((".pdf", ".jpg", ".png")))
    return whole


def _people() -> RecordTableView[tuple[str, str]]:
    columns = (
        Column[tuple[str, str]]("name", "Họ và tên", lambda row: row[0], lambda row: name_sort_key(row[0])),
        Column[tuple[str, str]]("amount", "Kinh phí hỗ trợ", lambda row: row[1], align_right=True),
    )
    view = RecordTableView(RecordTableModel(columns, lambda row: row[0]), "Danh sách đối tượng")
    view.setColumnWidth(0, 300)
    return view


def _run_at_once(work: Callable[[], RenderedPage], done: Callable[[RenderedPage], None], failed: object) -> None:
    done(work())


def _paint_page(page: int, width_px: int) -> RenderedPage:
    image = QImage(width_px, round(width_px * 1.414), QImage.Format.Format_RGB888)
    image.fill("#FFFFFF")
    painter = QPainter(image)
    for line in range(8, 40):
        painter.drawLine(width_px // 8, line * width_px // 32, width_px * 7 // 8, line * width_px // 32)
    painter.drawText(width_px // 3, width_px // 8, f"Trang {page + 1}")
    painter.end()
    rows = bytes(image.constBits())
    wide = width_px * 3
    packed = b"".join(rows[at * image.bytesPerLine() :][:wide] for at in range(image.height()))
    return RenderedPage(width_px, image.height(), packed)


def _beside(left: QWidget, right: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.addWidget(left, 3)
    row.addWidget(right, 2)
    return whole


def _column() -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    return whole, QVBoxLayout(whole)


PAGES: dict[str, Callable[[], QWidget]] = {
    "form": form_page,
    "steps": steps_page,
    "comparison": comparison_page,
    "career": career_page,
    "tables": tables_page,
}

if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    main(target)
