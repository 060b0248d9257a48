"""Numbers as the reader writes them: the marks of the language of now, which Django's formats know, between the digits.

How a typed number is read stands in the core (`landsea_core.text.numbers`); here the core is told the reader's marks.
"""

from django.utils.formats import get_format

from landsea_core.text.numbers import digits, typed
from landsea_core.text.numbers.notation import Notation

write_plain_number = typed.write_for_every_reader


def format_number(value: float, decimals: int = 0) -> str:
    """Return a number with so many decimals, thousands kept apart, and a minus that is one sign."""
    return put_reader_marks(f"{value:,.{decimals}f}".replace("-", "−"))


def put_reader_marks(printed: str) -> str:
    """Return a number that the core printed (commas between thousands, a point before decimals) with the reader's marks."""
    marks = {",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return printed.translate(str.maketrans(marks))


class TwoReadings(ValueError):
    """Raised for a number that may be meant in two ways; `many` and `few` are both, each written so that it is read as one."""

    def __init__(self, many: float, few: float) -> None:
        self.many, self.few = write_plain_number(many), put_reader_marks(write_plain_number(few))
        super().__init__(f"{self.many} or {self.few}")


def read_typed_number(text: str) -> float:
    """Return the number that somebody typed, by the marks of the language of now: "20.000" is 20,000 in Lao.

    Raises TwoReadings for what may be meant in two ways ("20.000" in English), ValueError for what is no finite number.
    """
    try:
        return typed.read_typed(text, Notation.of_reader(get_format("THOUSAND_SEPARATOR")))
    except digits.TwoReadings as doubt:
        raise TwoReadings(float(doubt.many), float(doubt.few)) from doubt
