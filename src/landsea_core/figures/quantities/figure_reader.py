"""From a match of the pattern of figures to quantities: one figure, one with two ends, or two that were joined."""

import re
from dataclasses import replace
from decimal import Decimal

from landsea_core.figures.quantities.figure_pattern import FigurePatterns
from landsea_core.figures.quantities.figure_words import FigureWords
from landsea_core.figures.quantities.quantity import Quantity
from landsea_core.figures.quantities.rounding import find_printed_step
from landsea_core.text.numbers.in_statement import count_decimals
from landsea_core.text.units.unit import PEOPLE, PERCENT, PLAIN, POINTS, Unit, count_noun

LARGEST = Decimal(10) ** 18
"""A number as large as this is no figure of trade but a code or a slip of the hand: it is not read."""
LEAST_COUNTED = 10
_IN_WORDS = re.compile(r"[a-z]\s*$", re.IGNORECASE)
_COLLECTIVE = ("staff", "personnel")
"""A smaller number in words with which a sentence begins ("Two were opened") is rather of something else."""
_LEAD, _AROUND = 240, 800
"""Characters before a number word in which a list has begun, and on either side in which its noun is counted in figures."""
_ORDINAL = "第"
_MINUS = ("-", "−", "–")
_YUAN = ("CNY", "RMB", "¥", "￥")
Groups = dict[str, str | None]


class FigureReader:
    """Reads matches with the words of one lexicon."""

    def __init__(self, words: FigureWords, patterns: FigurePatterns) -> None:
        self._words = words
        self._patterns = patterns

    def read_figures(self, match: re.Match[str], text: str) -> list[Quantity]:
        """Return the one figure of a match, or the two of "from A to B"; none where a number is too large to be one.

        A number in words without a unit ("three") is a figure only before others ("three of the ten").
        """
        if text[: match.start("num")].endswith(_ORDINAL):
            return []  # 第二批: the second, and not two
        got: Groups = match.groupdict()
        numbers = [self._words.numbers.read(written) for name in ("num", "num2") if (written := got[name])]
        if any(number is None or number >= LARGEST for number in numbers):
            return []
        has_unit = got["mag"] or got["unit"] or got["unit1"] or got["cur"]
        if not match["num"][0].isdigit() and not has_unit and not self._counts_without_unit(match, numbers[0], text):
            return []
        unit = self._find_unit(got["unit"], got["cur"])
        if not got["num2"]:
            return [self._make(got, "num", "mag", unit, match.span(), text)]
        if self._are_apart(match, numbers, unit, text):
            return self._read_two(match, got, unit, text)
        lower = self._make(got, "num", "mag", unit, match.span(), text)
        upper = self._make(got, "num2", "mag", unit, match.span(), text)
        return [replace(lower, high=upper.high, text=match.group().strip())]

    def _counts_without_unit(self, match: re.Match[str], number: Decimal | None, text: str) -> bool:
        """Say whether a number in words without a unit is a figure: "three of the ten", "Twenty-eight were loaded"."""
        is_many = number is not None and number > 1
        if self._patterns.of_a_number.match(text, match.end()) or (
            is_many and self._patterns.for_each.match(text, match.end())
        ):
            return True
        start = match.start("num")
        lead = text[max(0, start - _LEAD) : start]
        is_last = not text[match.end() :].lstrip()[:1].isalpha()
        if is_last and (self._patterns.by_a_way.search(lead) or self._patterns.instead.search(lead)):
            return True
        if is_many and (self._patterns.more_of_those.match(text, match.end()) or self._patterns.remaining.search(lead)):
            return True
        if self._is_counted_again(text, match) or self._counts_things(match, number, text):
            return True
        if self._is_listed(lead, text[match.end() : match.end() + _LEAD]):
            return True
        goes_on = self._patterns.of_those_before.match(text, match.end()) and match["num"][0].isupper()
        is_row = is_many and self._patterns.counts_on.match(text, match.end())  # "Nine belong to ..., seven to ..."
        return bool(goes_on) and number is not None and (number >= LEAST_COUNTED or bool(is_row))

    def _counts_things(self, match: re.Match[str], number: Decimal | None, text: str) -> bool:
        """Say whether a number word counts votes, or what a plural names: "Eighty officers", "Three ships ... each"."""
        if self._patterns.votes.match(text, match.end()):
            return True
        is_large = number is not None and number >= LEAST_COUNTED
        is_each = number is not None and number > 1 and self._patterns.each_behind.match(text, match.end())
        is_divided = number is not None and number > 1 and self._patterns.taken_up.match(text, match.end())
        return bool((is_large or is_each or is_divided) and self._patterns.things.match(text, match.end()))

    def _is_counted_again(self, text: str, match: re.Match[str]) -> bool:
        """ "14 rooms: ten double rooms and six single rooms": what figures count nearby, number words count too."""
        noun = self._patterns.noun_of_word.match(text, match.end())
        if noun is None:
            return False
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        return bool(re.search(rf"\d\s+(?:[a-z-]+\s+)?{noun['noun']}\b", around, re.IGNORECASE))

    def _is_listed(self, lead: str, rest: str) -> bool:
        """Say whether a number word is one of a list behind what it counts: "nine companies: four from China, three ..."."""
        here = re.split(r"(?<!\d)[.]\s", lead)[-1]
        if self._patterns.listed_thing.match(rest) and self._patterns.opens_people.search(here):
            return True
        if self._patterns.listed.match(rest) and self._patterns.goes_on_counting.search(here):
            return True
        if self._patterns.does_so.match(rest) and self._patterns.joined.search(here):
            return True
        goes_on = self._patterns.listed.match(rest)  # before what has to look through all that leads to it
        return bool(goes_on and self._patterns.opens_counts.search(here) and self._patterns.in_a_list.search(lead))

    def _are_apart(self, match: re.Match[str], numbers: list[Decimal | None], unit: Unit, text: str) -> bool:
        """Say whether two numbers that are joined are two figures, a beginning and an end, and not one range."""
        low, high = numbers
        first_unit = self._find_unit(match["unit1"], match["cur"]) if match["unit1"] else unit
        is_rising = low is not None and high is not None and low < high
        if first_unit == unit == PERCENT and is_rising and self._patterns.of_a_whole.match(text, match.end()):
            return bool(self._words.two_ends.search(text[: match.start("num")]))
        return bool(
            self._words.two_ends.search(text[: match.start("num") - len(match["bound"] or "")])
            or (first_unit.kind != unit.kind and (match["unit1"] or match["unit"]))
            or match["mag1"]
            or match["unit1"]
            or not is_rising
            or match["sign"] == "+"
            or "." in match["num"]
        )

    def _read_two(self, match: re.Match[str], got: Groups, unit: Unit, text: str) -> list[Quantity]:
        """Return two figures; the first takes magnitude and unit of the second unless it has its own."""
        first_unit = self._find_unit(got["unit1"], got["cur"]) if got["unit1"] else unit
        if not (got["unit1"] or got["mag1"]):
            got = {**got, "mag1": got["mag"]}
            first_unit = unit
        own = {**got, "above": got["above1"]}
        first = self._make(own, "num", "mag1", first_unit, (match.start(), _find_end_of_first(match)), text)
        bare = {**got, "bound": None, "plus": None, "sign": None}
        return [first, self._make(bare, "num2", "mag", unit, (match.start("num2"), match.end()), text)]

    def _make(self, got: Groups, number: str, magnitude: str, unit: Unit, span: tuple[int, int], text: str) -> Quantity:
        """Return the quantity of one number of a match; `number` and `magnitude` name its groups."""
        value = self._words.numbers.read(got[number] or "") or Decimal(0)
        decimals = count_decimals(value)
        size = self._words.units.magnitudes.get((got[magnitude] or "").lower(), 1.0)
        words = _join_words(got[magnitude], _word_of_unit(got))
        if unit == PLAIN and magnitude == "mag":
            unit, words = self._count_noun(text, span[1], words)
        scale = size * unit.factor
        signed = -float(value) if got["sign"] in _MINUS else float(value)
        return Quantity(
            low=signed * scale,
            high=signed * scale,
            step=_find_step(signed, decimals, unit) * scale,
            unit=unit,
            text=text[slice(*span)].strip(),
            start=span[0],
            end=span[1],
            bound="over"
            if got["plus"] or got["plus2"] or got["above"]
            else self._words.bounds.get((got["bound"] or "").lower(), ""),
            scale=scale,
            words=words,
            decimals=decimals,
            signed=bool(got["sign"]),
        )

    def _count_noun(self, text: str, end: int, words: str) -> tuple[Unit, str]:
        """Return unit and words of a number without unit, by the noun behind it: "46 pallets", "350,000 Thai visitors"."""
        noun = self._patterns.noun.match(text, end)
        if noun and noun["noun"].lower() in _COLLECTIVE:
            return PEOPLE, _join_words(words, noun["noun"])
        if noun and (_is_plural(noun["noun"]) or _is_foreign_noun(noun["noun"], text)):
            return count_noun(noun["noun"]), _join_words(words, noun["noun"])
        things = self._patterns.things.match(text, end) if _IN_WORDS.search(text[:end]) else None
        if things and self._patterns.each_behind.match(text, end) and not self._patterns.later_noun.match(text, end):
            return count_noun(things["noun"]), _join_words(words, things["noun"])
        later = self._patterns.later_noun.match(text, end)
        if later and not self._words.link.search(later["between"]):
            return self._words.units.units[later["noun"].lower()], _join_words(words, later["noun"])
        return PLAIN, words

    def _find_unit(self, word: str | None, currency: str | None) -> Unit:
        """Return the unit of the words behind a number and of the currency before it."""
        unit = self._words.units.units[word.lower()] if word else PLAIN
        return self._words.units.units[currency.lower()] if currency and not self._words.units.is_money(unit) else unit


def _find_end_of_first(match: re.Match[str]) -> int:
    """Return where the first of two figures ends: behind its own unit or magnitude, if it has one."""
    return max(match.end(group) for group in ("num", "mag1", "unit1"))


def _join_words(*parts: str | None) -> str:
    """Return magnitude and unit as printed: with a space between, except in Chinese."""
    words = [part for part in parts if part]
    return ("" if words and not words[0].isascii() else " ").join(words)


def _find_step(value: float, decimals: int, unit: Unit) -> float:
    return float(10.0**-decimals) if unit in (PERCENT, POINTS) else find_printed_step(value, decimals)


def _is_foreign_noun(noun: str, text: str) -> bool:
    """Say whether a word that nobody glossed stands behind several numbers: it is what they count."""
    if not noun.startswith("qx"):
        return False
    is_rated = re.search(rf"\b(?:each|per|a|every) {noun}\b", text)
    return bool(is_rated) or len(re.findall(rf"\d {noun}\b", text)) > 1


def _is_plural(noun: str) -> bool:
    return noun.lower().endswith("s") and not noun.lower().endswith("ss")


def _word_of_unit(got: Groups) -> str:
    word = (got["unit"] or got["unit1"] or got["cur"] or "").strip()
    return "yuan" if word in _YUAN else word
