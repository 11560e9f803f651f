"""Commands about corrections: what one changes, what the next would bring, who is taken out."""

from pathlib import Path
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.appraisal_commands import received_of
from desktop.cli.arguments import Call, person_of, round_of, view_of
from desktop.domain.corrections import Purpose
from desktop.domain.rounds import Submission
from desktop.services.corrections.chain import chain_of, latest_of_round, purpose_of
from desktop.services.corrections.changed_values import shown_value
from desktop.services.corrections.changes import PersonChange, SubmissionChanges
from desktop.services.corrections.correct_sent import keep_in, withdraw_all, withdraw_person
from desktop.services.corrections.preview_correction import changes_in, preview
from desktop.services.office import Office
from desktop.services.sending.plan_sending import SendingPlan, plan_sending
from desktop.ui.correction_words import amounts_of, counts_of, decided_before, is_alike, plan_of, title_of, totals_of
from desktop.ui.texts import message, word

PURPOSES = [each.value for each in Purpose]


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    changes = commands.add_parser("submission-changes", help="gói sửa thêm, sửa, rút những ai; trước hay sau khi nhận")
    changes.add_argument("package", help="tệp gói chưa nhận, hoặc mã gói, tên tệp gói đã nhận, hoặc last")
    changes.add_argument("--passphrase-file", help="mật khẩu của khóa, khi gói mã hóa")
    changes.set_defaults(command=_changes)
    plan = _of_round(commands.add_parser("submission-plan", help="đơn vị: gói gửi sau sẽ thêm, sửa, rút những ai"))
    plan.add_argument("--purpose", choices=PURPOSES)
    plan.add_argument("--only-complete", action="store_true")
    plan.set_defaults(command=_plan)
    _of_round(commands.add_parser("submission-chain", help="đơn vị: các gói đã gửi của đợt")).set_defaults(
        command=_chain
    )
    out = _of_round(commands.add_parser("submission-withdraw", help="đơn vị: rút mọi người đã gửi, chưa có quyết định"))
    out.add_argument("--reason", required=True)
    out.set_defaults(command=_withdraw_all)
    one = _of_round(commands.add_parser("person-withdraw", help="đơn vị: rút một người đã gửi"))
    one.add_argument("who")
    one.add_argument("--reason", required=True)
    one.set_defaults(command=_withdraw)
    keep = _of_round(commands.add_parser("person-keep", help="đơn vị: thôi rút một người khi chưa gửi"))
    keep.add_argument("who")
    keep.set_defaults(command=_keep)


def _of_round(parser: Any) -> Any:
    parser.add_argument("--round", help="mã hoặc kỳ của đợt; mặc định là đợt mới nhất")
    return parser


def _changes(call: Call) -> Answer:
    found = _changes_of(call, call.office())
    if found is None:
        return Answer(("Gói này là gói gốc, không sửa gói nào.",), {"purpose": None, "people": []})
    lines = [title_of(found), *_reason(found.reason), counts_of(found), totals_of(found)]
    lines += [line for each in found.to_look_at for line in _person_lines(each)]
    return Answer(tuple(lines), _changes_json(found))


def _changes_of(call: Call, office: Office) -> SubmissionChanges | None:
    wanted = call.arguments.package
    path = Path(wanted).expanduser()
    if path.is_file():
        return preview(office, path, call.package_passphrase(path))
    return changes_in(office, received_of(office, wanted).submission.id)


def _reason(reason: str) -> tuple[str, ...]:
    return (message("correction.reason", reason=reason),) if reason else ()


def _person_lines(person: PersonChange) -> list[str]:
    amounts = amounts_of(person)
    head = f"{word(person.change)}: {person.full_name}" + (f", {amounts}" if amounts else "")
    lines = [f"{head} ({person.reason})" if person.reason else head]
    for each in person.fields:
        old, new = shown_value(each.field, each.before), shown_value(each.field, each.after)
        lines.append(f"    {each.field}: {old} → {new}")
    lines += [f"    {message('correction.person_alike')}"] if is_alike(person) else []
    lines += [f"    + {name}" for name in person.papers_added]
    lines += [f"    - {name}" for name in person.papers_removed]
    return lines + ([f"    {decided_before(person.decided)}"] if person.decided else [])


def _changes_json(found: SubmissionChanges) -> dict[str, Any]:
    return {
        "purpose": found.purpose.value,
        "reason": found.reason,
        "original": found.original.id,
        "previous": found.previous.id,
        "first_seen_at": found.original.first_seen_at,
        "total_before": found.total_before,
        "total_after": found.total_after,
        "people": [_person_json(each) for each in found.people],
    }


def _person_json(person: PersonChange) -> dict[str, Any]:
    return {
        "dossier_id": person.dossier_id,
        "full_name": person.full_name,
        "change": person.change.value,
        "fields": [{"field": each.field, "before": each.before, "after": each.after} for each in person.fields],
        "papers_added": list(person.papers_added),
        "papers_removed": list(person.papers_removed),
        "amount_before": person.before.amount if person.before else None,
        "amount_after": person.after.amount if person.after else None,
        "decided_before": person.decided.outcome.value if person.decided else None,
        "reason": person.reason,
    }


def _plan(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    purpose = Purpose(given.purpose) if given.purpose else None
    plan = plan_sending(office, view_of(office, call), purpose, only_complete=given.only_complete)
    if plan.purpose is None:
        count = len(plan.ready.people)
        return Answer((f"Gói đầu tiên của đợt: {count} người.",), _plan_json(plan))
    lines = [f"{word(plan.purpose)}: {plan_of(plan)}."]
    lines += [f"    + {each.person.full_name}" for each in plan.added]
    lines += [f"    ~ {each.person.full_name}, lần {each.revision}" for each in plan.changed]
    lines += [f"    - {each.full_name} ({each.reason})" for each in plan.withdrawals]
    return Answer(tuple(lines), _plan_json(plan))


def _plan_json(plan: SendingPlan) -> dict[str, Any]:
    return {
        "purpose": plan.purpose.value if plan.purpose else None,
        "suggested": plan.suggested.value if plan.suggested else None,
        "may_go": plan.may_go,
        "added": [each.id for each in plan.added],
        "changed": [each.id for each in plan.changed],
        "same": [each.id for each in plan.same],
        "withdrawn": [each.dossier_id for each in plan.withdrawals],
    }


def _chain(call: Call) -> Answer:
    office = call.office()
    of_round = round_of(office, call)
    with office.store.begin() as work:
        latest = latest_of_round(work, of_round.id)
        sent = chain_of(work, latest).submissions if latest else ()
        told = [(each, purpose_of(each, work.corrections.get(each.id))) for each in sent]
    lines = tuple(f"{each.file_name}  {_purpose(purpose)}  {each.people} người" for each, purpose in told)
    body = [_link_json(each, purpose) for each, purpose in told]
    return Answer(lines or ("Đợt chưa gửi gói nào.",), {"chain": body})


def _purpose(purpose: Purpose | None) -> str:
    return word(purpose) if purpose else "Gói gốc"


def _link_json(submission: Submission, purpose: Purpose | None) -> dict[str, Any]:
    return {
        "package_id": submission.id,
        "file": submission.file_name,
        "sequence": submission.sequence,
        "purpose": purpose.value if purpose else None,
        "people": submission.people,
        "total": submission.total,
    }


def _withdraw(call: Call) -> Answer:
    office = call.office()
    who = person_of(view_of(office, call), call.arguments.who)
    withdrawn = withdraw_person(office, who.id, call.arguments.reason)
    return Answer((message("correction.person_withdrawn", name=who.person.full_name),), {"withdrawn": [withdrawn.id]})


def _withdraw_all(call: Call) -> Answer:
    office = call.office()
    people = withdraw_all(office, round_of(office, call).id, call.arguments.reason)
    lines = tuple(message("correction.person_withdrawn", name=each.person.full_name) for each in people)
    return Answer(lines, {"withdrawn": [each.id for each in people]})


def _keep(call: Call) -> Answer:
    office = call.office()
    kept = keep_in(office, person_of(view_of(office, call), call.arguments.who).id)
    body = {"id": kept.id, "state": kept.state.value}
    return Answer((message("correction.person_kept", name=kept.person.full_name),), body)
