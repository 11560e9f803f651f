"""People, findings and decisions as the command line shows them."""

from typing import Any

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.money import format_dong
from desktop.domain.rounds import Decision
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.rounds.round_view import RoundView
from desktop.ui.texts import message, word


def person_line(view: RoundView, dossier: Dossier) -> str:
    """Return one line about a person."""
    support = view.supports.get(dossier.id)
    amount = format_dong(support.amount) if support and support.amount is not None else "chưa có số tiền"
    name = dossier.person.full_name or "(chưa có tên)"
    return f"{dossier.ordinal:>4}  {name}  {dossier.person.citizen_id}  {word(dossier.state)}  {amount}"


def person_json(view: RoundView, dossier: Dossier) -> dict[str, Any]:
    """Return the same for programs; amounts are whole đồng, None where nothing could be determined."""
    support = view.supports.get(dossier.id)
    return {
        "id": dossier.id,
        "ordinal": dossier.ordinal,
        "full_name": dossier.person.full_name,
        "citizen_id": dossier.person.citizen_id,
        "state": dossier.state.value,
        "revision": dossier.revision,
        "amount": support.amount if support else None,
        "open": [str(each.citation) for each in support.open_values] if support else [],
    }


def finding_json(view: RoundView, finding: Finding, *, open_warning: bool) -> dict[str, Any]:
    """Return a finding with its sentence."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "name": view.whose(finding.subject),
        "field": finding.field,
        "message": view.catalogue.message(finding),
        "fix": view.catalogue.fix(finding),
        "unanswered": open_warning,
        "pack": finding.pack,
    }


def decision_json(decision: Decision) -> dict[str, Any]:
    """Return a decision for programs."""
    return {
        "id": decision.id,
        "dossier_id": decision.dossier_id,
        "revision": decision.revision,
        "outcome": decision.outcome.value,
        "amount": decision.amount,
        "reasons": [{"text": each.text, "code": each.code, "field": each.field} for each in decision.reasons],
    }


def not_sealed(written: WrittenPackage, *, asked: bool) -> tuple[str, ...]:
    """Return the line that says why a package is not encrypted, unless that was asked for."""
    return () if written.sealed or asked else (message("send.not_sealed"),)
