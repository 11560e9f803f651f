"""Cards in photos and scans: which files hold one, and whose it is."""

from collections.abc import Callable
from pathlib import Path

from desktop.documents.scans.codes import codes_of
from desktop.domain.errors import Refusal
from desktop.domain.identity_cards import IdentityCard, begins_like_card, read_card


def card_in_file(path: Path, citizen_id: str = "", looked: Callable[[int, int], None] | None = None) -> IdentityCard:
    """Return the card whose QR code is in a photo or scan.

    Of several cards the one with this CCCD number is taken. Raises Refusal: as `codes_of` and `read_card`, and
    card.none_found, card.no_card_code (there are codes, of something else), card.several.
    """
    codes = codes_of(path, looked=looked)
    if not codes:
        raise Refusal("card.none_found", name=path.name)
    texts = [each for each in codes if begins_like_card(each)]
    if not texts:
        raise Refusal("card.no_card_code", name=path.name)
    cards = {card.citizen_id: card for card in map(read_card, texts)}
    if len(cards) == 1:
        return next(iter(cards.values()))
    if citizen_id not in cards:
        raise Refusal("card.several", name=path.name, count=len(cards))
    return cards[citizen_id]
