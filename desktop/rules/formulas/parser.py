"""Tokens to a tree, by recursive descent with bounded depth.

Weakest first: `or`, `and`, `not`, comparison, `+ -`, `* /`, unary `-`, `%` after a value.
"""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from desktop.domain.errors import Refusal
from desktop.domain.months import YearMonth
from desktop.rules.formulas.faults import FormulaError
from desktop.rules.formulas.tokens import Kind, Token, syntax_error, tokenize, written
from desktop.rules.formulas.tree import (
    Asked,
    Band,
    Binary,
    Call,
    Moment,
    Name,
    Node,
    Number,
    RoundTo,
    Row,
    Text,
    Tiered,
    Unary,
    depth,
)
from desktop.rules.near import near_or_all

MAX_DEPTH = 24
"""Brackets and functions within each other."""
MAX_TREE = 60
"""Levels of the tree: also the terms of one sum, each of which is a level."""

ARGUMENTS = {
    "if": (3, 3),
    "min": (2, 20),
    "max": (2, 20),
    "clamp": (3, 3),
    "percent": (1, 1),
    "months_between": (2, 2),
    "add_months": (2, 2),
}
"""How many arguments each plain function takes: least and most."""

OF_A_VALUE = frozenset({"base_salary_on", "age_on", "pension_month_by", "early_months_by"})
"""Quantities that take one value: a day or month, or months by which the retirement age is lowered."""
OF_A_WORD = frozenset({"already_paid", "has_obstacle", "eligible_for", "amount_of"})
"""Quantities that take a name in quotes; `amount_of` also takes it without: amount_of(nd29-2023.total)."""
YEARS = "years"
ASKED = OF_A_VALUE | OF_A_WORD | {YEARS}

MODES = ("up", "down", "half_up")
_COMPARISONS = frozenset({"=", "<>", "<", "<=", ">", ">="})
_WORDS = frozenset({"and", "or", "not", "then", "flat", "else"})
RESERVED = frozenset({*ARGUMENTS, *_WORDS, "band", "tiered", "round_to", "date", "month"})
"""Words that no parameter or component may be called."""


def parse(text: str) -> Node:
    """Read a formula; raises FormulaError("pack.formula_syntax") or FormulaError("pack.formula_too_large")."""
    parser = _Parser(tokenize(text))
    tree = parser.whole()
    parser.must(Kind.END, "", "phép tính (+ - * / hoặc so sánh) hay hết công thức")
    levels = depth(tree)
    if levels > MAX_TREE:
        raise FormulaError("pack.formula_too_large", found=levels, expected=MAX_TREE)
    return tree


class _Parser:
    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _sees(self, *texts: str) -> bool:
        return self._next.kind in {Kind.SIGN, Kind.NAME} and self._next.text in texts

    def _skip(self, text: str) -> bool:
        seen = self._sees(text)
        if seen:
            self._take()
        return seen

    def must(self, kind: Kind, text: str, expected: str) -> Token:
        if self._next.kind is not kind or (text and self._next.text != text):
            raise syntax_error(self._next.text, self._next.column, expected)
        return self._take()

    def _sign(self, text: str) -> None:
        self.must(Kind.SIGN, text, f"dấu {text}")

    def whole(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaError("pack.formula_too_large", found=self._depth, expected=MAX_DEPTH)
        node = self._chain(("or",), lambda: self._chain(("and",), self._negation))
        self._depth -= 1
        return node

    def _chain(self, operators: tuple[str, ...], operand: Callable[[], Node]) -> Node:
        node = operand()
        while self._sees(*operators):
            operator = self._take().text
            node = Binary(operator, node, operand())
        return node

    def _negation(self) -> Node:
        negations = 0
        while self._skip("not"):
            negations += 1
        node = self._comparison()
        return Unary("not", node) if negations % 2 else node

    def _comparison(self) -> Node:
        left = self._sum()
        if not self._sees(*_COMPARISONS):
            return left
        operator = self._take().text
        return Binary(operator, left, self._sum())

    def _sum(self) -> Node:
        return self._chain(("+", "-"), lambda: self._chain(("*", "/"), self._signed))

    def _signed(self) -> Node:
        negative = False
        while self._skip("-"):
            negative = not negative
        node = self._primary()
        while self._skip("%"):
            node = Call("percent", (node,))
        return Unary("-", node) if negative else node

    def _primary(self) -> Node:
        token = self._take()
        if token.kind is Kind.NUMBER:
            return Number(Fraction(token.text))
        if token.kind is Kind.TEXT:
            return Text(token.text)
        if token.kind is Kind.NAME and token.text not in _WORDS:
            return self._named(token)
        if token.kind is Kind.SIGN and token.text == "(":
            inside = self.whole()
            self._sign(")")
            return inside
        raise syntax_error(token.text, token.column, "số, tên hoặc ngoặc mở")

    def _named(self, token: Token) -> Node:
        if not self._sees("("):
            if token.text in RESERVED:
                raise syntax_error(token.text, token.column, f"dấu ( sau {token.text}")
            return Name(token.text)
        self._sign("(")
        node = self._called(token)
        self._sign(")")
        return node

    def _called(self, token: Token) -> Node:
        special: dict[str, Callable[[], Node]] = {
            "band": self._band,
            "tiered": self._tiered,
            "round_to": self._round_to,
            "date": lambda: self._moment(token, 3),
            "month": lambda: self._moment(token, 2),
        }
        if token.text in special:
            return special[token.text]()
        if token.text in ASKED:
            return self._asked(token)
        if token.text not in ARGUMENTS:
            raise FormulaError(
                "pack.unknown_function",
                found=token.text,
                expected=near_or_all(token.text, sorted((RESERVED | ASKED) - _WORDS)),
            )
        return self._plain_call(token)

    def _asked(self, token: Token) -> Node:
        start, argument, word = self._at - 2, None, ""
        if token.text in OF_A_WORD:
            word = self._word(token)
        else:
            argument = self.whole()
        if token.text == YEARS:
            self._sign(",")
            word = self.must(Kind.NAME, "", "tên bảng quy tròn tháng lẻ").text
        return Asked(token.text, written(self._tokens[start : self._at]) + ")", argument, word)

    def _word(self, token: Token) -> str:
        kinds = {Kind.TEXT, Kind.REFERENCE} if token.text == "amount_of" else {Kind.TEXT}
        if self._next.kind not in kinds or not self._next.text:
            raise syntax_error(self._next.text, self._next.column, f"tên trong dấu nháy của {token.text}")
        return self._take().text

    def _plain_call(self, token: Token) -> Node:
        arguments = [self.whole()]
        while self._skip(","):
            arguments.append(self.whole())
        if not self._sees(")"):
            raise syntax_error(self._next.text, self._next.column, "dấu phẩy hoặc dấu )")
        least, most = ARGUMENTS[token.text]
        if not least <= len(arguments) <= most:
            wanted = f"{least}" if least == most else f"{least}–{most}"
            raise syntax_error(token.text, token.column, f"{wanted} giá trị trong {token.text}(…)")
        return Call(token.text, tuple(arguments))

    def _moment(self, token: Token, count: int) -> Node:
        parts = [int(Fraction(self.must(Kind.NUMBER, "", "số").text))]
        for _ in range(count - 1):
            self._sign(",")
            parts.append(int(Fraction(self.must(Kind.NUMBER, "", "số").text)))
        try:
            return Moment(date(*parts) if count == 3 else YearMonth(*parts))
        except (ValueError, OverflowError, Refusal):
            raise syntax_error("-".join(map(str, parts)), token.column, "ngày, tháng có thật") from None

    def _round_to(self) -> Node:
        value = self.whole()
        self._sign(",")
        unit = self.whole()
        self._sign(",")
        mode = self.must(Kind.NAME, "", ", ".join(MODES))
        if mode.text not in MODES:
            raise syntax_error(mode.text, mode.column, ", ".join(MODES))
        return RoundTo(value, unit, mode.text)

    def _band(self) -> Node:
        subject = self.whole()
        rows: list[Row] = []
        while self._skip(";" if not rows else ","):
            if self._skip("else"):
                self._sign(":")
                return Band(subject, tuple(rows), self.whole())
            rows.append(self._row())
        return Band(subject, self._some(rows), None)

    def _tiered(self) -> Node:
        subject = self.whole()
        rows: list[Row] = []
        while self._skip(";" if not rows else ","):
            if self._skip("then"):
                return Tiered(subject, self._some(rows), self.whole())
            rows.append(self._row())
        return Tiered(subject, self._some(rows), None)

    def _row(self) -> Row:
        limit = self.whole()
        self._sign(":")
        value = self.whole()
        return Row(limit, value, flat=self._skip("flat"))

    def _some(self, rows: list[Row]) -> tuple[Row, ...]:
        if not rows:
            raise syntax_error(self._next.text, self._next.column, "dấu ; rồi giới hạn: giá trị")
        return tuple(rows)
