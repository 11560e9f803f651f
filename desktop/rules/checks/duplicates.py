"""The same person twice (catalogue 3.9)."""

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits, RoundRule


def citizen_id_twice(case: Case[Dossier]) -> Hits:
    """TR01: another dossier of the round has the same citizen number."""
    dossier = case.subject
    for other in case.context.by_citizen_id.get(dossier.person.citizen_id, ()):
        if other.id != dossier.id:
            rows = {"a": dossier.ordinal, "b": other.ordinal}
            yield Hit({"so": dossier.person.citizen_id} | rows, detail=other.id)


def perhaps_one_person(case: Case[tuple[Finding, ...]]) -> Hits:
    """TR04: two dossiers with the same name without accents and birth date, but other citizen numbers.

    Said once for a pair, of the one that comes later in the list.
    """
    for namesakes in case.context.by_name_and_birth.values():
        for index, later in enumerate(namesakes):
            for earlier in namesakes[:index]:
                if earlier.person.citizen_id != later.person.citizen_id:
                    yield Hit({"a": _who(earlier), "b": _who(later)}, detail=earlier.id, subject=later.id)


def _who(dossier: Dossier) -> str:
    return f"{dossier.person.full_name} ({dossier.person.citizen_id})"


RULES = (DossierRule("TR01", citizen_id_twice),)
ROUND_RULES = (RoundRule("TR04", perhaps_one_person),)
