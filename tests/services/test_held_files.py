"""Files of packages that wait: whole in the profile, under a name that people know, and gone when they are done."""

import os
import shutil
import time
from pathlib import Path

import pytest

from desktop.domain.errors import Refusal
from desktop.services.arrivals.held_files import drop_files, held_path, hold_file, sweep_held
from desktop.services.keys.trust_memory import recall
from desktop.services.sending.sealing import opened
from tests.services.mail import submission_in
from tests.services.offices import Desks


def test_a_held_file_is_the_file_that_came(sent: Desks) -> None:
    came = Path(shutil.copy(submission_in(sent), sent.mail / "ten khac.asice"))
    with opened(sent.finance, came, "") as package:
        held = hold_file(sent.finance, came, package)
        digest = package.digest
    assert (held.file_name, held.sequence, held.set_id) == ("ten khac.asice", 1, "")
    kept = held_path(sent.finance, held)
    assert kept.name == submission_in(sent).name
    assert kept.read_bytes() == came.read_bytes()
    with sent.finance.store.begin() as work:
        work.held.add(held)
    assert recall(sent.finance).first_seen(digest) == sent.clock.moment
    drop_files(sent.finance, [held])
    assert not list((sent.finance.folder / "held").iterdir())


def test_only_old_files_that_no_row_names_are_swept(sent: Desks) -> None:
    came = submission_in(sent)
    with opened(sent.finance, came, "") as package:
        held = hold_file(sent.finance, came, package)
    folder = held_path(sent.finance, held).parent
    sweep_held(sent.finance)
    assert folder.is_dir()
    yesterday = time.time() - 86_400
    os.utime(folder, (yesterday, yesterday))
    with sent.finance.store.begin() as work:
        work.held.add(held)
    sweep_held(sent.finance)
    assert folder.is_dir()
    with sent.finance.store.begin() as work:
        work.held.remove(held.package_id)
    sweep_held(sent.finance)
    assert not folder.exists()


def test_a_stick_that_is_gone_leaves_nothing(sent: Desks) -> None:
    came = submission_in(sent)
    with opened(sent.finance, came, "") as package:
        came.unlink()
        with pytest.raises(Refusal) as refusal:
            hold_file(sent.finance, came, package)
    assert refusal.value.code == "package.not_found"
    assert not (sent.finance.folder / "held").exists()
