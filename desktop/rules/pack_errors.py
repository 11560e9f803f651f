"""Why a pack is not taken: always with file, line, key and what was expected there."""

from desktop.domain.errors import Param, Refusal


class PackError(Refusal):
    """A pack that cannot be used. `line` counts from 1; 0 means the pack as a whole."""

    def __init__(
        self, code: str, /, *, file: str, line: int = 0, key: str = "", expected: Param = "", **more: Param
    ) -> None:
        super().__init__(code, file=file, line=line, key=key, expected=expected, **more)
