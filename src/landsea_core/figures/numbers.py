"""Numbers as they are written in a text, in figures, English and Chinese words: their pattern and their value."""

ENGLISH = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}
HAN_DIGITS = "一二三四五六七八九"
_HAN_NUMBER = rf"[{HAN_DIGITS}两十百千]+(?:点[{HAN_DIGITS}零]+)?"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\b(?:{'|'.join(ENGLISH)})\b|{_HAN_NUMBER})"


def chinese_number(word: str) -> float:
    """Return the value of a number in Chinese words: 二十四点二 -> 24.2."""
    whole, _, rest = word.partition("点")
    total = digit = 0
    for character in whole:
        if character in _PLACES:
            total += (digit or 1) * _PLACES[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit + (float("0." + "".join(str(_DIGITS[c]) for c in rest)) if rest else 0)


def parse_number(word: str) -> tuple[float, int]:
    """Return the value of a number as written, and its decimals."""
    plain = word.replace(",", "").lower()
    if plain in ENGLISH:
        return float(ENGLISH[plain]), 0
    if plain[0].isdigit():
        return float(plain), len(plain.partition(".")[2])
    return chinese_number(plain), len(plain.partition("点")[2])
