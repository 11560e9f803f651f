"""The days by which the figures of a pack are dated: facts of the record, or a value of the pack that rests on them."""

from collections.abc import Mapping

from desktop.rules.catalogue import BUILT_IN, DAYS
from desktop.rules.compiling import Compiler
from desktop.rules.formulas.tree import names_in
from desktop.rules.policy import ValueRule
from desktop.rules.trace import Unit


def days(compiler: Compiler) -> tuple[str, ...]:
    """Return the names that `dated_by` can hold."""
    own = (each.id for each in compiler.file.values if each.unit in {Unit.DATE, Unit.MONTH})
    return (*DAYS, *own)


def check(compiler: Compiler, values: Mapping[str, ValueRule]) -> None:
    """Refuse a parameter dated by a value that rests on figures, which have to be dated themselves.

    Raises PackError("pack.unknown_name").
    """
    for index, each in enumerate(compiler.file.parameters):
        own = values.get(each.dated_by)
        if own is not None and not set(names_in(own.formula)) <= BUILT_IN:
            path = ("parameters", index, "dated_by")
            raise compiler.error("pack.unknown_name", path, ", ".join(DAYS), found=each.dated_by)
