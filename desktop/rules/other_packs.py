"""What another pack answers for the same person, as a quantity: top-ups, best of two, differences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Generic, TypeVar

from desktop.domain.money import Dong
from desktop.rules.policy import PolicyPack
from desktop.rules.quantities.missing import Missing, Undetermined
from desktop.rules.scope import Determined
from desktop.rules.trace import Computation, Value
from desktop.rules.values import OpenParameter, Values

_TOTAL = "total"
_NO_SUCH_ITEM = "trường hợp của người này ở gói đó không có khoản này"
_NOT_HERE = "rules.not_in_this_case"
T = TypeVar("T")


class AskedPacks(Generic[T]):
    """The packs that one dossier's question may go on to: each answers once, none while it works on its own answer."""

    def __init__(self, packs: Sequence[PolicyPack], answer: Callable[[PolicyPack, tuple[str, ...]], T]) -> None:
        self._packs = {each.id: each for each in packs}
        self._answer = answer
        self._found: dict[str, T] = {}

    def ask(self, wanted: str, by: PolicyPack, at_work: tuple[str, ...]) -> T | None:
        """Return what a pack answers that `by` asks, the last of the packs `at_work`; None when it is not at hand.

        Raises Undetermined("rules.pack_cycle").
        """
        if wanted in at_work:
            raise Undetermined("rules.pack_cycle", packs=" → ".join((*at_work, wanted)))
        pack = self._pack(wanted, by)
        if pack is not None and wanted not in self._found:
            self._found[wanted] = self._answer(pack, at_work)
        return self._found.get(wanted)

    def items(self, wanted: str, by: PolicyPack) -> tuple[str, ...]:
        """Return the ids of the items of a pack that `by` asks, none when it is not at hand."""
        pack = self._pack(wanted, by)
        return () if pack is None else pack.component_ids

    def _pack(self, wanted: str, by: PolicyPack) -> PolicyPack | None:
        return self._packs.get(wanted) or by.needed.get(wanted)


@dataclass(frozen=True)
class OtherAnswers:
    """What other packs say of one dossier.

    `compute` answers for a pack's id, None when that pack is not at hand; `stated` holds amounts by
    pack and item, "nd29-2023.total" that a golden case gives, which then count instead.
    """

    compute: Callable[[str], Computation | None] = lambda _: None
    alone: "Callable[[str], Answer | None]" = lambda _: None
    """The same without steps and words."""
    stated: Mapping[str, Dong] = field(default_factory=dict)
    items: Callable[[str], tuple[str, ...]] = lambda _: ()
    """The ids of all items of a pack, also of those that the dossier's case does not have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether a pack gives the dossier anything, None when that cannot be judged, and its items and total."""

    eligible: bool | None
    values: Values


def amount_alone(scope: Values, word: str) -> Value:
    """Return the value of `amount_of` without its words."""
    if word in scope.others.stated:
        return Fraction(scope.others.stated[word])
    pack, _, name = word.partition(".")
    found = _alone(scope, pack)
    if not found.eligible:
        raise found.values.why_open() or Undetermined("rules.other_pack_no_amount", pack=word, reason="")
    try:
        return found.values.value(name)
    except Undetermined as none:
        if none.code == _NOT_HERE and name in found.values.pack.component_ids:
            return Fraction(0)
        raise


def eligible_alone(scope: Values, pack: str) -> bool:
    """Return the value of `eligible_for` without its words."""
    found = _alone(scope, pack)
    if found.eligible is None:
        raise found.values.why_open() or Undetermined("rules.other_pack_undecided", pack=pack, reason="")
    return found.eligible


def _alone(scope: Values, pack: str) -> Answer:
    found = scope.others.alone(pack)
    if found is None:
        raise Undetermined("rules.other_pack_absent", pack=pack)
    return found


def amount_of(scope: Values, word: str) -> Determined:
    """Return the amount that another pack's total or item comes to, "nd29-2023.total".

    Open there is open here. Who is eligible there, by a case without that item, gets nothing of it: 0.
    Raises Undetermined("rules.other_pack_absent"), Undetermined("rules.other_pack_no_amount") or Missing for what
    the record lacks.
    """
    if word in scope.others.stated:
        return Determined(Fraction(scope.others.stated[word]), "Theo ví dụ")
    pack, _, name = word.partition(".")
    found = _answer(scope, pack)
    step = found.step(name) if found.eligible else None
    if found.eligible and step is None and name in scope.others.items(pack):
        return _determined(found, Fraction(0), _NO_SUCH_ITEM)
    value = found.total if name == _TOTAL else step.value if step is not None else None
    if not isinstance(value, int | Fraction) or isinstance(value, bool):
        raise _why_not(found, word)
    return _determined(found, Fraction(value), "" if step is None else step.label)


def eligible_for(scope: Values, pack: str) -> Determined:
    """Return whether another pack applies and all its conditions hold.

    What cannot be judged there is no "no" here. Raises OpenParameter, Missing or
    Undetermined("rules.other_pack_undecided") with the reasons.
    """
    found = _answer(scope, pack)
    reasons = "; ".join(condition.reason for condition in found.conditions if not condition.holds)
    if not found.eligible and _undecided(found):
        raise _unknown(found) or Undetermined("rules.other_pack_undecided", pack=pack, reason=reasons)
    return Determined(found.applies and found.eligible, _named(found), reasons, note=_digest(found))


def _undecided(found: Computation) -> bool:
    """Whether nothing speaks against the person but what could not be judged."""
    steps = (found.step(condition.id) for condition in found.conditions if not condition.holds)
    return all(step is not None and step.value is None for step in steps)


def _answer(scope: Values, pack: str) -> Computation:
    found = scope.others.compute(pack)
    if found is None:
        raise Undetermined("rules.other_pack_absent", pack=pack)
    return found


def _determined(found: Computation, value: Fraction, label: str) -> Determined:
    return Determined(value, f"{_named(found)}: {label}" if label else _named(found), note=_digest(found))


def _named(found: Computation) -> str:
    return f"Kết quả của gói {found.policy.id} phiên bản {found.policy.version}"


def _digest(found: Computation) -> str:
    return f"{found.title}; mã băm của gói: {found.policy.sha256}."


def _why_not(found: Computation, word: str) -> Undetermined | Missing:
    unknown = _unknown(found)
    if unknown is not None:
        return unknown
    reasons = [condition.reason for condition in found.conditions if not condition.holds]
    step = found.step(word.partition(".")[2])
    if step is not None and step.reason:
        reasons.append(step.reason)
    return Undetermined("rules.other_pack_no_amount", pack=word, reason=" ".join(reasons) or f"{found.title}.")


def _unknown(found: Computation) -> Undetermined | Missing | None:
    """Return which figure of the law or field of the record another pack lacks, None when it lacks nothing."""
    if found.open_values:
        return OpenParameter(*found.open_values)
    if found.missing:
        return Missing("rules.other_pack_lacks", found.missing[0], pack=found.policy.id)
    return None
