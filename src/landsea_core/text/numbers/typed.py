"""Numbers that somebody types into a form: either mark may open the decimals, and what may be meant in two ways is asked."""

import math
import re
from decimal import Decimal
from unicodedata import normalize

from landsea_core.text.numbers.digits import TwoReadings, read_digits
from landsea_core.text.numbers.notation import Notation

_TYPED = re.compile(r"(?P<sign>[+-]?)(?P<number>(?=[.,]?\d)[\d.,]+)(?:[eE](?P<power>[+-]?\d+))?")
_PLAIN = re.compile(r"\d*[.,]?\d*")


def read_typed(typed: str, notation: Notation) -> float:
    """Return the number that somebody typed, by the marks of their language: `Notation.of_reader(".")` for Lao.

    1,5 and 1.5 are the same for everybody. "20.000" is 20,000 for a reader of Lao; for a reader of English it may be 20, and
    no reading is taken, lest a plan be a thousand times too small. So two readers who are sent the same text take it as the
    same number, or one of them is asked.

    Spaces are left out. Raises TwoReadings for what is asked, ValueError for what is no finite number.
    """
    found = _TYPED.fullmatch("".join(normalize("NFKC", typed).split()))
    if found is None:
        raise ValueError(typed)
    value = _read_mantissa(found["number"], bool(found["power"]), notation, -1 if found["sign"] == "-" else 1)
    if value is None:
        raise ValueError(typed)
    number = float(f"{value:f}e{found['power'] or 0}")
    if not math.isfinite(number):
        raise ValueError(typed)
    return number


def _read_mantissa(digits: str, has_power: bool, notation: Notation, sign: int) -> Decimal | None:
    """Return the signed value of what stands before a power of ten; whoever writes a power keeps no thousands apart."""
    if has_power and _PLAIN.fullmatch(digits):
        return sign * Decimal(digits.replace(",", "."))
    try:
        value = read_digits(digits, notation)
    except TwoReadings as doubt:
        raise TwoReadings(sign * doubt.many, sign * doubt.few) from None
    return None if value is None else sign * value


def write_for_every_reader(value: float) -> str:
    """Return a number so that `read_typed` takes it as the same whatever the reader's marks: "12345.6780".

    No marks stand between thousands, a point before decimals, and never exactly three of those.
    """
    words = f"{value:.10f}".rstrip("0").rstrip(".")
    return f"{words}0" if re.search(r"\.\d{3}$", words) else words
