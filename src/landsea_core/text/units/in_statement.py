"""Units and magnitudes as English and Chinese statements write them: "bn yuan", 万吨.

The words are those of running text, and more that would be read too often there ("d", 个); where both have a word, the one for
statements counts: "mt" is a million tonnes in a statement, a tonne in a filing, and "working days" (value "no_unit") are none.
"""

from collections.abc import Iterable, Mapping

from landsea_core.text.lexicon import Entry, Lexicon
from landsea_core.text.units.sizes import MONEY, UnitSizes
from landsea_core.text.units.unit import Unit

LANGUAGES = ("en", "zh")


class StatementUnits:
    """Units by their words in lower case, and magnitudes ("bn", 万)."""

    def __init__(self, lexicon: Lexicon) -> None:
        sizes = UnitSizes(lexicon)
        entries = [*_spoken(lexicon.list_entries("unit")), *lexicon.list_entries("statement_unit")]
        codes = {entry.term.lower(): entry.value for entry in entries}
        self.units: Mapping[str, Unit] = {
            word: sizes.units[code] for word, code in codes.items() if code in sizes.units
        }
        self.currencies = frozenset(code for code, amount in sizes.amounts.items() if amount == MONEY)
        times = [*_spoken(lexicon.list_entries("number_times")), *lexicon.list_entries("statement_times")]
        self.magnitudes: Mapping[str, float] = {entry.term: float(entry.value) for entry in times}

    def is_money(self, unit: Unit) -> bool:
        """Say whether a unit is a currency's."""
        return unit.kind in self.currencies

    def is_listed(self, kind: str) -> bool:
        """Say whether the lexicon has a unit of this kind; a noun that only counts itself has none."""
        return any(unit.kind == kind for unit in self.units.values())


def _spoken(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (entry for entry in entries if entry.lang in LANGUAGES)
