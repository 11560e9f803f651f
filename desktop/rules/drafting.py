"""Changing a pack file that is being drafted: every act returns another file, nothing is changed in place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import msgspec

from desktop.rules.pack_examples import Example
from desktop.rules.pack_file import CaseRule, ComponentRule, PackFile, PackStatus
from desktop.rules.pack_values import DatedValue, Document, Parameter
from desktop.rules.trace import Provenance


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Identified = TypeVar("Identified", bound=_Identified)


@dataclass(frozen=True, slots=True)
class Figure:
    """One dated value of a parameter, by its place among that parameter's values."""

    parameter: Parameter
    place: int

    @property
    def value(self) -> DatedValue:
        """The value itself."""
        return self.parameter.values[self.place]

    @property
    def open(self) -> bool:
        """Whether the law's figure is not known yet."""
        return self.value.provenance is Provenance.OPEN


def start_draft(file: PackFile, versions: Iterable[str]) -> PackFile:
    """Return the file as a draft whose version is above all `versions` of the pack and its own."""
    highest = max((*versions, file.version), key=version_numbers)
    return msgspec.structs.replace(file, version=next_version(highest), status=PackStatus.DRAFT)


def next_version(version: str) -> str:
    """Return the version after this one: "0.1" → "0.2", "1" → "2"."""
    *front, last = version.split(".")
    return ".".join([*front, str(int(last) + 1)])


def version_numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, by which versions are ordered: "0.10" is after "0.9", "1" is "1.0"."""
    numbers = [int(each) for each in version.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def figures(file: PackFile) -> tuple[Figure, ...]:
    """Return every dated value, those that are not known first, each group in the file's order."""
    found = [Figure(each, place) for each in file.parameters for place in range(len(each.values))]
    return tuple(sorted(found, key=lambda figure: not figure.open))


def put_figure(file: PackFile, parameter_id: str, value: DatedValue, place: int | None = None) -> PackFile:
    """Return the file with the value in that place of the parameter, or added where `place` is None.

    Values stay in the order of their dates; another value of the same day gives way.
    """
    parameter = item_of(file.parameters, parameter_id)
    others = [each for at, each in enumerate(parameter.values) if at != place and each.first != value.first]
    values = tuple(sorted((*others, value), key=lambda each: each.first))
    return put_parameter(file, msgspec.structs.replace(parameter, values=values))


def remove_figure(file: PackFile, parameter_id: str, place: int) -> PackFile:
    """Return the file without this value; with its last value a parameter goes too."""
    parameter = item_of(file.parameters, parameter_id)
    values = tuple(each for at, each in enumerate(parameter.values) if at != place)
    if values:
        return put_parameter(file, msgspec.structs.replace(parameter, values=values))
    left = tuple(each for each in file.parameters if each.id != parameter_id)
    return msgspec.structs.replace(file, parameters=left)


def put_parameter(file: PackFile, parameter: Parameter) -> PackFile:
    """Return the file with this parameter in the place of the one with its id, or at the end."""
    return msgspec.structs.replace(file, parameters=_put(file.parameters, parameter))


def put_document(file: PackFile, document: Document) -> PackFile:
    """Return the file with this legal text."""
    return msgspec.structs.replace(file, documents=_put(file.documents, document))


def put_component(file: PackFile, component: ComponentRule) -> PackFile:
    """Return the file with this component."""
    return msgspec.structs.replace(file, components=_put(file.components, component))


def put_case(file: PackFile, case: CaseRule) -> PackFile:
    """Return the file with this case."""
    return msgspec.structs.replace(file, cases=_put(file.cases, case))


def add_component(file: PackFile, case_id: str, component: ComponentRule) -> PackFile:
    """Return the file with one more item of support, the last of this case."""
    case = item_of(file.cases, case_id)
    added = msgspec.structs.replace(case, components=(*case.components, component.id))
    return put_case(put_component(file, component), added)


def remove_component(file: PackFile, case_id: str, component_id: str) -> PackFile:
    """Return the file without this item in this case; it goes altogether where no other case has it."""
    case = item_of(file.cases, case_id)
    left = tuple(each for each in case.components if each != component_id)
    without = put_case(file, msgspec.structs.replace(case, components=left))
    if any(component_id in each.components for each in without.cases):
        return without
    items = tuple(each for each in without.components if each.id != component_id)
    return msgspec.structs.replace(without, components=items)


def put_example(file: PackFile, example: Example) -> PackFile:
    """Return the file with this golden case."""
    return msgspec.structs.replace(file, examples=_put(file.examples, example))


def remove_example(file: PackFile, example_id: str) -> PackFile:
    """Return the file without this golden case."""
    return msgspec.structs.replace(file, examples=tuple(each for each in file.examples if each.id != example_id))


def without_parts(file: PackFile, ids: Iterable[str]) -> PackFile:
    """Return the file without the figures, values, conditions and items that have these ids."""
    left = set(ids)
    kept = {
        section: tuple(each for each in getattr(file, section) if each.id not in left)
        for section in ("parameters", "values", "conditions", "components")
    }
    return msgspec.structs.replace(file, **kept)


def item_of(items: tuple[Identified, ...], item_id: str) -> Identified:
    """Return the item with this id; raises KeyError."""
    for each in items:
        if each.id == item_id:
            return each
    raise KeyError(item_id)


def fresh_id(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or with the first number that makes it differ from all that are taken."""
    known = set(taken)
    if wanted not in known:
        return wanted
    return next(name for number in range(2, len(known) + 3) if (name := f"{wanted}_{number}") not in known)


def _put(items: tuple[Identified, ...], item: Identified) -> tuple[Identified, ...]:
    if any(each.id == item.id for each in items):
        return tuple(item if each.id == item.id else each for each in items)
    return (*items, item)
