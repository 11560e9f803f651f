"""The catalogue as the packs of a round change it: settings, sentences, and the packs' own checks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.units import KnownUnit, UnitRegister
from desktop.rules.checks.catalogue import Catalogue, Category, CheckEntry, Stage, Status, placeholders
from desktop.rules.checks.plan import checked_parameters
from desktop.rules.checks.settings import RuleSetting, merged_settings
from desktop.rules.lookups import OwnCheck
from desktop.rules.policy import CheckSetting, PolicyPack


def settings_of(packs: Sequence[PolicyPack]) -> dict[str, RuleSetting]:
    """Return what the packs say of the catalogue's checks; of a check that several mention, the last one's word."""
    said = ({code: _setting(pack, each) for code, each in pack.checks.items()} for pack in packs)
    return merged_settings(*said)


def _setting(pack: PolicyPack, said: CheckSetting) -> RuleSetting:
    """A warning that no answer lets pass has to be mended: it is an error."""
    severity = said.severity
    if said.justifiable is False and severity in {None, Severity.WARNING}:
        severity = Severity.ERROR
    source = f"{pack.id} {pack.version}"
    return RuleSetting(said.enabled, severity, said.parameters, source, said.message, said.fix)


def catalogue_of(base: Catalogue, packs: Sequence[PolicyPack]) -> Catalogue:
    """Return the catalogue as it holds in a round with these packs, the packs' own checks last.

    Raises Refusal: checks.unknown_code, checks.parameter_unknown, checks.parameter_kind, checks.message_name,
    checks.code_taken.
    """
    entries = dict(base.entries)
    for code, setting in settings_of(packs).items():
        entries[code] = _changed(base.entry(code), setting)
    for entry in chain.from_iterable(_own_entries(pack) for pack in packs):
        if entry.code in entries:
            raise Refusal("checks.code_taken", code=entry.code)
        entries[entry.code] = entry
    return replace(base, entries=entries)


def _changed(entry: CheckEntry, setting: RuleSetting) -> CheckEntry:
    severity = setting.severity or entry.severity
    return msgspec.structs.replace(
        entry,
        status=entry.status if setting.enabled else Status.SUSPENDED,
        severity=severity,
        justification_allowed=severity is Severity.WARNING,
        parameters=checked_parameters(entry, setting.parameters),
        message=_checked_sentence(entry, setting.message) or entry.message,
        fix=_checked_sentence(entry, setting.fix) or entry.fix,
        pack=setting.pack,
    )


def _checked_sentence(entry: CheckEntry, sentence: str) -> str:
    """Return the sentence when it asks only for what findings of the check carry."""
    known = placeholders(entry.message) | placeholders(entry.fix)
    strange = sorted(placeholders(sentence) - known)
    if strange:
        raise Refusal("checks.message_name", code=entry.code, name=strange[0])
    return sentence


def _own_entries(pack: PolicyPack) -> Iterable[CheckEntry]:
    for own in pack.own_checks:
        severity = own_severity(own)
        yield CheckEntry(
            code=own.code,
            version=1,
            status=Status.IN_FORCE,
            severity=severity,
            stage=Stage(own.stage),
            category=Category.WRONG_DATA,
            message=own.message,
            fix=own.fix or own.label,
            justification_allowed=severity is Severity.WARNING,
            fields=(own.field,) if own.field else (),
            basis=str(own.citation),
            pack=f"{pack.id} {pack.version}",
        )


def own_severity(own: OwnCheck) -> Severity:
    """Return how severe a pack's own check is; a warning that no answer lets pass is an error."""
    if own.severity is Severity.WARNING and not own.justifiable:
        return Severity.ERROR
    return own.severity


def register_with(base: UnitRegister, packs: Sequence[PolicyPack]) -> UnitRegister:
    """Return the catalogue of offices with those that the packs name; a pack's word on a name takes its place."""
    named = [KnownUnit(each.name, "", each.first, each.last) for pack in packs for each in pack.units]
    kept = (unit for unit in base.units if not UnitRegister(tuple(named)).named(unit.name))
    return UnitRegister((*kept, *named)) if named else base


def provinces_of(base: frozenset[str], packs: Sequence[PolicyPack]) -> frozenset[str]:
    """Return the province codes: those of the last pack that has a list, else the program's."""
    lists: list[Mapping[str, str]] = [pack.provinces for pack in packs if pack.provinces]
    return frozenset(lists[-1]) if lists else base
