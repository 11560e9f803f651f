"""What became of files that came in, in one message: none is passed over because another one was told last."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.approvals import Attachment, ScanFault
from desktop.domain.foreign_text import shown
from desktop.services.papers.coming_in import CameIn, TurnedAway
from desktop.services.papers.edit_approval import ScanAttached
from desktop.ui.pages_base import Banner
from desktop.ui.texts import refusal_text, word
from desktop.ui.widgets.looks import Tone

_OF_FILE = "scan."
_FAULTS = {f"{_OF_FILE}{each.value}": each for each in ScanFault}


def came_banner(came: CameIn, wrong: Sequence[Path] = ()) -> Banner | None:
    """Tell of all files of one act; `wrong` are those of a kind that is not taken. None where there is nothing."""
    lines = [
        *_attached(came.attached),
        *_waiting([each for each in came.kept if isinstance(each, Attachment)]),
        *_to_look_at(came),
        *_refused(came.refused),
        *_wrong(wrong),
        *_kept_aside(came.put_aside),
        *_left(came.left),
        *_stopped(came),
    ]
    return Banner("\n".join(lines), _tone(came, wrong)) if lines else None


def _tone(came: CameIn, wrong: Sequence[Path]) -> Tone:
    if came.refused:
        return Tone.ERROR
    doubtful = wrong or came.left or came.stopped or any(each.flags for each in came.kept)
    return Tone.WARNING if doubtful else Tone.OK


def _attached(done: Sequence[ScanAttached]) -> Iterable[str]:
    new = [each for each in done if not each.held]
    held = tuple(dict.fromkeys(each.attachment for each in done if each.held))
    if len(new) == 1:
        text = _say("Đã gắn {name}, {pages} trang.")
        yield text.format(name=shown(new[0].attachment.name), pages=new[0].attachment.pages)
    elif new:
        yield _say("Đã gắn {count} tệp.").format(count=len(new))
    if held:
        yield _say("Văn bản này đã có sẵn {names}, không gắn lần nữa.").format(names=_names(held))


def _waiting(files: Sequence[Attachment]) -> Iterable[str]:
    if files:
        text = _say("Mới quét: {names}. Chọn văn bản rồi bấm Ctrl+G để gắn.")
        yield text.format(names=_names(files))


def _to_look_at(came: CameIn) -> Iterable[str]:
    files = [each.attachment if isinstance(each, ScanAttached) else each for each in came.kept]
    faulty = [each for each in files if each.flags]
    if faulty:
        told = ", ".join(f"{shown(each.name)} ({_faults(each)})" for each in faulty)
        yield _say("Cần xem lại: {files}. Quét lại hoặc giải trình ở trang Kiểm tra.").format(files=told)


def _faults(file: Attachment) -> str:
    return ", ".join(dict.fromkeys(word(flag.fault) for flag in file.flags))


def _refused(refused: Sequence[TurnedAway]) -> Iterable[str]:
    """Yield the whole sentence for a single one, for several the reasons with the files that each holds for."""
    if len(refused) == 1:
        yield _whole(refused[0])
        return
    of_files = [each for each in refused if each.why.code in _FAULTS]
    yield from (_whole(each) for each in refused if each not in of_files)
    if of_files:
        codes = dict.fromkeys(each.why.code for each in of_files)
        told = [f"{_named(of_files, code)} ({word(_FAULTS[code])})" for code in codes]
        text = _say("Chưa nhận {count} tệp: {files}. Quét lại hoặc thay các tệp đó.")
        yield text.format(count=len(of_files), files="; ".join(told))


def _named(refused: Sequence[TurnedAway], code: str) -> str:
    return ", ".join(shown(each.name) for each in refused if each.why.code == code)


def _whole(refused: TurnedAway) -> str:
    text = refusal_text(refused.why)
    named = not refused.name or "name" in refused.why.params
    return text if named else f"{shown(refused.name)}: {text}"


def _wrong(paths: Sequence[Path]) -> Iterable[str]:
    if paths:
        text = _say("Chưa gắn {names}: chỉ nhận PDF, JPG, PNG, TIF. Xuất hoặc quét lại thành một trong các loại đó.")
        yield text.format(names=", ".join(shown(each.name) for each in paths))


def _kept_aside(folder: Path | None) -> Iterable[str]:
    if folder is not None:
        yield _say("Trang đã quét mà chưa nhận được giữ ở thư mục {folder}.").format(folder=shown(str(folder)))


def _left(names: Sequence[str]) -> Iterable[str]:
    if names:
        text = _say("Đã dừng, chưa xem đến {names}.")
        yield text.format(names=", ".join(map(shown, names)))


def _stopped(came: CameIn) -> Iterable[str]:
    if came.stopped:
        none = not (came.kept or came.refused)
        yield _say("Đã dừng quét, chưa có trang nào.") if none else _say("Đã dừng quét, giữ các trang đã quét được.")


def _names(files: Iterable[Attachment]) -> str:
    return ", ".join(shown(each.name) for each in files)


def _say(text: str) -> str:
    return QCoreApplication.translate("CameIn", text)
