"""A new key in place of one that is lost or whose passphrase nobody knows; the old one is set aside, not deleted."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.domain.errors import Refusal
from desktop.exchange.container.contents import WrittenPackage
from desktop.services.keys.enrolment import create_signing_key, request_certificate
from desktop.services.keys.kept_passphrase import forget_passphrase
from desktop.services.keys.key_places import (
    IN_FILE,
    KeyChoice,
    current_place,
    forget_places,
    has_key,
    keep_current,
    keep_next,
    keys_folder,
    next_place,
)
from desktop.services.keys.trust_files import log
from desktop.services.office import Office

_SET_ASIDE: Final = "cu-"
"""How the folders begin in which keys lie that are used no more."""


def key_files(office: Office) -> tuple[Path, ...]:
    """Return the files of keys that are not set aside, of earlier times too."""
    return tuple(sorted(keys_folder(office).glob("*.pem")))


def replace_key(office: Office, passphrase: str, folder: Path, where: KeyChoice = IN_FILE) -> WrittenPackage:
    """Make new keys and write the request for their certificate into the folder; the old ones are set aside.

    Until Sở Tài chính has certified the new key nothing can be signed here, and what was encrypted to the old key
    stays closed. Raises Refusal: trust.no_key when there is none to replace; KeyRefusal; PackageError. When it raises
    the old key is in its place.
    """
    if not has_key(office):
        raise Refusal("trust.no_key")
    with keys_put_aside(office):
        create_signing_key(office, passphrase, where)
        written = request_certificate(office, passphrase, folder)
    log(office, "key.replaced")
    return written


@contextmanager
def keys_put_aside(office: Office, more: Iterable[str] = ()) -> Iterator[Path | None]:
    """Move all key files, and those at the paths of `more`, into a folder beside them; back should the work fail.

    Which files are in force is forgotten too. Give the folder in which they lie, None where there were none.
    """
    present = [*key_files(office), *(each for path in more if (each := office.folder / path).exists())]
    places = current_place(office), next_place(office)
    aside = keys_folder(office) / f"{_SET_ASIDE}{office.now().astimezone():%Y%m%d-%H%M%S}"
    forget_passphrase(office)
    aside.mkdir(parents=True)
    for each in present:
        each.rename(aside / each.name)
    forget_places(office)
    try:
        yield aside if present else None
    except BaseException:
        for made in key_files(office):
            made.unlink()
        for each in present:
            (aside / each.name).replace(each)
        keep_current(office, places[0])
        if places[1] is not None:
            keep_next(office, places[1])
        aside.rmdir()
        raise
    if present:
        log(office, "key.put_aside", aside.name)
    else:
        aside.rmdir()
