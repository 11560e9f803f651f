"""What a package holds, in tables: its people with the amounts that it states, its documents, its files."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.dates import format_date
from desktop.domain.money import Dong, format_dong
from desktop.domain.names import name_sort_key
from desktop.exchange.kinds import PackageKind
from desktop.services.arrivals.package_seen import DocumentSeen, FileSeen, PackageSeen, PersonSeen
from desktop.ui.models.records import Column
from desktop.ui.pages.sending_size import size_words
from desktop.ui.texts import word

_ASKING = frozenset({PackageKind.SUBMISSION, PackageKind.DRAFT})
"""Kinds that state what is asked for each of their people."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReopenedPackage", text)


def people_columns(package: PackageSeen) -> Sequence[Column[PersonSeen]]:
    """Return the columns; what the kind of package never says has none."""
    name = Column[PersonSeen](
        "name", _tr("Họ và tên"), lambda each: each.name, sort=lambda each: name_sort_key(each.name)
    )
    citizen = Column[PersonSeen]("citizen", _tr("Số CCCD"), lambda each: each.citizen_id)
    unit = Column[PersonSeen]("unit", _tr("Đơn vị"), lambda each: each.unit)
    asked = Column[PersonSeen](
        "asked", _tr("Đề nghị"), _asked, sort=lambda each: each.amount, align_right=True, total=lambda each: each.amount
    )
    granted = Column[PersonSeen](
        "granted", _tr("Được duyệt"), _granted, sort=lambda each: each.amount, align_right=True,
        total=lambda each: each.amount,
    )  # fmt: skip  # as the others
    outcome = Column[PersonSeen]("outcome", _tr("Kết quả"), _outcome)
    reasons = Column[PersonSeen]("reasons", _tr("Lý do"), lambda each: "; ".join(each.reasons))
    if package.kind is PackageKind.DECISION:
        return (name, outcome, granted, reasons)
    several = (unit,) if package.inside else ()
    if package.kind not in _ASKING:
        return (name, citizen, *several)
    taken_out = (outcome, reasons) if any(each.taken_out for each in package.people) else ()
    return (name, asked, *taken_out, citizen, *several)


def document_columns(package: PackageSeen) -> Sequence[Column[DocumentSeen]]:
    """Return the columns."""
    unit = Column[DocumentSeen]("unit", _tr("Đơn vị"), lambda each: each.unit)
    return (
        Column("number", _tr("Số, ký hiệu"), lambda each: each.approval.number),
        Column("kind", _tr("Loại văn bản"), lambda each: word(each.approval.kind)),
        Column("issued", _tr("Ngày"), _issued, sort=lambda each: each.approval.issued_on),
        Column("issuer", _tr("Cơ quan ban hành"), lambda each: each.approval.issuer),
        *((unit,) if package.inside else ()),
        Column("summary", _tr("Trích yếu"), lambda each: each.approval.summary),
    )


def file_columns(package: PackageSeen) -> Sequence[Column[FileSeen]]:
    """Return the columns."""
    unit = Column[FileSeen]("unit", _tr("Đơn vị"), lambda each: each.unit)
    return (
        Column("file", _tr("Tệp"), lambda each: each.name),
        *((unit,) if package.inside else ()),
        Column("pages", _tr("Số trang"), lambda each: str(each.pages or ""), sort=lambda each: each.pages,
               align_right=True),
        Column("size", _tr("Dung lượng"), lambda each: size_words(each.size), sort=lambda each: each.size,
               align_right=True),
    )  # fmt: skip  # one column, one place


def _asked(person: PersonSeen) -> str:
    if person.taken_out:
        return ""
    return _tr("chưa có số liệu") if person.amount is None else format_dong(Dong(person.amount))


def _granted(person: PersonSeen) -> str:
    return "" if person.amount is None else format_dong(Dong(person.amount))


def _outcome(person: PersonSeen) -> str:
    if person.taken_out:
        return _tr("Rút khỏi đợt")
    return word(person.outcome) if person.outcome else ""


def _issued(document: DocumentSeen) -> str:
    return format_date(document.approval.issued_on) if document.approval.issued_on else ""
