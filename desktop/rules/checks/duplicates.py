"""The same person twice: in this round, in another, in another unit (catalogue 3.9)."""

from collections.abc import Iterable
from itertools import chain, combinations

from desktop.domain.arrivals import SubmittedElsewhere
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Finding
from desktop.domain.money import group_digits
from desktop.domain.names import fold
from desktop.rules.checks.context import account_number, grouped, name_and_birth
from desktop.rules.checks.rule import Case, DossierRule, Hit, Hits, RoundRule


def citizen_id_twice(case: Case[Dossier]) -> Hits:
    """TR01: another dossier of the round has the same citizen number."""
    dossier = case.subject
    for other in case.context.by_citizen_id.get(dossier.person.citizen_id, ()):
        if other.id != dossier.id:
            rows: dict[str, str | int] = {"a": dossier.ordinal, "b": other.ordinal}
            yield Hit(rows | {"so": dossier.person.citizen_id}, detail=other.id)


def in_earlier_round(case: Case[Dossier]) -> Hits:
    """TR02: the same unit asked for this citizen number in another round, and it was not cancelled there."""
    for other in _elsewhere(case):
        if other.unit_code == case.context.unit_code:
            yield Hit(
                {
                    "ten": case.subject.person.full_name,
                    "dot": other.round_name,
                    "don_vi": other.unit_name,
                    "trang_thai": other.state.value,
                    "so_tien": "unknown" if other.amount is None else f"{group_digits(other.amount)} đ",
                },
                detail=other.dossier_id,
            )


def in_another_unit(case: Case[Dossier]) -> Hits:
    """TR03: another unit asks for this citizen number, and it was not cancelled there."""
    for other in _elsewhere(case):
        if other.unit_code != case.context.unit_code:
            units = {"dv1": case.context.unit_name, "dv2": other.unit_name}
            yield Hit({"ten": case.subject.person.full_name} | units, detail=other.dossier_id)


def _elsewhere(case: Case[Dossier]) -> Iterable[SubmittedElsewhere]:
    cancelled = case.words("cancelled")
    found = case.context.elsewhere_by_citizen_id.get(case.subject.person.citizen_id, ())
    return (other for other in found if other.state.value not in cancelled)


def perhaps_one_person(case: Case[tuple[Finding, ...]]) -> Hits:
    """TR04: two dossiers with the same name without accents and birth date, but other citizen numbers.

    Said once for a pair, of the one that comes later in the list.
    """
    for namesakes in case.context.by_name_and_birth.values():
        for earlier, later in combinations(namesakes, 2):
            if earlier.person.citizen_id != later.person.citizen_id:
                two = _who(earlier), _who(later)
                yield Hit({"a": two[0], "b": two[1]}, detail=":".join((earlier.id, *two)), subject=later.id)
    for dossier in case.context.live:
        yield from _namesakes_elsewhere(case, dossier)


def _namesakes_elsewhere(case: Case[tuple[Finding, ...]], dossier: Dossier) -> Hits:
    key = name_and_birth(dossier.person.full_name, dossier.person.birth)
    for other in case.context.elsewhere_by_name_and_birth.get(key, ()):
        if other.citizen_id != dossier.person.citizen_id:
            there = f"{other.full_name} ({other.citizen_id}, {other.unit_name})"
            here = _who(dossier)
            yield Hit({"a": there, "b": here}, detail=":".join((other.dossier_id, there, here)), subject=dossier.id)


def _who(dossier: Dossier) -> str:
    return f"{dossier.person.full_name} ({dossier.person.citizen_id})"


def namesakes_in_decision(case: Case[tuple[Finding, ...]]) -> Hits:
    """TR05: one decision has two people of one name with other citizen numbers; TR04 speaks where births agree."""
    for approval_id, covered in case.context.dossiers_by_approval.items():
        approval = case.context.approvals.get(approval_id)
        for earlier, later in _namesakes_in(covered):
            if approval and _only_names_agree(earlier, later):
                params: dict[str, str | int] = {"so": approval.number, "ten": later.person.full_name}
                yield Hit(params, detail=earlier.id, subject=later.id)


def _namesakes_in(covered: Iterable[Dossier]) -> Iterable[tuple[Dossier, Dossier]]:
    """Return the pairs of one name: a decision may cover a thousand people, whose pairs are half a million."""
    by_name = grouped(covered, lambda dossier: fold(dossier.person.full_name))
    return chain.from_iterable(combinations(namesakes, 2) for namesakes in by_name.values())


def _only_names_agree(one: Dossier, other: Dossier) -> bool:
    """Tell whether two of one name have neither birth date nor citizen number in common."""
    born = one.person.birth is not None and one.person.birth == other.person.birth
    return not born and one.person.citizen_id != other.person.citizen_id


def account_of_two(case: Case[Dossier]) -> Hits:
    """TR06: someone else is paid into the same bank account."""
    person = case.subject.person
    for other in case.context.by_bank_account.get(account_number(person.bank_account), ()):
        if other.id != case.subject.id and other.person.citizen_id != person.citizen_id:
            people = {"a": person.full_name, "b": other.person.full_name}
            account = account_number(person.bank_account)
            yield Hit({"stk": person.bank_account} | people, detail=f"{other.id}:{account}")


def paid_by_earlier_resolution(case: Case[Dossier]) -> Hits:
    """TR07: the person was paid under one of the city's earlier resolutions."""
    for number, payment in enumerate(case.subject.earlier_payments, start=1):
        if any(fold(name) in fold(payment.policy) for name in case.words("resolutions")):
            paid_on = format_date(payment.paid_on) if payment.paid_on else "unknown"
            params: dict[str, str | int] = {"ten": case.subject.person.full_name, "nq": payment.policy}
            yield Hit(params | {"ngay": paid_on}, detail=f"{number}")


RULES = (
    DossierRule("TR01", citizen_id_twice),
    DossierRule("TR02", in_earlier_round),
    DossierRule("TR03", in_another_unit),
    DossierRule("TR06", account_of_two),
    DossierRule("TR07", paid_by_earlier_resolution),
)
ROUND_RULES = (RoundRule("TR04", perhaps_one_person), RoundRule("TR05", namesakes_in_decision))
