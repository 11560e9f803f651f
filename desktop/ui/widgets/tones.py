"""Which tone belongs to what the field speaks of."""

from desktop.domain.findings import Severity
from desktop.ui.widgets.looks import Tone

_OF_SEVERITY = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.INFO}


def tone_of(severity: Severity) -> Tone:
    """Return the tone in which findings of this severity are shown."""
    return _OF_SEVERITY[severity]
