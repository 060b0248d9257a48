"""A day, or a stretch of days, that a text speaks of."""

from dataclasses import dataclass
from datetime import date

SURE, LIKELY, PERHAPS = 0.9, 0.7, 0.45


@dataclass(frozen=True)
class When:
    """From `first` to `last`, both included, and the words that say so. `since` is true where it began then and goes on."""

    first: date
    last: date
    confidence: float
    words: str
    start: int
    since: bool = False

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.words)
