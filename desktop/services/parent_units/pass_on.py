"""An answer of Sở Tài chính for a subordinate unit at the parent unit: taken note of, and passed on as it is.

Sở Tài chính answers each unit's package with one package, signed over exactly what that unit had signed, so that a
unit needs to believe nobody between; the parent unit can read it too, and hands the same file on.
"""

from desktop.domain.rounds import Decision
from desktop.domain.states import DossierState
from desktop.exchange.container.reader import VerifiedPackage, VerifiedPart
from desktop.exchange.errors import NotAuthorised, RecipientError
from desktop.exchange.kinds import PackageKind, Role
from desktop.services.office import Office
from desktop.storage import UnitOfWork


def is_to_pass_on(office: Office, package: VerifiedPackage | VerifiedPart) -> bool:
    """Tell whether the answer is for a subordinate unit whose package this office sent on.

    Raises RecipientError("package.not_for_us") when it is neither that nor for this office.
    """
    recipient = package.envelope.recipient
    addressed = recipient.unit_code if recipient else ""
    if addressed == office.identity.unit.code:
        return False
    cited = package.envelope.in_reply_to
    with office.store.begin() as work:
        known = work.subordinates.get(cited.package_id) if cited else None
        submission = work.submissions.get(known.package_id) if known else None
        sent = bool(known and work.embedded.carriers_of(known.package_id))
    if submission is None or not sent or submission.unit.code != addressed:
        raise RecipientError("package.not_for_us", file=package.path.name, recipient=addressed)
    if Role.APPRAISE not in package.signer.roles:
        name = package.signer.common_name
        raise NotAuthorised("package.not_authorised", file=package.path.name, signer=name, unit=addressed)
    return True


def check_addressed(office: Office, package: VerifiedPackage | VerifiedPart) -> None:
    """Refuse a package for another office, but for an answer that goes on to a subordinate unit.

    Raises RecipientError("package.not_for_us"), NotAuthorised.
    """
    recipient = package.envelope.recipient
    if recipient is None or recipient.unit_code == office.identity.unit.code:
        return
    if package.envelope.kind is not PackageKind.DECISION:
        raise RecipientError("package.not_for_us", file=package.path.name, recipient=recipient.unit_code)
    is_to_pass_on(office, package)


def note_decisions(work: UnitOfWork, decisions: tuple[Decision, ...], author: str) -> None:
    """Write down what was decided of another unit's people; their records are that unit's to move."""
    for each in decisions:
        if work.decisions.get(each.id) is None:
            work.decisions.add(each)
            _move(work, each, author)


def _move(work: UnitOfWork, decision: Decision, author: str) -> None:
    """Move the version that was decided, unless a later package of the unit took its place here."""
    sent = work.submissions.dossier(decision.submission_id, decision.dossier_id)
    if sent is None or sent.state is not DossierState.RECEIVED:
        return
    reason = "; ".join(each.text for each in decision.reasons)
    work.move_sent(decision.submission_id, decision.dossier_id, DossierState.UNDER_APPRAISAL, author)
    work.move_sent(decision.submission_id, decision.dossier_id, decision.outcome.state, author, reason)
