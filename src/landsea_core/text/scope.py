"""Whether a text is for the mechanism at all, or for a court, a consumer office, a police station.

Matters that no office of the corridor takes (kind "scope_matter" lists them) compete with all others; words of kind "scope"
("my landlord") speak against any. Nobody is turned away by this: the guess decides what the page suggests first.
"""

from landsea_core.text.evidence import Evidence, Guess, weigh_hits
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon

IN, OUT, BORDERLINE = "in", "out", "borderline"
# From this share of the evidence on, what speaks for "out" makes the case borderline, and then out.
_BORDERLINE_FROM, _OUT_FROM = 0.36, 0.5
_LITTLE = 0.5


class ScopeReader:
    """Reads the scope from the evidence for matters and the lexicon's own words."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.get_index("scope")
        self._scope_of = {
            matter: row["value"] for row in lexicon.list_rows("scope_matter") for matter in row["matters"]
        }

    def read_scope(self, text: PreparedText, matters: dict[str, Evidence]) -> Guess:
        """The value is "in", "out" or "borderline"; `detail` is the reason.

        A reason is the code of a matter, or not_cross_border, or asks_for_money.

        `matters` is the evidence for all matters, as `MatterReader.weigh_matters` gives it.
        """
        against = weigh_hits(self._words.find(text))
        inside = 0.0
        for value, evidence in matters.items():
            if self._scope_of.get(value) == OUT:
                against[value] = evidence
            elif value not in self._scope_of:
                inside = max(inside, evidence.weight)
        reason = max(sorted(against), key=lambda value: against[value].weight, default="")
        outside = against[reason].weight if reason else 0.0
        share = outside / (outside + inside) if outside > 0 else 0.0
        if outside > _LITTLE and share >= _OUT_FROM:
            return Guess(OUT, round(share, 3), against[reason].list_best_words(), reason)
        if outside > _LITTLE and share >= _BORDERLINE_FROM:
            return Guess(BORDERLINE, round(1 - share, 3), against[reason].list_best_words(), reason)
        return self._find_borderline(matters, inside) or Guess(IN, round(1 - share, 3) if inside else 0.5)

    def _find_borderline(self, matters: dict[str, Evidence], inside: float) -> Guess | None:
        """A borderline matter that outweighs everything inside, if there is one."""
        between = {value: matters[value] for value in sorted(matters) if self._scope_of.get(value) == BORDERLINE}
        reason = max(between, key=lambda value: between[value].weight, default="")
        if not reason or between[reason].weight <= max(inside, _LITTLE):
            return None
        weight = between[reason].weight
        return Guess(BORDERLINE, round(weight / (weight + inside), 3), between[reason].list_best_words(), reason)
