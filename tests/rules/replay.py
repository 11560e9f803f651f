"""Recomputes a total from what a trace says in words, knowing neither the pack nor the engine.

Only leaves are taken as they stand: facts of the record, figures of the law, service in months, salaries. All that
rests on them is read from the step's formula, in which the labels of the step's inputs stand for their values.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from desktop.domain.months import YearMonth
from desktop.rules.showing import CHOICES
from desktop.rules.trace import Computation, Step

_ODD = re.compile(r"(-?\d+) tháng = (-?\d+) năm, lẻ (\d+) tháng tính ([\d,]+) năm\Z")
_ROUNDED = re.compile(r"(.*), (làm tròn lên|làm tròn xuống|làm tròn) đến ([\d.]+) đồng\Z", re.DOTALL)
_WORDS = re.compile(
    r"\s*(⟦\d+⟧|\d\d/[\d/]+|\d+(?:,\d+)?|số nhỏ nhất trong|số lớn nhất trong|nếu không thì|nếu|thì|tính theo|đến|được|"
    r"mức còn lại|mỗi đơn vị tiếp theo được|mỗi đơn vị|không thấp hơn|không cao hơn|không phải|"
    r"làm tròn lên theo|làm tròn xuống theo|làm tròn đến số gần nhất theo|và|hoặc|[-+−×÷()%;:,=<>≤≥≠]|\S+)"
)
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda left, right: left == right,
    "≠": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    ">": lambda left, right: left > right,
    "≤": lambda left, right: left <= right,
    "≥": lambda left, right: left >= right,
}
_MODE = {
    "làm tròn lên": lambda share: -((-share) // 1),
    "làm tròn xuống": lambda share: share // 1,
    "làm tròn": lambda share: (share + Fraction(1, 2)) // 1,
    "làm tròn đến số gần nhất": lambda share: (share + Fraction(1, 2)) // 1,
}


class CannotReplay(Exception):
    """The words of a step do not say how its value came about."""


class Unasked:
    """Stands for a name that the engine did not need to ask for; nothing may depend on it."""

    def _absorb(self, _other: object) -> "Unasked":
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _absorb
    __lt__ = __le__ = __gt__ = __ge__ = _absorb

    def __bool__(self) -> bool:
        raise CannotReplay("a name that was never asked for")


class Replay:
    """One trace; `value(id)` works its value out anew from the leaves.

    `vocabulary` holds the labels that formulas may name, to pass over those that were not needed.
    """

    def __init__(self, computation: Computation, vocabulary: Iterable[str] = ()) -> None:
        self._vocabulary = frozenset(vocabulary)
        self._steps: Mapping[str, Step] = {step.id: step for step in computation.trace}
        self._known: dict[str, Any] = {}

    def value(self, name: str) -> Any:
        if name not in self._known:
            self._known[name] = self._work_out(self._steps[name])
        return self._known[name]

    def _work_out(self, step: Step) -> Any:
        if step.value is None:
            raise CannotReplay(step.id)
        odd = _ODD.match(step.substituted)
        if step.id == "pension_month":
            return self.value("birth_month") + int(self.value("retirement_age")) + 1
        if step.id == "early_months":
            return Fraction(self.value("pension_month") - self.value("leave_month"))
        if step.id == "age_on_leave":
            return Fraction(self.value("leave_month") - self.value("birth_month") - 1)
        if odd is not None:
            return self._years(step, odd)
        if step.id in {"components_sum", "total"} or self._is_formula(step):
            return self._formula(step)
        return Fraction(step.value) if type(step.value) in {int, Fraction} else step.value

    def _is_formula(self, step: Step) -> bool:
        """Whether the step is the pack's own: its words are those of a formula over its inputs."""
        labels = [self._steps[each].label for each in step.inputs]
        return bool(step.formula) and any(label in step.formula for label in labels)

    def _years(self, step: Step, odd: re.Match[str]) -> Fraction:
        months, whole, left, part = int(odd[1]), int(odd[2]), int(odd[3]), Fraction(odd[4].replace(",", "."))
        given = self.value(next(each for each in step.inputs if each.endswith("_months")))
        if (months, whole * 12 + left) != (given, given):
            raise CannotReplay(step.id)
        return whole + part

    def _formula(self, step: Step) -> Any:
        text, rounding = step.formula, _ROUNDED.match(step.formula)
        if rounding is not None:
            text = rounding[1]
        if not step.inputs and step.value == 0:
            return Fraction(0)
        found = _Words(*self._marked(step, text)).whole()
        if rounding is None:
            return found
        unit = Fraction(rounding[3].replace(".", ""))
        return _MODE[rounding[2]](Fraction(found) / unit) * unit

    def _marked(self, step: Step, text: str) -> tuple[str, list[Any]]:
        """Put ⟦n⟧ where the label of an input stands, the longest labels first."""
        asked = {self._steps[each].label: each for each in step.inputs}
        if len(asked) != len(step.inputs):
            raise CannotReplay(step.id, "two inputs with one label")
        values: list[Any] = []
        for label in sorted({*asked, *self._vocabulary}, key=len, reverse=True):
            name = asked.get(label)
            text = self._mark(text, label, Unasked if name is None else partial(self.value, name), values)
        for choice, words in CHOICES.items():
            text = self._mark(text, words, partial(str, choice), values)
        return text, values

    @staticmethod
    def _mark(text: str, words: str, value: Callable[[], Any], values: list[Any]) -> str:
        marked, count = re.subn(rf"(?<!\w){re.escape(words)}(?!\w)", f"⟦{len(values)}⟧", text)
        if count:
            values.append(value())
        return marked


class _Words:
    """Reads a formula in words; weakest first: hoặc, và, comparison, + −, × ÷, %."""

    def __init__(self, text: str, values: list[Any]) -> None:
        self._tokens = [*(match for match in _WORDS.findall(text) if match), ""]
        self._values = values
        self._at = 0

    def whole(self) -> Any:
        found = self._either()
        if self._tokens[self._at]:
            raise CannotReplay(" ".join(self._tokens[self._at :]))
        return found

    def _skip(self, *wanted: str) -> str:
        token = self._tokens[self._at]
        if token not in wanted:
            return ""
        self._at += 1
        return token

    def _must(self, wanted: str) -> None:
        if not self._skip(wanted):
            raise CannotReplay(wanted, *self._tokens[self._at :])

    def _either(self) -> Any:
        found = self._both()
        while self._skip("hoặc"):
            other = self._both()
            found = found if isinstance(found, Unasked) else found or other
        return found

    def _both(self) -> Any:
        found = self._compared()
        while self._skip("và"):
            other = self._compared()
            found = found if isinstance(found, Unasked) else found and other
        return found

    def _compared(self) -> Any:
        if self._skip("không phải"):
            other = self._compared()
            return other if isinstance(other, Unasked) else not other
        found = self._sum()
        sign = self._skip(*_COMPARE)
        return _COMPARE[sign](found, self._sum()) if sign else found

    def _sum(self) -> Any:
        found = self._product()
        while sign := self._skip("+", "−"):
            other = self._product()
            found = found + other if sign == "+" else found - other
        return found

    def _product(self) -> Any:
        found = self._share()
        while sign := self._skip("×", "÷"):
            other = self._share()
            found = found * other if sign == "×" else Fraction(found) / other
        return found

    def _share(self) -> Any:
        if self._skip("−"):
            return -self._share()
        found = self._single()
        return Fraction(found) / 100 if self._skip("%") else found

    def _single(self) -> Any:
        if function := self._skip("số nhỏ nhất trong", "số lớn nhất trong"):
            return (min if function == "số nhỏ nhất trong" else max)(self._listed())
        if self._skip("("):
            return self._bracket()
        token = self._tokens[self._at]
        self._at += 1
        if token.startswith("⟦"):
            return self._values[int(token[1:-1])]
        if moment := re.fullmatch(r"(?:(\d\d)/)?(\d\d)/(\d{4})", token):
            day, month, year = moment.groups()
            return date(int(year), int(month), int(day)) if day else YearMonth(int(year), int(month))
        if re.fullmatch(r"\d+(,\d+)?", token):
            return Fraction(token.replace(",", "."))
        raise CannotReplay(token)

    def _listed(self) -> list[Any]:
        self._must("(")
        found = [self._either()]
        while self._skip(";"):
            found.append(self._either())
        self._must(")")
        return found

    def _bracket(self) -> Any:
        if self._skip("nếu"):
            found = self._choice()
        elif self._skip("tính theo"):
            found = self._table()
        else:
            found = self._limited(self._either())
        self._must(")")
        return found

    def _choice(self) -> Any:
        holds = self._either()
        self._must("thì")
        yes = self._either()
        self._must(",")
        self._must("nếu không thì")
        no = self._either()
        return yes if holds else no

    def _limited(self, found: Any) -> Any:
        while self._skip(","):
            if self._skip("không thấp hơn"):
                found = max(found, self._either())
            elif self._skip("không cao hơn"):
                found = min(found, self._either())
            elif words := self._skip(*(f"{mode} theo" for mode in _MODE)):
                unit = Fraction(self._either())
                found = _MODE[words.removesuffix(" theo")](Fraction(found) / unit) * unit
            else:
                raise CannotReplay(self._tokens[self._at])
        return found

    def _table(self) -> Any:
        """Rows `đến L được V`: the first that reaches, or, with a further rate, flat for the tier and so on."""
        subject, rows, last = self._either(), [], None
        self._must(":")
        while True:
            if self._skip("đến"):
                limit = self._either()
                each = bool(self._skip("mỗi đơn vị"))
                self._must("được")
                rows.append((limit, self._either(), each))
            elif words := self._skip("mức còn lại", "mỗi đơn vị tiếp theo được"):
                last = (words, self._either())
            if not self._skip(";"):
                break
        if any(each for *_, each in rows) or (last is not None and last[0] == "mỗi đơn vị tiếp theo được"):
            return self._tiers(subject, rows, last)
        reached = [value for limit, value, _ in rows if subject <= limit]
        if reached:
            return reached[0]
        if last is None:
            raise CannotReplay("no row reaches")
        return last[1]

    @staticmethod
    def _tiers(subject: Any, rows: list[tuple[Any, Any, bool]], last: tuple[str, Any] | None) -> Any:
        total, floor = Fraction(0), Fraction(0)
        for limit, value, each in rows:
            if subject > floor:
                total += value * (min(subject, limit) - floor) if each else value
            floor = limit
        return total + last[1] * (subject - floor) if last is not None and subject > floor else total


def replayed(computation: Computation, vocabulary: Iterable[str] = ()) -> set[str]:
    """Return the ids of the steps whose value the trace's own words give again; raises CannotReplay or differs."""
    replay, found = Replay(computation, vocabulary), set()
    for step in computation.trace:
        if step.value is None:
            continue  # what is open or missing has nothing to give again
        again = replay.value(step.id)
        if again != step.value:
            raise CannotReplay(step.id, again, step.value)
        found.add(step.id)
    return found
