"""How an answer to a reason of Sở Tài chính travels: beside the answers to warnings, under a key of its own."""

from dataclasses import replace

from desktop.domain.dossiers import Dossier
from desktop.domain.findings import Justification

_REPLY = "reply"


def reply_key(dossier_id: str, field: str, code: str, decision_id: str, place: int) -> str:
    """Return the key of the answer to a decision's reason; `place` counts from 0 among its reasons."""
    return "/".join((f"{_REPLY}:{code}" if code else _REPLY, dossier_id, field, f"{decision_id}:{place}"))


def said_to(finding_key: str) -> str:
    """Say what an answer answers: the check's code, or that it is a reply to Sở Tài chính."""
    head = finding_key.partition("/")[0]
    if head.partition(":")[0] != _REPLY:
        return head
    code = head.partition(":")[2]
    return f"Trả lời {code}" if code else "Trả lời"


def reply_in(dossier: Dossier, key: str) -> str:
    """Return the answer under a key, "" when there is none."""
    return next((each.text for each in dossier.justifications if each.finding_key == key), "")


def with_reply(dossier: Dossier, reply: Justification) -> Dossier:
    """Return the dossier with this answer in place of the one before; without text there is none."""
    others = tuple(each for each in dossier.justifications if each.finding_key != reply.finding_key)
    return replace(dossier, justifications=(*others, reply) if reply.text.strip() else others)
