"""Which words mean the same for a search: those of the files, and the names of every place in service."""

from landsea.base.kept import Kept
from landsea.directory.access import list_places_in_service
from landsea.directory.access.place_records import compute_places_mark
from landsea.search.kept_indexes import gather_senses
from landsea_core.finding import SameWords
from landsea_core.finding.same_words import list_little_words, list_words_on_file

SENSES = Kept(compute_places_mark)
_SHORTEST_NAME = 3
"""Letters; a shorter name of a place is some other word more often."""


def find_senses() -> SameWords:
    """Return them, kept in this process until a place changes."""
    return SENSES.get("senses", _read_senses)


def _read_senses() -> SameWords:
    named = [
        (f"place:{place.code}", name)
        for place in list_places_in_service().select_related(None).only("code", "names", "other_names")
        for name in place.all_names
        if len(name) >= _SHORTEST_NAME or not name.isascii()
    ]
    return gather_senses([*list_words_on_file(), *named], list_little_words())
