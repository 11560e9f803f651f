"""The steps of a first round, each judged by what really stands in the practice profile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.rounds import Direction
from desktop.domain.states import DossierState
from desktop.exchange.kinds import PackageKind
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.office import Office
from desktop.services.practice import sample
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.going_list import state_of_print
from desktop.services.sending.plan_sending import plan_sending


class Lesson(StrEnum):
    """A step of the first round, in the order of the work; its sentences are `practice.<value>.*`."""

    TAKE_IN = "take_in"
    ATTACH = "attach"
    MEND = "mend"
    CHECK = "check"
    PRINT = "print"
    DRAFT = "draft"
    SEND = "send"


PAGES: Mapping[Lesson, str] = {
    Lesson.TAKE_IN: "people",
    Lesson.ATTACH: "approvals",
    Lesson.MEND: "people",
    Lesson.CHECK: "checks",
    Lesson.PRINT: "submit",
    Lesson.DRAFT: "submit",
    Lesson.SEND: "submit",
}
"""Where each is done."""


@dataclass(frozen=True, slots=True)
class LessonState:
    """One step: whether it is done, and how many things are left to do in it (0 where that says nothing)."""

    lesson: Lesson
    done: bool
    left: int = 0


def lessons(office: Office, view: RoundView | None) -> tuple[LessonState, ...]:
    """Return every step as it stands now."""
    if view is None or not view.dossiers:
        return tuple(LessonState(each, done=False) for each in Lesson)
    drafts = sum(each.state is DossierState.DRAFT for each in view.dossiers)
    bare = sum(not each.attachments for each in view.approvals.values())
    found = view.findings()
    open_ones = len(one_each((*blocking(found), *unjustified(found, view.dossiers)), view.approvals))
    sent = _sent(office)
    gone = PackageKind.SUBMISSION.value in sent
    printed = gone or state_of_print(office, plan_sending(office, view)).same
    return (
        LessonState(Lesson.TAKE_IN, done=True),
        LessonState(Lesson.ATTACH, bool(view.approvals) and not bare, bare),
        LessonState(Lesson.MEND, not drafts, drafts),
        LessonState(Lesson.CHECK, not drafts and not open_ones, open_ones),
        LessonState(Lesson.PRINT, printed),
        LessonState(Lesson.DRAFT, gone or PackageKind.DRAFT.value in sent),
        LessonState(Lesson.SEND, gone),
    )


def current_lesson(states: tuple[LessonState, ...]) -> Lesson | None:
    """Return the first step that is not done, None when all are."""
    return next((each.lesson for each in states if not each.done), None)


def help_with(lesson: Lesson) -> Callable[[Office, str], None] | None:
    """Return what does a step for whoever asks, given the office and the round; None for what one does oneself."""
    return _HELP.get(lesson)


_HELP: Mapping[Lesson, Callable[[Office, str], None]] = {
    Lesson.TAKE_IN: sample.take_in_sample,
    Lesson.ATTACH: sample.attach_samples,
    Lesson.MEND: sample.mend_from_papers,
    Lesson.CHECK: sample.answer_sample,
}


def _sent(office: Office) -> frozenset[str]:
    """Return which kinds of packages this office wrote."""
    with office.store.begin() as work:
        written = work.packages.of_issuer(office.identity.unit.code)
    return frozenset(each.kind for each in written if each.direction is Direction.SENT)
