"""Who may answer a submission, and with what: Sở Tài chính decides, the parent unit it was for only sends it back."""

from typing import Final

from desktop.domain.rounds import Decision, Outcome, Submission
from desktop.domain.subordinates import Standing, SubordinatePackage
from desktop.exchange.container.reader import VerifiedPackage
from desktop.exchange.errors import NotAuthorised
from desktop.exchange.kinds import Role
from desktop.services.formats.packages import DecisionDocument
from desktop.storage import UnitOfWork

_SENT_TO: Final = "sent_to."


def note_recipient(work: UnitOfWork, submission_id: str, unit_code: str) -> None:
    """Remember whom a submission was signed for."""
    work.settings.put(f"{_SENT_TO}{submission_id}", unit_code)


def note_sent_back(
    work: UnitOfWork, package: VerifiedPackage, submission_id: str, decisions: tuple[Decision, ...]
) -> None:
    """Remember that a package of this office came back from its parent unit: the next one starts anew."""
    if Role.APPRAISE in package.signer.roles or not decisions:
        return
    note = "; ".join(each.text for each in decisions[0].reasons)
    back = SubordinatePackage(
        submission_id, "", Standing.SENT_BACK, package.signer.common_name, package.envelope.created_at, note
    )
    work.subordinates.add(back)


def check_answerer(
    work: UnitOfWork, package: VerifiedPackage, document: DecisionDocument, submission: Submission
) -> None:
    """Raise NotAuthorised unless the signer may say this of the submission.

    Who may not appraise only sends back, whole, what was signed for exactly that unit: package.parent_decides,
    package.not_authorised.
    """
    signer = package.signer
    if Role.APPRAISE in signer.roles:
        return
    if work.settings.get(f"{_SENT_TO}{submission.id}") != signer.unit_code:
        unit = submission.unit.code
        raise NotAuthorised("package.not_authorised", file=package.path.name, signer=signer.common_name, unit=unit)
    if any(each.outcome is not Outcome.RETURNED for each in document.decisions):
        raise NotAuthorised("package.parent_decides", file=package.path.name, signer=signer.common_name)
