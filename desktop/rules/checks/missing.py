"""Required fields that are not entered yet and that no check of the catalogue asks for by name."""

from desktop.domain.dossiers import Dossier
from desktop.domain.people import BirthBasis
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits


def required_field(case: Case[Dossier]) -> Hits:
    """TD01: a field without which nothing can be computed or proved is empty."""
    for name in missing_fields(case.subject, case.context):
        yield Hit({"truong": name}, detail=name, field=name)


def missing_fields(dossier: Dossier, context: CheckContext) -> tuple[str, ...]:
    """Return the dotted names of the required fields that are empty, in the form's order."""
    person = dossier.person
    birth = "person.birth" if person.birth_basis is BirthBasis.CARD else "person.birth_on_file"
    entered = {
        "person.sex": person.sex,
        birth: person.decisive_birth,
        "group": dossier.group,
        "route": dossier.route,
        "leave_on": dossier.leave_on,
        "approval_id": context.approval_of(dossier),
        "career.salary": dossier.career.salary or None,
    }
    return tuple(name for name, value in entered.items() if value is None)


AS_ENTERED_RULES = (DossierRule("TD01", required_field),)
