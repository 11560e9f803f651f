"""Choose the words in which fingerprints are read out: spoken_words.py prints the list for desktop/exchange/spoken.

The rows below are candidates, by how they begin. One is left out when another sounds like it to anybody: see
`desktop.exchange.spoken.sound`. The first 256 that stay are taken, so what is doubtful stands at the end of a row.
"""

import sys
from itertools import chain, zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop.exchange.spoken.sound import is_hex, sound_of

COUNT = 256
_ROWS = """
bàn bát bài báo bến bếp bèo bí bình bích biểu bia bò bóng bột bơi bự bún bút bụi búa
má măng mắt mai màu mẹ men mét mèo mì mình mít mía mơ môn một môi mũ mùn mứt mùi mùa
phà phấn phát phai pháo phế phèn phép phí phim phích phiếu phía phố phong phơi phú phun phút
rạ ván đất dài rau vé đèn rét đèo ví đinh vịt diều rìa đò rồng đốt voi dù rừng rút vui dừa
tạ tám tát tai tàu té tên tết tí tin tích tiêu tía tơ tôm tốt tối tư tùng tụt túi tua
than thác thái thau thề then thép theo thi thìn thịt thiếu thìa thơ thôn thóc thoi thu thùng thước thui thua
lá làn lạc lái lầu lê len nét leo lì lính lịch liều lìa lò nón lọt nồi lu núm lụt núi lúa
nhà nhân nhạc nhài nhau nhẹ nhen nhét nheo nhì nhím nhích nhiều nho nhóm nhớt nhồi như nhung nhút nhựa
trà chân chát chai cháu tre chén chép chèo chì chim chích chiếu chia chợ trống chốt trời chú trứng trục chui chùa
xa sân sắt sài sao xe sen xét sếu xi xin xích siêu sơ sông sọt xôi su súng súp xui xưa
cành cát cây cầu kê kèn két kéo kỳ kim kịch kiều kia cờ công cột còi cú cung cúc cúi cua
gà gang gạch gai gạo ghe ghềnh ghép ghi ghim gò gông gót gối gụ gừng gùi
khá khăn khách khai khâu khế khen khép khéo khí khiêm khiếp khiêu khía kho không khóc khói khu khung khúc khui khua
nga ngan ngát ngày ngao nghe nghề nghêu nghi nghìn nghiệp ngô ngon ngọt ngói ngư ngừng ngực ngựa
hà hàng hát hai hào hè hẹn hết heo hình hích hiếu hia hồ hồng hót hội hú hùng hút hứa
án áp ai áo em ếch ý yên ích yêu ong ốc ơi ưng út ưa
"""


def chosen() -> tuple[str, ...]:
    """Return the words in the order of their sounds; no two of them sound alike, none could be a hex digit group."""
    rows = [line.split() for line in _ROWS.split("\n") if line]
    by_sound: dict[str, str] = {}
    for word in (each for each in chain.from_iterable(zip_longest(*rows)) if each):
        if not is_hex(word):
            by_sound.setdefault(sound_of(word), word)
    return tuple(sorted(tuple(by_sound.values())[:COUNT], key=sound_of))


if __name__ == "__main__":
    found = chosen()
    print(len(found))
    for at in range(0, len(found), 16):
        print(" ".join(found[at : at + 16]))
