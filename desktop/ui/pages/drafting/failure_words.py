"""What a golden case that fails says, in words of the pack instead of its ids."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.money import Dong, format_dong
from desktop.rules.catalogue import quantities_of
from desktop.rules.examples import Failure
from desktop.rules.pack_file import PackFile
from desktop.rules.policy import PolicyPack


def _tr(text: str) -> str:
    return QCoreApplication.translate("FailureWords", text)


def failure_text(failure: Failure, file: PackFile, pack: PolicyPack) -> str:
    """Say the first thing that came out otherwise than the case says."""
    if failure.step == "open":
        return _opened(failure, file)
    found, expected = _shown(failure.step, failure.found), _shown(failure.step, failure.expected)
    said = _tr("Khác ở bước “{0}”: tính ra {1}, trường hợp mẫu ghi {2}.")
    return said.format(_label(failure.step, pack), found, expected)


def _opened(failure: Failure, file: PackFile) -> str:
    labels = {each.id: each.label for each in file.parameters}
    expected, found = (
        "; ".join(labels.get(each, each) for each in ids.split(", ")) for ids in (failure.expected, failure.found)
    )
    if not found:
        said = _tr("Trường hợp mẫu ghi còn mức chưa có số liệu ({0}); nay đã có số. Tính tay rồi ghi số tiền.")
        return said.replace("{0}", expected)
    said = _tr("Tính ra còn mức chưa có số liệu ({0}); trường hợp mẫu ghi: {1}.")
    return said.format(found, expected or _tr("không còn mức nào"))


def _label(step: str, pack: PolicyPack) -> str:
    named = {
        "record": _tr("hồ sơ của người mẫu"),
        "own_checks": _tr("kiểm tra riêng của gói"),
        "applies": _tr("thuộc phạm vi của chính sách"),
        "eligible": _tr("được hưởng"),
        "total": _tr("Tổng số tiền"),
    }
    quantity = quantities_of(pack).get(step)
    return named.get(step) or pack.labels.get(step) or (quantity.label if quantity else step)


def _shown(step: str, value: str) -> str:
    if step == "total" and value:
        return format_dong(Dong(int(value)))
    return {"": _tr("không có gì"), "true": _tr("có"), "false": _tr("không")}.get(value, value)
