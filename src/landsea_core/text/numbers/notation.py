"""What points and commas between the digits of a number mean, in each place where numbers are read."""

from dataclasses import dataclass

MARKS = ".,"


@dataclass(frozen=True)
class Notation:
    """How a lone mark before exactly three digits is read, the one case in which marks do not speak for themselves.

    It keeps thousands apart when it is one of `thousands`: "1.500" is 1,500 where `thousands` has the point. Else it opens
    the decimals, unless `asks` is true: then no reading is taken (`TwoReadings`).
    """

    thousands: str
    asks: bool = False

    @classmethod
    def of_reader(cls, thousands: str) -> "Notation":
        """Return the notation of a form whose reader keeps thousands apart by this mark, such as "." in Lao."""
        return cls(thousands, asks=True)


RUNNING_TEXT = Notation(thousands=MARKS)
STATEMENT = Notation(thousands=",")
