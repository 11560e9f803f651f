"""Computations to the result format and back."""

from desktop.domain.money import Dong
from desktop.domain.rounds import PolicyRef
from desktop.rules.trace import Citation, ComponentAmount, Computation, Condition, OpenValue, Step
from desktop.services.formats.exact import value_of, value_part
from desktop.services.formats.result import (
    CitationPart,
    ComponentPart,
    ConditionPart,
    OpenPart,
    PolicyPart,
    ResultPart,
    StepPart,
)


def result_part(computation: Computation) -> ResultPart:
    """Return the computation in the result format."""
    return ResultPart(
        policy=policy_part(computation.policy),
        title=computation.title,
        engine_version=computation.engine_version,
        practice=computation.practice,
        applies=computation.applies,
        eligible=computation.eligible,
        conditions=tuple(
            ConditionPart(id=each.id, holds=each.holds, reason=each.reason, citation=_citation_part(each.citation))
            for each in computation.conditions
        ),
        components=tuple(_component_part(each) for each in computation.components),
        total=computation.total,
        open_values=tuple(_open_part(each) for each in computation.open_values),
        missing=computation.missing,
        warnings=computation.warnings,
        trace=tuple(_step_part(each) for each in computation.trace),
    )


def computation_of(part: ResultPart) -> Computation:
    """Inverse of `result_part`."""
    return Computation(
        policy=PolicyRef(part.policy.id, part.policy.version, part.policy.sha256),
        title=part.title,
        engine_version=part.engine_version,
        practice=part.practice,
        applies=part.applies,
        eligible=part.eligible,
        conditions=tuple(
            Condition(each.id, each.holds, each.reason, _citation(each.citation)) for each in part.conditions
        ),
        components=tuple(_component(each) for each in part.components),
        total=None if part.total is None else Dong(part.total),
        open_values=tuple(
            OpenValue(each.parameter, each.label, _known_citation(each.citation)) for each in part.open_values
        ),
        missing=part.missing,
        warnings=part.warnings,
        trace=tuple(_step(each) for each in part.trace),
    )


def policy_part(ref: PolicyRef) -> PolicyPart:
    """Return the pack's identity in the format."""
    return PolicyPart(id=ref.id, version=ref.version, sha256=ref.sha256)


def _component_part(component: ComponentAmount) -> ComponentPart:
    return ComponentPart(
        id=component.id,
        label=component.label,
        amount=component.amount,
        citation=_citation_part(component.citation),
        provenance=component.provenance,
    )


def _condition(part: ConditionPart) -> Condition:
    return Condition(part.id, part.holds, part.reason, _citation(part.citation))


def _component(part: ComponentPart) -> ComponentAmount:
    amount = None if part.amount is None else Dong(part.amount)
    return ComponentAmount(part.id, part.label, amount, _citation(part.citation), part.provenance)


def _open_part(value: OpenValue) -> OpenPart:
    return OpenPart(parameter=value.parameter, label=value.label, citation=_known_part(value.citation))


def _step_part(step: Step) -> StepPart:
    return StepPart(
        id=step.id,
        label=step.label,
        unit=step.unit,
        value=value_part(step.value),
        shown=step.shown,
        formula=step.formula,
        substituted=step.substituted,
        citation=_citation_part(step.citation),
        provenance=step.provenance,
        inputs=step.inputs,
        reason=step.reason,
    )


def _step(part: StepPart) -> Step:
    return Step(
        id=part.id,
        label=part.label,
        unit=part.unit,
        value=value_of(part.value),
        shown=part.shown,
        formula=part.formula,
        substituted=part.substituted,
        citation=_citation(part.citation),
        provenance=part.provenance,
        inputs=part.inputs,
        reason=part.reason,
    )


def _citation_part(citation: Citation | None) -> CitationPart | None:
    return None if citation is None else _known_part(citation)


def _known_part(citation: Citation) -> CitationPart:
    return CitationPart(
        document=citation.document, article=citation.article, clause=citation.clause, point=citation.point
    )


def _citation(part: CitationPart | None) -> Citation | None:
    return None if part is None else _known_citation(part)


def _known_citation(part: CitationPart) -> Citation:
    return Citation(part.document, part.article, part.clause, part.point)
