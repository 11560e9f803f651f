"""Which files a document holds, before and after an act: so that the act can be taken back and done again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.domain.approvals import Approval
from desktop.domain.errors import Refusal
from desktop.services.office import Office
from desktop.services.papers.edit_approval import ScanAttached
from desktop.services.papers.waiting_list import settle_waiting


@dataclass(frozen=True, slots=True)
class FilesHeld:
    """What a document held and what it holds, in order."""

    approval_id: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def turned(self) -> "FilesHeld":
        """Return the change that leads back."""
        return FilesHeld(self.approval_id, self.after, self.before)


def held_since(attached: Iterable[ScanAttached]) -> FilesHeld | None:
    """Return what attaching these files, one after the other, changed; None where the document had all of them."""
    new = [each for each in attached if not each.held]
    if not new:
        return None
    now, came = new[-1].approval, {each.attachment.sha256 for each in new}
    return FilesHeld(now.id, tuple(each for each in now.attachments if each not in came), now.attachments)


def hold_again(office: Office, changed: FilesHeld) -> Approval:
    """Let the document hold what it held before; a file that no document has any more waits for one.

    Raises Refusal: record.not_found, and record.changed_since when it holds others now than the change left it.
    """
    with office.store.begin() as work:
        now = work.approvals.need(changed.approval_id)
        if now.attachments != changed.after:
            raise Refusal("record.changed_since", name=now.number)
        again = replace(now, attachments=changed.before)
        work.approvals.save(again)
        settle_waiting(work, {*changed.before, *changed.after})
        work.audit.append(office.operator, "scan.put_back", now.id, {"files": " ".join(changed.before)})
    return again
