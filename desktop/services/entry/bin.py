"""Who lies in the bin, since when, and who put them there."""

from dataclasses import dataclass

from desktop.domain.dossiers import Dossier
from desktop.services.office import Office


@dataclass(frozen=True, slots=True)
class Binned:
    """Somebody in the bin. `at` is UTC, RFC 3339; `by` is "" where the audit chain does not say who."""

    dossier: Dossier
    at: str
    by: str


def people_in_bin(office: Office, round_id: str) -> tuple[Binned, ...]:
    """Return who lies in the bin of the round, who was put there last first."""
    with office.store.begin() as work:
        since = work.dossiers.binned_at(round_id)
        acts = work.audit.last_of("dossier.binned", since)
        people = work.dossiers.binned(round_id)
    found = [Binned(each, since[each.id], acts[each.id].author if each.id in acts else "") for each in people]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))
