"""Whose amounts another version of a policy would change: of nobody decided, taken out or sent away."""

from collections.abc import Iterator

from desktop.domain.rounds import Direction, Round
from desktop.domain.states import EDITABLE, WAITING
from desktop.rules.examples import dossier_of
from desktop.rules.policy import PolicyPack
from desktop.services.appraisal.received_view import read_received
from desktop.services.office import Mode, Office
from desktop.services.policies.compare_policies import Subject
from desktop.storage import UnitOfWork


def open_people(office: Office, policy_id: str) -> tuple[Subject, ...]:
    """Return the people whom this policy is asked about here.

    At a unit those of its rounds that are not sent; at Sở Tài chính those received and not decided on, whose
    records keep the packs that they were sent with: for them the comparison says what sending again would bring.
    """
    found = _received(office, policy_id) if office.identity.mode is Mode.FINANCE else _entered(office, policy_id)
    return tuple(found)


def example_people(pack: PolicyPack) -> tuple[Subject, ...]:
    """Return the made-up people of the pack's golden cases."""
    return tuple(
        Subject(f"example/{each.id}", f"Mẫu: {each.id}", each.source, dossier_of(each.record), each.record.approved_on)
        for each in pack.examples
    )


def _entered(office: Office, policy_id: str) -> Iterator[Subject]:
    with office.store.begin() as work:
        for each in work.rounds.all():
            if policy_id in each.policies:
                yield from _of_round(work, each)


def _of_round(work: UnitOfWork, of_round: Round) -> Iterator[Subject]:
    approved = {each.id: each.issued_on for each in work.approvals.of_round(of_round.id)}
    for dossier in work.dossiers.of_round(of_round.id):
        if dossier.state in EDITABLE:
            issued = approved.get(dossier.approval_id or "")
            yield Subject(dossier.id, dossier.person.full_name, of_round.name, dossier, issued, of_round.policies)


def _received(office: Office, policy_id: str) -> Iterator[Subject]:
    with office.store.begin() as work:
        submissions = [
            each
            for each in work.submissions.all(Direction.RECEIVED)
            if any(ref.id == policy_id for ref in each.policies)
        ]
        waiting = {
            (each.id, sent.dossier_id)
            for each in submissions
            for sent in work.submissions.dossiers(each.id)
            if sent.state in WAITING
        }
    still_open = {submission_id for submission_id, _ in waiting}
    for submission in submissions:
        if submission.id not in still_open:
            continue
        view = read_received(office, submission.id).view
        for dossier in view.dossiers:
            if (submission.id, dossier.id) in waiting:
                approval = view.approval_of(dossier)
                issued = approval.issued_on if approval else None
                name = dossier.person.full_name
                asked = tuple(each.id for each in submission.policies)
                yield Subject(dossier.id, name, submission.unit.name, dossier, issued, asked)
