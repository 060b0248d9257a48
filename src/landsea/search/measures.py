"""Measures by the words they hold, in every language."""

from collections.abc import Sequence
from itertools import chain

from landsea.base.kept import Kept
from landsea.rules.access import published_book
from landsea.rules.rule_translations import all_wordings
from landsea.rules.sectors import names_sector
from landsea_core.rules import Measure
from landsea_core.text import read_sectors, split_into_words


def find_measures(words: Sequence[str], country: str) -> tuple[Measure, ...]:
    """Published measures whose code, title, summary, legal act, authority or requirements hold all the words, and what is
    offered to a line of business that the words name ("green technology").
    """
    sectors = read_sectors(" ".join(words))
    whole, beginning = set(words[:-1]), words[-1]
    found = []
    for measure in published_book().by_code.values():
        if country and measure.country != country:
            continue
        own = _words_of_measure(measure)
        if (whole <= own and any(word.startswith(beginning) for word in own)) or names_sector(measure, sectors):
            found.append(measure)
    return tuple(sorted(found, key=lambda measure: measure.code))


WORDS = Kept(all_wordings)


def _words_of_measure(measure: Measure) -> frozenset[str]:
    """The words of a measure in every language, cut once a process until a version of any is published."""
    return WORDS.get(measure.code, lambda: _cut_words(measure))


def _cut_words(measure: Measure) -> frozenset[str]:
    own = (measure.code, measure.title_local, measure.summary, measure.legal_act)
    put = (measure.title, measure.authority, *(one.what for one in measure.requirements))
    return frozenset(
        split_into_words("\n".join((*own, *chain.from_iterable(map(all_wordings().find_everywhere, put)))))
    )
