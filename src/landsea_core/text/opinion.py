"""From a trained model's probabilities and the lexicons' words to the guesses that people see.

The model says how likely each value is; the lexicons say which words speak for it. A value for which no words were found
is still suggested, and shows no words. Values less likely than one in fifty are left out.
"""

from collections.abc import Iterable, Mapping

from landsea_core.text.evidence import Evidence, Guess
from landsea_core.text.trained import ABROAD, HOME

LIKELIER = 0.5
"""A question of yes or no is answered yes from this chance on."""
_LEAST = 0.02
_MOST = 10
_MAINLAND = "CN"
# Where no other country is named: the trouble of an ASEAN filer abroad is mostly in China on this corridor, and a Chinese
# filer's most often in Vietnam, the largest partner. Both count less than a country that is named.
_UNNAMED = {"CN": 0.35}
_UNNAMED_FOR_CHINA = {"VN": 0.2, "TH": 0.1, "ID": 0.1}
# The language of a text says less than a name of the country in it, and more than nothing.
_SPOKEN = 0.7


def ranked(
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


def within(chances: Mapping[str, float], allowed: Iterable[str]) -> dict[str, float]:
    """The chances of the allowed values alone, adding up to 1 again; empty when none of them is known."""
    kept = {value: chances[value] for value in allowed if value in chances}
    total = sum(kept.values())
    return {value: chance / total for value, chance in kept.items()} if total else {}


def countries(
    side: Mapping[str, float], named: Mapping[str, Evidence], filer_country: str, spoken: str = ""
) -> list[Guess]:
    """Where the trouble is: at home as likely as the model says, else in another country as strongly as it is named.

    `named` is the evidence of `CountryReader.evidence`; `filer_country` must be known. `spoken` is the country whose language
    the text is written in: who writes in another country's language mostly writes about it.
    """
    away = {country: evidence.weight for country, evidence in named.items() if evidence.weight > 0}
    away.pop(filer_country, None)
    for country, weight in (_UNNAMED_FOR_CHINA if filer_country == _MAINLAND else _UNNAMED).items():
        away[country] = max(away.get(country, 0.0), weight)
    if spoken and spoken != filer_country:
        away[spoken] = away.get(spoken, 0.0) + _SPOKEN
    squares = sum(weight**2 for weight in away.values())
    chances = {country: side[ABROAD] * weight**2 / squares for country, weight in away.items()}
    chances[filer_country] = side[HOME]
    words = [Guess(country, 0.0, evidence.best_words()) for country, evidence in named.items()]
    return ranked(chances, words)
