import subprocess
import sys
import unicodedata
from enum import Enum

import pytest
import yaml

from desktop.domain.approvals import ApprovalKind, ScanFault
from desktop.domain.careers import Attendance, CashedBenefit
from desktop.domain.dates import Precision
from desktop.domain.dossiers import Group, Route
from desktop.domain.errors import Refusal
from desktop.domain.findings import Severity
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Sex
from desktop.domain.rounds import Direction, Outcome
from desktop.domain.states import DossierState
from desktop.domain.subordinates import Standing
from desktop.exchange.kinds import PackageKind
from desktop.rules.formula_slots import SlotKind
from desktop.rules.named_parts import Section
from desktop.rules.pack_file import PackStatus
from desktop.rules.trace import Provenance, Unit
from desktop.services.office import Mode
from desktop.services.policies.compare_policies import ChangeKind
from desktop.services.sending.exchange_settings import Channel
from desktop.system.resources import resource
from desktop.ui.texts import known_codes, message, refusal_text, word

ENUMS: tuple[type[Enum], ...] = (
    DossierState, Outcome, Severity, Group, Route, Sex, ManagementLevel, Employment, BirthBasis, ApprovalKind,
    ScanFault, Provenance, Precision, Direction, Mode, Unit, PackStatus, SlotKind, Section, ChangeKind,
    Attendance, CashedBenefit, Channel, PackageKind, Standing,
)  # fmt: skip


@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_has_one_word_of_its_own(enum: type[Enum]) -> None:
    words = [word(member) for member in enum]
    assert all(words)
    assert len(set(words)) == len(words)


def test_no_word_is_idle() -> None:
    words = yaml.safe_load(resource("texts", "words.yaml").read_text(encoding="utf-8"))
    known = {enum.__name__: {str(member.value) for member in enum} for enum in ENUMS}
    assert {name: set(each) for name, each in words.items() if name in known} == known


def test_words_are_the_glossarys() -> None:
    assert word(Group.DOWNSIZING) == "Tinh giản biên chế"
    assert word(Route.EARLY_RETIREMENT) == "Nghỉ hưu trước tuổi"
    assert word(Severity.WARNING) == "Cảnh báo"


def test_a_refusal_is_told_in_its_sentence() -> None:
    told = refusal_text(Refusal("month.impossible", value="13/2024"))
    assert "13/2024" in told
    assert "{" not in told


def test_values_with_braces_are_told_as_they_are() -> None:
    assert "{name}" in message("month.unreadable", value="{name}")


def test_a_parameter_may_be_named_code() -> None:
    assert "TR07" in message("checks.unknown_code", code="TR07")


@pytest.mark.parametrize(("code", "params"), [("no.such_code", {}), ("month.impossible", {"other": "x"})])
def test_a_code_that_cannot_be_told_is_the_programs_fault(code: str, params: dict[str, str]) -> None:
    told = message(code, **params)
    assert "của chương trình" in told
    assert code in told


def test_no_code_has_two_sentences() -> None:
    files = [path for path in resource("texts").glob("*.yaml") if path.name != "words.yaml"]
    keys = [line.split(":")[0] for path in files for line in path.read_text("utf-8").splitlines() if line[:1].isalpha()]
    assert len(keys) == len(set(keys)) == len(known_codes())


def test_texts_are_composed() -> None:
    for path in resource("texts").glob("*.yaml"):
        assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")), path.name


def test_texts_need_no_window() -> None:
    program = "import sys, desktop.ui.texts; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_every_sentence_of_the_window_is_said_somewhere() -> None:
    said = "".join(path.read_text("utf-8") for path in (resource().parent / "desktop" / "ui").rglob("*.py"))
    own = yaml.safe_load(resource("texts", "ui.yaml").read_text(encoding="utf-8"))
    assert [code for code in own if f'"{code}"' not in said] == []
