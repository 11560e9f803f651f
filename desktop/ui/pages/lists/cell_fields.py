"""Where in the form a cell of a list is mended."""

_FIELDS = {
    "full_name": "person.full_name",
    "citizen_id": "person.citizen_id",
    "birth": "person.birth",
    "birth_male": "person.birth",
    "birth_female": "person.birth",
    "sex": "person.sex",
    "insurance_number": "person.insurance_number",
    "post": "person.post",
    "workplace": "person.workplace",
    "qualification": "person.qualification",
    "bank_account": "person.bank_account",
    "bank_name": "person.bank_name",
    "management_level": "person.management_level",
    "employment": "person.employment",
    "case": "group",
    "leave_on": "leave_on",
    "rank": "career.rank",
    "note": "note",
}


def form_field(column: str) -> str:
    """Return the form's field for a column of a list; what a list states beside a career leads to the career."""
    if column.startswith("approval"):
        return "approval_id"
    return _FIELDS.get(column) or ("career.insurance" if column.startswith("insur") else "career.salary")
