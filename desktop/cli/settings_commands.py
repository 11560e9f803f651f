"""Commands about the settings of the office."""

from dataclasses import replace
from typing import Any

from desktop.cli.answer import Answer
from desktop.cli.arguments import Call
from desktop.services.sending.exchange_settings import (
    Channel,
    ExchangeSettings,
    change_settings,
    exchange_settings,
    limit_mb_of,
)
from desktop.ui.texts import word


def add_to(commands: Any) -> None:
    """Add the commands of this room."""
    commands.add_parser("settings-show", help="gửi và nhận gói thế nào").set_defaults(command=_show)
    change = commands.add_parser("settings-set", help="đổi cách gửi và nhận gói")
    change.add_argument("--channel", choices=[each.value for each in Channel], help="gói đi qua USB hay thư điện tử")
    change.add_argument("--limit-mb", metavar="MB", help="mỗi tệp tối đa, cho cách gửi đã chọn")
    change.add_argument("--refuse-plain", choices=["yes", "no"], help="từ chối danh sách không mã hóa khi nhận")
    change.set_defaults(command=_set)


def _show(call: Call) -> Answer:
    return _answer(exchange_settings(call.office()))


def _set(call: Call) -> Answer:
    office, given = call.office(), call.arguments
    wanted = exchange_settings(office)
    if given.channel:
        wanted = replace(wanted, channel=Channel(given.channel))
    if given.limit_mb:
        wanted = wanted.with_limit(wanted.channel, limit_mb_of(given.limit_mb))
    if given.refuse_plain:
        wanted = replace(wanted, refuse_plain=given.refuse_plain == "yes")
    change_settings(office, wanted)
    return _answer(wanted)


def _answer(settings: ExchangeSettings) -> Answer:
    plain = "từ chối" if settings.refuse_plain else "nhận"
    lines = (
        f"Gửi gói qua {word(settings.channel)}, mỗi tệp tối đa {settings.limit_mb} MB; gói lớn hơn được chia phần.",
        f"Danh sách không mã hóa: {plain}.",
    )
    limits = {each.value: limit for each, limit in settings.limits_mb.items()}
    body = {"channel": settings.channel.value, "limits_mb": limits, "refuse_plain": settings.refuse_plain}
    return Answer(lines, body)
