"""Whom a package is addressed to: a code that the trust pack names, as the trust pack writes it."""

from collections.abc import Iterable

from desktop.domain.errors import Refusal
from desktop.domain.rounds import Unit
from desktop.exchange.kinds import Role
from desktop.exchange.trust.grants import Grant
from desktop.services.keys.trust_files import trust_at_a_glance, trust_of
from desktop.services.office import Office

_TAKING = frozenset({Role.APPRAISE, Role.CONSOLIDATE})


def possible_recipients(office: Office) -> tuple[tuple[str, str], ...]:
    """Return code and name of those who take lists in: Sở Tài chính and parent units, as the trust pack has them."""
    known = trust_at_a_glance(office)
    return tuple((each.code, each.name) for each in _taking(office, known.grants if known else (), _TAKING))


def usual_recipient(office: Office) -> str:
    """Return the code of the only one who takes lists in, else of the only one who appraises; "" where several do."""
    known = trust_at_a_glance(office)
    for roles in (_TAKING, frozenset({Role.APPRAISE})):
        found = _taking(office, known.grants if known else (), roles)
        if len(found) == 1:
            return found[0].code
    return ""


def recipient_fault(office: Office, typed: str) -> Refusal | None:
    """Say what is wrong with a code before anything is signed, for the screen; None when nothing is known to be."""
    known = trust_at_a_glance(office)
    try:
        _recipient(office, known.grants if known else (), typed)
    except Refusal as refusal:
        return refusal
    return None


def addressed(office: Office, typed: str, *, plain: bool) -> Unit:
    """Return the recipient that this code means, in whatever case it was typed.

    Where the trust pack names nobody who takes lists in, any other unit can be meant; what goes there is encrypted to
    nobody, so it takes `plain`. One that the pack names without a key enrolled before there were such keys: it gets
    what everybody may read, and the writer says so.

    Raises Refusal: recipient.missing, recipient.own, recipient.unknown, recipient.no_key; trust.no_root, trust.no_pack.
    """
    trust = trust_of(office)
    found = _recipient(office, trust.grants, typed)
    if not plain and not any(each.unit_code == found.code for each in trust.grants):
        raise Refusal("recipient.no_key", recipient=found.code)
    return found


def _recipient(office: Office, grants: Iterable[Grant], typed: str) -> Unit:
    code = typed.strip()
    if not code:
        raise Refusal("recipient.missing")
    if code.casefold() == office.identity.unit.code.casefold():
        raise Refusal("recipient.own", recipient=code)
    known = _taking(office, grants, _TAKING)
    same = [each for each in known if each.code.casefold() == code.casefold()]
    if known and not same:
        names = "; ".join(f"{each.code} – {each.name}" for each in known)
        raise Refusal("recipient.unknown", recipient=code, known=names)
    return next((each for each in same if each.code == code), same[0] if same else Unit(code, code))


def _taking(office: Office, grants: Iterable[Grant], roles: frozenset[Role]) -> tuple[Unit, ...]:
    own = office.identity.unit.code
    taking = (each for each in grants if each.roles & roles and each.unit_code != own)
    return tuple(Unit(code, name) for code, name in {each.unit_code: each.unit_name for each in taking}.items())
