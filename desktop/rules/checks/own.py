"""What the checks that packs bring themselves found, as findings."""

from collections.abc import Iterable

from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import OWN_FIX, OWN_MESSAGE, CheckEntry, Stage, Status
from desktop.rules.checks.context import CheckContext
from desktop.rules.own_checks import FailedCheck


def own_findings(dossier_id: str, context: CheckContext, until: Stage) -> Iterable[Finding]:
    """Return what the packs' own checks found, up to and including the stage; the sentences come filled."""
    for failed in context.failed.get(dossier_id, ()):
        entry = context.catalogue.entry(failed.check.code)
        if entry.status is Status.IN_FORCE and entry.stage.order <= until.order:
            yield _finding(failed, entry, dossier_id)


def _finding(failed: FailedCheck, entry: CheckEntry, dossier_id: str) -> Finding:
    return Finding(
        code=entry.code,
        severity=entry.severity,
        subject=dossier_id,
        field=entry.field,
        params={OWN_MESSAGE: failed.message, OWN_FIX: failed.fix or failed.check.label},
        pack=entry.pack,
    )
