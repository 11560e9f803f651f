"""One figure of the law: value, date, where the law says it, and how surely it is known."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.findings import Severity
from desktop.domain.money import parse_dong
from desktop.domain.ratios import parse_ratio
from desktop.rules.drafting import Figure
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_values import DatedValue
from desktop.rules.showing import show_money
from desktop.rules.trace import Provenance, Unit
from desktop.ui.pages.drafting.cite_fields import CiteFields
from desktop.ui.pages.frames import Panel, button, heading, quiet_label, row_of, tell_whole
from desktop.ui.texts import word
from desktop.ui.widgets.edits import ChoiceBox, DateEdit
from desktop.ui.widgets.labelled_field import LabelledField, Need
from desktop.ui.widgets.typed_edit import TypedEdit

_MONEY = frozenset({Unit.DONG, Unit.DONG_PER_MONTH, Unit.DONG_PER_YEAR})


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureForm", text)


class FigureEdit(TypedEdit[Fraction]):
    """A figure: đồng with dots between groups, or a number with a comma or as a fraction ("1/3")."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit = Unit.DONG

    def read(self, text: str) -> Fraction:
        """Return the number; raises Refusal."""
        if self.unit in _MONEY:
            return Fraction(parse_dong(text))
        whole, sign, below = text.partition("/")
        if sign and whole.strip().isdigit() and below.strip().isdigit() and int(below):
            return Fraction(int(whole), int(below))
        return parse_ratio(text)

    def show_value(self, value: Fraction) -> str:
        """Return the number as the field writes it."""
        if self.unit in _MONEY:
            return show_money(value)
        exact = value * 10**6
        if exact.denominator != 1:
            return f"{value.numerator}/{value.denominator}"
        return str(value.numerator) if value.denominator == 1 else _decimal(value)

    def explain(self, text: str) -> str:
        """Say how a figure is written."""
        return self.tr("“{0}” không phải là một số. Viết ví dụ 12.000.000, 0,5 hoặc 1/3.").replace("{0}", text)


def _decimal(value: Fraction) -> str:
    digits = next(count for count in range(1, 7) if (value * 10**count).denominator == 1)
    scaled = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    return f"{'-' if value < 0 else ''}{scaled[:-digits]},{scaled[-digits:]}"


class FigureForm(Panel):
    """Asks for everything a figure needs; what is missing is said under its field, and nothing is kept till then.

    `enter` and `add` are laid out by the owner, below the form where they stay in sight of a low window.
    """

    entered = Signal(object)
    """DatedValue: the figure as it should stand from now on."""
    added = Signal(object)
    """DatedValue: another value of the same figure, from another day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Mức của văn bản"), parent)
        self.name, self.unit = heading(), quiet_label()
        self.name.setWordWrap(True)
        self.value, self.day, self.first = FigureEdit(), DateEdit(), DateEdit()
        self.cite = CiteFields(article=Need.REQUIRED)
        self.provenance = ChoiceBox(Provenance, word)
        tell_whole(self.provenance)
        self.note = QLineEdit()
        self.enter = button(_tr("&Ghi mức này"), next_step=True)
        self.add = button(_tr("Thêm mức từ ngà&y khác"))
        self._shown: tuple[Figure | None, object] = (None, None)
        self._fields = self._make_fields()
        self._lay_out()
        self.enter.clicked.connect(lambda: self._tell(self.entered))
        self.add.clicked.connect(lambda: self._tell(self.added))

    def show_figure(self, figure: Figure | None, file: PackFile | None) -> None:
        """Ask for this figure."""
        for part in (self, self.enter, self.add):
            part.setEnabled(figure is not None and file is not None)
        known = (file.id, file.version, file.documents) if file else None
        if figure is not None and (figure, known) == self._shown:
            return  # what is half typed stays, for instance while another tab was looked at
        self._shown = (figure, known)
        for each in self._fields.values():
            each.clear_finding()
        if figure is None or file is None:
            return
        self.name.setText(figure.parameter.label)
        self.unit.setText(_tr("Đơn vị: {0}").replace("{0}", word(figure.parameter.unit)))
        self.value.unit = figure.parameter.unit
        dated = figure.parameter.unit is Unit.DATE
        self._fields["day"].setVisible(dated)
        self._fields["value"].setVisible(not dated)
        self.cite.show_cite(figure.value.cite, file)
        self._show_value(figure.value)

    def _show_value(self, value: DatedValue) -> None:
        self.value.set_value(value.value)
        self.day.set_value(value.day)
        self.first.set_value(value.first)
        self.provenance.set_value(value.provenance)
        self.note.setText(value.note)

    def _tell(self, signal: SignalInstance) -> None:
        missing = self._missing()
        for name, field in self._fields.items():
            field.clear_finding()
            if name in missing:
                field.show_finding(Severity.ERROR, missing[name])
        if missing:
            self._fields[next(iter(missing))].focus_editor()
        else:
            signal.emit(self._entered())

    def _missing(self) -> dict[str, str]:
        """Return what has to be mended before the figure can be kept, by field."""
        opened = self.provenance.value() is Provenance.OPEN
        dated = self.value.unit is Unit.DATE
        name, editor = ("day", self.day) if dated else ("value", self.value)
        found: dict[str, str] = {}
        if opened and editor.text().strip():
            found[name] = _tr("Mức chắc chắn là “chưa có số liệu” mà vẫn có số. Chọn mức chắc chắn khác hoặc bỏ số.")
        if not opened and (self.day.value() if dated else self.value.value()) is None:
            found[name] = _tr("Chưa ghi số. Chưa biết thì chọn mức chắc chắn “chưa có số liệu”.")
        if self.first.value() is None:
            found["first"] = _tr("Chưa ghi ngày bắt đầu áp dụng.")
        if self.cite.document.currentIndex() < 0:
            found["document"] = _tr("Chưa chọn văn bản.")
        if not self.cite.article.text().strip():
            found["article"] = _tr("Chưa ghi điều của văn bản.")
        if self.provenance.value() is None:
            found["provenance"] = _tr("Chưa chọn mức chắc chắn.")
        return found

    def _entered(self) -> DatedValue:
        first, provenance, dated = self.first.value(), self.provenance.value(), self.value.unit is Unit.DATE
        assert isinstance(first, date)  # noqa: S101 - `_missing` looked
        assert provenance is not None  # noqa: S101 - likewise
        return DatedValue(
            first=first,
            value=None if dated else self.value.value(),
            day=self.day.value() if dated else None,
            cite=self.cite.cite(),
            provenance=provenance,
            note=self.note.text().strip(),
        )

    def _make_fields(self) -> dict[str, LabelledField]:
        required = Need.REQUIRED
        return {
            "value": LabelledField(_tr("&Số"), self.value, need=required, help=_tr("Số tiền ghi bằng đồng.")),
            "day": LabelledField(_tr("Ngày"), self.day, need=required),
            "first": LabelledField(_tr("Áp dụng &từ ngày"), self.first, need=required),
            **self.cite.fields,
            "provenance": LabelledField(_tr("Mức &chắc chắn"), self.provenance, need=required),
            "note": LabelledField(_tr("G&hi chú"), self.note),
        }

    def _lay_out(self) -> None:
        fields = self._fields
        self.column.addWidget(self.name)
        self.column.addWidget(self.unit)
        for row in (
            ("value", "day", "first"),
            ("document",),
            ("article", "clause", "point"),
            ("provenance",),
            ("note",),
        ):
            self.column.addLayout(row_of(self, *(fields[name] for name in row), stretch=False))
        self.column.addStretch(1)
