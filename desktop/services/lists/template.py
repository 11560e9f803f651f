"""Save the program's own template of a list where the clerk wants it."""

from pathlib import Path

from desktop.documents.lists.template import write_template

SUGGESTED_NAME = "danh-sach-mau.xlsx"


def save_template(target: Path) -> Path:
    """Write the template to `target`, .xlsx being added when it is missing; return the file.

    Raises Refusal("list.template_not_written"); then nothing was written.
    """
    named = target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")
    return write_template(named)
