"""Commands that look at a pack as its writer does: all its faults, and its golden cases one by one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file
from desktop.cli.packs import content_of, others_than, untried_pack_of
from desktop.domain.errors import Refusal
from desktop.rules.checks.of_packs import catalogue_of
from desktop.rules.examples import first_failure
from desktop.rules.pack import PackError, PolicyPack, policy_of, read_pack
from desktop.rules.pack_examples import Example
from desktop.services.office import shipped_catalogue
from desktop.ui.texts import refusal_text


def add_to(commands: Any) -> None:
    """Add the commands."""
    check = commands.add_parser("policy-check", help="kiểm tra một tệp gói chính sách, nêu các lỗi và cách sửa")
    check.add_argument("file", type=file, metavar="TỆP")
    check.set_defaults(command=_check)
    tried = commands.add_parser("policy-test", help="tính lại từng ví dụ của một gói chính sách")
    tried.add_argument("policy", metavar="GÓI", help="mã, mã@phiên_bản hoặc tệp.yaml")
    tried.set_defaults(command=_test)


def _check(call: Call) -> Answer:
    path: Path = call.arguments.file
    content = content_of(path)
    try:
        written = read_pack(content, path.name)
        pack = policy_of(written, others_than(call, written.id))
    except PackError as refused:
        return _faulty(path.name, refused.all)
    try:
        catalogue_of(shipped_catalogue(), (pack,))
    except Refusal as refused:
        return _faulty(path.name, (refused,))
    lines = (
        f"Gói {pack.id} {pack.version} dùng được: {pack.title}.",
        f"{len(pack.examples)} ví dụ đều đúng; {len(pack.open_parameters())} số liệu còn mở.",
        f"Mã băm: {pack.ref.sha256}",
    )
    found: dict[str, Any] = {
        "valid": True,
        "faults": [],
        "id": pack.id,
        "version": pack.version,
        "sha256": pack.ref.sha256,
    }
    return Answer(lines, {**found, "examples": len(pack.examples), "open": _open(pack)})


def _open(pack: PolicyPack) -> list[str]:
    return [str(value.citation) for value in pack.open_parameters()]


def _faulty(name: str, faults: Sequence[Refusal]) -> Answer:
    lines = (f"{name}: {len(faults)} lỗi.", *(f"{each.code}: {refusal_text(each)}" for each in faults))
    told = [{**each.params, "code": each.code, "message": refusal_text(each)} for each in faults]
    return Answer(lines, {"valid": False, "faults": told}, exit_code=1)


def _test(call: Call) -> Answer:
    pack = untried_pack_of(call, call.arguments.policy)
    results = [_tried(pack, example) for example in pack.examples]
    wrong = sum(not each["passed"] for each in results)
    lines = [f"{pack.id} {pack.version}: {len(results) - wrong}/{len(results)} ví dụ đúng."]
    lines += [_told(each) for each in results]
    found: dict[str, Any] = {"id": pack.id, "version": pack.version, "examples": results}
    return Answer(tuple(lines), found, exit_code=1 if wrong else 0)


def _tried(pack: PolicyPack, example: Example) -> dict[str, Any]:
    failure = first_failure(pack, example, tuple(pack.needed.values()))
    told: dict[str, Any] = {"id": example.id, "source": example.source, "passed": failure is None}
    if failure is not None:
        told |= {"step": failure.step, "expected": failure.expected, "found": failure.found}
    return told


def _told(result: dict[str, Any]) -> str:
    if result["passed"]:
        return f"  đúng  {result['id']}"
    return (
        f"  SAI   {result['id']}: bước {result['step']}, gói tính được “{result['found']}”, "
        f"ví dụ ghi “{result['expected']}”"
    )
