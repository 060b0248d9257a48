"""From a trained model's probabilities and the lexicons' words to the guesses that people see.

The model says how likely each value is; the lexicons say which words speak for it. A value for which no words were found
is still suggested, and shows no words. Values less likely than one in fifty are left out.
"""

from collections.abc import Iterable, Mapping

from landsea_core.text.evidence import Guess

LIKELIER = 0.5
"""A question of yes or no is answered yes from this chance on."""
_LEAST = 0.02
_MOST = 10


def rank_values(
    chances: Mapping[str, float], words: Iterable[Guess] = (), details: Mapping[str, str] | None = None
) -> list[Guess]:
    """The values as guesses, likeliest first, each with the words that `words` (guesses of the lexicons) have for it."""
    known = {guess.value: guess for guess in words}
    ordered = sorted(
        (value for value in chances if chances[value] >= _LEAST), key=lambda value: (-chances[value], value)
    )
    return [
        Guess(
            value,
            round(chances[value], 3),
            known[value].words if value in known else (),
            (details or {}).get(value, ""),
        )
        for value in ordered[:_MOST]
    ]


def combine_chances(model: float, words: float) -> float:
    """The chance of a rare thing that the model or the words see: what neither of two independent witnesses denies.

    The model has seen few examples of rare things and misses many; the words know them but not what stands around them.
    """
    return 1 - (1 - model) * (1 - words)


def restrict_chances(chances: Mapping[str, float], allowed: Iterable[str]) -> dict[str, float]:
    """The chances of the allowed values alone, adding up to 1 again; empty when none of them is known."""
    kept = {value: chances[value] for value in allowed if value in chances}
    total = sum(kept.values())
    return {value: chance / total for value, chance in kept.items()} if total else {}
