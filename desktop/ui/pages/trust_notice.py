"""The line above packages that says, in amber, that the trust pack they are judged by is out of date."""

from desktop.services.keys.trust_warning import trust_warning
from desktop.services.office import Office
from desktop.ui.texts import message
from desktop.ui.widgets.looks import Tone
from desktop.ui.widgets.marked import MarkedLine


class TrustNotice(MarkedLine):
    """Hidden while the trust pack is in date."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.renew()

    def renew(self) -> None:
        """Look again."""
        warning = trust_warning(self._office)
        self.show_text(Tone.WARNING, message(warning.code, **warning.params) if warning else "")
