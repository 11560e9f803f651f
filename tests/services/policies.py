"""Drafts of the city's pack for tests: amounts invented here, in no law and in no shipped pack."""

from datetime import date
from fractions import Fraction

import msgspec

from desktop.rules import drafting
from desktop.rules.pack_examples import ExampleAnswer
from desktop.rules.pack_file import PackFile
from desktop.rules.pack_text import write_pack_file
from desktop.rules.pack_values import Cite, DatedValue
from desktop.rules.trace import Provenance
from desktop.services.office import Office
from desktop.services.policies.draft_policy import PolicyDraft, begin_draft
from desktop.services.policies.shelf import load_shelf
from desktop.system.resources import resource

CITY = "hai-phong-nq07-2024"
SHIPPED = load_shelf(resource("policies")).pack(CITY).version
NEXT = drafting.next_version(SHIPPED)
AFTER_NEXT = drafting.next_version(NEXT)
OPEN_FIGURE = "support_downsizing"
INVENTED = 12_345_678


def begin(finance: Office) -> PolicyDraft:
    """Start a draft of the city's pack."""
    return begin_draft(finance, finance.shelf.pack(CITY).ref)


def with_amount(file: PackFile, amount: int = INVENTED) -> PackFile:
    """Enter an invented amount where the law's is open, and say so in the golden cases that rest on it."""
    value = DatedValue(
        first=date(2023, 7, 20),
        value=Fraction(amount),
        cite=Cite(document="nq07", article="3", clause="1"),
        provenance=Provenance.VERIFIED,
    )
    entered = drafting.put_figure(file, OPEN_FIGURE, value, 0)
    for each in file.examples:
        if OPEN_FIGURE in each.expect.open:
            answer = _known(each.expect, amount)
            entered = drafting.put_example(entered, msgspec.structs.replace(each, expect=answer))
    return entered


def _known(answer: ExampleAnswer, amount: int) -> ExampleAnswer:
    left = tuple(name for name in answer.open if name != OPEN_FIGURE)
    return msgspec.structs.replace(answer, open=left, total=amount)


def text_with_amount(finance: Office, amount: int = INVENTED) -> str:
    """Return a publishable text of the next version with an invented amount."""
    return write_pack_file(with_amount(begin(finance).file, amount))
