"""Formulas of relations: "C = A * B", "F = A + B - C", "A < B", "C = (A * B + F * R) / (A + F)", with letters for what a
wording has and plain numbers.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from landsea_core.figures.quantities import Interval

_SIDES = re.compile(r"([^=<>]*)([=<>])([^=<>]*)")
_DIVIDED = re.compile(r"\((?P<made>[^()]+)\)\s*/\s*\((?P<divisor>[^()]+)\)")
_TERM = re.compile(r"([+-]?)\s*([^+-]+)")
_FACTOR = re.compile(r"([*/]?)\s*([A-Z]|\d+(?:\.\d+)?)\s*")
_SIGNS = {"*": " × ", "/": " / ", "+": " + ", "-": " − ", "": ""}


@dataclass(frozen=True)
class Factor:
    """A letter or a number, and how it is joined to the factor before it: "", "*" or "/"."""

    joined: str
    name: str


@dataclass(frozen=True)
class Term:
    """Factors with a sign before them."""

    sign: str
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Formula:
    """`said` is the letter of what is told, `terms` what it is made of, `sign` how both are told to stand: "=", "<" or ">".

    `divisor` is the sum by which all terms are divided: the 40 tonnes of a mean price.
    """

    said: str
    terms: tuple[Term, ...]
    sign: str = "="
    divisor: tuple[Term, ...] = ()

    @property
    def letters(self) -> frozenset[str]:
        """The letters that it is made of, without the one that is told."""
        return frozenset(
            one.name for term in (*self.terms, *self.divisor) for one in term.factors if one.name.isalpha()
        )

    @property
    def is_sum(self) -> bool:
        """Whether nothing is multiplied or divided in it."""
        return not self.divisor and all(len(term.factors) == 1 for term in self.terms)

    @property
    def has_only_numbers_leading(self) -> bool:
        """Whether each term begins with a plain number: "60 / A" is how often in an hour."""
        return all(not term.factors[0].name.isalpha() for term in self.terms)

    def is_leading(self, letter: str) -> bool:
        """Say whether a letter opens a term: it is an amount there, and not how many times."""
        return any(term.factors[0].name == letter for term in self.terms)

    def compute(self, values: Mapping[str, Interval]) -> Interval:
        """Return what may come of it: every end of every figure is tried with every other."""
        names = sorted(self.letters)
        made = [
            self._compute_once(dict(zip(names, ends, strict=True)))
            for ends in product(*((values[name].low, values[name].high) for name in names))
        ]
        return Interval(min(made), max(made))

    def _compute_once(self, values: Mapping[str, float]) -> float:
        total = _add_up(self.terms, values)
        return _divide(total, _add_up(self.divisor, values)) if self.divisor else total

    def print_with(self, say: Callable[[str], str]) -> str:
        """Return it with the words of its letters: "350 tonnes × 4 barges"."""
        made = _print_terms(self.terms, say)
        return f"({made}) / ({_print_terms(self.divisor, say)})" if self.divisor else made


def _add_up(terms: Iterable[Term], values: Mapping[str, float]) -> float:
    total = 0.0
    for term in terms:
        made = 1.0
        for one in term.factors:
            value = values[one.name] if one.name.isalpha() else float(one.name)
            made = _divide(made, value) if one.joined == "/" else made * value
        total += -made if term.sign == "-" else made
    return total


def _divide(one: float, other: float) -> float:
    return one / other if other else float("inf")


def _print_terms(terms: Iterable[Term], say: Callable[[str], str]) -> str:
    pieces = []
    for at, term in enumerate(terms):
        pieces.append(_SIGNS[term.sign] if at or term.sign == "-" else "")
        for one in term.factors:
            pieces += [_SIGNS[one.joined], say(one.name) if one.name.isalpha() else one.name]
    return "".join(pieces).strip()


def read_formula(written: str) -> Formula:
    """Return a formula as written: "C = A * B", "A < B". Raises ValueError for what is none."""
    sides = _SIDES.fullmatch(written)
    if sides is None:
        raise ValueError(written)
    said, sign, made = (part.strip() for part in sides.groups())
    divided = _DIVIDED.fullmatch(made)
    terms = _read_terms(divided["made"] if divided else made)
    if len(said) != 1 or not said.isalpha() or not terms:
        raise ValueError(written)
    return Formula(said, terms, sign, _read_terms(divided["divisor"]) if divided else ())


def _read_terms(written: str) -> tuple[Term, ...]:
    return tuple(Term(sign, _read_factors(factors)) for sign, factors in _TERM.findall(written))


def _read_factors(written: str) -> tuple[Factor, ...]:
    factors = tuple(Factor(*found) for found in _FACTOR.findall(written))
    if "".join(one.joined + one.name for one in factors) != re.sub(r"\s", "", written):
        raise ValueError(written)
    return factors
