"""What is wrong with a formula, before the pack adds where it stands."""

from desktop.domain.errors import Refusal


class FormulaError(Refusal):
    """A formula that cannot be used; `params` always hold `found` and `expected`, in the words of the field."""
