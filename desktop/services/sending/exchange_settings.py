"""How this office sends and receives: the way out, how large a file may be on it, whether plain packages pass."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from desktop.domain.errors import Refusal
from desktop.exchange.container.profile import PROFILE
from desktop.services.office import Office

MEGABYTE: Final = 1_000_000
SMALLEST_MB: Final = 1
LARGEST_MB: Final = PROFILE.max_package // MEGABYTE
_DIGITS: Final = 9


class Channel(StrEnum):
    """How packages travel."""

    STICK = "stick"
    EMAIL = "email"


DEFAULT_MB: Final[Mapping[Channel, int]] = {Channel.STICK: LARGEST_MB, Channel.EMAIL: 20}
"""What a stick formatted for all computers takes in one file, and what most mail servers take in one letter."""

_CHANNEL: Final = "exchange.channel"
_LIMIT: Final = "exchange.limit_mb."
_REFUSE_PLAIN: Final = "exchange.refuse_plain"
_YES, _NO = "1", "0"


@dataclass(frozen=True, slots=True)
class ExchangeSettings:
    """`limits_mb` are in MB of 1,000,000 bytes, one for each channel; `refuse_plain` holds for what is received."""

    channel: Channel = Channel.STICK
    limits_mb: Mapping[Channel, int] = field(default_factory=lambda: dict(DEFAULT_MB))
    refuse_plain: bool = False

    @property
    def limit_mb(self) -> int:
        """How large one file may be on the channel chosen, in MB."""
        return self.limits_mb[self.channel]

    @property
    def limit(self) -> int:
        """The same in bytes."""
        return self.limit_mb * MEGABYTE

    def with_limit(self, channel: Channel, limit_mb: int) -> "ExchangeSettings":
        """Return the settings with another limit for a channel."""
        return replace(self, limits_mb={**self.limits_mb, channel: limit_mb})


def exchange_settings(office: Office) -> ExchangeSettings:
    """Return the settings of this office; what was never chosen is as shipped."""
    with office.store.begin() as work:
        known = work.settings.all()
    limits = {each: int(known.get(_LIMIT + each, DEFAULT_MB[each])) for each in Channel}
    return ExchangeSettings(Channel(known.get(_CHANNEL, Channel.STICK)), limits, known.get(_REFUSE_PLAIN) == _YES)


def limit_mb_of(text: str) -> int:
    """Return the limit that somebody wrote, in MB; raises Refusal("settings.limit_out_of_range")."""
    plain = text.strip()
    limit = int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS else 0
    if not SMALLEST_MB <= limit <= LARGEST_MB:
        raise Refusal("settings.limit_out_of_range", given=text, smallest=SMALLEST_MB, largest=LARGEST_MB)
    return limit


def change_settings(office: Office, wanted: ExchangeSettings) -> None:
    """Keep the settings; the log says what they were changed to. The same again changes nothing.

    Raises Refusal("settings.limit_out_of_range").
    """
    for each in wanted.limits_mb.values():
        limit_mb_of(str(each))
    if wanted == exchange_settings(office):
        return
    with office.store.begin() as work:
        work.settings.put(_CHANNEL, wanted.channel.value)
        for channel, limit in wanted.limits_mb.items():
            work.settings.put(_LIMIT + channel, str(limit))
        work.settings.put(_REFUSE_PLAIN, _YES if wanted.refuse_plain else _NO)
        work.audit.append(office.operator, "settings.changed", office.identity.unit.code, _told(wanted))


def _told(settings: ExchangeSettings) -> dict[str, str | int]:
    limits = {f"limit_mb.{channel}": limit for channel, limit in settings.limits_mb.items()}
    return {"channel": settings.channel.value, **limits, "refuse_plain": int(settings.refuse_plain)}
