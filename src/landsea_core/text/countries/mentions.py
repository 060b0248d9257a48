"""Names of countries where they stand in a text, and what stands right beside them: "at", "to", "from", "our", "their"."""

from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.text.lexicon.phrase_index import Hit

_BEFORE = {"partner": 0.4, "from": 0.35, "at": 1.5, "to": 1.3, "theirs": 1.6, "ours": 0.8}
_AFTER = {"ours": 0.5, "theirs": 1.7}
_MOST_GAP = 2


@dataclass(frozen=True)
class Mention:
    """A name in the text that speaks for a country: with its weight, what stands beside it, and where it is read.

    `before` and `after` are cues ("at", "to", "from", "ours", "theirs"), empty when none stands there; `place` says that it
    is a place of the gazetteer, `side` that it is named as a side ("the Thai side", "泰方").
    """

    country: str
    weight: float
    before: str
    after: str
    place: bool
    hit: Hit
    side: bool = False

    @property
    def beside(self) -> float:
        """By how much what stands beside the name changes what it says."""
        return _BEFORE.get(self.before, 1.0) * _AFTER.get(self.after, 1.0)


def is_cut_into(one: Mention, others: Iterable[Mention]) -> bool:
    """Whether a name of another country begins within a name and ends after it."""
    return any(
        one.hit.start < other.hit.start < one.hit.end < other.hit.end and other.country != one.country
        for other in others
    )


def belongs_to_another(office: Hit, country: str, mentions: Iterable[Mention]) -> bool:
    """Whether an office of `country` is another's, whose name stands over it, begins in it or right after it: គយចិន. An
    abbreviation ("GACC") is one country's, whatever follows.
    """
    if office.payload.term.isupper():
        return False
    return any(
        office.start <= one.hit.start <= office.end + 1 and office.end < one.hit.end and one.country != country
        for one in mentions
    )


def find_cue_before(hit: Hit, ends: dict[int, list[Hit]]) -> str:
    """The longest cue that ends right before a name ("a customer in" is not "in"); of equally long ones what says most."""
    cues = [cue for gap in range(_MOST_GAP) for cue in ends.get(hit.start - gap, ())]
    best = max(cues, key=lambda cue: (cue.end - cue.start, abs(_BEFORE[cue.payload.value] - 1)), default=None)
    return best.payload.value if best else ""


def find_cue_said_after(hit: Hit, begins: dict[int, list[Hit]]) -> str:
    """The longest cue that begins right after a name, in a language that says there what others say before it."""
    cues = [cue for gap in range(_MOST_GAP) for cue in begins.get(hit.end + gap, ())]
    best = max(cues, key=lambda cue: (cue.end - cue.start, abs(_BEFORE[cue.payload.value] - 1)), default=None)
    return best.payload.value if best else ""


def find_cue_after(hit: Hit, begins: dict[int, list[str]]) -> str:
    """The cue that begins right after a name."""
    cues = (cue for gap in range(_MOST_GAP) for cue in begins.get(hit.end + gap, ()) if cue in _AFTER)
    return next(cues, "")
