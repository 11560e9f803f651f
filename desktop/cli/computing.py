"""The command that computes: the people of a round, or those of a file under the packs named."""

from pathlib import Path
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, file, person_of, view_of
from desktop.cli.packs import pack_of
from desktop.domain.errors import Refusal
from desktop.domain.money import format_dong
from desktop.rules.trace import Computation, Step
from desktop.services.amounts.compute_people import compute_people, decode_people
from desktop.services.formats.packages import SubmissionDocument
from desktop.services.formats.records_out import canonical
from desktop.services.formats.result import COMPUTATION_FORMAT, ComputationFile, ComputedRecord
from desktop.services.formats.results import computation_of
from desktop.services.sending.submission_document import submission_document
from desktop.ui.texts import word


def add_to(commands: Any) -> None:
    """Add the command."""
    compute = commands.add_parser("compute", help="tính mức hỗ trợ; --json theo computation.schema.json")
    compute.add_argument("who", nargs="?", help="số CCCD, mã, số thứ tự hoặc họ tên; để trống: mọi người của đợt")
    compute.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    compute.add_argument("--policy", action="append", metavar="GÓI", help="mã, mã@phiên_bản hoặc tệp.yaml; nhiều lần")
    compute.add_argument("--people", type=file, metavar="TỆP", help="hồ sơ theo record.schema.json, một hoặc danh sách")
    compute.add_argument("--explain", action="store_true", help="in từng bước")
    compute.set_defaults(command=_compute)


def _compute(call: Call) -> Answer:
    given = call.arguments
    if (given.policy is None) is not (given.people is None):
        raise Refusal("people.not_given")
    found = _of_file(call) if given.people else _of_round(call)
    lines = [line for person in found.people for line in _lines(person, explain=given.explain)]
    return Answer(tuple(lines), raw=canonical(found))


def _of_file(call: Call) -> ComputationFile:
    packs = [pack_of(call, each) for each in call.arguments.policy]
    return compute_people(decode_people(_read(call.arguments.people)), packs)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal("people.file_missing", file=path.name) from None


def _of_round(call: Call) -> ComputationFile:
    office = call.office()
    view = view_of(office, call)
    people = (person_of(view, call.arguments.who),) if call.arguments.who else view.dossiers
    document = submission_document(office, view, people)
    return ComputationFile(format=COMPUTATION_FORMAT, people=_computed(document))


def _computed(document: SubmissionDocument) -> tuple[ComputedRecord, ...]:
    return tuple(
        ComputedRecord(record=each.record, record_sha256=each.record_sha256, results=each.results, amount=each.amount)
        for each in document.people
    )


def _lines(person: ComputedRecord, *, explain: bool) -> list[str]:
    lines = [f"{person.record.person.full_name}:"]
    for result in person.results:
        lines += _computation_lines(computation_of(result), explain=explain)
    return lines


def _computation_lines(computation: Computation, *, explain: bool) -> list[str]:
    total = format_dong(computation.total) if computation.total is not None else "chưa có số tiền"
    lines = [f"  {computation.title}: {total}"]
    lines += [f"    chưa có số liệu: {each.label} ({each.citation})" for each in computation.open_values]
    lines += [f"    {each.reason}" for each in computation.conditions if not each.holds]
    if explain:
        lines += [line for step in computation.trace for line in _step_lines(step)]
    return lines


def _step_lines(step: Step) -> list[str]:
    """Return a step as read: in words, with the numbers put in, what it gave, by what right and how surely."""
    put_in = step.substituted or step.formula
    words = [f"      {step.formula}"] if step.formula and step.formula != put_in else []
    rights = [str(step.citation) if step.citation else "", word(step.provenance) if step.provenance else ""]
    source = "; ".join(each for each in rights if each)
    first = f"    {step.label}: {put_in} = {step.shown}" if put_in else f"    {step.label}: {step.shown}"
    return [f"{first} [{source}]" if source else first, *words, *([f"      {step.reason}"] if step.reason else [])]
