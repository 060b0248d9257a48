"""What rooms give to the search: kinds of public things with the words by which they are found, and how a line of each is
shown.

Nothing here may be seen by some only: cases are searched by the search itself, under their own rights. What an index finds is
asked of the room again before it is shown, so that what was withdrawn a moment ago is in no list.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from landsea.base.contributions import Slot
from landsea_core.finding import Text


@dataclass(frozen=True)
class FoundLine:
    """One thing as a list shows it: where it leads, its title in the reader's language, words of it around which what was
    looked for is marked, its country (two letters, or empty), and how it stands now: kind and words for `{% state %}`, or
    empty. `countries`: all it concerns, where they are more than the one that the line shows. `named`: a name that stands
    before the words and is the same in every language, such as a carrier's.
    """

    key: str
    url: str
    title: str
    words: str = ""
    country: str = ""
    state: tuple[str, str] = ("", "")
    countries: frozenset[str] = frozenset()
    named: str = ""

    def is_about(self, country: str) -> bool:
        """Whether it concerns a country (two letters); each does where none is named."""
        return country in ("", self.country) or country in self.countries


@dataclass(frozen=True)
class FindableKind:
    """A kind of public things.

    code: what the page calls it in its address. read_mark: changes when its texts do. read_texts: all of them, with their keys.
    show: the lines of these keys, in any order, at a moment (aware), in the language of now; what is public no more is left
    out.
    """

    code: str
    read_mark: Callable[[], Hashable]
    read_texts: Callable[[], Iterable[Text]]
    show: Callable[[Sequence[str], datetime], list[FoundLine]]


FINDABLE: Slot[FindableKind] = Slot("kinds of public things that the search finds")
