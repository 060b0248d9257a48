"""Numbers in digits of any script, with marks between thousands and before decimals."""

import re
import unicodedata
from decimal import Decimal

from landsea_core.text.numbers.notation import MARKS, Notation

_MAY_BE_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


class TwoReadings(ValueError):
    """Raised for a number that may be meant in two ways, as "1.500": `many` (1500) and `few` (1.5)."""

    def __init__(self, many: Decimal, few: Decimal) -> None:
        self.many, self.few = many, few
        super().__init__(f"{many} or {few}")


def use_ascii_digits(text: str) -> str:
    """Return the text with the digits of all scripts as 0 to 9: ໒໕ and ２５ become 25. The length stays."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def read_digits(written: str, notation: Notation) -> Decimal | None:
    """Return the value of digits with points and commas between them; None when the marks make no number.

    1. Two kinds of marks: the last mark opens the decimals, the others keep thousands apart ("1.234,5" is 1234.5).
    2. One kind, more than once: it keeps thousands apart ("1,234,567").
    3. One mark, with one to three digits before it and three behind: what `notation` says.
    4. One mark elsewhere opens the decimals ("0.125", "1,25", "26.5").

    Decimals stay as written: "24.20" has two. Raises TwoReadings where the notation asks.
    """
    written = use_ascii_digits(written)
    marks = [sign for sign in written if sign in MARKS]
    if not marks:
        return Decimal(written) if written.isdecimal() else None
    if len(set(marks)) > 1:
        whole, _mark, decimals = written.rpartition(marks[-1])
        joined = _join_thousands(whole, marks[0])
        return None if joined is None else Decimal(f"{joined}.{decimals}")
    if len(marks) > 1:
        joined = _join_thousands(written, marks[0])
        return None if joined is None else Decimal(joined)
    few = Decimal(written.replace(",", "."))
    if not _MAY_BE_THOUSANDS.fullmatch(written):
        return few
    many = Decimal(written.replace(marks[0], ""))
    if marks[0] in notation.thousands:
        return many
    if notation.asks:
        raise TwoReadings(many, few)
    return few


def _join_thousands(written: str, mark: str) -> str | None:
    """Return the digits of a number whose thousands this mark keeps apart; None where it keeps others apart ("12,34,5")."""
    grouped = re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", written)
    return written.replace(mark, "") if grouped else None
