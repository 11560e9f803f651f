"""What YAML holds to the types of a pack file; every refusal names line, key and what was expected there."""

from fractions import Fraction
from typing import Any

import msgspec

from desktop.rules.catalogue import QUANTITIES
from desktop.rules.formulas.vocabulary import FUNCTIONS, OPERATORS
from desktop.rules.pack_errors import first_of
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_shape import shape_faults
from desktop.rules.pack_values import NUMBER
from desktop.rules.yaml_lines import Located


def typed(located: Located) -> PackFile:
    """Return the pack file; raises the first PackError of `pack_shape.shape_faults`, which holds the others."""
    try:
        return msgspec.convert(located.root, PackFile, strict=False, dec_hook=_read)
    except msgspec.ValidationError:
        raise first_of(shape_faults(located, PackFile, _read)) from None


def schema() -> dict[str, Any]:
    """Return the JSON Schema of pack files, for `resources/schemas/policy-pack.schema.json`."""
    found = msgspec.json.schema(PackFile, schema_hook=_schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Policy pack"}
    for place in _texts_like_numbers(found["$defs"]):
        place["type"] = ["string", "integer", "number", "boolean"]
    return {**head, **found, "x-formulas": _vocabulary()}


def _texts_like_numbers(parts: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Return the places of texts that common YAML readers, unlike ours, hand to validators as numbers or flags."""
    cite = parts["Cite"]["properties"]
    version, birth = parts["PackFile"]["properties"]["version"], parts["ExampleRecord"]["properties"]["birth"]
    values = parts["ExampleAnswer"]["properties"]["values"]["additionalProperties"]
    return cite["article"], cite["clause"], cite["point"], version, birth, values


def _vocabulary() -> dict[str, Any]:
    """Return what formulas can say; validators pass over keys that begin with x-."""
    return {
        "operators": OPERATORS,
        "functions": FUNCTIONS,
        "names": "The ids of this pack's parameters, salary_bases and values, of components further up, and these:",
        "quantities": {
            quantity.id: {
                "label": quantity.label,
                "unit": quantity.unit.value,
                **({"choices": list(map(str, quantity.choices))} if quantity.choices else {}),
            }
            for quantity in QUANTITIES
        },
    }


def _read(wanted: type, written: object) -> Fraction:
    if not isinstance(written, str):
        raise TypeError(wanted.__name__)
    if not NUMBER.match(written):
        raise ValueError(written)
    return Fraction(written)


def _schema(wanted: type) -> dict[str, Any]:
    if wanted is not Fraction:
        raise NotImplementedError(wanted.__name__)
    return {"type": ["integer", "number", "string"], "description": 'Exact: 3, 0.5 or "1/2".'}
