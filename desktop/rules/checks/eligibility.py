"""Who may be in which group (catalogue 3.6, first part)."""

from desktop.domain.dossiers import Dossier, Group
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits


def voluntary_leave_management(case: Case[Dossier]) -> Hits:
    """DT01: voluntary early leave of a person whom none of the named levels manages, or of whom it is not said."""
    dossier = case.subject
    if dossier.group is not Group.VOLUNTARY:
        return
    level = dossier.person.management_level
    if level is None:
        yield Hit(detail="not_entered")
    elif level.value not in case.words("levels"):
        yield Hit({"dien": level.value})


RULES = (DossierRule("DT01", voluntary_leave_management),)
