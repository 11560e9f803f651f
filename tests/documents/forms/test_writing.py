"""A form reaches its place whole or not at all, and each refusal has its sentence."""

import ast
import errno
import os
import string
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from desktop.documents.forms.appraisal import write_appraisal_result_pdf
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.proposal_files import write_proposal_list_pdf, write_proposal_list_xlsx
from desktop.documents.forms.slip_print import write_calculation_slip_pdf
from desktop.domain.errors import Refusal
from tests.documents.forms.filled import appraisal, with_open_amounts
from tests.documents.forms.slips import slip

ROOT = Path(__file__).parents[3]
TEXTS = yaml.safe_load((ROOT / "resources/texts/forms.yaml").read_text(encoding="utf-8"))


def failing(code: int) -> Callable[[Path], None]:
    def fill(path: Path) -> None:
        path.write_bytes(b"half a form")
        raise OSError(code, os.strerror(code))

    return fill


def refusal_of(action: Callable[[], None]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        action()
    return refused.value


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (errno.ENOSPC, "forms.disk_full"),
        (errno.EDQUOT, "forms.disk_full"),
        (errno.EACCES, "forms.target_locked"),
        (errno.EROFS, "forms.target_locked"),
        (errno.ENOENT, "forms.folder_missing"),
    ],
)
def test_a_fault_while_writing_leaves_the_older_form_and_nothing_else(code: int, refusal: str, tmp_path: Path) -> None:
    target = tmp_path / "b01.pdf"
    target.write_bytes(b"older")
    assert refusal_of(lambda: write_atomically(target, failing(code))).code == refusal
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_fault_that_is_not_of_the_machine_leaves_nothing_either(tmp_path: Path) -> None:
    def fill(path: Path) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomically(tmp_path / "b01.pdf", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_another_program_holds_is_said_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held", str(target))

    target = tmp_path / "b01.pdf"
    target.write_bytes(b"older")
    monkeypatch.setattr(Path, "replace", held)
    refusal = refusal_of(lambda: write_proposal_list_pdf(with_open_amounts(), target))
    assert (refusal.code, refusal.params["name"]) == ("forms.target_locked", "b01.pdf")
    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"older"


def test_a_target_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "b01.xlsx"
    target.mkdir()
    assert refusal_of(lambda: write_proposal_list_xlsx(with_open_amounts(), target)).code == "forms.target_locked"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert refusal_of(lambda: write_calculation_slip_pdf(slip(), closed / "b03.pdf")).code == "forms.target_locked"
    assert list(closed.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "b05.pdf"
    assert refusal_of(lambda: write_appraisal_result_pdf(appraisal(), target)).code == "forms.folder_missing"


def test_a_form_replaces_the_older_one(tmp_path: Path) -> None:
    target = tmp_path / "b01.pdf"
    target.write_bytes(b"older")
    write_proposal_list_pdf(with_open_amounts(), target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [target]


def raised() -> dict[str, set[str]]:
    """Return the codes raised in the room and the parameters that all of their refusals carry."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "desktop/documents/forms").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                code, names = node.args[0], {keyword.arg or "" for keyword in node.keywords}
                assert isinstance(code, ast.Constant)
                found[str(code.value)] = found.get(str(code.value), names) & names
    return found


def test_every_code_has_a_sentence_filled_from_what_the_refusal_carries() -> None:
    carried = raised()
    assert set(TEXTS) == set(carried)
    for code, sentence in TEXTS.items():
        assert unicodedata.is_normalized("NFC", sentence)
        assert {name for _, name, _, _ in string.Formatter().parse(sentence) if name} <= carried[code], code
