"""The program `tinhgian` on the command line: arguments in, answer out, exit code 0, 1 (refused) or 2 (usage)."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any

import desktop
from desktop.cli import (
    appraisal_commands,
    arrival_commands,
    certificate_commands,
    check_commands,
    computing,
    correction_commands,
    data_commands,
    draft_commands,
    key_commands,
    law_commands,
    office_commands,
    pack_checking,
    policy_commands,
    print_commands,
    sending_commands,
    settings_commands,
    subordinate_commands,
    token_commands,
    unit_commands,
    what_if_command,
)
from desktop.cli.answer import Answer
from desktop.cli.arguments import Call, utc_now
from desktop.cli.two_words import Commands, as_shown
from desktop.domain.errors import Refusal
from desktop.domain.foreign_text import shown_lines
from desktop.services.arrivals.refused_package import refusal_findings
from desktop.services.office import shipped_catalogue
from desktop.ui.language import Language, speak
from desktop.ui.texts import refusal_text

REFUSED = 1
_ROOMS = (
    office_commands,
    certificate_commands,
    key_commands,
    data_commands,
    token_commands,
    unit_commands,
    computing,
    sending_commands,
    settings_commands,
    subordinate_commands,
    correction_commands,
    print_commands,
    what_if_command,
    arrival_commands,
    draft_commands,
    appraisal_commands,
    law_commands,
    pack_checking,
    policy_commands,
    check_commands,
)


def main(arguments: Sequence[str]) -> int:
    """Run one command; return the exit code. A refusal goes to stderr as code and Vietnamese reason."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    top, names = _program()
    parsed = top.parse_args(as_shown(arguments, names))
    call = Call(parsed)
    speak(Language(parsed.language))
    try:
        answer: Answer = parsed.command(call)
    except Refusal as refusal:
        _refuse(refusal, as_json=parsed.json)
        return REFUSED
    finally:
        for office in call.opened:
            office.close()
    try:
        _print(answer, as_json=parsed.json)
    except BrokenPipeError:
        # Whoever read the answer has read enough; nothing more can be told them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.exit_code


def parser() -> argparse.ArgumentParser:
    """Return the whole command line; its commands are called as `two_words` shows them."""
    return _program()[0]


@cache
def _program() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    top = argparse.ArgumentParser(prog="tinhgian", description="Chi trả đúng cho người nghỉ theo tinh giản biên chế.")
    top.add_argument("--version", action="version", version=f"tinhgian {desktop.__version__}")
    top.add_argument("--home", help="thư mục hồ sơ; mặc định là TINHGIAN_HOME hoặc thư mục dữ liệu của người dùng")
    top.add_argument("--language", choices=[*Language], default="vi", help="ngôn ngữ của câu trả lời: vi hoặc en")
    top.add_argument("--pin-file", help="tệp có mã PIN của thẻ ký số; hoặc biến TINHGIAN_PIN")
    top.add_argument("--json", action="store_true", help="trả lời bằng JSON")
    commands = Commands(top)
    for room in _ROOMS:
        room.add_to(commands)
    return top, commands.names


def _print(answer: Answer, *, as_json: bool) -> None:
    if not as_json:
        print("\n".join(map(shown_lines, answer.lines)), flush=True)
    elif answer.raw is not None:
        print(answer.raw.decode("utf-8"))
    else:
        print(_json_text(answer.json))


def _json_text(value: Any) -> str:
    """Return JSON in which what is hidden stands as its code: the same value, harmless on a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return "\n".join(line if line.isprintable() else "".join(map(_in_json, line)) for line in text.split("\n"))


def _in_json(character: str) -> str:
    return character if character.isprintable() or character == "\u00a0" else json.dumps(character)[1:-1]


def _refuse(refusal: Refusal, *, as_json: bool) -> None:
    checks = _checks_of(refusal)
    if as_json:
        error = {"code": refusal.code, "params": dict(refusal.params), "message": refusal_text(refusal)}
        body = {"error": error | ({"checks": checks} if checks else {})}
        print(_json_text(body), file=sys.stderr)
    else:
        print(f"{refusal.code}: {refusal_text(refusal)}", file=sys.stderr)
        for code, sentence in checks.items():
            print(f"{code}: {sentence}", file=sys.stderr)


def _checks_of(refusal: Refusal) -> dict[str, str]:
    """Return the checks that a refused package falls under, in words; nothing is read for other refusals."""
    if not refusal.code.startswith("package."):
        return {}
    catalogue = shipped_catalogue()
    found = refusal_findings(refusal, catalogue, utc_now().date())
    return {each.code: catalogue.message(each) for each in found}
