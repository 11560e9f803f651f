"""The table of what came back: one row for each person and package, what was asked, what was granted, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.foreign_text import shown, shown_lines
from desktop.domain.money import Dong, format_dong
from desktop.domain.names import name_sort_key
from desktop.domain.rounds import Decision, Direction, Outcome, SentDossier, Submission
from desktop.domain.states import DossierState
from desktop.services.office import Office
from desktop.services.sending.outcome_summary import OutcomeSummary
from desktop.ui.models.records import Column
from desktop.ui.texts import message, word


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outcomes", text)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One person of one submission, with the decision once there is one."""

    submission: Submission
    sent: SentDossier
    decision: Decision | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart."""
        return self.submission.id, self.sent.dossier_id

    @property
    def reasons(self) -> str:
        """The appraiser's words, each after its check's code."""
        found = self.decision.reasons if self.decision else ()
        return "; ".join(each.words for each in found)

    @property
    def as_asked(self) -> bool:
        """Whether it was granted as it was asked for."""
        return self.decision is not None and self.decision.outcome is Outcome.APPROVED

    @property
    def difference(self) -> Dong | None:
        """Granted minus asked, None where nothing was granted or asked."""
        granted = self.decision.amount if self.decision else None
        return None if granted is None or self.sent.amount is None else Dong(granted - self.sent.amount)


def outcome_rows(office: Office) -> list[OutcomeRow]:
    """Read everybody who was sent, in the order of sending."""
    with office.store.begin() as work:
        return [
            OutcomeRow(submission, sent, decided.get(sent.dossier_id))
            for submission in work.submissions.all(Direction.SENT)
            for decided in [{each.dossier_id: each for each in work.decisions.of_submission(submission.id)}]
            for sent in work.submissions.dossiers(submission.id)
            if sent.state is not DossierState.SUPERSEDED or sent.dossier_id in decided
        ]


def outcome_columns() -> Sequence[Column[OutcomeRow]]:
    """Return the columns."""
    return (
        Column[OutcomeRow](
            "name", _tr("Họ và tên"), lambda each: each.sent.full_name,
            sort=lambda each: name_sort_key(each.sent.full_name),
        ),
        Column[OutcomeRow]("revision", _tr("Lần"), lambda each: str(each.sent.revision), align_right=True),
        Column[OutcomeRow]("state", _tr("Kết quả"), lambda each: word(each.sent.state)),
        Column[OutcomeRow](
            "asked", _tr("Đề nghị"), lambda each: _money(each.sent.amount),
            sort=lambda each: each.sent.amount, align_right=True,
        ),
        Column[OutcomeRow](
            "decided", _tr("Thẩm định"), lambda each: _money(each.decision.amount if each.decision else None),
            sort=lambda each: each.decision.amount if each.decision else None, align_right=True,
        ),
        Column[OutcomeRow](
            "difference", _tr("Chênh lệch"), lambda each: _change(each.difference),
            sort=lambda each: each.difference, align_right=True,
        ),
        Column[OutcomeRow]("reasons", _tr("Lý do"), lambda each: each.reasons),
        Column[OutcomeRow]("file", _tr("Gói"), lambda each: each.submission.file_name),
    )  # fmt: skip  # one column, one place


def summary_words(summary: OutcomeSummary) -> str:
    """Say how many of each outcome, what was granted, and how many nobody decided yet."""
    if not summary.decided:
        return ""
    parts = [f"{summary.decided[each]} {word(each.state).lower()}" for each in Outcome if summary.decided.get(each)]
    told = _tr("Đã có kết quả: {0}. Thẩm định {1}").format(", ".join(parts), format_dong(summary.granted))
    told += _difference_words(summary.difference)
    return told + (_tr("; {0} người chưa có kết quả.").format(summary.waiting) if summary.waiting else ".")


def _difference_words(difference: Dong) -> str:
    """Say how much more or less than asked was granted, nothing where it is the same."""
    if not difference:
        return ""
    told = _tr(", tăng {0} so với đề nghị") if difference > 0 else _tr(", giảm {0} so với đề nghị")
    return told.format(format_dong(Dong(abs(difference))))


def detail_of(row: OutcomeRow) -> str:
    """Return the appraiser's words; of somebody who was taken out too late, that the decision stands."""
    late = row.sent.state is DossierState.WITHDRAWN and row.decision is not None
    told = [shown_lines(row.reasons)] if row.reasons else []
    told += [message("correction.withdrawn_decided")] if late else []
    return f"{shown(row.sent.full_name)}: {' '.join(told)}" if told else ""


def _money(amount: Dong | None) -> str:
    return "" if amount is None else format_dong(amount)


def _change(difference: Dong | None) -> str:
    if not difference:
        return ""
    return ("+" if difference > 0 else "−") + format_dong(Dong(abs(difference)))
