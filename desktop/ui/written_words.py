"""What a package that was written is called; knows nothing of windows, so that the command line says the same."""

from desktop.exchange.container.contents import WrittenPackage
from desktop.ui.texts import message


def written_name(written: WrittenPackage) -> str:
    """Return the file's name; of a package in parts that of the first, and how many more there are."""
    name = written.path.name
    return message("send.parts", file=name, more=len(written.parts) - 1) if written.parts else name
