"""`compute --policy ... --people ...`: the published record in, the published result out."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop.cli import main
from desktop.services.formats.records_out import canonical, record_part
from tests.rules.records import ROOT, Expected, true_people
from tests.rules.toy import component, parameter, toy_text

SCHEMAS = ROOT / "resources" / "schemas"
PEOPLE = true_people()


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.json"
    texts = [canonical(record_part(record, None)).decode() for record, _ in PEOPLE]
    path.write_text(f"[{','.join(texts)}]", encoding="utf-8")
    return path


class Line:
    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home = home
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> str:
        assert main([*map(str, words), "--home", str(self._home)]) == 0, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def refused(self, *words: str | Path) -> dict[str, Any]:
        assert main([*map(str, words), "--json", "--home", str(self._home)]) == 1
        error: dict[str, Any] = json.loads(self._capsys.readouterr().err)["error"]
        return error


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(tmp_path / "home", capsys)


def test_the_sixty_people_are_answered_in_the_published_format(line: Line, people: Path) -> None:
    jsonschema.validate(json.loads(people.read_text(encoding="utf-8"))[0], schema("record.schema.json"))
    found = json.loads(line("compute", "--policy", "nd29-2023", "--people", people, "--explain", "--json"))
    jsonschema.validate(found, schema("computation.schema.json"))
    assert len(found["people"]) == len(PEOPLE)
    for answer, (record, truth) in zip(found["people"], PEOPLE, strict=True):
        assert answer["record"]["id"] == record.id
        assert answer["amount"] == (truth.nd29 if answer["results"][0]["applies"] else None)
        assert answer["results"][0]["trace"]


def test_one_record_alone_and_several_packs(line: Line, tmp_path: Path) -> None:
    record, truth = _paid()
    one = tmp_path / "one.json"
    one.write_bytes(canonical(record_part(record, None)))
    shelved = json.loads(line("policy", "list", "--json"))["policies"]
    version = next(each["version"] for each in shelved if each["id"] == "nd29-2023")
    packs = ("--policy", f"nd29-2023@{version}", "--policy", "hai-phong-nq07-2024")
    found = json.loads(line("--json", "compute", *packs, "--people", one))
    jsonschema.validate(found, schema("computation.schema.json"))
    results = found["people"][0]["results"]
    assert [each["policy"]["id"] for each in results] == ["nd29-2023", "hai-phong-nq07-2024"]
    assert (results[0]["total"], results[1]["total"]) == (truth.nd29, None)


def _paid() -> tuple[Any, Expected]:
    return next((record, truth) for record, truth in PEOPLE if truth.nd29)


def test_a_pack_file_that_is_on_no_shelf(line: Line, people: Path, tmp_path: Path) -> None:
    pack = tmp_path / "toy.yaml"
    pack.write_text(toy_text([parameter("k", "months/year", "3")], [component("c", "k * pay * early_years")]))
    shown = line("compute", "--policy", pack, "--people", people, "--explain")
    assert "Khoản c" in shown
    assert "Luật của xứ Không Có" in shown


def test_an_explanation_names_by_what_right_and_how_surely(line: Line, people: Path) -> None:
    shown = line("compute", "--policy", "nd29-2023", "--people", people, "--explain").splitlines()
    figure = next(each for each in shown if each.strip().startswith("Số tháng tiền lương cho mỗi năm nghỉ trước tuổi"))
    assert figure.endswith("3 tháng/năm [khoản 1, 2 Điều 5 Nghị định 29/2023/NĐ-CP; đã đối chiếu văn bản]")
    assert any(each.strip().startswith("Nghỉ trước tuổi") and "đủ mức" in each for each in shown)


def test_what_cannot_be_computed_is_refused_with_a_code(line: Line, people: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    assert line.refused("compute", "--policy", "nd29-2023")["code"] == "people.not_given"
    assert line.refused("compute", "--people", people)["code"] == "people.not_given"
    of = ("compute", "--policy", "nd29-2023", "--people", wrong)
    assert line.refused(*of)["code"] == "people.file_missing"
    for text in (b"", b"{", b"5", b"\xff", b'[{"id": "a", "person": {}}]', b"[" * 100_000):
        wrong.write_bytes(text)
        assert line.refused(*of)["code"] == "people.invalid"
    wrong.write_text('[{"id": "a", "person": {"full_name": "Lê Văn Mẫu"}, "leave_on": "2024-02-30"}]', encoding="utf-8")
    refused = line.refused(*of)
    assert refused["code"] == "people.impossible"
    assert "Lê Văn Mẫu" in refused["message"]
    unknown = ("compute", "--people", people, "--policy")
    assert line.refused(*unknown, "nd29-2099")["code"] == "policy.not_on_shelf"
    assert line.refused(*unknown, "nd29-2023@0.0")["code"] == "policy.no_such_version"
    assert line.refused(*unknown, tmp_path / "none.yaml")["code"] == "policy.file_missing"


def test_a_record_that_lacks_all_but_a_name_is_answered_not_refused(line: Line, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    bare.write_text('{"id": "a", "person": {"full_name": "Lê Văn Mẫu"}}', encoding="utf-8")
    found = json.loads(line("compute", "--policy", "nd29-2023", "--people", bare, "--json"))
    assert found["people"][0]["amount"] is None
    assert found["people"][0]["results"][0]["missing"]
