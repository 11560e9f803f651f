"""The business document of a submission, from a round."""

from collections import defaultdict

from desktop.domain.approvals import Attachment
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.rounds import Round, Unit
from desktop.rules.checks.catalogue import Stage
from desktop.services.formats.packages import (
    SUBMISSION_FORMAT,
    AttachmentPart,
    FindingPart,
    FlagPart,
    RoundPart,
    SubmissionDocument,
    SubmittedRecord,
    UnitPart,
)
from desktop.services.formats.records_out import approval_part, record_digest, record_part
from desktop.services.formats.results import policy_part, result_part
from desktop.services.office import Office
from desktop.services.papers.pins import as_sent
from desktop.services.rounds.round_view import RoundView


def submission_document(office: Office, view: RoundView, people: tuple[Dossier, ...]) -> SubmissionDocument:
    """Return what a submission of these people says."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in view.findings(Stage.PACKING):
        findings[finding.subject].append(finding)
    used = {each.approval_id for each in people if each.approval_id}
    used.update(paper for each in people for paper in each.papers)
    approvals = [view.approvals[each] for each in sorted(used)]
    files = sorted({sha256 for each in approvals for sha256 in each.attachments})
    submitted = tuple(_submitted(view, each, tuple(findings[each.id])) for each in people)
    return SubmissionDocument(
        format=SUBMISSION_FORMAT,
        round=_round_part(view.round),
        unit=unit_part(office.identity.unit),
        responsible=office.identity.head,
        prepared_by=office.operator,
        policies=tuple(policy_part(pack.ref) for pack in view.packs),
        approvals=tuple(approval_part(each) for each in approvals),
        attachments=tuple(_attachment_part(view.attachments[each]) for each in files),
        people=submitted,
        total=sum(each.amount or 0 for each in submitted),
    )


def unit_part(unit: Unit) -> UnitPart:
    """Return the office in the format."""
    return UnitPart(code=unit.code, name=unit.name, parent=unit.parent, budget_code=unit.budget_code, place=unit.place)


def _submitted(view: RoundView, dossier: Dossier, findings: tuple[Finding, ...]) -> SubmittedRecord:
    record = record_part(as_sent(view, dossier), view.approval_of(dossier))
    support = view.supports[dossier.id]
    return SubmittedRecord(
        record=record,
        record_sha256=record_digest(record),
        results=tuple(result_part(each) for each in support.computations),
        amount=support.amount,
        findings=tuple(_finding_part(each) for each in findings),
    )


def _finding_part(finding: Finding) -> FindingPart:
    return FindingPart(
        code=finding.code,
        severity=finding.severity,
        subject=finding.subject,
        field=finding.field,
        params=dict(finding.params),
        detail=finding.detail,
        pack=finding.pack,
    )


def _round_part(of_round: Round) -> RoundPart:
    return RoundPart(
        id=of_round.id,
        name=of_round.name,
        period=of_round.period,
        opened_on=of_round.opened_on.isoformat(),
        deadline=of_round.deadline.isoformat() if of_round.deadline else None,
    )


def _attachment_part(attachment: Attachment) -> AttachmentPart:
    return AttachmentPart(
        sha256=attachment.sha256,
        name=attachment.name,
        media_type=attachment.media_type,
        size=attachment.size,
        pages=attachment.pages,
        flags=tuple(FlagPart(fault=flag.fault, page=flag.page, measure=flag.measure) for flag in attachment.flags),
    )
