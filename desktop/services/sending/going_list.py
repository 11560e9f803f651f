"""The list that somebody is about to sign: of those who go."""

from pathlib import Path

from desktop.domain.dossiers import Dossier
from desktop.services.office import Office
from desktop.services.prints.print_forms import PrintedList, live, print_proposal_list
from desktop.services.sending.plan_sending import SendingPlan
from desktop.services.sending.printed_changes import PrintState, print_state


def people_on_list(plan: SendingPlan) -> tuple[Dossier, ...]:
    """Return who would go; everybody who was not withdrawn while drafts hold the round back or nobody goes."""
    ready = plan.ready
    settled = plan.chain is not None or not ready.drafts
    return ready.people if ready.people and settled else live(plan.view)


def print_going_list(office: Office, plan: SendingPlan, folder: Path) -> PrintedList:
    """Print and remember the list to sign; raises as `print_proposal_list` does."""
    return print_proposal_list(office, plan.view, folder, people=people_on_list(plan), remembered=True)


def state_of_print(office: Office, plan: SendingPlan) -> PrintState:
    """Compare the last print with the list to sign; raises Refusal: blob.missing, blob.changed."""
    return print_state(office, plan.view, people_on_list(plan))
