"""A cell that could not be read leads into the field of the form that is left open by it."""

import pytest

from desktop.ui.pages.lists.cell_fields import form_field


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("case", "group"),
        ("approval_text", "approval_id"),
        ("birth_female", "person.birth"),
        ("insured_months", "career.insurance"),
        ("insured_odd_months", "career.insurance"),
        ("coefficient", "career.salary"),
    ],
)
def test_a_cell_leads_to_its_field(column: str, field: str) -> None:
    assert form_field(column) == field
