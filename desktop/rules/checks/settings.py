"""What a policy pack may change about a check: whether it runs, how severe it is, its parameters and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.domain.errors import Param
from desktop.domain.findings import Severity

Parameters: TypeAlias = Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """A pack's word on one check; what it does not say stays as in the catalogue.

    `parameters` replace the catalogue's of the same name; `pack` is "id version" of the pack that says so;
    `message` and `fix` replace the catalogue's sentences, "" keeps them.
    """

    enabled: bool = True
    severity: Severity | None = None
    parameters: Parameters = field(default_factory=dict)
    pack: str = ""
    message: str = ""
    fix: str = ""


def merged_settings(*packs: Mapping[str, RuleSetting]) -> dict[str, RuleSetting]:
    """Return the settings of all packs; for a check that several mention, the last one's."""
    return {code: setting for pack in packs for code, setting in pack.items()}
