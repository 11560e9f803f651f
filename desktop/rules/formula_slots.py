"""The formulas of a case as an author meets them: where each stands, what it must yield, and what it says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from desktop.rules.asking import asked_quantity
from desktop.rules.catalogue import quantities_of, units_of_built_in
from desktop.rules.drafting import item_of, put_case, put_component
from desktop.rules.formulas.checking import check
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.parser import parse
from desktop.rules.formulas.tree import Node, asked_in
from desktop.rules.formulas.units import DONG, FLAG, OF_UNIT, Dimension
from desktop.rules.formulas.words import in_words
from desktop.rules.pack_file import CaseRule, PackFile
from desktop.rules.pack_values import Cite
from desktop.rules.policy import PolicyPack
from desktop.rules.scope import Quantity
from desktop.rules.trace import Unit


class SlotKind(StrEnum):
    """What a formula is for; each has its word in the texts."""

    VALUE = "value"
    CONDITION = "condition"
    COMPONENT = "component"
    WHEN = "when"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class FormulaSlot:
    """A place for a formula. `owner` is the id of its condition, component or case; an optional one may be ""."""

    kind: SlotKind
    owner: str
    label: str
    text: str
    cite: Cite
    optional: bool = False
    unit: Unit | None = None
    """Of a value on the way; all others have the unit of their kind."""

    @property
    def wanted(self) -> Dimension:
        """The unit that the formula must have."""
        if self.unit is not None:
            return OF_UNIT[self.unit]
        return FLAG if self.kind in {SlotKind.CONDITION, SlotKind.WHEN} else DONG


@dataclass(frozen=True, slots=True)
class KnownName:
    """Something that a formula can name."""

    id: str
    label: str
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class FormulaView:
    """What a formula says in words, or why it says nothing."""

    words: str
    fault: FormulaError | None


def slots_of(file: PackFile, case: CaseRule) -> tuple[FormulaSlot, ...]:
    """Return the formulas of a case in the order in which they are computed."""
    found = [
        FormulaSlot(SlotKind.VALUE, each.id, each.label, each.formula, each.cite, unit=each.unit)
        for each in file.values
    ]
    found += [_condition(file, each) for each in case.conditions]
    for name in case.components:
        item = item_of(file.components, name)
        found.append(FormulaSlot(SlotKind.WHEN, name, item.label, item.when, item.cite, optional=True))
        found.append(FormulaSlot(SlotKind.COMPONENT, name, item.label, item.formula, item.cite))
    total = FormulaSlot(SlotKind.TOTAL, case.id, case.label, case.total, case.cite, optional=True)
    return (*found, total)


def _condition(file: PackFile, condition_id: str) -> FormulaSlot:
    rule = item_of(file.conditions, condition_id)
    return FormulaSlot(SlotKind.CONDITION, rule.id, rule.label, rule.formula, rule.cite)


def put_formula(file: PackFile, slot: FormulaSlot, text: str) -> PackFile:
    """Return the file with another formula in this place; `needs` names the packs that its formulas ask."""
    changed = _with_formula(file, slot, text)
    return msgspec.structs.replace(changed, needs=_needs_of(changed))


def _needs_of(file: PackFile) -> tuple[str, ...]:
    """Return the packs that formulas ask for amounts; as they were while a formula cannot be read."""
    texts = [each.formula for each in file.values] + [each.formula for each in file.conditions]
    texts += [text for each in file.components for text in (each.formula, each.when)]
    texts += [text for each in file.cases for text in (each.total, each.when)]
    texts += [each.formula for each in file.own_checks]
    try:
        asked = [each for text in texts if text for each in asked_in(parse(text))]
    except FormulaError:
        return file.needs
    ids = [each.word.partition(".")[0] for each in asked if each.function in {"amount_of", "eligible_for"}]
    return tuple(dict.fromkeys((*(each for each in file.needs if each in ids), *ids)))


def _with_formula(file: PackFile, slot: FormulaSlot, text: str) -> PackFile:
    replace = msgspec.structs.replace
    match slot.kind:
        case SlotKind.VALUE:
            values = tuple(replace(each, formula=text) if each.id == slot.owner else each for each in file.values)
            return replace(file, values=values)
        case SlotKind.CONDITION:
            rules = tuple(replace(each, formula=text) if each.id == slot.owner else each for each in file.conditions)
            return replace(file, conditions=rules)
        case SlotKind.COMPONENT:
            return put_component(file, replace(item_of(file.components, slot.owner), formula=text))
        case SlotKind.WHEN:
            return put_component(file, replace(item_of(file.components, slot.owner), when=text))
        case SlotKind.TOTAL:
            return put_case(file, replace(item_of(file.cases, slot.owner), total=text))


def known_names(pack: PolicyPack, slot: FormulaSlot, file: PackFile | None = None) -> Mapping[str, KnownName]:
    """Return what a formula in this place can name, by id: parameters first, then the facts of the record.

    `file` is the draft itself: it may hold figures that no formula names yet and that `pack` is without.
    """
    parameters = file.parameters if file else pack.parameters.values()
    found = [KnownName(each.id, each.label, OF_UNIT[each.unit]) for each in parameters]
    found += [_quantity(pack, each) for each in quantities_of(pack).values() if each.id not in pack.asked]
    if slot.kind is SlotKind.VALUE:
        above = (
            list(pack.values)[: list(pack.values).index(slot.owner)] if slot.owner in pack.values else list(pack.values)
        )
        found = [each for each in found if each.id not in pack.values or each.id in above]
    if slot.kind in {SlotKind.COMPONENT, SlotKind.TOTAL, SlotKind.WHEN}:
        found += _before(pack, slot)
    if slot.kind is SlotKind.TOTAL:
        found.append(KnownName("total", "Tổng số tiền", DONG))
    return {each.id: each for each in found}


def _quantity(pack: PolicyPack, quantity: Quantity) -> KnownName:
    dimension = units_of_built_in().get(quantity.id, OF_UNIT[quantity.unit])
    if quantity.id == "reason":
        dimension = replace(dimension, choices=tuple(each.id for each in pack.reasons))
    return KnownName(quantity.id, quantity.label, dimension)


def _before(pack: PolicyPack, slot: FormulaSlot) -> list[KnownName]:
    """Return the components that stand before this place in the case that holds it."""
    for case in pack.cases:
        names = [each.id for each in case.components]
        if slot.kind is SlotKind.TOTAL and case.id == slot.owner:
            return [KnownName(each.id, each.label, DONG) for each in case.components]
        if slot.owner in names:
            earlier = case.components[: names.index(slot.owner)]
            return [KnownName(each.id, each.label, DONG) for each in earlier]
    return []


def look_at(text: str, slot: FormulaSlot, names: Mapping[str, KnownName], pack: PolicyPack) -> FormulaView:
    """Say what the formula means in words, or what is wrong with it; never raises."""
    if not text.strip():
        return FormulaView("", None if slot.optional else FormulaError("formula.empty", expected=str(slot.wanted)))
    try:
        node = parse(text)
        check(node, {name: each.dimension for name, each in names.items()}, slot.wanted)
        _check_tables(node, pack)
    except FormulaError as fault:
        return FormulaView("", fault)
    return FormulaView(in_words(node, _labels(names, node, pack)), None)


def _check_tables(node: Node, pack: PolicyPack) -> None:
    for each in asked_in(node):
        if each.function == "years" and each.word not in pack.rounding_tables:
            raise FormulaError("pack.unknown_name", found=each.word, expected=", ".join(pack.rounding_tables))


def _labels(names: Mapping[str, KnownName], node: Node, pack: PolicyPack) -> Callable[[str], str]:
    known = dict(quantities_of(pack))
    asked = {each.id: asked_quantity(each, pack, known).label for each in asked_in(node)}
    return lambda name: asked.get(name) or names[name].label


@dataclass(frozen=True, slots=True)
class Pattern:
    """A usual kind of formula, to start from; its figures are there to be replaced."""

    words: str
    formula: str


PATTERNS = (
    Pattern("Số tháng lương × số năm nghỉ trước tuổi", "1 * current_salary * early_years"),
    Pattern("Số tháng lương bình quân × số năm nghỉ trước tuổi", "1 * average_salary * early_years"),
    Pattern(
        "Số tháng lương × số tháng nghỉ trước tuổi, có mức trần",
        "min(1 * current_salary * early_months, 60 * current_salary)",
    ),
    Pattern(
        "Bậc theo thâm niên: những năm đầu một khoản, mỗi năm sau thêm",
        "tiered(insured_years; 20: 5 flat, then 0.5) * current_salary",
    ),
    Pattern("Số tháng lương × số năm đóng bảo hiểm xã hội", "1 * current_salary * insured_years"),
    Pattern("Số tháng lương cố định", "6 * current_salary"),
    Pattern(
        "Mức theo số tháng còn lại đến tuổi nghỉ hưu",
        "band(remaining_months; 24: 12, 60: 6, else: 3) * current_salary",
    ),
    Pattern(
        "Có mức sàn và mức trần tính theo lương",
        "clamp(1 * current_salary * early_years, 6 * current_salary, 60 * current_salary)",
    ),
    Pattern(
        "Hệ số phụ cấp chức vụ × mức lương cơ sở × số tháng còn lại",
        "position_coefficient * base_salary * remaining_months",
    ),
    Pattern("Hai mức tùy điều kiện", "if(early_months <= 24, 12, 6) * current_salary"),
    Pattern("Lấy khoản cao hơn trong hai cách tính", "max(6 * current_salary, 1 * current_salary * early_years)"),
    Pattern("Tổng các khoản, không quá mức trần", "min(total, 60 * current_salary)"),
    Pattern("Trừ khoản đã nhận theo chính sách trước", 'max(total - already_paid("chinh-sach-truoc"), 0)'),
    Pattern("Nghỉ trước tuổi ít nhất một tháng", "early_months >= 1"),
    Pattern("Đóng bảo hiểm xã hội đủ số năm", "insured_months >= 180"),
    Pattern(
        "Phê duyệt trong một khoảng thời gian", "approved_on >= date(2024, 1, 1) and approved_on < date(2025, 1, 1)"
    ),
)
"""Families of the laws that are known, in words. None holds a figure of any law."""


def patterns_for(
    slot: FormulaSlot, names: Mapping[str, KnownName], pack: PolicyPack, others: Iterable[PolicyPack] = ()
) -> tuple[Pattern, ...]:
    """Return the patterns that can stand in this place: the pack's own money figures, the usual kinds, shares of
    what other packs give.
    """
    own = [
        Pattern(f"Mức ghi trong văn bản: {each.label}", each.id)
        for each in names.values()
        if each.dimension == DONG and slot.wanted == DONG and each.id in pack.parameters
    ]
    shares = [
        Pattern(f"Phần trăm của mức hưởng theo {each.title}", f"50% * amount_of({each.id}.total)")
        for each in others
        if not each.practice and pack.id not in each.needs
    ]
    fitting = (*own, *PATTERNS, *shares)
    return tuple(each for each in fitting if look_at(each.formula, slot, names, pack).fault is None)
