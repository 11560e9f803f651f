"""Read and write what is translated: the .ts file of the window, and sentences in YAML with their English."""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import yaml
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
ENGLISH_TS = ROOT / "i18n" / "tinhgian_en.ts"
TEXTS = ROOT / "resources" / "texts"
CATALOGUE = ROOT / "resources" / "catalogues" / "checks.yaml"
DIGESTS = ROOT / "i18n" / "sentences_en.json"
CHECKS = "checks_catalogue.yaml"
"""The English of the catalogue of checks, among the other sentences."""
PLACEHOLDER = re.compile(r"\{[a-zA-Z_0-9]*\}")

Messages = dict[str, dict[str, str]]
"""Translations by context and Vietnamese source; "" where there is none yet."""


def read_ts(path: Path = ENGLISH_TS) -> Messages:
    """Return what a .ts file holds."""
    if not path.exists():
        return {}
    found: Messages = {}
    for context in etree.parse(str(path)).getroot().iter("context"):
        messages = found.setdefault(context.findtext("name") or "", {})
        for message in context.iter("message"):
            messages[message.findtext("source") or ""] = message.findtext("translation") or ""
    return found


def write_ts(messages: Messages, path: Path = ENGLISH_TS) -> None:
    """Write the .ts file, one message a line, so that changes are seen line by line."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="en_GB" sourcelanguage="vi_VN">')
    for context in sorted(messages):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        lines += [_message(source, english) for source, english in messages[context].items()]
        lines.append("</context>")
    path.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8")


def _message(source: str, english: str) -> str:
    kind = "" if english else ' type="unfinished"'
    words = escape(source).replace("\n", "&#10;")
    said = escape(english).replace("\n", "&#10;")
    return f"    <message><source>{words}</source><translation{kind}>{said}</translation></message>"


def sentences() -> dict[str, dict[str, str]]:
    """Return the Vietnamese sentences by the name of their English file and by code."""
    found = {path.name: flattened(_load(path)) for path in sorted(TEXTS.glob("*.yaml"))}
    return found | {CHECKS: _check_sentences()}


def _check_sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for check in _load(CATALOGUE)["checks"]:
        said = {key: check[key] for key in ("message", "fix", "variants", "words") if check.get(key)}
        for variant in said.get("variants", {}).values():
            variant.pop("severity", None)
        found |= flattened({check["code"]: said})
    return found


def english_sentences() -> dict[str, dict[str, str]]:
    """Return the English sentences by file and code."""
    return {path.name: _load(path) or {} for path in sorted((TEXTS / "en").glob("*.yaml"))}


def write_english(name: str, said: Mapping[str, str]) -> None:
    """Write one English file; the Vietnamese sentence of each code is found in the file of the same name."""
    lines = [f"# English of {'the catalogue of checks' if name == CHECKS else name}: same codes, same {{names}}."]
    lines += [f"{code}: {json.dumps(sentence, ensure_ascii=False)}" for code, sentence in said.items()]
    (TEXTS / "en" / name).write_text("\n".join([*lines, ""]), encoding="utf-8")


def translated_from() -> dict[str, str]:
    """Return, by "file code", a digest of the Vietnamese sentence from which the English was made."""
    found: dict[str, str] = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    return found


def note_digests(changed: Mapping[str, str]) -> None:
    """Note from which sentences (by "file code") an English was made now."""
    known = translated_from() | {place: digest_of(sentence) for place, sentence in changed.items()}
    there = {f"{name} {code}" for name, said in sentences().items() for code in said}
    kept = {place: known[place] for place in sorted(known) if place in there}
    DIGESTS.write_text(json.dumps(kept, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def digest_of(sentence: str) -> str:
    """Return a short digest of a sentence."""
    return hashlib.sha256(sentence.encode("utf-8")).hexdigest()[:8]


def flattened(tree: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Return the leaves by their dotted place."""
    found: dict[str, str] = {}
    for key, value in tree.items():
        place = f"{above}{key}"
        found |= flattened(value, f"{place}.") if isinstance(value, dict) else {place: str(value)}
    return found


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
