"""Chinese numerals below ten thousand: 三百二十, 两千五, 一百零八, 二十四点二."""

import re
from decimal import Decimal

DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
TIMES = {"十": 10, "百": 100, "千": 1000}
SIGNS = "".join([*DIGITS, *TIMES])
POINT = "点"
_IN_A_ROW = re.compile(f"([一二三四五六七八])([两二三四五六七八九])([十百千]?)(?![{SIGNS}])")


def read_han(written: str) -> Decimal | None:
    """Return the value of Chinese numerals, with decimals behind 点; None for signs that stand one by one, as in a code.

    A digit alone behind hundreds or thousands counts the next smaller ones: 两千五 is 2500, 两千零五 is 2005.
    """
    whole, _point, decimals = written.partition(POINT)
    if not all(sign in DIGITS for sign in decimals):
        return None
    total, held, last = 0, None, 1
    for sign in whole:
        if sign in TIMES:
            last = TIMES[sign]
            total += (1 if held is None else held) * last
            held = None
        elif held or sign not in DIGITS:
            return None
        else:
            held = DIGITS[sign]
            if held == 0:
                last = 10
    if held:
        total += held * (last // 10 if last >= 100 else 1)
    return Decimal(f"{total}.{''.join(str(DIGITS[sign]) for sign in decimals)}" if decimals else total)


def read_two_in_a_row(text: str, start: int) -> tuple[int, Decimal, Decimal] | None:
    """Return where "three or four" (三四) ends that begins here, and both numbers; None where no such two stand.

    三四天 are three to four days, 七八十 seventy to eighty.
    """
    pair = _IN_A_ROW.match(text, start)
    if pair is None or DIGITS[pair[1]] + 1 != DIGITS[pair[2]]:
        return None
    times = TIMES.get(pair[3], 1)
    return pair.end(), Decimal(DIGITS[pair[1]] * times), Decimal(DIGITS[pair[2]] * times)
