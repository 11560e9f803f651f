"""Why a pack is not taken: always with file, line, key and what was expected there."""

from collections.abc import Sequence

from desktop.domain.errors import Param, Refusal


class PackError(Refusal):
    """A pack that cannot be used. `line` counts from 1; 0 means the pack as a whole."""

    def __init__(
        self, code: str, /, *, file: str, line: int = 0, key: str = "", expected: Param = "", **more: Param
    ) -> None:
        super().__init__(code, file=file, line=line, key=key, expected=expected, **more)
        self.others: tuple[PackError, ...] = ()
        """What else is wrong with the same file, as far as it could be judged."""

    @property
    def all(self) -> "tuple[PackError, ...]":
        """This fault and the others."""
        return (self, *self.others)


def first_of(faults: Sequence[PackError]) -> PackError:
    """Return the first fault, with the others in its hand; `faults` must not be empty."""
    first, *others = faults
    first.others = tuple(others)
    return first
