"""Run the checks that packs bring themselves."""

from collections.abc import Iterable

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import OWN_FIX, OWN_MESSAGE, CheckEntry, Stage, Status
from desktop.rules.checks.context import CheckContext
from desktop.rules.own_checks import FailedCheck, failed_checks
from desktop.rules.policy import PolicyPack


def own_findings(dossier: Dossier, context: CheckContext, until: Stage) -> Iterable[Finding]:
    """Return what the packs' own checks find, up to and including the stage; the sentences come filled."""
    for pack in context.packs:
        if any(_runs(context, own.code, until) for own in pack.own_checks):
            yield from _of_pack(dossier, context, pack, until)


def _of_pack(dossier: Dossier, context: CheckContext, pack: PolicyPack, until: Stage) -> Iterable[Finding]:
    approval = context.approval_of(dossier)
    issued_on = approval.issued_on if approval else None
    for failed in failed_checks(pack, dossier, approved_on=issued_on, others=context.packs):
        if _runs(context, failed.check.code, until):
            yield _finding(failed, context.catalogue.entry(failed.check.code), dossier.id)


def _runs(context: CheckContext, code: str, until: Stage) -> bool:
    entry = context.catalogue.entry(code)
    return entry.status is Status.IN_FORCE and entry.stage.order <= until.order


def _finding(failed: FailedCheck, entry: CheckEntry, dossier_id: str) -> Finding:
    return Finding(
        code=entry.code,
        severity=entry.severity,
        subject=dossier_id,
        field=entry.field,
        params={OWN_MESSAGE: failed.message, OWN_FIX: failed.fix or failed.check.label},
        pack=entry.pack,
    )
