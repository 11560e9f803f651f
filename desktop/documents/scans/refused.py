"""How the readers of a file say, from deep inside, why it is not taken in."""

from desktop.domain.approvals import ScanFault


class Refused(Exception):
    """The file has a refusing fault; never leaves this room."""

    def __init__(self, fault: ScanFault) -> None:
        super().__init__(fault)
        self.fault = fault
