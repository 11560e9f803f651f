"""A pack file written out and read again is the same, whatever people can read in it."""

import json
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.pack import load_pack
from desktop.rules.pack_file import Label, PackFile
from desktop.rules.pack_text import exact_text, read_pack_file, write_pack_file
from desktop.rules.pack_values import Document
from desktop.system.resources import resource
from tests.rules.toy import component, parameter, toy_text

SHIPPED = sorted(resource("policies").glob("*.yaml"))
TOY = toy_text([parameter("k", "months/year", "1/3")], [component("item", "k * pay * early_years")])


def _again(file: PackFile) -> PackFile:
    return read_pack_file(write_pack_file(file).encode("utf-8"), "again.yaml")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_pack_is_the_same_after_writing(path: Path) -> None:
    file = read_pack_file(path.read_bytes(), path.name)
    written = write_pack_file(file)
    assert _again(file) == file
    assert write_pack_file(_again(file)) == written
    assert load_pack(written.encode("utf-8"), path.name).cases == load_pack(path.read_bytes(), path.name).cases


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=60
).map(lambda text: normalize("NFC", text))
_NUMBERS = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)


@settings(max_examples=150, deadline=None)
@given(note=_TEXTS, name=_TEXTS, number=_NUMBERS, words=st.lists(_TEXTS, max_size=4))
def test_any_text_and_number_survives(note: str, name: str, number: Fraction, words: list[str]) -> None:
    toy = read_pack_file(TOY.encode(), "toy.yaml")
    value = msgspec.structs.replace(toy.parameters[0].values[0], value=number, note=note)
    file = msgspec.structs.replace(
        toy,
        note=name,
        documents=(*toy.documents, Document(id="other", name=name, note=note, replaces=tuple(words))),
        parameters=(msgspec.structs.replace(toy.parameters[0], values=(value,)),),
        labels=tuple(Label(id="column_26", text=each) for each in words),
    )
    assert _again(file) == file


def test_what_nobody_sees_is_not_written() -> None:
    file = msgspec.structs.replace(read_pack_file(TOY.encode(), "toy.yaml"), note="Mức\u200b hỗ\u202e trợ\x07\n mới")
    assert _again(file).note == "Mức hỗ trợ\n mới"


@pytest.mark.parametrize(
    "text", ["null", "~", "true", "no", "3", "2024-11-01", "- a", "a: b", "x #y", "{}", " lead", ""]
)
def test_words_that_yaml_would_take_for_something_else_stay_words(text: str) -> None:
    toy = read_pack_file(TOY.encode(), "toy.yaml")
    file = msgspec.structs.replace(toy, note=text)
    assert _again(file).note == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(3), "3"),
        (Fraction(1, 4), "0.25"),
        (Fraction(-5, 2), "-2.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(0), "0"),
    ],
)
def test_numbers_are_written_exactly(value: str, written: str) -> None:
    assert exact_text(Fraction(value)) == written
    assert Fraction(written) == Fraction(value)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_written_is_valid_by_the_published_schema_for_any_yaml_reader(path: Path) -> None:
    written = write_pack_file(read_pack_file(path.read_bytes(), path.name))
    plain = json.loads(json.dumps(yaml.safe_load(written), default=str))
    jsonschema.validate(plain, json.loads(resource("schemas", "policy-pack.schema.json").read_text(encoding="utf-8")))
