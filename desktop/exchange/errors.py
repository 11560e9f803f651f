"""Why a package or a key is refused; the class names the kind of reason, the code the reason."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from desktop.domain.errors import Param, Refusal


class PackageError(Refusal):
    """A package is refused; nothing was changed. `file` names the package wherever it is known."""

    def about(self, file: str) -> Self:
        """Return the same refusal, saying which file it is about unless it says so already."""
        params: dict[str, Param] = {"file": file, **self.params}
        return type(self)(self.code, **params)


class StructureError(PackageError):
    """The bytes do not follow the format."""


class LimitError(PackageError):
    """Larger than anything this program writes."""


class SignatureError(PackageError):
    """The signature is not of our profile, or does not fit the bytes."""


class TrustError(PackageError):
    """The signature fits, but its signer is not one to accept this from."""


class UnknownSigner(TrustError):
    """No chain to our root."""


class Expired(TrustError):
    """The signer's certificate has run out."""


class Revoked(TrustError):
    """The signer's certificate was revoked by the root."""


class NotAuthorised(TrustError):
    """A known signer, without the right to sign this."""


class StaleTrust(TrustError):
    """Trust that is older than, or contradicts, what is already known."""


class ClockWrong(TrustError):
    """This machine's clock cannot be right."""


class RecipientError(PackageError):
    """Meant for somebody else or for another purpose."""


class FileError(PackageError):
    """The disk or the operating system said no."""


class Cancelled(PackageError):
    """The person stopped the work."""


class KeyRefusal(Refusal):
    """A key file, passphrase or certificate cannot be used."""


_DISK_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_SHARING_VIOLATIONS = frozenset({32, 33})
_WINDOWS_DISK_FULL = frozenset({39, 112})


def writing_refused(error: OSError, file: str) -> FileError:
    """Return the refusal that says in our words why `file` could not be written."""
    windows_code = getattr(error, "winerror", None)
    if error.errno in _DISK_FULL or windows_code in _WINDOWS_DISK_FULL:
        return FileError("package.disk_full", file=file)
    if error.errno == errno.EFBIG:
        return FileError("package.disk_file_limit", file=file)
    if windows_code in _SHARING_VIOLATIONS:
        return FileError("package.locked", file=file)
    return FileError("package.cannot_write", file=file, reason=_name_of(error))


def reading_refused(error: OSError, file: str) -> FileError:
    """Return the refusal that says in our words why `file` could not be read."""
    if error.errno == errno.ENOENT:
        return FileError("package.not_found", file=file)
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return FileError("package.locked", file=file)
    return FileError("package.cannot_read", file=file, reason=_name_of(error))


def _name_of(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Say in every refusal raised inside which file it is about."""
    try:
        yield
    except PackageError as refusal:
        raise refusal.about(file) from refusal.__cause__


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Name `path` in every refusal raised inside, and turn the system's errors into refusals."""
    with naming(path.name):
        try:
            yield
        except OSError as error:
            raise reading_refused(error, path.name) from error
