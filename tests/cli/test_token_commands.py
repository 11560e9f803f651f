"""Tokens, renewal and government authorities on the command line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.program import main
from tests.government import NAME, Government
from tests.token_box import PIN, TokenBox, token_box


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenBox]:
    monkeypatch.setenv("TINHGIAN_PASSPHRASE", "mat khau mo goi")
    monkeypatch.setenv("TINHGIAN_ROOT_PASSPHRASE", "mat khau goc")
    with token_box(tmp_path / "box", monkeypatch) as made:
        yield made


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(home: Path, *words: str) -> dict[str, Any]:
        main(["--home", str(home), "--json", *words])
        said = capsys.readouterr()
        answer: dict[str, Any] = json.loads(said.out or said.err)
        return answer

    return run


def create(call: Any, home: Path, mode: str, code: str) -> None:
    assert call(home, "office", "create", "--mode", mode, "--code", code, "--name", code, "--operator", "Người lập")


def test_the_whole_way_with_a_token(call: Any, box: TokenBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token, mail = box.add("UBH-01"), tmp_path / "goi"
    mail.mkdir()
    unit, finance, to = tmp_path / "dv", tmp_path / "stc", ("--to", str(mail))
    create(call, unit, "unit", "UBH-01")
    create(call, finance, "finance", "STC")
    (listed,) = call(unit, "token", "list", "--driver", token.driver)["drivers"]
    assert [(each["label"], each["pin"]) for each in listed["tokens"]] == [("UBH-01", "good")]
    place = ("--token-driver", token.driver)
    assert call(unit, "key", "create", *to, *place)["error"]["code"] == "token.pin_missing"
    monkeypatch.setenv("TINHGIAN_PIN", PIN)
    asked = call(unit, "key", "create", *to, *place)
    root = call(finance, "trust", "create", "--name", "Gốc", *to)
    spoken = ("--fingerprint", asked["fingerprint"])
    pack = call(finance, "certificate", "issue", asked["request"], *spoken, *to)["trust"]
    call(unit, "trust", "install", root["root"], "--fingerprint", root["fingerprint"])
    call(unit, "trust", "install", pack)
    assert call(unit, "office", "show")["token"] == token.label
    assert call(unit, "signing", "doctor", "--try-pin")["findings"][0]["code"] == "doctor.well"
    renewal = call(unit, "key", "renew", *to, "--in-file")
    assert call(unit, "office", "show")["renewing"]
    assert call(finance, "request", "show", renewal["request"])["renews"]
    call(unit, "trust", "install", call(finance, "certificate", "issue", renewal["request"], *to)["trust"])
    shown = call(unit, "office", "show")
    assert (shown["token"], shown["renewing"]) == (None, False)


def test_an_authority_is_added(call: Any, box: TokenBox, tmp_path: Path) -> None:
    mail, finance, government = tmp_path / "goi", tmp_path / "stc", Government.named()
    mail.mkdir()
    (mail / "ca.cer").write_bytes(government.der)
    create(call, finance, "finance", "STC")
    call(finance, "trust", "create", "--name", "Gốc", "--to", str(mail))
    (seen,) = call(finance, "authority", "list", str(mail / "ca.cer"))["authorities"]
    assert (seen["name"], seen["fingerprint"].replace(" ", "")) == (NAME, government.fingerprint)
    call(finance, "authority", "add", str(mail / "ca.cer"), "--fingerprint", seen["fingerprint"], "--to", str(mail))
    assert call(finance, "authority", "list")["authorities"] == [seen]
