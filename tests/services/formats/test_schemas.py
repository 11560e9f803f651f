"""The published schemas are current, and what the program writes is valid by them."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from desktop.services.formats.records_out import canonical, record_digest, record_part
from desktop.services.formats.result import COMPUTATION_FORMAT, ComputationFile, ComputedRecord
from desktop.services.formats.results import result_part
from desktop.services.rounds.round_view import RoundView, build_view, read_round
from tests.services.offices import copied

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "resources" / "schemas"


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("schemas", ROOT / "build_scripts" / "schemas.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def views(mended_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RoundView, RoundView]]:
    """The sample's round as it is, and as the practice pack computes it."""
    with copied(mended_folder, tmp_path_factory.mktemp("schemas") / "desks") as desks:
        view = read_round(desks.unit, desks.round.id)
        practice = replace(view.round, policies=("thuc-hanh",))
        yield view, build_view(desks.unit, practice, view.dossiers, view.approvals, view.attachments)


def _validator(name: str) -> Any:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _computed(view: RoundView) -> ComputationFile:
    return ComputationFile(format=COMPUTATION_FORMAT, people=tuple(_person(view, each.id) for each in view.dossiers))


def _person(view: RoundView, dossier_id: str) -> ComputedRecord:
    dossier = view.dossier(dossier_id)
    assert dossier is not None
    record = record_part(dossier, view.approval_of(dossier))
    support = view.supports[dossier_id]
    results = tuple(result_part(each) for each in support.computations)
    return ComputedRecord(record=record, record_sha256=record_digest(record), results=results, amount=support.amount)


def test_the_written_schemas_are_those_of_the_formats(writer: ModuleType) -> None:
    assert writer.stale(SCHEMAS) == []


def test_a_schema_that_is_not_current_is_noticed(writer: ModuleType, tmp_path: Path) -> None:
    assert writer.stale(tmp_path) == list(writer.WRITTEN)
    for name in writer.WRITTEN:
        (tmp_path / name).write_text(writer.schema_text(name) + " ", encoding="utf-8")
    assert writer.stale(tmp_path) == list(writer.WRITTEN)


def test_every_record_of_the_sample_is_valid(views: tuple[RoundView, RoundView]) -> None:
    validator = _validator("record.schema.json")
    for computed in _computed(views[0]).people:
        validator.validate(json.loads(canonical(computed.record)))


def test_every_computation_of_the_sample_is_valid(views: tuple[RoundView, RoundView]) -> None:
    validator = _validator("computation.schema.json")
    for view in views:
        written = json.loads(canonical(_computed(view)))
        assert len(written["people"]) == 60
        validator.validate(written)


@pytest.mark.parametrize(
    "spoiled",
    [
        {"unknown": 1},
        {"revision": 0},
        {"leave_on": "01/11/2024"},
        {"group": "everybody"},
        {"declared": {"coefficient": 3.33}},
        {"id": "dấu"},
        {"person": {}},
    ],
)
def test_what_the_program_refuses_is_invalid_by_the_schema(
    views: tuple[RoundView, RoundView], spoiled: dict[str, Any]
) -> None:
    record = json.loads(canonical(_computed(views[0]).people[0].record))
    assert not _validator("record.schema.json").is_valid(record | spoiled)
