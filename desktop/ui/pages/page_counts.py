"""What the rail counts: for pages that nobody was at yet, and for those that count nothing but what lies in the store.

Each says how many there are, 0 for no number, and whether something waits.
"""

from collections.abc import Sequence

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Severity
from desktop.domain.states import DossierState
from desktop.domain.subordinates import Standing
from desktop.services.appraisal.appraise import inbox
from desktop.services.arrivals.receive_embedded import takes_in_subordinates
from desktop.services.arrivals.waiting_packages import waiting_packages
from desktop.services.arrivals.watch_arrivals import alarms
from desktop.services.entry.drafts import interrupted_drafts
from desktop.services.keys.signing_doctor import diagnose
from desktop.services.keys.signing_state import signing_state
from desktop.services.office import Office
from desktop.services.parent_units.subordinates import SubordinateItem, going_along, subordinate_items
from desktop.services.policies.draft_policy import drafts_of
from desktop.services.sending.plan_sending import SendingPlan
from desktop.services.sending.to_mend import returned_people
from desktop.ui.pages.desk import Desk
from desktop.ui.pages.sending.outcomes import outcome_rows

Count = tuple[int, bool]
_UNDONE = frozenset({DossierState.DRAFT, DossierState.RETURNED})


def people(desk: Desk) -> Count:
    """How many people the round has; drafts and returned ones wait."""
    found: Sequence[Dossier] = desk.view.dossiers if desk.view else ()
    return len(found), any(each.state in _UNDONE for each in found)


def approvals(desk: Desk) -> Count:
    """How many documents there are; those without a scan wait."""
    found = list(desk.view.approvals.values()) if desk.view else []
    return len(found), any(not each.attachments for each in found)


def checks(desk: Desk) -> Count:
    """How many errors and unanswered warnings there are."""
    found = len(desk.contents.open_ones) if desk.contents else 0
    return found, found > 0


def may_be_sent(plan: SendingPlan | None, going: Sequence[SubordinateItem]) -> bool:
    """Tell whether there is something to send and nothing that holds it back."""
    if plan is None:
        return False
    return plan.may_go or bool(going and not plan.ready.people and not plan.ready.drafts)


def to_send(desk: Desk) -> Count:
    """How many people would go with the package that fits."""
    plan = desk.contents.plan if desk.contents else None
    going = going_along(desk.office) if takes_in_subordinates(desk.office) else ()
    return plan.news if plan else 0, may_be_sent(plan, going)


def outcomes(desk: Desk) -> Count:
    """How many people were sent; returned ones wait, of whatever round."""
    return len(outcome_rows(desk.office)), bool(returned_people(desk.office))


def interrupted(desk: Desk) -> Count:
    """How much typing was cut off and waits for an answer."""
    found = len(interrupted_drafts(desk.office))
    return found, found > 0


def trust(office: Office) -> Count:
    """No number; a mark while something stands in the way of signing here."""
    faults = (each.severity is Severity.ERROR for each in diagnose(office, ask_token=False))
    return 0, not signing_state(office).can_sign or any(faults)


def packages(office: Office) -> Count:
    """How many packages have undecided people; alarms and what is held wait, too."""
    waiting = sum(1 for each in inbox(office) if each.undecided)
    return waiting, waiting > 0 or bool(alarms(office) or waiting_packages(office))


def undecided(office: Office) -> Count:
    """How many people wait for a decision, in all packages."""
    waiting = sum(each.undecided for each in inbox(office))
    return waiting, waiting > 0


def subordinates(office: Office) -> Count:
    """How many packages of subordinate units wait to be looked at."""
    waiting = sum(each.package.standing is Standing.WAITING for each in subordinate_items(office))
    return waiting, waiting > 0


def drafts(office: Office) -> Count:
    """How many policies are being drafted."""
    return len(drafts_of(office)), False
