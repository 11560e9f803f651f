"""What stands under the steps: what is open, what was found, what the sender answered, what changed."""

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.domain.findings import Finding
from desktop.rules.checks.catalogue import Catalogue
from desktop.rules.showing import NOT_KNOWN
from desktop.services.amounts.compute_support import Support
from desktop.services.appraisal.received_view import Appraisal
from desktop.services.papers.needed import PaperLine
from desktop.services.papers.pin_words import pin_for
from desktop.services.sending.replies import said_to
from desktop.ui.check_words import check_message
from desktop.ui.correction_words import decided_before
from desktop.ui.foreign import markup
from desktop.ui.pages.changes_view import field_line
from desktop.ui.pages.field_names import field_name
from desktop.ui.pages.papers.paper_tones import STANDING_TONES
from desktop.ui.texts import message, word
from desktop.ui.widgets.looks import Tone, colour, step
from desktop.ui.widgets.tones import tone_of


class AppraisalNotes(QTextBrowser):
    """Sections of short lines, read from the top; where a field is pinned, its word leads to the paper."""

    field_asked = Signal(str)
    """The field whose pin is to be shown."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._appraisal: Appraisal | None = None
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Ghi chú thẩm định"))
        self.document().setDocumentMargin(step(self, 2))

    def show_appraisal(self, appraisal: Appraisal | None) -> None:
        """Show what there is to say of this person."""
        self._appraisal = appraisal
        self._render()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the palette between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "_appraisal", None) is not None:
            self._render()

    def _render(self) -> None:
        appraisal = self._appraisal
        if appraisal is None:
            self.clear()
            return
        sections = (
            (self.tr("Quyết định với bản trước"), self._decided_before(appraisal)),
            (self.tr("Đã sửa so với lần gửi trước"), self._changed(appraisal)),
            (self.tr("Chưa có số liệu"), self._open_values(appraisal)),
            (self.tr("Kiểm tra ở đây"), self._findings(appraisal)),
            (self.tr("Giải trình của đơn vị"), self._answers(appraisal)),
            (self.tr("Giấy tờ"), self._papers(appraisal)),
            (self.tr("Quyết định"), self._decision(appraisal)),
        )
        shown = [self._section(title, lines) for title, lines in sections if lines]
        nothing = markup(self.tr("Không có cảnh báo, giải trình hay mức hỗ trợ nào còn thiếu số liệu."))
        self.setHtml("".join(shown) or f"<p>{nothing}</p>")

    def _section(self, title: str, lines: list[str]) -> str:
        items = "".join(f"<li>{line}</li>" for line in lines)
        return f'<p style="margin-bottom:0"><b>{markup(title)}</b></p><ul style="margin-top:0">{items}</ul>'

    def _open_values(self, appraisal: Appraisal) -> list[str]:
        found = Support(appraisal.recomputed).open_values
        return [f"{markup(each.label)}: <b>{NOT_KNOWN}</b> — {markup(str(each.citation))}" for each in found]

    def _findings(self, appraisal: Appraisal) -> list[str]:
        catalogue = appraisal.catalogue or self._catalogue
        return [self._finding(each, catalogue) for each in appraisal.findings]

    def _finding(self, finding: Finding, catalogue: Catalogue) -> str:
        tone = colour(tone_of(finding.severity), self.palette()).name()
        kind = markup(f"{word(finding.severity)} {finding.code}")
        by_pack = message("ui.by_pack", pack=finding.pack)
        source = f" ({by_pack})" if finding.pack else ""
        told = f'<span style="color:{tone}"><b>{kind}</b></span> {markup(check_message(catalogue, finding) + source)}'
        return told + self._link(finding.field)

    def _link(self, field: str) -> str:
        """Return a link to the field's pin, "" when it has none."""
        pins = self._appraisal.dossier.pins if self._appraisal else ()
        if pin_for(pins, (field,)) is None:
            return ""
        ink = colour(Tone.ACCENT, self.palette()).name()
        return f' <a style="color:{ink}" href="pin:{markup(field)}">{markup(self.tr("xem chỗ ghim"))}</a>'

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "pin":
            self.field_asked.emit(link.path())

    def _papers(self, appraisal: Appraisal) -> list[str]:
        return [self._paper(each) for each in appraisal.lines]

    def _paper(self, line: PaperLine) -> str:
        tone = colour(STANDING_TONES[line.standing], self.palette()).name()
        numbers = ", ".join(each.number for each in line.documents)
        about = f" ({numbers})" if numbers else ""
        stands = f'<span style="color:{tone}"><b>{markup(word(line.standing))}</b></span>'
        return f"{stands} {markup(line.kind.label + about)}"

    def _answers(self, appraisal: Appraisal) -> list[str]:
        return [
            f"<b>{markup(said_to(each.finding_key))}</b> {markup(each.text)} "
            f'<span style="color:{colour(Tone.MUTED, self.palette()).name()}">({markup(each.author)})</span>'
            for each in appraisal.dossier.justifications
        ]

    def _changed(self, appraisal: Appraisal) -> list[str]:
        lines = [field_line(each) for each in appraisal.changes]
        told = {each.field for each in appraisal.changes}
        others = dict.fromkeys(field_name(each) for each in appraisal.changed if each not in told)
        return lines + [markup(name) for name in others]

    def _decided_before(self, appraisal: Appraisal) -> list[str]:
        before = appraisal.decided_before
        return [markup(decided_before(before))] if before else []

    def _decision(self, appraisal: Appraisal) -> list[str]:
        decision = appraisal.decision
        if decision is None:
            return []
        lines = [f"<b>{markup(word(decision.outcome))}</b> ({markup(decision.author)})"]
        for each in decision.reasons:
            about = f"{field_name(each.field)}: " if each.field else ""
            lines.append(markup(about + each.text))
        return lines
