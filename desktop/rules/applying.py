"""Whether a pack is for this group, route and date, and which of its cases fits."""

from collections.abc import Iterator

import msgspec

from desktop.domain.dates import format_date
from desktop.domain.dossiers import Group
from desktop.rules.policy import Case, GroupScope, PolicyPack
from desktop.rules.scope import Determined, Scope
from desktop.rules.showing import CHOICES
from desktop.rules.trace import Citation, Condition, Unit
from desktop.rules.values import Values

CASE = "case"
DOES_NOT_APPLY = "applies_"
"""How the ids of conditions begin that say why a pack is not for a dossier."""


class Applying(msgspec.Struct, frozen=True):
    """Why the pack does not apply (empty: it does), what the record lacks to say so, and the cases to try."""

    refusals: tuple[Condition, ...]
    missing: tuple[str, ...]
    cases: tuple[Case, ...]

    @property
    def undecided(self) -> bool:
        """Whether nothing speaks against it but what the record lacks."""
        return bool(self.missing) and not self.refusals


def applying(scope: Values) -> Applying:
    """Tell whether the pack covers the dossier's group, route and date of leaving."""
    dossier = scope.dossier
    fields = (("group", dossier.group), ("route", dossier.route), ("leave_on", dossier.leave_on))
    missing = tuple([name for name, value in fields if value is None])
    refusals = tuple(_refusals(scope))
    fitting = () if missing or refusals else scope.cases(dossier.group, dossier.route)
    return Applying(refusals, missing, fitting)


def choose_case(scope: Scope, cases: tuple[Case, ...]) -> tuple[Scope, Case | None]:
    """Return the first case whose `when` holds, and the scope with its retirement age.

    No case when none fits, or when one before it cannot be judged; then the step `case` says why, and the age is not
    lowered: nobody knows that it may be.
    """
    for case in cases:
        scope = scope.lowered(case.lowered_by)
        fits = _fits(scope, case)
        if fits:
            return scope, case
        if fits is None:
            break
    return scope.lowered(""), None


def no_case_fits(pack: PolicyPack) -> Condition:
    """Return the answer when group, route and date are covered but no case fits."""
    return _refusal("applies_case", f"{pack.title} không có trường hợp nào phù hợp với hồ sơ này.", None)


def _fits(scope: Scope, case: Case) -> bool | None:
    """Judge `when` as the step `case`; None when it cannot be judged. A case that does not fit leaves no step."""

    def judge(scope: Scope) -> Determined:
        fits = case.when is None or bool(scope.ready(case.when).call(scope.value))
        return Determined(case.id if fits else "", citation=case.citation, note=case.note, shown=case.label)

    scope.run(CASE, "Trường hợp áp dụng", Unit.TEXT, judge)
    value = scope.steps[CASE].value
    if value == "":
        del scope.steps[CASE]
    return None if value is None else bool(value)


def _refusals(scope: Values) -> Iterator[Condition]:
    dossier, pack = scope.dossier, scope.pack
    if dossier.group is None:
        return
    covered = pack.scope_of(dossier.group)
    if covered is None:
        yield _not_covered(pack, dossier.group)
        return
    if dossier.route is not None and not scope.cases(dossier.group, dossier.route):
        reason = f"{pack.title} không có quy định cho cách nghỉ “{CHOICES[dossier.route]}” của {covered.label}."
        yield _refusal("applies_route", reason, covered.citation)
    yield from _outside_dates(scope, covered)


def _not_covered(pack: PolicyPack, group: Group) -> Condition:
    excluded = next((each for each in pack.exclusions if each.group is group), None)
    if excluded is not None:
        return _refusal("applies_group", excluded.reason, excluded.citation)
    return _refusal("applies_group", f"{pack.title} không có quy định cho nhóm “{CHOICES[group]}”.", None)


def _outside_dates(scope: Values, covered: GroupScope) -> Iterator[Condition]:
    leave_on = scope.dossier.leave_on
    if leave_on is None or (covered.first <= leave_on and (covered.last is None or leave_on <= covered.last)):
        return
    until = f" đến {format_date(covered.last)}" if covered.last else ""
    reason = (
        f"Thời điểm nghỉ {format_date(leave_on)} không thuộc thời gian áp dụng của {scope.pack.title}: "
        f"từ {format_date(covered.first)}{until}."
    )
    yield _refusal("applies_date", reason, covered.citation)


def _refusal(name: str, reason: str, citation: Citation | None) -> Condition:
    return Condition(name, holds=False, reason=reason, citation=citation)
