"""From words found to guesses: one simple formula, the same for every reader.

Each distinct term counts once, with weight times quality; negative weights speak against. For a value with evidence E,

    confidence = (1 - 2^(-2 E)) * E^2 / (sum of the squares of all values' evidence)

so that one full-weight term alone gives 0.75, two give 0.94, and an equally strong rival halves it. The formula is
ours; `measure` shows how well the confidences are calibrated. Any other source of evidence (a trained model's
opinion, say) joins by adding its own `Evidence` before `guesses` is called.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from landsea_core.text.lexicon.phrase_index import Hit

MOST_WORDS = 6
TAKEN_FROM = 0.6
"""What was read with less confidence is asked and not taken: somebody who is not asked finds the error late."""


@dataclass(frozen=True)
class Guess:
    """One suggestion: a value, how sure it is (0 to 1), and the words of the text that led to it.

    `detail` says more where a value alone would not: the topic of a matter, the English name of goods, the country of
    a place, the reason of a scope. It is empty otherwise.
    """

    value: str
    confidence: float
    words: tuple[str, ...] = ()
    detail: str = ""


@dataclass
class Evidence:
    """What speaks for one value so far: the sum of weights, and the words with their weights."""

    weight: float = 0.0
    words: dict[str, float] = field(default_factory=dict)

    def add(self, weight: float, words: str = "") -> None:
        """Count one piece of evidence; words without text (a prior) count but are not shown."""
        self.weight += weight
        if words:
            self.words[words] = max(weight, self.words.get(words, weight))

    def list_best_words(self) -> tuple[str, ...]:
        """The words that speak for the value, strongest first, at most six."""
        chosen = sorted(self.words, key=lambda words: (-self.words[words], words))
        return tuple(words for words in chosen if self.words[words] > 0)[:MOST_WORDS]


def keep_longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that do not lie inside a longer one ("tax" inside "tax refund"); joined phrases neither hide nor are hidden."""
    kept: list[Hit] = []
    covered_to, covered_from = -1, -1
    for hit in hits:
        if hit.joined:
            kept.append(hit)
        elif hit.end > covered_to or (hit.start, hit.end) == (covered_from, covered_to):
            kept.append(hit)
            covered_from, covered_to = hit.start, hit.end
    return kept


def weigh_hits(hits: Iterable[Hit]) -> dict[str, Evidence]:
    """The evidence for each value from hits whose payloads are lexicon entries; each distinct term counts once."""
    best: dict[tuple[str, str], Hit] = {}
    for hit in keep_longest(hits):
        key = (hit.payload.value, hit.words)
        if key not in best or hit.quality * abs(hit.payload.weight) > best[key].quality * abs(best[key].payload.weight):
            best[key] = hit
    found: dict[str, Evidence] = {}
    for (value, words), hit in best.items():
        found.setdefault(value, Evidence()).add(hit.payload.weight * hit.quality, words)
    return found


def find_confidence(weight: float, squares: float) -> float:
    """The formula of this module: `squares` is the sum of the squared evidence of all values, this one included."""
    return (1 - 2 ** (-2 * weight)) * weight * weight / squares if weight > 0 else 0.0


def make_guesses(
    found: Mapping[str, Evidence], details: Mapping[str, str] | None = None, most: int = 10
) -> list[Guess]:
    """The values with positive evidence as guesses, best first (equal ones by name), at most `most` of them."""
    positive = {value: evidence for value, evidence in found.items() if evidence.weight > 0}
    squares = sum(evidence.weight**2 for evidence in positive.values())
    ordered = sorted(positive, key=lambda value: (-positive[value].weight, value))[:most]
    return [
        Guess(
            value,
            round(find_confidence(positive[value].weight, squares), 3),
            positive[value].list_best_words(),
            (details or {}).get(value, ""),
        )
        for value in ordered
    ]
