"""In which tone it is said how somebody stands with a paper; the word goes with it."""

from desktop.services.papers.needed import PaperStanding
from desktop.ui.widgets.looks import Tone

STANDING_TONES = {
    PaperStanding.THERE: Tone.OK,
    PaperStanding.NO_FILE: Tone.ERROR,
    PaperStanding.MISSING: Tone.ERROR,
    PaperStanding.USUAL: Tone.INFO,
    PaperStanding.OPTIONAL: Tone.MUTED,
}
