"""The offices at each step of the loop, made once; a test gets a copy and may do with it what it likes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.money import Dong
from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.appraise import decide
from desktop.services.appraisal.received_view import ReceivedView
from desktop.services.arrivals.receive_decision import receive_decision
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.lists.import_list import preview_list, take_in_list
from desktop.services.rounds.open_round import open_round
from tests.made_once import made_once
from tests.services.mail import answer, received_view, send, submission_in
from tests.services.mending import GIVEN, OURS, Sample, answer_all, attach_all, mend_all
from tests.services.offices import Desks, copied, enrol


class Steps:
    """Where the steps lie, for all workers of the run."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory

    def begin(self, name: str, make: Callable[[Path], object]) -> Path:
        """Return the folder of a step that begins with nothing."""
        return made_once(self._factory, f"step-{name}", make)

    def go_on(self, before: Path, name: str, work: Callable[[Desks], object]) -> Path:
        """Copy the offices of the step before, let them work, and leave them closed."""

        def make(folder: Path) -> None:
            with copied(before, folder) as desks:
                work(desks)

        return self.begin(name, make)


def take_in(desks: Desks, sample: Sample) -> None:
    opened = open_round(desks.unit, "Đợt 2 năm 2024", "2024-2")
    take_in_list(desks.unit, opened.id, preview_list(sample.workbook))


@pytest.fixture(scope="session")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Steps:
    return Steps(tmp_path_factory)


@pytest.fixture(scope="session")
def enrolled_folder(steps: Steps) -> Path:
    return steps.begin("enrolled", enrol)


@pytest.fixture(scope="session")
def listed_folder(steps: Steps, enrolled_folder: Path) -> Path:
    return steps.go_on(enrolled_folder, "listed", lambda desks: take_in(desks, OURS))


@pytest.fixture(scope="session")
def mended_folder(steps: Steps, listed_folder: Path) -> Path:
    def work(desks: Desks) -> None:
        mend_all(desks.unit, desks.round.id, OURS)

    return steps.go_on(listed_folder, "mended", work)


@pytest.fixture(scope="session")
def ready_folder(steps: Steps, mended_folder: Path) -> Path:
    def work(desks: Desks) -> None:
        attach_all(desks.unit, desks.round.id, OURS)
        answer_all(desks.unit, desks.round.id)

    return steps.go_on(mended_folder, "ready", work)


@pytest.fixture(scope="session")
def given_mended_folder(steps: Steps, enrolled_folder: Path) -> Path:
    """The given sample, with true values in its faulty rows."""

    def work(desks: Desks) -> None:
        take_in(desks, GIVEN)
        mend_all(desks.unit, desks.round.id, GIVEN)

    return steps.go_on(enrolled_folder, "given", work)


@pytest.fixture(scope="session")
def sent_folder(steps: Steps, ready_folder: Path) -> Path:
    def work(desks: Desks) -> None:
        send(desks)

    return steps.go_on(ready_folder, "sent", work)


@pytest.fixture(scope="session")
def received_folder(steps: Steps, sent_folder: Path) -> Path:
    def work(desks: Desks) -> None:
        receive_submission(desks.finance, submission_in(desks))

    return steps.go_on(sent_folder, "received", work)


@pytest.fixture(scope="session")
def answered_folder(steps: Steps, received_folder: Path) -> Path:
    """Four people were decided on, one each way, and the unit knows; a fifth was decided on since."""
    return steps.go_on(received_folder, "answered", answer_four)


def answer_four(desks: Desks) -> None:
    view = received_view(desks)
    known = [each.record.id for each in view.document.people if each.amount is not None]
    why = (Reason("Thiếu xác nhận thời gian đóng BHXH.", "BH03", "career.insurance"),)
    for outcome, person in zip(Outcome, known, strict=False):
        amount = Dong(90_000_000) if outcome is Outcome.ADJUSTED else None
        decide(desks.finance, view, person, outcome, amount=amount, reasons=() if outcome is Outcome.APPROVED else why)
    receive_decision(desks.unit, answer(desks, view).path)
    decide(desks.finance, view, known[len(Outcome)], Outcome.APPROVED)


@pytest.fixture(scope="session")
def seen(received_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> ReceivedView:
    """What is in `received`, recomputed once: it holds for every copy."""
    with copied(received_folder, tmp_path_factory.mktemp("seen") / "desks") as desks:
        return received_view(desks)


@pytest.fixture
def enrolled(enrolled_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """Two offices that trust each other, nothing else."""
    with copied(enrolled_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def listed(listed_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """The sample unit's list is in, nothing is mended."""
    with copied(listed_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def mended(mended_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """True values are in the faulty rows; papers and answers are missing."""
    with copied(mended_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def ready(ready_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """Everything is mended, attached and answered: the round can go."""
    with copied(ready_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def sent(sent_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """The package is on the memory stick, Sở Tài chính has not seen it."""
    with copied(sent_folder, tmp_path / "desks") as desks:
        yield desks


@pytest.fixture
def received(received_folder: Path, tmp_path: Path) -> Iterator[Desks]:
    """The package is in, nobody has been looked at."""
    with copied(received_folder, tmp_path / "desks") as desks:
        yield desks
