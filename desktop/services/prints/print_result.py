"""Biểu 05: what was decided of each person, printed where it was decided and where it was received."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop.documents.forms.appraisal import write_appraisal_result_pdf, write_appraisal_result_xlsx
from desktop.documents.forms.model import Amount, AppraisalResult, AppraisalRow, OfficeHeading, OpenAmount
from desktop.domain.dates import format_date
from desktop.domain.dossiers import Dossier
from desktop.domain.errors import Refusal
from desktop.domain.money import Dong
from desktop.domain.rounds import Decision, Outcome, Submission, Unit
from desktop.rules.compare import compare
from desktop.rules.trace import Computation
from desktop.services.amounts.compute_support import open_values_of
from desktop.services.appraisal.received_view import ReceivedView, appraisal_of, refuse_draft
from desktop.services.arrivals.answers_received import Answered, answers_of_round, decision_documents
from desktop.services.office import Office
from desktop.services.prints.print_forms import PrintedList, heading
from desktop.services.rounds.round_view import RoundView

_TITLE = "KẾT QUẢ THẨM ĐỊNH KINH PHÍ HỖ TRỢ"
_SHORT = 12
_AGAIN = "Sửa, bổ sung theo lý do nêu bên rồi gửi lại."


@dataclass(frozen=True, slots=True)
class _Judged:
    dossier: Dossier
    declared: Dong | None
    decision: Decision
    declared_steps: tuple[Computation, ...]
    appraised_steps: tuple[Computation, ...]


def print_appraisal_result(office: Office, received: ReceivedView, folder: Path) -> PrintedList:
    """Write Biểu 05 of a received submission into the folder as PDF and XLSX.

    Raises Refusal print.nothing_decided, `forms.*`.
    """
    return _write(appraisal_result(office, received), folder)


def print_received_result(office: Office, view: RoundView, submission: Submission, folder: Path) -> PrintedList:
    """Write Biểu 05 of a submission of this unit as its decisions came back; raises as `print_appraisal_result`."""
    return _write(received_result(office, view, submission), folder)


def _write(form: AppraisalResult, folder: Path) -> PrintedList:
    printed = PrintedList(folder / "bieu-05-ket-qua-tham-dinh.pdf", folder / "bieu-05-ket-qua-tham-dinh.xlsx")
    write_appraisal_result_pdf(form, printed.pdf)
    write_appraisal_result_xlsx(form, printed.xlsx)
    return printed


def appraisal_result(office: Office, received: ReceivedView) -> AppraisalResult:
    """Return Biểu 05 of a received submission; raises Refusal: appraisal.draft, print.nothing_decided."""
    refuse_draft(received)
    appraisals = (appraisal_of(office, received, each.record.id) for each in received.document.people)
    judged = [
        _Judged(each.dossier, each.sent.amount, each.decision, each.declared, each.recomputed)
        for each in appraisals
        if each.decision is not None
    ]
    head = _Head(heading(office.identity.unit), received.submission, office.operator, office.identity.head)
    return _result(office, received.view, head, judged)


def received_result(office: Office, view: RoundView, submission: Submission) -> AppraisalResult:
    """Return Biểu 05 as it was received; raises Refusal("print.nothing_decided")."""
    documents = decision_documents(office, submission)
    if not documents:
        raise Refusal("print.nothing_decided")
    part = documents[-1].unit
    decided_by = Unit(part.code, part.name, part.parent, part.budget_code, part.place)
    judged = list(_came_back(office, view, submission))
    author = judged[0].decision.author if judged else ""
    return _result(office, view, _Head(heading(decided_by), submission, author, ""), judged)


def _came_back(office: Office, view: RoundView, submission: Submission) -> Iterable[_Judged]:
    answers = answers_of_round(office, view.round.id)
    with office.store.begin() as work:
        sent = work.submissions.dossiers(submission.id)
    for each in sent:
        answer: Answered | None = answers.get((each.dossier_id, each.revision))
        dossier = view.dossier(each.dossier_id)
        if answer is not None and answer.decision.submission_id == submission.id and dossier is not None:
            ours = view.supports[dossier.id].computations if dossier.revision == each.revision else ()
            yield _Judged(dossier, each.amount, answer.decision, ours, answer.computations)


@dataclass(frozen=True, slots=True)
class _Head:
    office: OfficeHeading
    submission: Submission
    prepared_by: str
    head: str


def _result(office: Office, view: RoundView, head: _Head, judged: list[_Judged]) -> AppraisalResult:
    if not judged:
        raise Refusal("print.nothing_decided")
    notes = tuple(
        dict.fromkeys(str(value.citation) for each in judged for value in open_values_of(each.appraised_steps))
    )
    deadline = format_date(view.round.deadline) if view.round.deadline else ""
    return AppraisalResult(
        office=head.office,
        addressed_to=head.submission.unit.name,
        title=_TITLE,
        attached_to="",
        round_name=head.submission.round_name,
        rows=tuple(_row(each, notes, deadline) for each in judged),
        open_notes=notes,
        policies=tuple(f"{each.id} {each.version}" for each in head.submission.policies),
        short_hash=head.submission.digest[:_SHORT],
        prepared_by=head.prepared_by,
        head=head.head,
        made_on=office.now().date(),
        practice=any(pack.practice for pack in view.packs),
    )


def _row(judged: _Judged, notes: tuple[str, ...], deadline: str) -> AppraisalRow:
    decision, person = judged.decision, judged.dossier.person
    returned = decision.outcome is Outcome.RETURNED
    return AppraisalRow(
        full_name=person.full_name,
        outcome=decision.outcome,
        declared=_amount(judged, notes),
        appraised=decision.amount,
        birth=person.decisive_birth.shown if person.decisive_birth else "",
        differing="; ".join(_differing(judged)),
        codes=", ".join(dict.fromkeys(each.code for each in decision.reasons if each.code)),
        reasons="; ".join(each.text for each in decision.reasons),
        request=_AGAIN if returned else "",
        deadline=deadline if returned else "",
    )


def _amount(judged: _Judged, notes: tuple[str, ...]) -> Amount:
    """Return what was asked for; open where the law's figure is not known, blank where nothing is due."""
    if judged.declared is not None:
        return judged.declared
    found = next((str(value.citation) for value in open_values_of(judged.appraised_steps)), None)
    return None if found is None else OpenAmount(notes.index(found) + 1)


def _differing(judged: _Judged) -> Iterable[str]:
    """Yield the first step that differs, policy by policy."""
    theirs = {each.policy.id: each for each in judged.declared_steps}
    for computed in judged.appraised_steps:
        declared = theirs.get(computed.policy.id)
        first = compare(declared, computed).first_difference if declared else None
        if first is not None:
            yield first.label
