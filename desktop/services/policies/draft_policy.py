"""Drafts of policy packs: kept in the store as they are typed, put into a bin and taken out again."""

from dataclasses import dataclass
from uuid import uuid4

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.registers import Draft
from desktop.domain.rounds import PolicyRef
from desktop.rules.drafting import start_draft
from desktop.rules.pack_errors import PackError
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_text import read_pack_file, write_pack_file
from desktop.services.office import Mode, Office

_OPEN, _BIN = "policy/", "policy-bin/"


class _Kept(msgspec.Struct, frozen=True):
    base: PolicyRef
    text: str


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """A draft as it was last typed. `text` is YAML and may not load yet; `base` is what it was started from."""

    id: str
    base: PolicyRef
    text: str
    saved_at: str = ""

    @property
    def file(self) -> PackFile:
        """The draft's parts; raises PackError while the text is no pack file."""
        return read_pack_file(self.text.encode("utf-8"), "bản soạn")

    @property
    def title(self) -> str:
        """What the draft is called, also while its text cannot be read."""
        try:
            file = self.file
        except PackError:
            return self.base.id
        return f"{file.version} · {file.title}"


def drafts_of(office: Office, *, discarded: bool = False) -> tuple[PolicyDraft, ...]:
    """Return the drafts, the one saved last first; or those in the bin."""
    with office.store.begin() as work:
        kept = work.drafts.all()
    prefix = _BIN if discarded else _OPEN
    own = (_draft(each, prefix) for each in kept if each.subject.startswith(prefix))
    return tuple(sorted(own, key=lambda each: each.saved_at, reverse=True))


def begin_draft(office: Office, ref: PolicyRef) -> PolicyDraft:
    """Start a draft from a pack that is here, under the next version; raises Refusal("policy.not_here")."""
    content = office.shelf.content(ref)
    if content is None:
        raise Refusal("policy.not_on_shelf", id=ref.id)
    versions = (each.ref.version for each in office.shelf.versions(ref.id))
    started = start_draft(read_pack_file(content, f"{ref.id}.yaml"), versions)
    return keep_draft(office, PolicyDraft(uuid4().hex, ref, write_pack_file(started)))


def keep_draft(office: Office, draft: PolicyDraft) -> PolicyDraft:
    """Save the draft as it is; raises Refusal("policy.not_here")."""
    _finance_only(office)
    with office.store.begin() as work:
        work.drafts.put(f"{_OPEN}{draft.id}", _encoded(draft))
        saved = work.drafts.get(f"{_OPEN}{draft.id}")
    assert saved is not None  # noqa: S101 - it was put there just now
    return _draft(saved, _OPEN)


def discard_draft(office: Office, draft: PolicyDraft) -> None:
    """Put the draft into the bin."""
    _finance_only(office)
    with office.store.begin() as work:
        work.drafts.remove(f"{_OPEN}{draft.id}")
        work.drafts.put(f"{_BIN}{draft.id}", _encoded(draft))


def restore_draft(office: Office, draft: PolicyDraft) -> PolicyDraft:
    """Take the draft out of the bin."""
    _finance_only(office)
    with office.store.begin() as work:
        work.drafts.remove(f"{_BIN}{draft.id}")
    return keep_draft(office, draft)


def _encoded(draft: PolicyDraft) -> str:
    return msgspec.json.encode(_Kept(draft.base, draft.text)).decode("utf-8")


def _draft(kept: Draft, prefix: str) -> PolicyDraft:
    found = msgspec.json.decode(kept.text, type=_Kept)
    return PolicyDraft(kept.subject.removeprefix(prefix), found.base, found.text, kept.saved_at)


def _finance_only(office: Office) -> None:
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("policy.not_here")
