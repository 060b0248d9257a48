"""Numbers as the reader writes them: the marks of the language of now, which Django's formats know, between the digits."""

from django.utils.formats import get_format


def number(value: float, decimals: int = 0) -> str:
    """Return a number with so many decimals, thousands kept apart, and a minus that is one sign."""
    return marked(f"{value:,.{decimals}f}".replace("-", "−"))


def marked(printed: str) -> str:
    """Return a number that the core printed (commas between thousands, a point before decimals) with the reader's marks."""
    marks = {",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return printed.translate(str.maketrans(marks))
