"""How finely a printed number was rounded: its last decimal, or for whole numbers the zeros at its end."""

import math

SURE_DIGITS = 3
"""Zeros at the end of a whole number count as rounding after so many digits: 1,425,000 is exact to 1,000 or better."""
WHOLE_BELOW = 1000


def find_coarse_step(value: float) -> float:
    """Return the place of the last digit that is not zero: 12,000 -> 1,000; 60 -> 10; 8.59 -> 0.01; 0 -> 1."""
    if value == 0:
        return 1.0
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10.0 ** -len(digits.split(".")[1]))
    return float(10.0 ** (len(digits) - len(digits.rstrip("0"))))


def find_printed_step(value: float, decimals: int) -> float:
    """Return the rounding of a printed number: its last decimal, or for whole ones the zeros beyond `SURE_DIGITS`.

    8.59 was rounded to 0.01, 327,700 to 100. A small whole number (3 bn, 46 cases) is meant as it stands: people write 3 and
    not 3.0.
    """
    if decimals or value == 0:
        return float(10.0**-decimals)
    if abs(value) < WHOLE_BELOW:
        return 0.1
    whole = int(math.log10(abs(value))) + 1
    zeros = int(math.log10(find_coarse_step(value)))
    return float(10.0 ** max(0, min(zeros, whole - SURE_DIGITS)))
