"""The catalogue of checks: codes, severities, stages, default parameters and Vietnamese sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as fresh
from enum import StrEnum

import msgspec
import yaml

from desktop.domain.errors import Param, Refusal
from desktop.domain.findings import Finding, Severity
from desktop.rules.plain_yaml import read_plain

_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_FORMAT = 1
OWN_MESSAGE, OWN_FIX = "own_message", "own_fix"
"""Parameters under which a finding of a pack's own check carries its sentences, filled."""


class Stage(StrEnum):
    """When a check runs; a later stage runs the checks of the earlier ones too."""

    ENTRY = "N"
    PACKING = "G"
    APPRAISAL = "T"
    PAYMENT = "C"
    REPORTING = "B"

    @property
    def order(self) -> int:
        """The stage's place in a record's life, from 0."""
        return _STAGE_ORDER[self]


_STAGE_ORDER = {stage: order for order, stage in enumerate(Stage)}


class Status(StrEnum):
    """Whether a check is in force."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    RETIRED = "retired"


class Category(StrEnum):
    """What kind of fault it is."""

    MISSING_DATA = "missing_data"
    WRONG_DATA = "wrong_data"
    MISMATCH = "mismatch"
    MISCALCULATION = "miscalculation"
    MISSING_PAPER = "missing_paper"
    DUPLICATE = "duplicate"
    OVERDUE = "overdue"
    PACKAGE = "package"


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same check in a special case; "" and None mean: as the check itself."""

    message: str = ""
    fix: str = ""
    severity: Severity | None = None


class CheckEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One check. `fields` are dotted fields of the dossier, the first is where a finding jumps to.

    `words` gives, for a parameter of the message, what its coded values are called. `pack` is "id version" of the
    policy pack that changed the check or brought it, "" for one as the program ships it.
    """

    code: str
    version: int
    status: Status
    severity: Severity
    stage: Stage
    category: Category
    message: str
    fix: str
    justification_allowed: bool
    fields: tuple[str, ...] = ()
    basis: str = ""
    parameters: dict[str, Param] = msgspec.field(default_factory=dict)
    words: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    variants: dict[str, Variant] = msgspec.field(default_factory=dict)
    pack: str = ""

    @property
    def field(self) -> str:
        """Where a finding jumps to, "" for the whole round."""
        return self.fields[0] if self.fields else ""

    def variant_of(self, detail: str) -> Variant:
        """Return the variant that a finding's detail names before its first colon, or one that changes nothing."""
        return self.variants.get(detail.partition(":")[0], _PLAIN)


_PLAIN = Variant()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    version: str
    checks: tuple[CheckEntry, ...]


@dataclass(frozen=True)
class Catalogue:
    """All checks by code, in the catalogue's order."""

    version: str
    entries: Mapping[str, CheckEntry] = fresh(default_factory=dict)

    def entry(self, code: str) -> CheckEntry:
        """Return the check; raises Refusal("checks.unknown_code")."""
        if code not in self.entries:
            raise Refusal("checks.unknown_code", code=code)
        return self.entries[code]

    def message(self, finding: Finding) -> str:
        """Return the finding's Vietnamese sentence; raises Refusal for a code or parameter that is not there.

        A finding of a pack's own check brings its sentences with it.
        """
        if OWN_MESSAGE in finding.params:
            return str(finding.params[OWN_MESSAGE])
        entry = self.entry(finding.code)
        return _filled(entry.variant_of(finding.detail).message or entry.message, entry, finding)

    def fix(self, finding: Finding) -> str:
        """Return what to do about the finding, in Vietnamese; raises as `message` does."""
        if OWN_FIX in finding.params:
            return str(finding.params[OWN_FIX])
        entry = self.entry(finding.code)
        return _filled(entry.variant_of(finding.detail).fix or entry.fix, entry, finding)

    def stage(self, finding: Finding) -> Stage:
        """Return the stage of the finding's check; raises Refusal("checks.unknown_code")."""
        return self.entry(finding.code).stage


def load_catalogue(text: str) -> Catalogue:
    """Read the catalogue's YAML strictly; raises Refusal("checks.catalogue_unreadable", reason=...)."""
    try:
        file = msgspec.convert(read_plain(text), _File)
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise Refusal("checks.catalogue_unreadable", reason=str(fault)) from None
    codes = [entry.code for entry in file.checks]
    if file.format != _FORMAT:
        raise Refusal("checks.catalogue_unreadable", reason=f"format {file.format}")
    if len(set(codes)) != len(codes):
        raise Refusal("checks.catalogue_unreadable", reason="a code is there twice")
    return Catalogue(file.version, {entry.code: entry for entry in file.checks})


def placeholders(sentence: str) -> frozenset[str]:
    """Return the names that the sentence asks for."""
    return frozenset(_PLACEHOLDER.findall(sentence))


def _filled(sentence: str, entry: CheckEntry, finding: Finding) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in finding.params:
            raise Refusal("checks.parameter_missing", code=entry.code, name=name)
        shown = str(finding.params[name])
        return entry.words.get(name, {}).get(shown, shown)

    return _PLACEHOLDER.sub(value, sentence)
