"""Numbers as the reader writes them: the marks of the language of now, which Django's formats know, between the digits."""

import math
import re
from unicodedata import normalize

from django.utils.formats import get_format


def number(value: float, decimals: int = 0) -> str:
    """Return a number with so many decimals, thousands kept apart, and a minus that is one sign."""
    return marked(f"{value:,.{decimals}f}".replace("-", "−"))


def marked(printed: str) -> str:
    """Return a number that the core printed (commas between thousands, a point before decimals) with the reader's marks."""
    marks = {",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return printed.translate(str.maketrans(marks))


class TwoReadings(ValueError):
    """Raised for a number that may be meant in two ways; `many` and `few` are both, each written so that it is read as one."""

    def __init__(self, many: float, few: float) -> None:
        self.many, self.few = written(many), marked(written(few))
        super().__init__(f"{self.many} or {self.few}")


def read(typed: str) -> float:
    """Return the number that somebody typed, whichever marks their language has: 1,5 and 1.5 are the same.

    One mark before exactly three digits keeps thousands apart where the reader's language does so ("20.000" in Lao). Where
    it stands before decimals there, others write thousands so: no reading is taken, lest a plan be a thousand times too
    small. So the same text is read by two readers as the same number, or refused to one of them.
    Raises TwoReadings for that, ValueError for what is no finite number.
    """
    text = "".join(normalize("NFKC", typed).split())
    marks = [sign for sign in text if sign in ",."]
    if len(set(marks)) == 2:
        whole, _mark, decimals = text.rpartition(marks[-1])
        return _finite(f"{_joined(whole, marks[0])}.{decimals}")
    if len(marks) > 1:
        return _finite(_joined(text, marks[0]))
    if marks and re.fullmatch(r"[+-]?[^\D0]\d{0,2}[,.]\d{3}", text):
        many = _finite(_joined(text, marks[0]))
        if marks[0] != get_format("THOUSAND_SEPARATOR"):
            raise TwoReadings(many, many / 1000)
        return many
    return _finite(text.replace(",", "."))


def written(value: float) -> str:
    """Return a number so that `read` takes it as the same in every language: no marks between thousands, a point before
    decimals, and never three of those.
    """
    words = f"{value:.10f}".rstrip("0").rstrip(".")
    return f"{words}0" if re.search(r"\.\d{3}$", words) else words


def _joined(text: str, mark: str) -> str:
    """Return the digits of a number whose thousands this mark keeps apart. Raises ValueError where it keeps others apart."""
    if not re.fullmatch(rf"[+-]?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", text):
        raise ValueError(text)
    return text.replace(mark, "")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value
