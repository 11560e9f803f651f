"""The sixty made-up people, true values everywhere: nothing of them blocks; the faults put into their list do."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.approvals import Approval
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.findings import Severity
from desktop.rules.checks.catalogue import Stage
from desktop.rules.checks.context import CheckContext, PolicyPeriod
from desktop.rules.checks.engine import blocking, check_dossier, check_round, is_complete
from desktop.rules.checks.law_tables import tables_of
from desktop.rules.checks.of_packs import catalogue_of, settings_of
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from tests.rules.checks.situations import CATALOGUE, CENTRAL, ND29, ROOT, SCAN, around
from tests.rules.records import TRUTH, true_people

_CITY = load_pack((ROOT / "resources/policies/hai-phong-nq07-2024.yaml").read_bytes(), "hai-phong-nq07-2024.yaml")
_PACKS = (ND29, _CITY)
_CITY_PERIOD = PolicyPeriod(_CITY.id, _CITY.title, _CITY.effective_from, _CITY.effective_to, central=False)


def _named(dossier: Dossier, truth: dict[str, Any]) -> Dossier:
    said = {"full_name": truth["full_name"], "citizen_id": truth["citizen_id"], "workplace": truth["unit"]}
    person = replace(dossier.person, **said)
    return replace(
        dossier,
        id=f"d{truth['row']}",
        ordinal=truth["row"],
        person=person,
        approval_id=truth["decision"]["number"],
        declared=Declared(insured_months=truth["expected"]["insured_months"]),
    )


def _approval(decision: dict[str, Any]) -> Approval:
    issued_on = date.fromisoformat(decision["date"])
    return Approval(
        decision["number"], "r1", decision["number"], issued_on, decision["issuer"], attachments=(SCAN.sha256,)
    )


def _sample() -> CheckContext:
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))["people"]
    dossiers = tuple(_named(dossier, person) for (dossier, _), person in zip(true_people(), truth, strict=True))
    approvals = [_approval(person["decision"]) for person in truth]
    computations = {each.id: (compute(ND29, each), compute(_CITY, each)) for each in dossiers}
    return around(
        *dossiers,
        approvals={each.id: replace(each, attachments=(f"{each.id}",)) for each in approvals},
        attachments={each.id: replace(SCAN, sha256=each.id) for each in approvals},
        computations=computations,
        policies=(CENTRAL, _CITY_PERIOD),
        catalogue=catalogue_of(CATALOGUE, _PACKS),
        settings=settings_of(_PACKS),
        tables=tables_of(_PACKS),
    )


def test_nothing_of_the_sixty_blocks_packing() -> None:
    assert blocking(check_round(_sample(), Stage.PACKING)) == ()


def test_all_sixty_are_complete() -> None:
    context = _sample()
    assert len(context.dossiers) == 60
    assert all(is_complete(check_dossier(dossier, context), CATALOGUE) for dossier in context.dossiers)


def test_only_the_expected_warnings_and_notes_are_left() -> None:
    context = _sample()
    codes = Counter(finding.code for finding in check_round(context, Stage.APPRAISAL))
    with_gaps = sum(len(dossier.career.insurance) > 1 for dossier in context.dossiers)
    assert codes == {"BH06": 60, "BH03": with_gaps, "DT01": 8, "DT02": 52, "HS01": 128}


def test_papers_that_the_city_pack_only_assumes_are_notes() -> None:
    found = [each for each in check_round(_sample(), Stage.PACKING) if each.code == "HS01"]
    assert {each.severity for each in found} == {Severity.NOTE}
    assert Counter(each.detail for each in found) == {
        "assumed:insurance_record": 60,
        "assumed:salary_decisions": 60,
        "assumed:management_level_proof": 8,
    }


def test_two_people_with_one_citizen_number_block_each_other() -> None:
    context = _sample()
    first, other = context.dossiers[0], context.dossiers[56]
    twin = replace(other, person=replace(other.person, citizen_id=first.person.citizen_id))
    changed = replace(context, dossiers=tuple(twin if each.id == other.id else each for each in context.dossiers))
    errors = blocking(check_round(changed, Stage.ENTRY))
    assert {(finding.code, finding.subject) for finding in errors} == {("TR01", first.id), ("TR01", other.id)}
    assert all(finding.severity is Severity.ERROR for finding in errors)
