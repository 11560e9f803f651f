"""Which tone belongs to what the field speaks of."""

from desktop.domain.findings import Severity
from desktop.rules.trace import Provenance
from desktop.ui.widgets.looks import Tone

_OF_SEVERITY = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.INFO}


def tone_of(severity: Severity) -> Tone:
    """Return the tone in which findings of this severity are shown."""
    return _OF_SEVERITY[severity]


def tone_of_provenance(provenance: Provenance) -> Tone:
    """Return the tone for how surely a figure is known."""
    if provenance in {Provenance.VERIFIED, Provenance.DERIVED}:
        return Tone.MUTED
    return Tone.WARNING
