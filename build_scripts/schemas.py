"""Write the JSON Schemas of the published formats from the formats themselves.

python build_scripts/schemas.py           write resources/schemas/{record,computation,receipt,policy-pack}.schema.json
python build_scripts/schemas.py --check   exit with 1 when a written one is not current
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop.rules import pack_typing  # noqa: E402 - the project is on the path only now
from desktop.services.formats.receipt import ReceiptDocument  # noqa: E402 - likewise
from desktop.services.formats.record import RecordPart  # noqa: E402 - likewise
from desktop.services.formats.result import ComputationFile  # noqa: E402 - likewise

DIALECT = "https://json-schema.org/draft/2020-12/schema"
PUBLISHED: dict[str, tuple[type, str]] = {
    "record.schema.json": (RecordPart, "tinhgian/record/1"),
    "computation.schema.json": (ComputationFile, "tinhgian/computation/1"),
    "receipt.schema.json": (ReceiptDocument, "tinhgian/receipt/1"),
}
"""File name to format and its identifier."""
POLICY_PACK = "policy-pack.schema.json"
WRITTEN = (*PUBLISHED, POLICY_PACK)
"""Files of schemas that are written."""


def schema_text(name: str) -> str:
    """Return the schema of a published format as it is written to its file."""
    if name == POLICY_PACK:
        return _written(pack_typing.schema())
    part, identifier = PUBLISHED[name]
    schema: dict[str, Any] = {"$schema": DIALECT, "$id": f"urn:{identifier.replace('/', ':')}", "title": identifier}
    return _written(schema | msgspec.json.schema(part))


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def stale(folder: Path) -> list[str]:
    """Return the names of schemas in the folder that are missing or not current."""
    return [
        name
        for name in WRITTEN
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != schema_text(name)
    ]


def main(arguments: list[str]) -> int:
    """Write the schemas, or with --check only compare; return the exit code."""
    folder = ROOT / "resources" / "schemas"
    if arguments == ["--check"]:
        old = stale(folder)
        print("\n".join(old) or "the schemas are current")
        return 1 if old else 0
    for name in WRITTEN:
        (folder / name).write_text(schema_text(name), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
