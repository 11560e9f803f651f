"""Biểu 03, the calculation slip: of one person, of a whole round in one file, and beside the appraisal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from desktop.documents.forms.slip_book import write_slip_book_pdf
from desktop.documents.forms.slip_model import CalculationSlip, FindingLine, SalaryLine, Verdict
from desktop.domain.approvals import Approval, Attachment
from desktop.domain.dates import parse_stored_date
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.findings import Finding
from desktop.domain.rounds import Decision
from desktop.rules.policy import PolicyPack
from desktop.rules.salary_months import SalaryMonths, salary_months
from desktop.rules.trace import Computation
from desktop.services.amounts.salary_lines import salary_lines
from desktop.services.appraisal.received_view import Appraisal, ReceivedView
from desktop.services.arrivals.answers_received import Answered, answers_of_round
from desktop.services.formats.records_out import record_digest, record_part
from desktop.services.office import Office
from desktop.services.prints.print_forms import heading, live
from desktop.services.prints.wording import word
from desktop.services.rounds.round_view import RoundView

_SHORT = 12
Report = Callable[[int, int, str], None]


def print_slips(  # noqa: PLR0913 - the last three are options, given by name
    office: Office,
    view: RoundView,
    target: Path,
    *,
    people: tuple[Dossier, ...] | None = None,
    report: Report = lambda _done, _total, _name: None,
    look: Callable[[], None] = lambda: None,
) -> int:
    """Write the slips of everybody (who was not withdrawn) into one file and return how many pages there are.

    `look` is called before each person and may raise to stop: then nothing was written. Raises Refusal
    print.nobody, `forms.*`.
    """
    chosen = live(view) if people is None else people
    if not chosen:
        raise Refusal("print.nobody")
    count = iter(range(len(chosen)))

    def before(form: CalculationSlip) -> None:
        look()
        report(next(count), len(chosen), form.person.full_name)

    return write_slip_book_pdf(_slips(office, view, chosen), target, before)


def _slips(office: Office, view: RoundView, people: Iterable[Dossier]) -> Iterator[CalculationSlip]:
    answers = answers_of_round(office, view.round.id)
    return (_slip(office, view, each, answers) for each in people)


def calculation_slip(office: Office, view: RoundView, dossier: Dossier) -> CalculationSlip:
    """Return the slip of one person as this unit computes it, with what was decided where it was decided."""
    return _slip(office, view, dossier, answers_of_round(office, view.round.id))


def _slip(
    office: Office, view: RoundView, dossier: Dossier, answers: Mapping[tuple[str, int], Answered]
) -> CalculationSlip:
    approval = view.approval_of(dossier)
    computations = view.supports[dossier.id].computations
    answer = answers.get((dossier.id, dossier.revision))
    return CalculationSlip(
        office=heading(office.identity.unit),
        round_name=view.round.name,
        dossier=dossier,
        approval=approval,
        attachments=_files(view, approval),
        computations=computations,
        appraised=answer.computations if answer else (),
        slip_code=slip_code(view, dossier),
        computed_on=office.now().date(),
        salary=_last_pay(view.packs, dossier, computations),
        salary_month=(dossier.leave_month + -1).shown if dossier.leave_month else "",
        averaged=averaged_months(view.packs, dossier, computations),
        service_words=_service_words(computations),
        findings=_finding_lines(view, dossier, _found(view, dossier, view.findings())),
        verdict=_verdict(answer.decision) if answer else None,
        policies=_versions(computations),
        short_hash=record_digest(record_part(dossier, approval))[:_SHORT],
        prepared_by=office.operator,
        head=office.identity.head,
        practice=any(pack.practice for pack in view.packs),
    )


def appraisal_slip(office: Office, received: ReceivedView, appraisal: Appraisal) -> CalculationSlip:
    """Return the slip of a received person: what the unit computed beside what this office computes."""
    view, dossier, decision = received.view, appraisal.dossier, appraisal.decision
    return CalculationSlip(
        office=heading(appraisal.submission.unit),
        round_name=f"{view.round.name}; in tại {office.identity.unit.name}",
        dossier=dossier,
        approval=appraisal.approval,
        attachments=appraisal.attachments,
        computations=appraisal.declared,
        appraised=appraisal.recomputed,
        slip_code=slip_code(view, dossier),
        computed_on=office.now().date(),
        salary=_last_pay(view.packs, dossier, appraisal.recomputed),
        salary_month=(dossier.leave_month + -1).shown if dossier.leave_month else "",
        averaged=averaged_months(view.packs, dossier, appraisal.recomputed),
        service_words=_service_words(appraisal.recomputed),
        findings=_finding_lines(view, dossier, appraisal.findings),
        verdict=_verdict(decision) if decision else None,
        policies=_versions(appraisal.declared),
        short_hash=appraisal.sent.record_sha256[:_SHORT],
        prepared_by=received.document.prepared_by,
        head=received.document.responsible,
        practice=appraisal.practice,
        draft=received.draft,
    )


def print_appraisal_slip(office: Office, received: ReceivedView, appraisal: Appraisal, target: Path) -> int:
    """Write the slip of a received person and return how many pages there are; raises Refusal `forms.*`."""
    return write_slip_book_pdf([appraisal_slip(office, received, appraisal)], target)


def slip_code(view: RoundView, dossier: Dossier) -> str:
    """Return "PT-2024-2-007", with "-L2" from the second revision on."""
    again = f"-L{dossier.revision}" if dossier.revision > 1 else ""
    return f"PT-{view.round.period}-{dossier.ordinal:03d}{again}"


def averaged_months(
    packs: tuple[PolicyPack, ...], dossier: Dossier, computations: tuple[Computation, ...]
) -> tuple[SalaryMonths, ...]:
    """Return the averages of all packs that apply, those of the same months and amount once."""
    by_id = {each.policy.id: each for each in computations if each.applies}
    found = [each for pack in packs if pack.id in by_id for each in salary_months(pack, dossier, by_id[pack.id])]
    return tuple({(each.runs, each.average): each for each in reversed(found)}.values())[::-1]


def _verdict(decision: Decision) -> Verdict:
    reasons = tuple(each.text for each in decision.reasons)
    decided_on = parse_stored_date(decision.at[:10])
    return Verdict(word(decision.outcome), decision.amount, reasons, decision.author, decided_on)


def _files(view: RoundView, approval: Approval | None) -> tuple[Attachment, ...]:
    digests = approval.attachments if approval else ()
    return tuple(view.attachments[each] for each in digests if each in view.attachments)


def _last_pay(
    packs: tuple[PolicyPack, ...], dossier: Dossier, computations: tuple[Computation, ...]
) -> tuple[SalaryLine, ...]:
    """Return the items of the last month by the first pack that applies."""
    applied = {each.policy.id for each in computations if each.applies}
    pack = next((each for each in packs if each.id in applied), None)
    return salary_lines(pack, dossier) if pack else ()


def _found(view: RoundView, dossier: Dossier, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return what was found of the person, of their approval and of its files."""
    approval = view.approval_of(dossier)
    about = {dossier.id, *((approval.id, *approval.attachments) if approval else ())}
    return tuple(each for each in findings if each.subject in about)


def _finding_lines(view: RoundView, dossier: Dossier, findings: tuple[Finding, ...]) -> tuple[FindingLine, ...]:
    answers = {each.finding_key: each.text for each in dossier.justifications}
    return tuple(
        FindingLine(each.code, each.severity, view.catalogue.message(each), answers.get(each.key, ""))
        for each in findings
    )


def _versions(computations: tuple[Computation, ...]) -> tuple[str, ...]:
    return tuple(f"{each.policy.id} {each.policy.version}" for each in computations)


def _service_words(computations: tuple[Computation, ...]) -> str:
    """Return the rounding of service time written out, as the computation has it."""
    for computation in computations:
        years = computation.step("insured_years")
        if years is not None and years.value is not None and years.substituted:
            return f"Quy tròn: {years.substituted}; được {years.shown}."
    return ""
