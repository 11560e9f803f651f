"""Refusals: known errors that belong to the person or the machine, not to us."""

from collections.abc import Mapping
from typing import TypeAlias

Param: TypeAlias = str | int


class Refusal(Exception):
    """Something was asked that cannot be done; nothing has changed.

    `code` is stable and dotted (`list.not_a_workbook`); `params` fill the Vietnamese sentence that
    `desktop.ui.texts` holds for that code. The sentence itself never lives here.
    """

    def __init__(self, code: str, /, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, Param] = params

    def __str__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({inside})"
