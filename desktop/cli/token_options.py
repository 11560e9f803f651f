"""Options that say where a key is to be: in a file, or on a token."""

import argparse

from desktop.domain.errors import Refusal
from desktop.services.keys.key_places import IN_FILE, KeyChoice
from desktop.services.keys.token_survey import survey


def add_token_options(parser: argparse.ArgumentParser, prefix: str = "") -> None:
    """Let a command put its key on a token; `prefix` tells two keys of one command apart ("root-")."""
    whose = "gốc tin cậy" if prefix else "khóa ký"
    parser.add_argument(f"--{prefix}token-driver", default="", help=f"để {whose} trên thẻ: tệp trình điều khiển")
    parser.add_argument(f"--{prefix}token-serial", default="", help="số của thẻ; bỏ trống nếu chỉ cắm một thẻ")
    parser.add_argument(f"--{prefix}token-key", default="", help="mã của khóa có sẵn trên thẻ; bỏ trống để tạo mới")
    if not prefix:
        parser.add_argument(
            "--token-certificate", action="store_true", help="dùng chứng thư mà cơ quan chứng thực đã cấp trên thẻ"
        )


def token_choice(given: argparse.Namespace, prefix: str = "") -> KeyChoice:
    """Return where the key is to be; raises KeyRefusal of tokens, Refusal: token.choose_one."""
    driver = getattr(given, f"{prefix}token_driver")
    if not driver:
        return IN_FILE
    serial, key = getattr(given, f"{prefix}token_serial"), getattr(given, f"{prefix}token_key").lower()
    found = survey(driver)
    if found.fault is not None:
        raise found.fault
    tokens = [each for each in found.tokens if serial in {"", each.info.serial}]
    if len(tokens) != 1:
        there = ", ".join(f"{each.info.label} ({each.info.serial})" for each in found.tokens)
        raise Refusal("token.choose_one", there=there or "–")
    info = tokens[0].info
    with_certificate = not prefix and given.token_certificate
    return KeyChoice(info.driver, info.serial, info.label, key, with_certificate)
