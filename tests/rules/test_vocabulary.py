"""The published schema says all that formulas can say, and nothing else."""

import json
import re

import pytest

from desktop.rules.catalogue import BUILT_IN
from desktop.rules.formulas.parser import ARGUMENTS, ASKED, parse
from desktop.rules.formulas.vocabulary import FUNCTIONS
from tests.rules.records import ROOT

SCHEMA = json.loads((ROOT / "resources" / "schemas" / "policy-pack.schema.json").read_text(encoding="utf-8"))
SPECIAL = {"band", "tiered", "round_to", "date", "month"}


def test_every_function_is_described() -> None:
    assert set(FUNCTIONS) == {*ARGUMENTS, *ASKED, *SPECIAL}
    assert SCHEMA["x-formulas"]["functions"] == FUNCTIONS


def test_every_quantity_is_listed_with_its_unit() -> None:
    assert set(SCHEMA["x-formulas"]["quantities"]) == BUILT_IN
    assert SCHEMA["x-formulas"]["quantities"]["sex"]["choices"] == ["male", "female"]


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_the_way_it_is_written_can_be_parsed(name: str) -> None:
    written = FUNCTIONS[name].split("): ")[0].split("), ")[0] + ")"
    written = re.sub(r", …", "", written).replace("day or month", "leave_on")
    assert parse(written)


def test_every_key_of_the_schema_is_described_or_plain() -> None:
    """Keys whose meaning their name and the part's description give need no words of their own."""
    plain = {"cite", "provenance", "note", "male", "female", "group", "route", "sex", "leave_on", "management_level"}
    plain |= {"employment", "compulsory", "hazardous", "special_area", "paid_on", "applies", "eligible", "record"}
    plain |= {
        "claims_lower_age",
        "reduced_capacity",
        "salary",
        "insurance",
        "earlier_payments",
        "expect",
        "name",
        "code",
    }
    silent = {
        f"{part}.{key}"
        for part, shape in SCHEMA["$defs"].items()
        for key, value in shape.get("properties", {}).items()
        if "description" not in value and key not in plain
    }
    assert silent == set()
