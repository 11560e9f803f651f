"""Print the official forms of a round."""

from dataclasses import dataclass
from pathlib import Path

from desktop.documents.forms.model import ColumnLabels, OfficeHeading, ProposalGroup, ProposalList
from desktop.documents.forms.proposal_files import write_proposal_list_pdf, write_proposal_list_xlsx
from desktop.domain.arrivals import PrintRecord
from desktop.domain.dossiers import Dossier, Group
from desktop.domain.money import Dong
from desktop.domain.rounds import Unit
from desktop.domain.states import DossierState
from desktop.rules.policy import PolicyPack
from desktop.services.amounts.compute_support import open_values_of
from desktop.services.office import Office
from desktop.services.prints.print_rows import proposal_row
from desktop.services.prints.printed_list import SHORT_HASH, ListDigest
from desktop.services.prints.wording import word
from desktop.services.rounds.round_view import RoundView
from desktop.services.sending.print_snapshot import keep_print, snapshot_of

_TITLE = "DANH SÁCH ĐỐI TƯỢNG VÀ KINH PHÍ ĐỀ NGHỊ HỖ TRỢ"


@dataclass(frozen=True, slots=True)
class PrintedList:
    """The list as printed, in both forms."""

    pdf: Path
    xlsx: Path


def print_proposal_list(
    office: Office,
    view: RoundView,
    folder: Path,
    *,
    people: tuple[Dossier, ...] | None = None,
    remembered: bool | None = None,
) -> PrintedList:
    """Write Biểu 01 into the folder as PDF and XLSX; `people` defaults to everybody who was not withdrawn.

    Every sheet bears the first letters of the digest of what the list says. A print for people to sign is remembered,
    so that check TT06 can say when it no longer is the list: one of everybody unless told otherwise. Raises Refusal
    `forms.*`, those of the store.
    """
    everybody = live(view)
    listed = everybody if people is None else people
    digest = ListDigest(((each, view.approval_of(each)) for each in listed), view.packs)()
    form = proposal_list(office, view, listed, digest)
    printed = PrintedList(folder / "bieu-01-danh-sach.pdf", folder / "bieu-01-danh-sach.xlsx")
    write_proposal_list_pdf(form, printed.pdf)
    write_proposal_list_xlsx(form, printed.xlsx)
    if people is None if remembered is None else remembered:
        ids = () if listed == everybody else tuple(each.id for each in listed)
        keep_print(office, view.round.id, PrintRecord(office.stamp(), digest, ids), snapshot_of(view, listed))
    return printed


def live(view: RoundView) -> tuple[Dossier, ...]:
    """Return everybody who was not withdrawn."""
    return tuple(each for each in view.dossiers if each.state is not DossierState.WITHDRAWN)


def proposal_list(office: Office, view: RoundView, people: tuple[Dossier, ...], digest: str) -> ProposalList:
    """Return Biểu 01 filled in."""
    notes = open_notes(view, people)
    amounts = [view.supports[each.id].amount for each in people]
    known = [amount for amount in amounts if amount is not None]
    return ProposalList(
        office=heading(office.identity.unit),
        title=_TITLE,
        attached_to="",
        round_name=view.round.name,
        column_labels=_labels(view.packs),
        groups=_groups(view, people, notes),
        total=Dong(sum(known)) if known else None,
        open_notes=notes,
        policies=tuple(f"{pack.id} {pack.version}" for pack in view.packs),
        short_hash=digest[:SHORT_HASH],
        prepared_by=office.operator,
        head=office.identity.head,
        made_on=office.now().date(),
        practice=any(pack.practice for pack in view.packs),
    )


def heading(unit: Unit) -> OfficeHeading:
    """Return the head of a form for the office."""
    return OfficeHeading(unit.parent, unit.name, unit.budget_code, unit.place)


def open_notes(view: RoundView, people: tuple[Dossier, ...]) -> tuple[str, ...]:
    """Return the citations of what is open for these people, each once."""
    values = [each for person in people for each in open_values_of(view.supports[person.id].computations)]
    return tuple(dict.fromkeys(str(value.citation) for value in values))


def _labels(packs: tuple[PolicyPack, ...]) -> ColumnLabels:
    if len(packs) == 1:
        labels = packs[0].labels
        return ColumnLabels(*(labels.get(f"column_{number}", "") for number in (26, 27, 28, 29)))
    titles = [pack.title for pack in packs]
    first, second, third = [*titles, "", "", ""][:3]
    return ColumnLabels("", first, second, third)


def _groups(view: RoundView, people: tuple[Dossier, ...], notes: tuple[str, ...]) -> tuple[ProposalGroup, ...]:
    rows = {
        group: tuple(proposal_row(view, each, notes) for each in people if each.group is group)
        for group in (*Group, None)
    }
    return tuple(
        ProposalGroup(word(group) if group else "Chưa chọn nhóm", members) for group, members in rows.items() if members
    )
