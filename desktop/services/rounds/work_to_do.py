"""Home: what is to be done here, in the order of the work."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.findings import Finding
from desktop.domain.rounds import Direction, Round, Submission
from desktop.domain.states import EDITABLE, WAITING, DossierState
from desktop.domain.subordinates import Standing
from desktop.rules.checks.engine import blocking, unjustified
from desktop.services.appraisal.export_decision import to_be_told
from desktop.services.keys.key_backup import backup_state
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Mode, Office
from desktop.services.parent_units.subordinates import subordinate_items
from desktop.services.policies.draft_policy import drafts_of
from desktop.services.practice.mark import is_practice
from desktop.services.rounds.one_fault import one_each
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.plan_sending import SendingPlan, plan_sending
from desktop.services.sending.to_mend import returned_people
from desktop.storage import UnitOfWork


class Task(StrEnum):
    """Something to do; each has its sentence `task.<value>` and the page where it is done."""

    OPEN_ROUND = "open_round"
    TAKE_IN_LIST = "take_in_list"
    MEND_DRAFTS = "mend_drafts"
    ATTACH_SCANS = "attach_scans"
    MEND_ERRORS = "mend_errors"
    ANSWER_WARNINGS = "answer_warnings"
    SEND = "send"
    MEND_RETURNED = "mend_returned"
    AWAIT_DECISION = "await_decision"
    APPRAISE = "appraise"
    SEND_DECISIONS = "send_decisions"
    WAIT_FOR_PACKAGES = "wait_for_packages"
    SET_UP_TRUST = "set_up_trust"
    OPEN_PACKAGES = "open_packages"
    JUDGE_SUBORDINATES = "judge_subordinates"
    SEND_ALONG = "send_along"
    NEWER_POLICY = "newer_policy"
    PUBLISH_DRAFT = "publish_draft"
    BACK_UP_KEYS = "back_up_keys"


_PAGES = {
    Task.OPEN_ROUND: "home",
    Task.TAKE_IN_LIST: "people",
    Task.MEND_DRAFTS: "people",
    Task.ATTACH_SCANS: "approvals",
    Task.MEND_ERRORS: "checks",
    Task.ANSWER_WARNINGS: "checks",
    Task.SEND: "submit",
    Task.MEND_RETURNED: "results",
    Task.AWAIT_DECISION: "results",
    Task.APPRAISE: "inbox",
    Task.SEND_DECISIONS: "inbox",
    Task.WAIT_FOR_PACKAGES: "inbox",
    Task.SET_UP_TRUST: "trust",
    Task.OPEN_PACKAGES: "mail",
    Task.JUDGE_SUBORDINATES: "subordinates",
    Task.SEND_ALONG: "submit",
    Task.NEWER_POLICY: "policy",
    Task.PUBLISH_DRAFT: "draft",
    Task.BACK_UP_KEYS: "trust",
}


@dataclass(frozen=True, slots=True)
class ToDo:
    """A task with how many things wait in it."""

    task: Task
    count: int = 0
    round: Round | None = None
    """The round in which it is to be done, None for the one that one works on, or none at all."""

    @property
    def round_name(self) -> str:
        """The name of that round, "" for none of its own."""
        return self.round.name if self.round else ""

    @property
    def page(self) -> str:
        """The id of the page where it is done."""
        return _PAGES[self.task]


def work_to_do(
    office: Office,
    view: RoundView | None,
    plan: SendingPlan | None = None,
    open_ones: Sequence[Finding] | None = None,
) -> tuple[ToDo, ...]:
    """Return what is to be done, the next step first; never empty.

    `plan` is what would be sent and `open_ones` are the errors and the warnings that nobody answered, where both are
    known already.

    Errors and warnings are those of everybody in the round, drafts too, as the page that they lead to counts them.
    """
    of_mode = {
        Mode.UNIT: lambda: (*_of_subordinates(office), *_of_unit(office, view, plan, open_ones)),
        Mode.FINANCE: lambda: _of_finance(office),
        Mode.HOME_AFFAIRS: lambda: _of_home_affairs(office),
    }
    return (*of_mode[office.identity.mode](), *_of_policies(office), *_of_keys(office))


def _of_home_affairs(office: Office) -> tuple[ToDo, ...]:
    return (ToDo(Task.OPEN_PACKAGES if signing_state(office).can_sign else Task.SET_UP_TRUST),)


def _of_subordinates(office: Office) -> tuple[ToDo, ...]:
    items = subordinate_items(office)
    waiting = sum(each.package.standing is Standing.WAITING for each in items)
    going = sum(each.goes for each in items)
    return _waiting((ToDo(Task.JUDGE_SUBORDINATES, waiting), ToDo(Task.SEND_ALONG, going)))


def _of_policies(office: Office) -> tuple[ToDo, ...]:
    """Return what waits in the law: a higher version that is here but does not hold, drafts not published."""
    newer = [each for each in office.shelf.packs if office.shelf.higher(each.ref)]
    return _waiting((ToDo(Task.NEWER_POLICY, len(newer)), ToDo(Task.PUBLISH_DRAFT, len(drafts_of(office)))))


def _of_keys(office: Office) -> tuple[ToDo, ...]:
    """Return that the keys are in no backup, or in one of keys that are used no more; those of a practice need none."""
    return () if is_practice(office) or backup_state(office).current else (ToDo(Task.BACK_UP_KEYS, 1),)


def _of_unit(
    office: Office, view: RoundView | None, plan: SendingPlan | None, open_ones: Sequence[Finding] | None
) -> tuple[ToDo, ...]:
    if view is None:
        return (ToDo(Task.OPEN_ROUND),)
    returned = tuple(ToDo(Task.MEND_RETURNED, len(each.people), each.round) for each in returned_people(office))
    if not view.dossiers:
        return (*returned, ToDo(Task.TAKE_IN_LIST))
    states = [each.state for each in view.dossiers]
    plan = plan or plan_sending(office, view)
    if open_ones is None:
        findings = view.findings()
        open_ones = one_each((*blocking(findings), *unjustified(findings, view.dossiers)), view.approvals)
    if not any(each.state in EDITABLE for each in view.dossiers):
        open_ones = ()  # all were sent: nobody could mend or answer them now
    errors = len(blocking(open_ones))
    bare = [each for each in view.approvals.values() if not each.attachments]
    found = (
        *returned,
        ToDo(Task.MEND_DRAFTS, states.count(DossierState.DRAFT)),
        ToDo(Task.ATTACH_SCANS, len(bare)),
        ToDo(Task.MEND_ERRORS, errors),
        ToDo(Task.ANSWER_WARNINGS, len(open_ones) - errors),
        ToDo(Task.SEND, plan.news if plan.may_go else 0),
        ToDo(Task.AWAIT_DECISION, states.count(DossierState.SENT)),
    )
    return _waiting(found) or (ToDo(Task.TAKE_IN_LIST),)


def _of_finance(office: Office) -> tuple[ToDo, ...]:
    with office.store.begin() as work:
        received = work.submissions.all(Direction.RECEIVED)
        undecided = sum(_undecided(work, each) for each in received)
        unsent = sum(len(to_be_told(work, each.id)) for each in received)
    found = (ToDo(Task.APPRAISE, undecided), ToDo(Task.SEND_DECISIONS, unsent))
    return _waiting(found) or (ToDo(Task.WAIT_FOR_PACKAGES),)


def _undecided(work: UnitOfWork, submission: Submission) -> int:
    return sum(each.state in WAITING for each in work.submissions.dossiers(submission.id))


def _waiting(found: Iterable[ToDo]) -> tuple[ToDo, ...]:
    return tuple(each for each in found if each.count)
