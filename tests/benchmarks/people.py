"""Records of made-up people in any number, the same ones each time: the sixty of the golden list, varied."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from random import Random

from desktop.domain.dossiers import Dossier, Group
from tests.rules.records import true_people

SEED = 7


def made_people(count: int) -> Iterator[Dossier]:
    """Yield `count` records under Nghị định 29/2023, with other birth months and coefficients each."""
    chance = Random(SEED)  # noqa: S311 - made-up people, no secret
    models = [record for record, _ in true_people() if record.group is Group.DOWNSIZING]
    for number in range(count):
        yield _varied(models[number % len(models)], number, chance)


def _varied(model: Dossier, number: int, chance: Random) -> Dossier:
    birth = model.person.birth
    assert birth is not None
    moved = birth.day.replace(day=1, month=chance.randint(1, 12))
    step = Fraction(chance.randint(0, 200), 100)
    salary = tuple(replace(row, coefficient=row.coefficient + step) for row in model.career.salary)
    person = replace(
        model.person,
        full_name=f"{model.person.full_name} {number}",
        birth=replace(birth, day=moved),
        citizen_id=f"031{chance.randint(0, 999_999_999):09d}",
    )
    return replace(
        model, id=f"d{number}", ordinal=number + 1, person=person, career=replace(model.career, salary=salary)
    )
