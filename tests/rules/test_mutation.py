"""One figure changed, one date moved by a day: a shipped pack with such a slip must not load.

Its own golden cases catch it, or what is asked of every pack. `beyond_any_case` says what nothing can catch and why;
any other survivor fails the test.
"""

import re
from functools import cache
from typing import Any

import pytest

from desktop.rules.examples import first_failure
from desktop.rules.pack import PackError, WrittenPack, untried_policy_of
from desktop.rules.pack_typing import typed
from desktop.rules.policy import PolicyPack
from desktop.rules.yaml_lines import Located, read_yaml
from desktop.services.policies.shelf import load_shelf
from tests.rules.mutants import Mutant, mutants
from tests.rules.records import ROOT

POLICIES = ROOT / "resources" / "policies"
FILES = sorted(path.name for path in POLICIES.glob("*.yaml"))
EARLIER = re.compile(r"parameters\.\w+\.values\.0\.from")
DAY_OF_BIRTH = re.compile(r"conventions\.unknown_birth\.day")
OPEN_AMOUNTS = {"hai-phong-nq07-2024.yaml": re.compile(r"total_rounding\.to")}
"""Of a pack whose every amount is open: nothing is rounded yet."""


def beyond_any_case(name: str, mutant: Mutant) -> bool:
    """Whether no golden case could ever catch it.

    A figure that holds a day earlier than the pack does answers nobody: a pack refuses whoever leaves before its first
    day. Ages count by month, so that the day put in for an unknown day of birth decides nothing. Where every amount
    is open, nothing is rounded.
    """
    if name in OPEN_AMOUNTS and OPEN_AMOUNTS[name].fullmatch(mutant.where):
        return True
    earlier = EARLIER.fullmatch(mutant.where) is not None and mutant.new < mutant.old
    return earlier or DAY_OF_BIRTH.fullmatch(mutant.where) is not None


@cache
def shelf() -> tuple[PolicyPack, ...]:
    return load_shelf(POLICIES).packs


def located(name: str) -> Located:
    return read_yaml((POLICIES / name).read_bytes(), name)


def figures_hold_from_the_first_day(pack: PolicyPack) -> bool:
    """Whether every figure dated by the leave is there for the first person whom the pack is for."""
    first = min(group.first for group in pack.groups)
    dated = [each for each in pack.parameters.values() if each.dated_by == "leave_on"]
    return all(each.figures[0].first <= first for each in dated)


def survives(mutant: Mutant, original: Located, catching: set[str]) -> bool:
    """Whether the changed pack would load with all its golden cases right.

    Cases that caught slips before, by id in `catching`, are tried first: neighbours are mostly caught by the same.
    """
    name = original.file
    others = tuple(pack for pack in shelf() if f"{pack.id}.yaml" != name)
    changed = Located(name, mutant.tree, original.lines)
    try:
        pack = untried_policy_of(WrittenPack(changed, typed(changed), "0" * 64), others)
    except PackError:
        return False
    if not figures_hold_from_the_first_day(pack):
        return False
    for example in sorted(pack.examples, key=lambda each: each.id not in catching):
        if first_failure(pack, example, others):
            catching.add(example.id)
            return False
    return True


@pytest.mark.parametrize("name", FILES)
def test_every_figure_of_a_shipped_pack_holds_from_its_first_day(name: str) -> None:
    pack = next(pack for pack in shelf() if f"{pack.id}.yaml" == name)
    assert figures_hold_from_the_first_day(pack)


@pytest.mark.parametrize("name", FILES)
def test_a_slip_in_a_shipped_pack_does_not_load(name: str) -> None:
    original = located(name)
    seen, survived, catching = 0, [], set[str]()
    for mutant in mutants(original.root):
        seen += 1
        if not beyond_any_case(name, mutant) and survives(mutant, original, catching):
            survived.append(mutant.name)
    assert seen > 50
    assert survived == []


def test_the_unchanged_pack_survives_and_so_does_what_no_case_can_catch() -> None:
    original = located("nd29-2023.yaml")
    first = next(mutant for mutant in mutants(original.root) if mutant.where == "parameters.least_early.values.0.from")
    same: Any = Mutant("", "", "", original.root)
    assert survives(same, original, set())
    earlier = next(each for each in mutants(original.root) if each.where == first.where and each.new < each.old)
    assert survives(earlier, original, set())
    later = next(each for each in mutants(original.root) if each.where == first.where and each.new > each.old)
    assert not survives(later, original, set())
