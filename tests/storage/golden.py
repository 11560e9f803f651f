"""Makes the golden store of this program's format: `python -m tests.storage.golden`.

Once a format is released its file is never made again; the next format gets a file of its own.
"""

import tempfile
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.domain.states import DossierState
from desktop.storage import open_store
from desktop.storage.formats import FORMAT
from tests.storage.conftest import fixed_now
from tests.storage.records import CAREER, DECISION, DOSSIER, fill, sent_dossier, submission

GOLDEN = Path(__file__).parents[1] / "golden"


def make(target: Path) -> None:
    """Write a small store with a row in most tables."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder), now=fixed_now)
        fill(store)
        with store.begin() as work:
            work.move(DOSSIER, DossierState.COMPLETE, "Trần Thị Bình")
            work.submissions.add(submission(), (sent_dossier(),))
            work.decisions.add(DECISION)
            work.waiting_careers.put("r1", "031065000999", "Đỗ Văn Chờ", CAREER)
            work.settings.put("unit", "SYT")
            work.drafts.put("dossier/d2", "{}")
        store.close()
        _shrink(Path(folder) / "tinhgian.db")
        target.write_bytes((Path(folder) / "tinhgian.db").read_bytes())


def _shrink(path: Path) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"):
        connection.execute(statement)
    connection.close()


if __name__ == "__main__":
    make(GOLDEN / f"store-format-{FORMAT}.db")
