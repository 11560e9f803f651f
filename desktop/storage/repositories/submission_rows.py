"""Submissions, sent dossiers and findings as columns of their tables, and back."""

import json
from collections.abc import Iterable

from sqlalchemy import RowMapping

from desktop.domain.findings import Finding
from desktop.domain.rounds import PolicyRef, SentDossier, Submission, Unit
from desktop.storage.mapping import Columns, built, columns_of, placed


def canonical_json(value: object) -> str:
    """Return JSON that depends on nothing but the value: sorted keys, no idle spaces, letters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def submission_columns(submission: Submission) -> Columns:
    """Return the columns of a submission; its unit is spread over columns of its own."""
    unit = {f"unit_{name}": value for name, value in columns_of(submission.unit).items()}
    return columns_of(submission, without={"unit", "policies"}) | unit


def policy_rows(submission: Submission) -> list[Columns]:
    """Return the packs that the submission was computed with."""
    return placed({"submission_id": submission.id}, [columns_of(policy) for policy in submission.policies])


def submission_of(row: RowMapping, policies: Iterable[RowMapping]) -> Submission:
    """Build the submission from its row and its packs."""
    unit = Unit(row["unit_code"], row["unit_name"], row["unit_parent"], row["unit_budget_code"], row["unit_place"])
    return built(Submission, row, unit=unit, policies=tuple(built(PolicyRef, each) for each in policies))


def sent_columns(dossier: SentDossier) -> Columns:
    """Return the columns of a sent dossier."""
    return columns_of(dossier, without={"findings"})


def finding_rows(dossier: SentDossier) -> list[Columns]:
    """Return the findings that were sent with the dossier."""
    owner = {"submission_id": dossier.submission_id, "dossier_id": dossier.dossier_id}
    return placed(owner, [_finding_columns(finding) for finding in dossier.findings])


def sent_dossier_of(row: RowMapping, findings: Iterable[RowMapping]) -> SentDossier:
    """Build the sent dossier from its row and its findings."""
    return built(SentDossier, row, findings=tuple(_finding_of(each) for each in findings))


def _finding_columns(finding: Finding) -> Columns:
    return columns_of(finding) | {"params": canonical_json(finding.params)}


def _finding_of(row: RowMapping) -> Finding:
    return built(Finding, row, params=json.loads(row["params"]))
