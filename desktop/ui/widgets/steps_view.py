"""The steps of a computation, as one would explain them to the person."""

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.rules.trace import Computation, Step
from desktop.ui.texts import word
from desktop.ui.widgets.answers import answer_of
from desktop.ui.widgets.looks import Tone, colour, step
from desktop.ui.widgets.tones import tone_of_provenance


class StepsView(QTextBrowser):
    """Each step: what, its formula in words, the same with numbers, the result, by what right, how surely known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._computation: Computation | None = None
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Diễn giải từng bước"))
        self.document().setDocumentMargin(step(self, 3))

    def show_computation(self, computation: Computation | None) -> None:
        """Explain this computation, from the top; None shows nothing."""
        self._computation = computation
        self._render()
        self.verticalScrollBar().setValue(0)

    def go_to_step(self, step_id: str) -> None:
        """Scroll to the step with this id."""
        self.scrollToAnchor(step_id)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_computation", None) is not None:
            self._render()

    def _render(self) -> None:
        if self._computation is None:
            self.clear()
            return
        blocks = [self._head(self._computation), *(self._step(each) for each in self._computation.trace)]
        self.setHtml("".join(blocks))

    def _head(self, computation: Computation) -> str:
        answer = answer_of(computation)
        said = escape(answer.amount or answer.note)
        warned = self._quiet(self.tr("Số liệu giả định để tập sử dụng, không dùng để đề nghị hay thẩm định."))
        practice = warned if computation.practice else ""
        return f"<p><b>{escape(computation.title)}</b><br/>{said}</p>{practice}<hr/>"

    def _step(self, shown: Step) -> str:
        lines = [self._result(shown)]
        lines += [self._quiet(escape(shown.formula))] if shown.formula else []
        lines += [f"= {escape(shown.substituted)}"] if shown.substituted else []
        lines += [escape(shown.reason)] if shown.reason else []
        lines += [self._source(shown)] if shown.citation or shown.provenance else []
        return f'<a name="{escape(shown.id)}"></a>' + "".join(lines[:1]) + self._paragraph(lines[1:])

    def _result(self, shown: Step) -> str:
        return (
            f'<table width="100%" cellspacing="0" cellpadding="0" style="margin-top: {step(self, 3)}px;"><tr>'
            f'<td width="60%">{escape(shown.label)}</td>'
            f'<td align="right"><b>{escape(self._value(shown))}</b></td>'
            "</tr></table>"
        )

    def _value(self, shown: Step) -> str:
        if isinstance(shown.value, bool):
            return self.tr("đạt") if shown.value else self.tr("không đạt")
        return shown.shown

    def _source(self, shown: Step) -> str:
        parts = [escape(str(shown.citation))] if shown.citation else []
        if shown.provenance is not None:
            sure = tone_of_provenance(shown.provenance) is Tone.MUTED
            known = escape(word(shown.provenance))
            parts.append(known if sure else f"<b>{known}</b>")
        return self._quiet(" · ".join(parts))

    def _paragraph(self, lines: list[str]) -> str:
        return f'<p style="margin-top: 0; margin-bottom: 0;">{"<br/>".join(lines)}</p>' if lines else ""

    def _quiet(self, markup: str) -> str:
        return f'<span style="color: {colour(Tone.MUTED, self.palette()).name()};">{markup}</span>'
