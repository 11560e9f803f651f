"""A new key in place of one that is lost or whose passphrase nobody knows; the old one is set aside, not deleted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.enrolment import create_signing_key, log, request_certificate
from desktop.services.kept_passphrase import forget_passphrase
from desktop.services.office import Office
from desktop.services.office_keys import signing_key_path

OWN_KEYS: Final = ("keys/signing-key.pem", "keys/encryption-key.pem")
"""The two keys of an office, below the profile folder."""
SET_ASIDE: Final = "cu-"
"""How the folders begin in which keys lie that are used no more."""


def replace_key(office: Office, passphrase: str, folder: Path) -> WrittenPackage:
    """Make new keys and write the request for their certificate into the folder; the old ones are set aside.

    Until Sở Tài chính has certified the new key nothing can be signed here, and what was encrypted to the old key
    stays closed. Raises Refusal: trust.no_key when there is none to replace; KeyRefusal; PackageError. When it raises
    the old key is in its place.
    """
    if not signing_key_path(office).exists():
        raise Refusal("trust.no_key")
    with keys_put_aside(office, OWN_KEYS):
        create_signing_key(office, passphrase)
        written = request_certificate(office, passphrase, folder)
    log(office, "key.replaced")
    return written


@contextmanager
def keys_put_aside(office: Office, paths: Iterable[str]) -> Iterator[Path | None]:
    """Move the key files at these paths into a folder beside them, and back should the work inside fail.

    Give the folder in which they lie, None where there were none.
    """
    places = tuple(office.folder / each for each in paths)
    present = [each for each in places if each.exists()]
    if not present:
        yield None
        return
    aside = office.folder / "keys" / f"{SET_ASIDE}{office.now().astimezone():%Y%m%d-%H%M%S}"
    aside.mkdir(parents=True)
    forget_passphrase(office)
    for each in present:
        each.rename(aside / each.name)
    try:
        yield aside
    except BaseException:
        for each in present:
            (aside / each.name).replace(each)
        for each in places:
            if each not in present:
                each.unlink(missing_ok=True)
        aside.rmdir()
        raise
    log(office, "key.put_aside", aside.name)
