"""Which tone belongs to what the field speaks of."""

from desktop.domain.findings import Severity
from desktop.rules.trace import Provenance
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Tone

_OF_SEVERITY = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.INFO}
_SURE = frozenset({Provenance.VERIFIED, Provenance.DERIVED})


def tone_of(severity: Severity) -> Tone:
    """Return the tone in which findings of this severity are shown."""
    return _OF_SEVERITY[severity]


def tone_of_provenance(provenance: Provenance) -> Tone:
    """Return the tone for how surely a figure is known: quiet where it is, a warning elsewhere."""
    return Tone.MUTED if provenance in _SURE else Tone.WARNING


def provenance_word(provenance: Provenance) -> str:
    """Return how surely a figure of the law is known, in the words that are used everywhere."""
    return word(provenance)
