"""A relation of some figures that could be told, and the letters of its figures."""

from dataclasses import dataclass

_FEWEST_LISTED = 3
LETTERS = {
    "up": "xyp",
    "down": "xyp",
    "part": "xyp",
    "times": "xyk",
    "balance": "aabb",
    "long_balance": "aaabb",
    "product": "ffc",
    "long_product": "fffc",
    "product_and_more": "ffac",
    "product_less": "ffdc",
    "less_times": "ndfc",
    "two_products": "ffffc",
    "product_part": "ffpc",
    "product_off": "ffpc",
    "product_up": "ffpc",
    "part_of_gap": "xypc",
    "part_of_both": "xypc",
    "gap_of_parts": "ppyc",
    "part_of_part": "yppx",
    "rest_of_part": "yppx",
    "part_of_rest": "yppx",
    "rest_of_rest": "yppx",
    "up_and_up": "yppx",
    "rest_of_parts": "yppx",
    "both_parts": "yppx",
    "proportion": "xyxy",
    "same": "xx",
}
"""The letters of each formula's figures, the one that the others make last; `sum` and `mean` have an "a" a part, then "c".

x is y and p percent more (up), less (down), or p percent of y (part); x is k times y; a + a = b + b; f · f = c, with an a more
or a d less; (n - d) · f = c; p percent of f · f; p percent of the gap x - y, of x + y; p percent less p percent of y;
shares of shares of y; x : y = x : y; an amount told again in another unit; percentages h that make a hundred.
"""


@dataclass(frozen=True)
class Guess:
    """A relation of some figures. `places` are those of the figures in the order of its letters, the said one last.

    `log_ratio` is the logarithm of what the relation makes over what is said; `fits` is true where roundings as printed allow
    it, and `is_exact` where they do though no figure is printed more coarsely than the others of its kind. `turned` numbers the
    unit by which a product was turned, 0 for none; `likenesses` say how each figure may be of one thing with the said one.
    """

    formula: str
    places: tuple[int, ...]
    fits: bool
    is_exact: bool
    log_ratio: float
    likenesses: tuple[str, ...]
    turned: int = 0

    @property
    def kind(self) -> str:
        """The formula, with a sum of three and more apart: "list"."""
        return "list" if self.formula == "sum" and len(self.places) > _FEWEST_LISTED else self.formula

    @property
    def letters(self) -> str:
        """The letter of each place."""
        if self.formula == "hundred":
            return "h" * len(self.places)
        return LETTERS.get(self.formula) or "a" * (len(self.places) - 1) + "c"

    @property
    def said(self) -> int:
        """The place of the figure that the others make."""
        return self.places[-1]

    @property
    def distance(self) -> float:
        """How far what is made is from what is said, as a logarithm."""
        return abs(self.log_ratio)
