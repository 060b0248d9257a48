"""Numbers in the sentences of the core: commas between thousands, a point before decimals. Pages put the reader's marks."""


def print_number(value: float, decimals: int) -> str:
    """Return a number with commas between thousands and a minus that is one sign."""
    return f"{value:,.{decimals}f}".replace("-", "−")


def print_percent(value: float, decimals: int = 1, sign: bool = True) -> str:
    """Return a percentage: `30.3` -> `+30.3 %`."""
    words = f"{value:+,.{decimals}f}" if sign else f"{value:,.{decimals}f}"
    return f"{words.replace('-', '−')} %"


def count_useful_decimals(value: float) -> int:
    """Return how many decimals show three digits of a small number, none for numbers from 100."""
    return 0 if abs(value) >= 100 or value == int(value) else 1 if abs(value) >= 10 else 2
