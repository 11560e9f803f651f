"""What a quantity answers when it cannot be determined; never a guess, never 0."""

from desktop.domain.errors import Param, Refusal


class Undetermined(Refusal):
    """The pack's tables do not cover the case, or the case makes no sense (months early below zero)."""


class Missing(Refusal):
    """The record lacks `field` (dotted, as in `person.birth`); `params` say which month or row."""

    def __init__(self, code: str, field: str, /, **params: Param) -> None:
        super().__init__(code, **params)
        self.field = field
