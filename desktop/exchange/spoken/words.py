"""Bytes in words: one of 256 short syllables for each byte, none of which sounds like another in any dialect.

What was heard or typed without accents, or with the letters of another dialect (núa for lúa), is the same word.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final

from desktop.domain.errors import Refusal
from desktop.exchange.spoken.sound import sound_of

_LIST: Final = """
ai án áp áo bài bàn bát báo bến bếp bèo bí bia bình bích biểu
bò bơi bóng bột bự bún cây cành cát cầu kê kèn két kéo kỳ kia
kim kịch kiều cờ còi công cột rạ dài ván đất rau vé đèn rét đèo
ví rìa đinh vịt diều đò rồng đốt em ếch phà phai phấn phát pháo phế
phèn phép phí phía phim phích phiếu phố phơi phong phú gà gai gang gạch gạo
ghe ghềnh ghép ghi ghim gò gối gông gót gụ gùi gừng khá khai khăn khách
khâu khế khen khép khéo khí hia hình hích hiếu hồ hội hồng hót ý yên
ích yêu nhà nhài nhân nhạc nhau nhẹ nhen nhét nheo nhì nhím nhích nhiều nho
nhồi nhóm nhớt má mai măng mắt màu mẹ men mét mèo mì mía mình mít
mơ môi môn một mũ lá lái làn lạc lầu lê len nét leo lì lìa
lính lịch liều lò nón lọt ơi ong ốc nga ngày ngan ngát ngao nghe nghêu
nghi nghìn nghiệp ngô ngói ngon ngọt ngư ngừng tạ tai tám tát tàu té tên
tết tí tía tin tích tiêu tơ tối tôm tốt ưa ưng út thái than thác
thau thề then thép theo thi thìa thìn thịt thiếu thơ thoi thôn thóc xa sài
sân sắt sao xe sen xét sếu xi xin xích siêu sơ xôi sông sọt trà
chai chân chát cháu tre chén chép chèo chì chia chim chích chiếu chợ trống chốt
"""
WORDS: Final = tuple(_LIST.split())
"""By the value of the byte; chosen by `build_scripts/spoken_words.py`, and never to be changed."""


def words_of(content: bytes) -> tuple[str, ...]:
    """Return a word for each byte."""
    return tuple(WORDS[each] for each in content)


def bytes_of(words: Iterable[str]) -> bytes:
    """Return the bytes that the words stand for; raises Refusal("spoken.unknown_word", word, place from 1)."""
    return bytes(_byte_of(word, place) for place, word in enumerate(words, start=1))


def _byte_of(word: str, place: int) -> int:
    found = _by_sound().get(sound_of(word))
    if found is None:
        raise Refusal("spoken.unknown_word", word=word, place=place)
    return found


@cache
def _by_sound() -> dict[str, int]:
    return {sound_of(word): value for value, word in enumerate(WORDS)}
