"""The PIN of a token: asked for when it is needed, handed on, never kept and never tried twice."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.exchange.errors import KeyRefusal


class PinState(StrEnum):
    """What a token says of its PIN. Many tokens say nothing before the last try, some nothing at all."""

    GOOD = "good"
    FEW_LEFT = "few_left"
    LAST_TRY = "last_try"
    LOCKED = "locked"
    NOT_SET = "not_set"


@dataclass(frozen=True, slots=True)
class PinQuestion:
    """Which token asks, by its label and serial number, and what it says of earlier tries.

    `for_root`: it holds the root of Sở Tài chính, not the key that an office signs with.
    """

    label: str
    serial: str
    state: PinState
    for_root: bool = False


AskPin = Callable[[PinQuestion], str]
"""Returns the PIN; raises Refusal("token.pin_missing") when nobody gives one. Called in the thread of the work."""


def nobody_to_ask(question: PinQuestion) -> str:
    """Refuse, where no person and no setting can give a PIN."""
    raise KeyRefusal("token.pin_missing", token=question.label)
