"""Writes calculation slips for the preview, away from the window's thread."""

from pathlib import Path

from desktop.services.appraisal.received_view import Appraisal, ReceivedView
from desktop.services.office import Office
from desktop.services.prints.print_slips import print_appraisal_slip, print_slips
from desktop.services.rounds.round_view import RoundView
from desktop.ui.pages.print_view import Making
from desktop.ui.progress import Progress


def slip_making(office: Office, view: RoundView, dossier_ids: tuple[str, ...] | None) -> Making:
    """Return what writes the slips of these people, None for everybody who was not withdrawn."""

    def write(progress: Progress, path: Path) -> int:
        people = None if dossier_ids is None else tuple(each for each in view.dossiers if each.id in dossier_ids)
        return print_slips(office, view, path, people=people, report=progress.report, look=progress.stop_if_cancelled)

    return write


def appraisal_slip_making(office: Office, received: ReceivedView, appraisal: Appraisal) -> Making:
    """Return what writes the slip of a received person, both offices side by side."""

    def write(_progress: Progress, path: Path) -> int:
        return print_appraisal_slip(office, received, appraisal, path)

    return write
