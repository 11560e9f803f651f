"""Which tone, and which word, belongs to what the field speaks of."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.findings import Severity
from desktop.rules.trace import Provenance
from desktop.ui.widgets.looks import Tone

_OF_SEVERITY = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.INFO}


def tone_of(severity: Severity) -> Tone:
    """Return the tone in which findings of this severity are shown."""
    return _OF_SEVERITY[severity]


def provenance_word(provenance: Provenance) -> str:
    """Return how surely a figure of the law is known, in words."""
    words = {
        Provenance.VERIFIED: QCoreApplication.translate("Provenance", "đã đối chiếu với văn bản"),
        Provenance.REPORTED: QCoreApplication.translate("Provenance", "theo nguồn thứ cấp, chưa đối chiếu với văn bản"),
        Provenance.RECALLED: QCoreApplication.translate("Provenance", "chưa đối chiếu được với văn bản"),
        Provenance.DERIVED: QCoreApplication.translate("Provenance", "suy ra từ các số khác"),
        Provenance.INVENTED: QCoreApplication.translate("Provenance", "số giả định để thực hành"),
        Provenance.OPEN: QCoreApplication.translate("Provenance", "chưa có số liệu"),
    }
    return words[provenance]


def tone_of_provenance(provenance: Provenance) -> Tone:
    """Return the tone for how surely a figure is known."""
    if provenance in {Provenance.VERIFIED, Provenance.DERIVED}:
        return Tone.MUTED
    return Tone.WARNING
