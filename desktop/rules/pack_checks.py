"""Checks of a pack file: settings of the catalogue's checks, the pack's own, cases of downsizing and obstacles."""

from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.domain.dossiers import Group, Route
from desktop.domain.findings import Severity
from desktop.rules.pack_values import SHORT_LIST, Cite, Id, Name, Note, Part, Sentence, Words, said

CheckCode = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}[0-9]{2,3}$")]


class OwnStage(StrEnum):
    """When a check of the pack's own runs, by the letters of the catalogue of checks."""

    ENTRY = "N"
    PACKING = "G"
    APPRAISAL = "T"
    PAYMENT = "C"
    REPORTING = "B"


class CheckSettings(Part, frozen=True, kw_only=True):
    """A rule of the catalogue of checks: on or off, how severe, its figures, its words."""

    code: Annotated[CheckCode, said("Code in the catalogue: DT06.")]
    enabled: Annotated[bool, said("false switches the check off.")] = True
    severity: Annotated[Severity | None, said("E blocks, W asks for an answer, I is only said.")] = None
    justifiable: Annotated[bool | None, said("Whether a typed answer lets a warning pass.")] = None
    parameters: Annotated[
        dict[Name, Annotated[int, msgspec.Meta(ge=-(10**15), le=10**15)] | Note],
        SHORT_LIST,
        said("Its figures."),
    ] = msgspec.field(default_factory=dict)
    message: Annotated[Note, said("In place of the catalogue's sentence; the same {names} can stand in it.")] = ""
    fix: Annotated[Note, said("In place of the catalogue's advice.")] = ""


class OwnCheck(Part, frozen=True, kw_only=True):
    """A check that only this pack has: a formula that is true when something is wrong."""

    code: Annotated[CheckCode, said("Two letters and digits, none of the catalogue's codes.")]
    severity: Annotated[Severity, said("E blocks, W asks for an answer, I is only said.")]
    stage: Annotated[OwnStage, said("N entry, G packing, T appraisal, C payment, B reporting.")] = OwnStage.ENTRY
    groups: Annotated[tuple[Group, ...], SHORT_LIST, said("Whom it looks at; none named: everybody.")] = ()
    routes: Annotated[tuple[Route, ...], SHORT_LIST, said("Which ways of leaving; none named: all.")] = ()
    label: Annotated[Words, said("What is checked.")]
    formula: Annotated[Sentence, Words, said("True means: this is a fault. May name components and total as well.")]
    message: Annotated[Sentence, Words, said("What is wrong; {name} is filled with the value as shown.")]
    fix: Annotated[Note, said("What to do about it; {name} likewise.")] = ""
    field: Annotated[Note, said("Field of the record to jump to: leave_on.")] = ""
    cite: Cite
    justifiable: Annotated[bool, said("Whether a typed answer lets a warning pass.")] = True


class ReasonOfLeaving(Part, frozen=True, kw_only=True):
    """A case of downsizing that a record chooses from (check DT02)."""

    id: Annotated[Id, said('What records and formulas hold: reason = "restructuring".')]
    label: Annotated[Words, said("The case in words.")]
    groups: Annotated[tuple[Group, ...], SHORT_LIST, said("For whom; none named: all groups.")] = ()
    cite: Cite


class Obstacle(Part, frozen=True, kw_only=True):
    """A sign that the policy is not for this person (check DT04)."""

    id: Annotated[Id, said('What records hold, and has_obstacle("…") in formulas.')]
    label: Annotated[Words, said("The sign in words.")]
    cite: Cite
