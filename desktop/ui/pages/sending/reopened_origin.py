"""Who signed a package, why that is believed, and for whom it is: in sentences, as an inspector asks."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.dates import format_date
from desktop.domain.foreign_text import shown
from desktop.exchange.container.contents import format_clock
from desktop.services.arrivals.package_seen import CertificateSeen, PackageSeen, SignatureSeen
from desktop.ui.pages.frames import plain_label
from desktop.ui.pages.trust_parts import Fingerprint
from desktop.ui.texts import word
from desktop.ui.widgets.looks import Size, Tone, step, write_as

_LETTERS_A_GROUP = 4


class PackageOrigin(QWidget):
    """One sentence after the other, each of which can be copied."""

    def __init__(self, package: PackageSeen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fingerprint = Fingerprint(self.tr("Dấu vân tay của khóa ký"))
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.setHorizontalSpacing(step(self, 3))
        self._rows.setVerticalSpacing(step(self, 2))
        whole = QVBoxLayout(self)
        whole.addLayout(self._rows)
        whole.addStretch(1)
        self._show(package)

    def _show(self, package: PackageSeen) -> None:
        signature = package.signature
        self._say(self.tr("Gói"), self._what(package))
        if package.responsible:
            self._say(self.tr("Danh sách"), self._made_by(package))
        self._say(self.tr("Người ký"), self._signer(signature))
        self._say(self.tr("Vì sao tin"), self._chain(signature))
        self._show_fingerprint(signature)
        self._say(self.tr("Mã băm gói"), _grouped(package.digest))
        self._say(self.tr("Nơi nhận"), self._recipient(package))
        if package.inside:
            inside = (self.tr("Gói của {0}").format(self._signer(each)) for each in package.inside)
            self._say(self.tr("Bên trong"), "\n".join(inside))

    def _say(self, name: str, text: str) -> None:
        said = plain_label(text)
        said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        said.setAccessibleName(f"{name}: {text}")
        self._rows.addRow(_name(name), said)

    def _show_fingerprint(self, signature: SignatureSeen) -> None:
        self.fingerprint.show_fingerprint(signature.chain[0].fingerprint)
        for each in (self.fingerprint, self.fingerprint.words):
            write_as(each, Tone.PLAIN, Size.NORMAL)
        both = QVBoxLayout()
        both.addWidget(self.fingerprint)
        both.addWidget(self.fingerprint.words)
        self._rows.addRow(_name(self.tr("Dấu vân tay khóa ký")), both)

    def _what(self, package: PackageSeen) -> str:
        kind = word(package.kind)
        told = self.tr("{kind} số {number}, kỳ {period}.")
        said = told.format(kind=kind, number=package.number, period=package.period)
        purpose = self.tr(" Mục đích: {0}.").format(word(package.purpose)) if package.purpose else ""
        parts = self.tr(" Gồm {0} phần, mở cùng nhau.").format(package.parts) if package.parts > 1 else ""
        return said + purpose + parts

    def _made_by(self, package: PackageSeen) -> str:
        told = self.tr("{round}. Người chịu trách nhiệm: {responsible}. Người lập: {prepared_by}.")
        return told.format(
            round=shown(package.round_name),
            responsible=shown(package.responsible),
            prepared_by=shown(package.prepared_by),
        )

    def _signer(self, signature: SignatureSeen) -> str:
        told = self.tr("{name} ({code}), ký lúc {at} theo đồng hồ của bên ký.")
        return told.format(name=shown(signature.name), code=signature.unit_code, at=format_clock(signature.at))

    def _chain(self, signature: SignatureSeen) -> str:
        """Say step by step how the signature leads to what this office compared itself."""
        own, *issuers = signature.chain
        lines = [self._certificate(self.tr("Chữ ký khớp với chứng thư của {name}"), own)]
        lines += [self._certificate(self.tr("Chứng thư ấy do {name} cấp"), each) for each in issuers[:1]]
        if signature.listed:
            lines += [
                self._certificate(self.tr("Gốc tin cậy {name} ghi tên chứng thư ấy"), each) for each in issuers[1:]
            ]
        lines.append(self.tr("Gốc tin cậy ấy đã được xác nhận trên máy này."))
        if signature.lapsed:
            lines.append(self.tr("Chứng thư nay đã hết hạn hoặc bị thu hồi; lúc ký theo lời bên ký thì còn hiệu lực."))
        return "\n".join(lines)

    def _certificate(self, said: str, certificate: CertificateSeen) -> str:
        told = self.tr("{said}: số {serial}, hiệu lực từ {starts} đến {ends}.")
        return told.format(
            said=said.format(name=shown(certificate.name)),
            serial=certificate.serial,
            starts=_day(certificate.starts),
            ends=_day(certificate.ends),
        )

    def _recipient(self, package: PackageSeen) -> str:
        if not package.recipient_code:
            return self.tr("Mọi nơi.")
        told = self.tr("{name} ({code}). ").format(name=shown(package.recipient), code=package.recipient_code)
        if package.sealed:
            return told + self.tr("Tệp mã hóa: người ngoài có tệp cũng không đọc được.")
        return told + self.tr("Tệp không mã hóa: ai có tệp cũng đọc được.")


def _name(text: str) -> QLabel:
    made = QLabel(text)
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    write_as(made, Tone.MUTED)
    return made


def _day(moment: datetime) -> str:
    return format_date(moment.astimezone().date())


def _grouped(digest: str) -> str:
    letters = digest.upper()
    return " ".join(letters[at : at + _LETTERS_A_GROUP] for at in range(0, len(letters), _LETTERS_A_GROUP))
