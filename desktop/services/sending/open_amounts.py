"""What is open in the law for those who would go."""

from dataclasses import dataclass

from desktop.services.sending.plan_sending import SendingPlan


@dataclass(frozen=True, slots=True)
class OpenAmounts:
    """How many people have something open, and the articles it is about, each once."""

    people: int
    citations: tuple[str, ...]


def open_amounts(plan: SendingPlan) -> OpenAmounts:
    """Return what is open for those who would go."""
    values = [plan.view.supports[each.id].open_values for each in plan.ready.people]
    cited = {str(value.citation) for found in values for value in found}
    return OpenAmounts(sum(bool(found) for found in values), tuple(sorted(cited)))
