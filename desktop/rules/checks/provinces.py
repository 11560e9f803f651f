"""Province codes that citizen numbers begin with."""

import msgspec
import yaml

from desktop.domain.errors import Refusal
from desktop.rules.plain_yaml import read_plain
from desktop.rules.trace import Provenance


class ProvinceCodes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Three digits to the province's name, with where the list is from."""

    format: int
    cite: str
    provenance: Provenance
    codes: dict[str, str]


def load_province_codes(text: str) -> ProvinceCodes:
    """Read the list's YAML strictly; raises Refusal("checks.provinces_unreadable", reason=...)."""
    try:
        return msgspec.convert(read_plain(text), ProvinceCodes)
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise Refusal("checks.provinces_unreadable", reason=str(fault)) from None
