"""Practice is real work on a sample, in a folder of its own, under a root that nobody else trusts."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.practice.coach import Lesson, current_lesson, help_with, lessons
from desktop.services.practice.mark import is_practice
from desktop.services.practice.profile import (
    PRACTICE_PASSPHRASE,
    PRACTICE_RECIPIENT,
    drop_practice,
    new_practice,
    open_practice,
    practice_home,
    practice_places,
)
from desktop.services.practice.sample import papers_on_the_desk
from desktop.services.rounds.open_round import change_round, current_round, open_round
from desktop.services.rounds.round_view import RoundView, read_round
from desktop.services.rounds.work_to_do import Task, work_to_do
from desktop.services.sending.export_draft import export_draft
from desktop.services.sending.export_submission import export_submission
from desktop.services.sending.going_list import print_going_list
from desktop.services.sending.plan_sending import plan_sending
from tests.documents.forms.tools import pdf_text
from tests.services.offices import Clock, Desks
from tests.services.sending.practice_rooms import practice


def test_the_coached_round_from_the_list_to_the_signed_package(
    enrolled: Desks, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with practice(tmp_path / "home", tmp_path_factory) as office:
        opened = current_round(office)
        assert opened is not None
        assert is_practice(office)
        assert opened.policies == ("thuc-hanh",)

        def view() -> RoundView:
            return read_round(office, opened.id)

        def lesson() -> Lesson | None:
            return current_lesson(lessons(office, view()))

        assert lesson() is Lesson.TAKE_IN
        for each in (Lesson.TAKE_IN, Lesson.ATTACH, Lesson.MEND, Lesson.CHECK):
            assert lesson() is each
            if each is Lesson.MEND:
                papers = papers_on_the_desk(office, view())
                assert len(papers) == next(one.left for one in lessons(office, view()) if one.lesson is each) == 7
            act = help_with(each)
            assert act is not None
            act(office, opened.id)
        assert lesson() is Lesson.PRINT
        printed = print_going_list(office, plan_sending(office, view()), tmp_path)
        assert "THỰC HÀNH" in pdf_text(printed.pdf)
        assert lesson() is Lesson.DRAFT
        stick = practice_places(office).stick
        export_draft(office, opened.id, stick, PRACTICE_PASSPHRASE, recipient=PRACTICE_RECIPIENT)
        assert lesson() is Lesson.SEND
        sent = export_submission(
            office, opened.id, stick, PRACTICE_PASSPHRASE, recipient=PRACTICE_RECIPIENT, plain=True
        )
        assert lesson() is None
        assert all(help_with(each) is None for each in (Lesson.PRINT, Lesson.DRAFT, Lesson.SEND))
    with pytest.raises(Refusal) as refused:
        receive_submission(enrolled.finance, sent.package.path)
    assert refused.value.code.startswith(("package.", "trust.", "signature."))


def test_practice_computes_with_invented_figures_only_and_asks_for_no_backup(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with practice(tmp_path / "home", tmp_path_factory) as office:
        assert open_round(office, "Đợt khác", "X-2", policies=("nd29-2023",)).policies == ("thuc-hanh",)
        assert Task.BACK_UP_KEYS not in {each.task for each in work_to_do(office, None)}


def test_a_fresh_practice_takes_the_place_of_the_old_one(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path / "home"
    with practice(home, tmp_path_factory) as first:
        second = new_practice(home, now=Clock())
        drop_practice(first)
        assert second.folder != first.folder
        assert [each.name for each in practice_home(home).iterdir()] == [practice_places(second).folder.name]
        second.close()
        left_half = practice_home(home) / "999-half"
        left_half.mkdir()
        again = open_practice(home, now=Clock())
        assert again.folder == second.folder
        assert not left_half.exists()
        again.close()


def test_a_round_gets_another_name_and_deadline(enrolled: Desks) -> None:
    opened = open_round(enrolled.unit, "Đợt 2", "2024-2")
    changed = change_round(enrolled.unit, opened.id, " Đợt 2 năm 2024 ", date(2024, 9, 30))
    assert current_round(enrolled.unit) == changed
    assert (changed.name, changed.deadline, changed.period) == ("Đợt 2 năm 2024", date(2024, 9, 30), "2024-2")
    with pytest.raises(Refusal, match=r"round\.name_missing"):
        change_round(enrolled.unit, opened.id, " ", None)
