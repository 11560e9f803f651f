"""Messages that answer by themselves, for tests of pages."""

# ruff: noqa: ARG002 - answers by itself, whatever is asked

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.ui.messages import Messages


@dataclass(frozen=True)
class Said:
    kind: str
    title: str
    text: str = ""


class RecordingMessages(Messages):
    """Keeps what was said; agrees when `agrees`, answers with `text` and `paths` (nothing given: declines)."""

    def __init__(self, *, agrees: bool = True, text: str = "", paths: tuple[Path, ...] = ()) -> None:
        super().__init__()
        self.agrees, self.text, self.paths = agrees, text, paths
        self.secret, self.keeps = "", False
        self.said: list[Said] = []

    def inform(self, title: str, text: str, *, done: Callable[[], None] | None = None) -> None:
        self._say("inform", title, text, done)

    def error(self, title: str, text: str, *, done: Callable[[], None] | None = None) -> None:
        self._say("error", title, text, done)

    def confirm(
        self, title: str, text: str, *, yes: str, done: Callable[[], None], declined: Callable[[], None] | None = None
    ) -> None:
        self._say("confirm", title, text, done if self.agrees else declined)

    def ask_text(self, title: str, label: str, *, done: Callable[[str], None], text: str = "") -> None:
        self._say("ask_text", title, label, None)
        if self.text:
            done(self.text)

    def ask_secret(
        self,
        title: str,
        label: str,
        *,
        done: Callable[[str], None],
        accept: str = "",
        keep: Callable[[str], None] | None = None,
    ) -> None:
        self._say("ask_secret", title, label, None)
        if self.secret:
            if keep and self.keeps:
                keep(self.secret)
            done(self.secret)

    def open_file(self, title: str, *, done: Callable[[Path], None], filters: str = "", folder: str = "") -> None:
        self._pick("open_file", title, done)

    def open_files(
        self, title: str, *, done: Callable[[tuple[Path, ...]], None], filters: str = "", folder: str = ""
    ) -> None:
        self._say("open_files", title, filters, None)
        if self.paths:
            done(self.paths)

    def save_file(
        self, title: str, *, done: Callable[[Path], None], name: str = "", filters: str = "", folder: str = ""
    ) -> None:
        self._pick("save_file", title, done)

    def choose_folder(self, title: str, *, done: Callable[[Path], None], folder: str = "") -> None:
        self._pick("choose_folder", title, done)

    def _say(self, kind: str, title: str, text: str, done: Callable[[], None] | None) -> None:
        self.said.append(Said(kind, title, text))
        if done:
            done()

    def _pick(self, kind: str, title: str, done: Callable[[Path], None]) -> None:
        self.said.append(Said(kind, title))
        if self.paths:
            done(self.paths[0])
