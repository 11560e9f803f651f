"""Biểu 01, "Danh sách đối tượng và kinh phí đề nghị hỗ trợ", as a workbook and as a PDF."""

from pathlib import Path

from desktop.documents.forms.annex_print import write_annex_pdf
from desktop.documents.forms.annex_sheet import write_annex_xlsx
from desktop.documents.forms.files import write_atomically
from desktop.documents.forms.model import ProposalList
from desktop.documents.forms.proposal import lay_out

_PRINTED = 6.3
"""Points: 35 columns across A3 leave no room for more."""
_WORKBOOK, _FITTED = 9.0, 6.1
"""Points before and after the sheet is fitted to the width of the paper."""


def write_proposal_list_xlsx(form: ProposalList, target: Path) -> None:
    """Write the list as a workbook that sums by itself.

    Raises Refusal("forms.sum_differs"), and as `write_atomically` does.
    """
    annex = lay_out(form, target.name)
    write_atomically(target, lambda path: write_annex_xlsx(annex, path, _WORKBOOK, _FITTED))


def write_proposal_list_pdf(form: ProposalList, target: Path) -> None:
    """Write the list for signing on paper; refusals as `write_proposal_list_xlsx`."""
    annex = lay_out(form, target.name)
    write_atomically(target, lambda path: write_annex_pdf(annex, path, _PRINTED))
