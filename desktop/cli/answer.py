"""What a command answers: lines for people, or one JSON object with --json."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"


@dataclass(frozen=True, slots=True)
class Answer:
    """`lines` are Vietnamese, for people; `json` says the same to programs; `raw` is printed as it is with --json."""

    lines: tuple[str, ...] = ()
    json: Mapping[str, Json] = field(default_factory=dict)
    raw: bytes | None = None
    exit_code: int = 0
