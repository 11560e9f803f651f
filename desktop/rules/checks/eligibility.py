"""Who may be in which group, by whose word (catalogue 3.6, first part)."""

from dataclasses import replace

from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.names import fold
from desktop.rules.checks.papers import AUTHORISATION, has_paper
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


def no_case_of_downsizing(case: Case[Dossier]) -> Hits:
    """DT02: downsizing by none of the cases that the policies list; silent where no pack lists any."""
    dossier = case.subject
    open_to = [each for each in case.context.tables.reasons if each.open_to(dossier.group)]
    if dossier.group is not Group.DOWNSIZING or not open_to:
        return
    if dossier.reason not in {each.id for each in open_to}:
        detail = "" if dossier.reason else "not_entered"
        article = replace(open_to[0].citation, clause="", point="")
        yield Hit({"dieu": str(article)}, detail=detail)


def approved_by_another_level(case: Case[Dossier]) -> Hits:
    """DT03: the issuer is not the level that usually approves for people so managed, and no authorisation is there."""
    level, approval = case.subject.person.management_level, case.context.approval_of(case.subject)
    usual = case.context.tables.approving_levels.get(level.value) if level else None
    if level is None or usual is None or approval is None or not approval.issuer.strip():
        return
    if has_paper(case.subject, case.context, AUTHORISATION):
        return
    if not any(fold(name) in fold(approval.issuer) for name in usual.approvers):
        params = {"co_quan": approval.issuer, "dien": level.value, "cap": " hoặc ".join(usual.approvers)}
        yield Hit(params, detail=f"{level.value}:{approval.issuer.strip()}")


def policy_may_not_apply(case: Case[Dossier]) -> Hits:
    """DT04: something is entered that speaks against the policy being applied."""
    for obstacle in case.subject.obstacles:
        sign = case.context.tables.obstacles.get(obstacle)
        yield Hit({"ly_do": sign.label if sign else obstacle}, detail=obstacle)


def no_opinion_of_home_affairs(case: Case[Dossier]) -> Hits:
    """DT05: opinions of Sở Nội vụ are kept here, and this person has none."""
    opinions, group = case.context.opinions, case.subject.group
    if opinions is not None and group and group.value in case.words("groups") and case.subject.id not in opinions:
        yield Hit()


def approved_outside_transition(case: Case[Dossier]) -> Hits:
    """DT06: the transitional group with a document dated outside the transition."""
    approval = case.context.approval_of(case.subject)
    if case.subject.group is not Group.TRANSITIONAL or approval is None or approval.issued_on is None:
        return
    if not case.day("approved_from") <= approval.issued_on < case.day("approved_before"):
        yield Hit({"ngay": format_date(approval.issued_on)})


RULES = (
    DossierRule("DT01", voluntary_leave_management),
    DossierRule("DT02", no_case_of_downsizing),
    DossierRule("DT03", approved_by_another_level),
    DossierRule("DT04", policy_may_not_apply),
    DossierRule("DT05", no_opinion_of_home_affairs),
    DossierRule("DT06", approved_outside_transition),
)
