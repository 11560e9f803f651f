"""What a computation answers: amounts, reasons, and every step with its source."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

import msgspec

from desktop.domain.money import Dong
from desktop.domain.months import YearMonth
from desktop.domain.rounds import PolicyRef

Value: TypeAlias = int | Fraction | bool | date | YearMonth | str
"""What a step can hold. Money before the declared rounding is an exact Fraction of đồng."""


class Unit(StrEnum):
    """The unit of a value; checked when a pack loads."""

    DONG = "dong"
    DONG_PER_MONTH = "dong/month"
    MONTHS = "months"
    YEARS = "years"
    MONTHS_PER_YEAR = "months/year"
    DONG_PER_YEAR = "dong/year"
    RATIO = "ratio"
    COUNT = "count"
    DATE = "date"
    MONTH = "month"
    FLAG = "flag"
    TEXT = "text"


class Provenance(StrEnum):
    """How surely a value of the law is known (law.md: T, P, M, D, and not known)."""

    VERIFIED = "verified"
    REPORTED = "reported"
    RECALLED = "recalled"
    DERIVED = "derived"
    INVENTED = "invented"
    """Made up for training; only packs of practice may hold it."""
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where the law says it. `document` is the text's short name, "Nghị định 29/2023/NĐ-CP"."""

    document: str
    article: str = ""
    clause: str = ""
    point: str = ""

    def __str__(self) -> str:
        """Return e.g. "điểm a khoản 2 Điều 5 Nghị định 29/2023/NĐ-CP"."""
        parts = [f"điểm {self.point}"] if self.point else []
        parts += [f"khoản {self.clause}"] if self.clause else []
        parts += [f"Điều {self.article}"] if self.article else []
        return " ".join([*parts, self.document])


class Step(
    msgspec.Struct, frozen=True, gc=False
):  # made some thirty times for each person: a tenth of a dataclass's time
    """One step: what, how in words, the same with numbers put in, the result, and by what right.

    `id` is stable between offices (quantity, parameter, condition or component id); `value` is None when the
    value is open or could not be determined, then `reason` says why. For a condition `value` is a bool and
    `reason` says why it holds or does not.
    """

    id: str
    label: str
    unit: Unit
    value: Value | None
    shown: str
    """The value as screens and prints show it: "91.630.786 đ", "2,5 năm", "chưa có số liệu"."""
    formula: str = ""
    substituted: str = ""
    citation: Citation | None = None
    provenance: Provenance | None = None
    inputs: tuple[str, ...] = ()
    reason: str = ""


class ComponentAmount(msgspec.Struct, frozen=True, gc=False):
    """One item of support. `amount` is None when it is open."""

    id: str
    label: str
    amount: Dong | None
    citation: Citation | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OpenValue:
    """A value of the law that is not known, and where the law holds it."""

    parameter: str
    label: str
    citation: Citation


class Condition(msgspec.Struct, frozen=True, gc=False):
    """A condition of a group or route, and why it holds or not."""

    id: str
    holds: bool
    reason: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class Computation:
    """What one pack says of one dossier.

    `applies` is False when the pack has nothing for this group, route or date (`reasons` say why); then there
    is no amount. `missing` names dotted fields of the record without which nothing can be said. `total` is the
    rounded sum, None when it is open, not eligible, or something is missing: never 0 in place of "not known".
    """

    policy: PolicyRef
    title: str
    engine_version: str
    practice: bool
    """An invented pack for training: nothing computed with it may be decided on."""
    applies: bool
    eligible: bool
    conditions: tuple[Condition, ...]
    components: tuple[ComponentAmount, ...]
    total: Dong | None
    open_values: tuple[OpenValue, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    trace: tuple[Step, ...]

    def step(self, step_id: str) -> Step | None:
        """Return the step with this id, None when the computation did not need it."""
        return next((step for step in self.trace if step.id == step_id), None)
