"""The sentences of the checks as the window says them: in the language that is spoken."""

from dataclasses import replace

import msgspec

from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import OWN_MESSAGE, Catalogue, CheckEntry, Variant
from desktop.services.office import shipped_catalogue
from desktop.services.rounds.check_catalogue import CheckLine, readable
from desktop.ui.language import Language, english, spoken

_ENGLISH = "checks_catalogue.yaml"


def check_message(catalogue: Catalogue, finding: Finding) -> str:
    """Return what a finding says; raises Refusal for a code or parameter that is not there."""
    return _speaking(catalogue, finding).message(finding)


def check_fix(catalogue: Catalogue, finding: Finding) -> str:
    """Return what to do about a finding; raises as `check_message` does."""
    return _speaking(catalogue, finding).fix(finding)


def spoken_entry(entry: CheckEntry) -> CheckEntry:
    """Return a check with its sentences as they are spoken; what a pack worded stays as the pack says it."""
    if spoken() is Language.VIETNAMESE:
        return entry
    shipped = shipped_catalogue().entries.get(entry.code)
    return _in_english(entry, shipped) if shipped else entry


def _speaking(catalogue: Catalogue, finding: Finding) -> Catalogue:
    if spoken() is Language.VIETNAMESE or OWN_MESSAGE in finding.params:
        return catalogue
    return Catalogue(catalogue.version, {finding.code: spoken_entry(catalogue.entry(finding.code))})


def _in_english(entry: CheckEntry, shipped: CheckEntry) -> CheckEntry:
    def said(now: str, then: str, *place: str) -> str:
        return english(_ENGLISH).get(".".join((entry.code, *place)), now) if now == then else now

    variants = {
        name: Variant(
            said(each.message, shipped.variant_of(name).message, "variants", name, "message"),
            said(each.fix, shipped.variant_of(name).fix, "variants", name, "fix"),
            each.severity,
        )
        for name, each in entry.variants.items()
    }
    words = {
        parameter: {value: said(term, term, "words", parameter, value) for value, term in terms.items()}
        for parameter, terms in entry.words.items()
    }
    message = said(entry.message, shipped.message, "message")
    fix = said(entry.fix, shipped.fix, "fix")
    return msgspec.structs.replace(entry, message=message, fix=fix, variants=variants, words=words)


def spoken_line(line: CheckLine) -> CheckLine:
    """Return a line of the catalogue as it is shown; what is printed keeps the line itself."""
    if spoken() is Language.VIETNAMESE:
        return line
    entry = spoken_entry(line.entry)
    return replace(line, message=readable(entry.message), fix=readable(entry.fix))
