"""The amount beside the form, and the steps behind it: what is not known is never a number."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.dossiers import Group, Route
from desktop.rules.trace import Computation, Provenance
from desktop.ui.texts import word
from desktop.ui.widgets.amount_card import AmountCard
from desktop.ui.widgets.answers import answer_of, facts_of
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.steps_view import StepsView
from tests.ui import samples


@pytest.fixture(scope="module")
def nd29() -> Computation:
    return samples.computation("nd29-2023")


def test_an_amount_is_shown_with_the_facts_that_decide_it(nd29: Computation) -> None:
    answer = answer_of(nd29)
    assert (answer.amount, answer.note) == ("194.686.470 đ", "")
    assert facts_of(nd29) == "sớm 4 năm · BHXH 29 năm · bình quân 9.055.185 đ"


def test_an_open_amount_is_said_to_be_open_with_its_article() -> None:
    answer = answer_of(samples.computation("hai-phong-nq07-2024"))
    assert answer.amount == ""
    assert answer.note == "Chưa có số liệu — Điều 3 Nghị quyết 07/2024/NQ-HĐND"
    assert answer.tone is Tone.WARNING


def test_a_missing_field_is_named_and_no_amount_given() -> None:
    answer = answer_of(samples.computation(dossier=replace(samples.DOSSIER, leave_on=None)))
    assert answer.amount == ""
    assert answer.note.startswith("Chưa xác định được. ")
    assert "thời điểm nghỉ" in answer.note


def test_who_does_not_qualify_reads_why() -> None:
    answer = answer_of(samples.computation(dossier=samples.with_birth("1968-01")))
    assert answer.amount == ""
    assert answer.note


def test_a_policy_that_says_nothing_of_the_person_is_quiet() -> None:
    other = replace(samples.DOSSIER, group=Group.VOLUNTARY, route=Route.EARLY_RETIREMENT)
    answer = answer_of(samples.computation(dossier=other))
    assert (answer.amount, answer.tone) == ("", Tone.MUTED)
    assert answer.note


def test_each_policy_has_its_part_and_practice_is_marked(qtbot: QtBot) -> None:
    card = AmountCard()
    qtbot.addWidget(card)
    card.show_computations(samples.computations())
    central, city, practice = card.texts()
    assert "194.686.470 đ" in central
    assert "bình quân" in central
    assert "Chưa có số liệu" in city
    assert "bình quân" not in city  # the same facts are said once
    assert "THỰC HÀNH" in practice
    card.show_computations(samples.computations()[:1])
    assert len(card.texts()) == 1
    card.show_computations(())
    assert card.texts() == ()


def test_the_focus_stays_while_amounts_move(qtbot: QtBot) -> None:
    card = AmountCard()
    qtbot.addWidget(card)
    card.show_computations(samples.computations())
    with qtbot.waitExposed(card):
        card.show()
    why = card.findChildren(QPushButton)[1]
    why.setFocus()
    card.show_computations(samples.computations(samples.with_birth("1970-11")))
    assert why.hasFocus()


def test_why_asks_for_the_steps_of_that_policy(qtbot: QtBot) -> None:
    card = AmountCard()
    qtbot.addWidget(card)
    shown = samples.computations()
    card.show_computations(shown)
    with qtbot.waitSignal(card.why_requested) as asked:
        qtbot.keyClick(card.findChildren(QPushButton)[1], Qt.Key.Key_Space)
    assert asked.args == [shown[1]]


def test_steps_are_told_with_formula_numbers_article_and_how_surely_known(qtbot: QtBot, nd29: Computation) -> None:
    view = StepsView()
    qtbot.addWidget(view)
    view.show_computation(nd29)
    text = view.toPlainText()
    for step in nd29.trace:
        assert step.label in text
        assert step.substituted in text
    assert "= 09/1970 + 57 năm 8 tháng + 1 tháng" in text
    assert "khoản 2 Điều 4 Nghị định 135/2020/NĐ-CP · đã đối chiếu văn bản" in text
    assert word(Provenance.RECALLED) in text
    assert "đạt" in text


def test_an_open_step_has_words_in_place_of_a_number(qtbot: QtBot) -> None:
    view = StepsView()
    qtbot.addWidget(view)
    view.show_computation(samples.computation("hai-phong-nq07-2024"))
    assert "chưa có số liệu" in view.toPlainText()
    view.show_computation(None)
    assert view.toPlainText() == ""


def test_what_stands_in_a_pack_is_text_and_not_markup(qtbot: QtBot, nd29: Computation) -> None:
    marked = msgspec.structs.replace(nd29.trace[0], label="<b>đậm</b>", formula="a < b & c")
    view = StepsView()
    qtbot.addWidget(view)
    view.show_computation(replace(nd29, trace=(marked,)))
    assert "<b>đậm</b>" in view.toPlainText()
    assert "a < b & c" in view.toPlainText()


def test_practice_says_so_over_its_steps(qtbot: QtBot) -> None:
    view = StepsView()
    qtbot.addWidget(view)
    view.show_computation(samples.computation("thuc-hanh", replace(samples.DOSSIER, leave_on=date(2024, 12, 1))))
    assert "Số liệu giả định để tập sử dụng" in view.toPlainText()
