"""The program in Vietnamese and in English.

    python build_scripts/i18n.py            compile i18n/*.ts into resources/i18n/*.qm
    python build_scripts/i18n.py update     note new strings of the code in the English .ts, drop those that are gone
    python build_scripts/i18n.py check      list what has no English yet, or a wrong one; exit code 1 if there is any
    python build_scripts/i18n.py missing F  write what has no English into the YAML file F, to be filled in there
    python build_scripts/i18n.py fill F     take the English out of F into the .ts and resources/texts/en, and compile

F holds `window` (Vietnamese: English) and, for each file of sentences, codes with their English; the Vietnamese of a
code stands above it. An entry that is left "" is passed over.
"""

import json
import subprocess
import sys
from pathlib import Path

import yaml
from i18n_check import faults
from i18n_files import (
    ENGLISH_TS,
    Messages,
    digest_of,
    english_sentences,
    note_digests,
    read_ts,
    sentences,
    translated_from,
    write_english,
    write_ts,
)
from i18n_strings import window_strings

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "i18n"
COMPILED = ROOT / "resources" / "i18n"


def compile_translation(source: Path, target: Path) -> None:
    """Compile one .ts file; raises CalledProcessError when Qt's compiler refuses it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    program = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([program, "-silent", source, "-qm", target], check=True)


def compile_all() -> None:
    """Compile every translation."""
    for source in sorted(SOURCES.glob("*.ts")):
        compile_translation(source, COMPILED / f"{source.stem}.qm")
        print(f"{source.name} -> {(COMPILED / source.stem).relative_to(ROOT)}.qm")


def update() -> Messages:
    """Bring the English .ts in line with the code; the same Vietnamese elsewhere brings its English along."""
    known = read_ts()
    anywhere = {source: english for each in known.values() for source, english in each.items() if english}
    new: Messages = {
        context: {source: known.get(context, {}).get(source) or anywhere.get(source, "") for source in messages}
        for context, messages in window_strings().messages.items()
    }
    write_ts(new)
    english, made_from = english_sentences(), translated_from()
    places = {f"{name} {code}": said for name, each in sentences().items() for code, said in each.items()}
    there = {f"{name} {code}" for name, each in english.items() for code in each}
    note_digests({place: places[place] for place in there & places.keys() if place not in made_from})
    return new


def missing(target: Path) -> int:
    """Write what has no English; return how many there are."""
    window = [source for each in update().values() for source, english in each.items() if not english]
    lines, english, made_from = ["window:"], english_sentences(), translated_from()
    count = len(dict.fromkeys(window))

    def changed(place: str, sentence: str) -> bool:
        return made_from.get(place, digest_of(sentence)) != digest_of(sentence)

    lines += [f"  {json.dumps(source, ensure_ascii=False)}: ''" for source in dict.fromkeys(window)]
    for name, said in sentences().items():
        open_codes = [
            code for code in said if not english.get(name, {}).get(code) or changed(f"{name} {code}", said[code])
        ]
        lines += [f"{name}:"] if open_codes else []
        for code in open_codes:
            before = english.get(name, {}).get(code)
            lines += [f"  # {' '.join(said[code].split())}"]
            lines += [f"  # was: {' '.join(before.split())}"] if before else []
            lines.append(f"  {code}: ''")
        count += len(open_codes)
    target.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return count


def fill(source: Path) -> None:
    """Take the English of a file in."""
    given = yaml.safe_load(source.read_text(encoding="utf-8")) or {}
    window = {vietnamese: said for vietnamese, said in (given.pop("window", None) or {}).items() if said}
    messages = update()
    for each in messages.values():
        each.update({vietnamese: window[vietnamese] for vietnamese in each if vietnamese in window})
    write_ts(messages)
    english, vietnamese = english_sentences(), sentences()
    for name, said in given.items():
        known = english.get(name, {}) | {code: words for code, words in (said or {}).items() if words}
        write_english(name, {code: known[code] for code in vietnamese[name] if code in known})
        note_digests({f"{name} {code}": vietnamese[name][code] for code in said or {} if said[code]})
    compile_all()


def check() -> int:
    """Print every fault; return how many there are."""
    found = faults()
    for each in found:
        print(each)
    print(f"{len(found)} faults in the English of {ENGLISH_TS.name} and resources/texts/en")
    return len(found)


def main(arguments: list[str]) -> int:
    """Do what the first argument says; return the exit code."""
    match arguments:
        case []:
            compile_all()
        case ["update"]:
            update()
        case ["check"]:
            return 1 if check() else 0
        case ["missing", file]:
            print(f"{missing(Path(file))} without English -> {file}")
        case ["fill", file]:
            fill(Path(file))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
