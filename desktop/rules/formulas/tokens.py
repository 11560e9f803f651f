"""Formula text to tokens."""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.rules.formulas.faults import FormulaError

MAX_LENGTH = 2_000
"""Characters in one formula; the longest of the known laws takes about 200."""
MAX_DIGITS = 24
"""Digits in one number."""
MAX_TOKENS = 400
"""Tokens in one formula, which also bounds the depth of its tree."""


class Kind(StrEnum):
    """Kinds of token."""

    NUMBER = "number"
    NAME = "name"
    TEXT = "text"
    REFERENCE = "reference"
    """A pack's id and, after a dot, what it answers: `nd29-2023.total`."""
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A token and where it starts, counted from 1."""

    kind: Kind
    text: str
    column: int


_PATTERN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<reference>[a-z0-9][a-z0-9-]*\.[a-z][a-z0-9_]*)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<name>[a-z_][a-z0-9_]*)"
    r'|"(?P<text>[^"\n]*)"'
    r"|(?P<sign><=|>=|<>|!=|==|[-+*/(),;:<>=%])",
    re.ASCII,
)
_SAME = {"==": "=", "!=": "<>"}


def tokenize(text: str) -> tuple[Token, ...]:
    """Split the formula into tokens, the last of kind END; raises FormulaError("pack.formula_syntax")."""
    if len(text) > MAX_LENGTH:
        raise FormulaError("pack.formula_too_large", found=len(text), expected=MAX_LENGTH)
    tokens, at = [], 0
    while at < len(text):
        match = _PATTERN.match(text, at)
        if match is None:
            raise syntax_error(text[at], at + 1, _there(text[at]))
        if match.lastgroup != "space":
            tokens.append(_token(match, at + 1))
        at = match.end()
    if len(tokens) > MAX_TOKENS:
        raise FormulaError("pack.formula_too_large", found=len(tokens), expected=MAX_TOKENS)
    return (*tokens, Token(Kind.END, "", len(text) + 1))


_FOUND_OFTEN = {
    "“": 'nháy kép thẳng "',
    "”": 'nháy kép thẳng "',
    "'": 'nháy kép thẳng "',
    "–": "dấu trừ - của bàn phím",
    "—": "dấu trừ - của bàn phím",
    "\u00a0": "dấu cách thường (đây là dấu cách cứng, dán từ nơi khác)",
}
"""What stands in formulas that were pasted from a text, and what belongs there."""


def _there(found: str) -> str:
    """Return what belongs where a character is that no formula has."""
    if found.isalpha():
        name = "tên chỉ gồm chữ thường không dấu a–z, số và gạch dưới"
        return name if found.isascii() else f"{name} (chữ của bảng chữ khác nhìn giống hệt cũng không nhận: gõ lại)"
    return _FOUND_OFTEN.get(found, "số, tên, phép tính hoặc dấu ngoặc")


def syntax_error(found: str, column: int, expected: str) -> FormulaError:
    """Return the error that says what stands where something else was expected."""
    return FormulaError("pack.formula_syntax", found=found or "hết công thức", column=column, expected=expected)


def _token(match: re.Match[str], column: int) -> Token:
    kind = Kind(match.lastgroup or "")
    text = match[kind.value]
    if kind is Kind.NUMBER and len(text) > MAX_DIGITS:
        raise FormulaError("pack.formula_too_large", found=len(text), expected=MAX_DIGITS)
    return Token(kind, _SAME.get(text, text) if kind is Kind.SIGN else text, column)


def written(tokens: tuple[Token, ...]) -> str:
    """Return the tokens as formula text in one spacing, so that the same call has one name everywhere."""
    text = ""
    for token in tokens:
        if text and (text[-1] in ",;" or (token.kind is not Kind.SIGN and text[-1].isalnum())):
            text += " "
        text += f'"{token.text}"' if token.kind is Kind.TEXT else token.text
    return text
