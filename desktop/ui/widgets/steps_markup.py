"""A computation as one would explain it to the person, as markup: answer, conditions, what is open, every step."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette

from desktop.rules.salary_months import SalaryMonths, SalaryRun
from desktop.rules.showing import NOT_KNOWN, show_money
from desktop.rules.trace import Computation, Condition, Step
from desktop.ui.foreign import markup
from desktop.ui.texts import word
from desktop.ui.widgets.answers import answer_of
from desktop.ui.widgets.looks import Tone, colour
from desktop.ui.widgets.tones import tone_of_provenance


def _tr(text: str) -> str:
    return QCoreApplication.translate("StepsView", text)


class StepsMarkup:
    """Writes in the colours of a palette; `gap` is the distance between steps in pixels."""

    def __init__(self, palette: QPalette, gap: int) -> None:
        self._palette = palette
        self._gap = gap

    def whole(self, computation: Computation, months: Sequence[SalaryMonths]) -> str:
        """Return the whole explanation."""
        runs = {each.id: each for each in months}
        steps = (self._numbered(place, each, runs) for place, each in enumerate(computation.trace, 1))
        sections = (
            self._section(_tr("Điều kiện"), (self._condition(each) for each in computation.conditions)),
            self._section(_tr("Chưa có số liệu"), self._open(computation)),
            self._title(_tr("Từng bước")) if computation.trace else "",
            *steps,
        )
        return "".join((self._head(computation), *sections))

    def _head(self, computation: Computation) -> str:
        answer = answer_of(computation)
        policy = computation.policy
        said = markup(answer.amount or answer.note)
        version = self._quiet(markup(_tr("Gói {id} phiên bản {version}").format(id=policy.id, version=policy.version)))
        warned = self._tinted(
            Tone.WARNING, _tr("Số liệu giả định để tập sử dụng, không dùng để đề nghị hay thẩm định.")
        )
        practice = f"<br/>{warned}" if computation.practice else ""
        return f"<p><b>{markup(computation.title)}</b><br/><b>{said}</b><br/>{version}{practice}</p>"

    def _condition(self, condition: Condition) -> str:
        tone = Tone.OK if condition.holds else Tone.WARNING
        stands = _tr("Đạt") if condition.holds else _tr("Không đạt")
        cited = f" {self._quiet(markup(str(condition.citation)))}" if condition.citation else ""
        return f"{self._tinted(tone, stands)}: {markup(condition.reason)}{cited}"

    def _open(self, computation: Computation) -> Iterable[str]:
        for each in computation.open_values:
            cited = self._quiet(markup(str(each.citation)))
            yield f"{markup(each.label)}: {self._tinted(Tone.WARNING, NOT_KNOWN)} {cited}"

    def _section(self, title: str, lines: Iterable[str]) -> str:
        items = "".join(f"<p style='margin: 0;'>{line}</p>" for line in lines)
        return f"{self._title(title)}{items}" if items else ""

    def _title(self, title: str) -> str:
        return f'<p style="margin: {self._gap}px 0 2px 0;"><b>{markup(title)}</b></p>'

    def _numbered(self, place: int, shown: Step, runs: dict[str, SalaryMonths]) -> str:
        lines = [self._quiet(markup(shown.formula))] if shown.formula else []
        lines += [f"= {markup(shown.substituted)}"] if shown.substituted else []
        lines += [markup(shown.reason)] if shown.reason else []
        lines += [self._source(shown)]
        table = self._runs(runs[shown.id]) if shown.id in runs else ""
        return f'<a name="{markup(shown.id)}"></a>{self._result(place, shown)}{_paragraph(lines)}{table}'

    def _result(self, place: int, shown: Step) -> str:
        return (
            f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top: {self._gap}px;"><tr>'
            f'<td width="60%">{place}. {markup(shown.label)}</td>'
            f'<td align="right"><b>{markup(_value(shown))}</b></td>'
            "</tr></table>"
        )

    def _source(self, shown: Step) -> str:
        """Say by what right, and how surely: a step without a figure of the law is the record's or a computation."""
        parts = [markup(str(shown.citation))] if shown.citation else []
        if shown.provenance is not None:
            known = markup(word(shown.provenance))
            sure = tone_of_provenance(shown.provenance) is Tone.MUTED
            parts.append(known if sure else self._tinted(Tone.WARNING, known))
        elif not shown.citation:
            parts.append(_tr("tính từ các bước trên") if shown.formula else _tr("theo hồ sơ"))
        return self._quiet(" · ".join(parts))

    def _runs(self, months: SalaryMonths) -> str:
        """Write the months of an average in runs, each on two lines: five columns have no room beside a form."""
        rows = "".join(self._run(run) for run in months.runs)
        words = _tr("Cộng {n} tháng: {sum} đ; bình quân {average} đ")
        whole = words.format(n=months.count, sum=show_money(months.sum), average=show_money(months.average))
        return (
            f'<table width="100%" cellspacing="0" cellpadding="1" style="margin-left: {self._gap}px;">{rows}</table>'
            f'<p style="margin: 0 0 0 {self._gap}px;">{markup(whole)}</p>'
        )

    def _run(self, run: SalaryRun) -> str:
        span = f"{run.months.first.shown} – {run.months.last.shown}"
        count = _tr("{n} tháng").format(n=run.count)
        base = run.pay
        if run.base_salary is not None:
            base = _tr("{pay} × lương cơ sở {base}").format(pay=run.pay, base=show_money(run.base_salary))
        monthly = _tr("{sum} đ").format(sum=show_money(run.monthly))
        return (
            f"<tr><td>{markup(span)}: {markup(count)}</td><td align='right'>{markup(monthly)}</td></tr>"
            f"<tr><td colspan='2'>{self._quiet(markup(base))}</td></tr>"
        )

    def _quiet(self, markup: str) -> str:
        return f'<span style="color: {colour(Tone.MUTED, self._palette).name()};">{markup}</span>'

    def _tinted(self, tone: Tone, markup: str) -> str:
        return f'<b style="color: {colour(tone, self._palette).name()};">{markup}</b>'


def _value(shown: Step) -> str:
    if isinstance(shown.value, bool):
        return _tr("đạt") if shown.value else _tr("không đạt")
    return shown.shown


def _paragraph(lines: list[str]) -> str:
    return f'<p style="margin-top: 0; margin-bottom: 0;">{"<br/>".join(lines)}</p>' if lines else ""
