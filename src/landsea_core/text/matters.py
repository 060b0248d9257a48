"""Which topic and which matter within it a text is about.

Happenings count, not only nouns: the lexicon of kind "matter" holds what people write when it happens to them; kind
"topic" holds words that speak for a topic without a matter; kind "prior" says which matters the chapter of the
goods makes likelier, so that "refused at the border" means plant health for fruit and animal health for beef.
"""

from collections.abc import Mapping

from landsea_core.text.evidence import (
    Evidence,
    Guess,
    make_guesses,
    weigh_hits,
)
from landsea_core.text.languages import LanguageReader
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

# A topic is as likely as its best matter, with half of what its other matters add.
_OTHER_MATTERS = 0.5
# Words of the topic in general lend this share to its matters that have evidence of their own.
_TOPIC_LENDS = 0.3


class MatterReader:
    """Reads topics and matters with one lexicon; see the module's text for what the lexicon holds.

    The text's language keeps short words of other languages out.
    """

    def __init__(self, lexicon: Lexicon, languages: LanguageReader):
        self._languages = languages
        self._matters = lexicon.get_index("matter")
        self._topics = lexicon.get_index("topic")
        self.topic_of = {entry.value: entry.topic for entry in lexicon.list_entries("matter")}
        self._priors: dict[str, list[tuple[str, float]]] = {}
        for row in lexicon.list_rows("prior"):
            for chapter in row["chapters"]:
                self._priors.setdefault(chapter, []).append((row["value"], float(row["weight"])))

    def read_matters(self, text: PreparedText, topic: str = "", hs: str = "") -> list[Guess]:
        """Matters, best first, within one topic when it is known; `hs` (two or more digits) is the goods' code if known.

        A matter is only guessed when words speak for it, or, within a known topic, when the goods do. An empty list
        means that nothing was recognised.
        """
        found = self.weigh_matters(text, hs, within=topic)
        if topic:
            found = {value: evidence for value, evidence in found.items() if self.topic_of.get(value) == topic}
        return make_guesses(found, self.topic_of)

    def read_topics(self, text: PreparedText, hs: str = "") -> list[Guess]:
        """Topics, best first, from the evidence for their matters and the words of the topic itself."""
        totals = weigh_hits(self._topics.find(text, self._languages.list_languages(text)))
        best: dict[str, float] = {}
        for value, evidence in self.weigh_matters(text, hs).items():
            if evidence.weight <= 0:
                continue
            topic = self.topic_of[value]
            total = totals.setdefault(topic, Evidence())
            for words, weight in evidence.words.items():
                total.add(0.0, words)
                total.words[words] = max(weight, total.words[words])
            total.weight += evidence.weight * _OTHER_MATTERS
            best[topic] = max(best.get(topic, 0.0), evidence.weight)
        for topic, weight in best.items():
            totals[topic].weight += weight * (1 - _OTHER_MATTERS)
        return make_guesses(totals)

    def find_spoken(self, text: PreparedText) -> list[Hit]:
        """All words that speak for a matter or a topic, where they stand."""
        return [
            *self._matters.find(text, self._languages.list_languages(text)),
            *self._topics.find(text, self._languages.list_languages(text)),
        ]

    def list_matters(self, topic: str) -> list[str]:
        """The matters of a topic."""
        return [matter for matter, of in self.topic_of.items() if of == topic]

    def weigh_with_goods(self, chances: Mapping[str, float], hs: str) -> dict[str, float]:
        """Chances of matters once the goods are known (`hs`, two or more digits): weighed by the priors of their chapter.

        The sum stays what it was. A prior of 0.3, as most are, makes a matter four times as likely.
        """
        priors = dict(self._priors.get(hs[:2], ()))
        weighed = {matter: chance * 100 ** priors.get(matter, 0.0) for matter, chance in chances.items()}
        total, before = sum(weighed.values()), sum(chances.values())
        return {matter: chance * before / total for matter, chance in weighed.items()} if total else weighed

    def weigh_topics(self, text: PreparedText) -> dict[str, Evidence]:
        """What speaks for each topic in general, without regard to its matters."""
        return weigh_hits(self._topics.find(text, self._languages.list_languages(text)))

    def weigh_matters(self, text: PreparedText, hs: str = "", within: str = "") -> dict[str, Evidence]:
        """What speaks for each matter, weighed but not yet compared; `within` lets goods alone speak for its matters."""
        languages = self._languages.list_languages(text)
        found = weigh_hits(self._matters.find(text, languages))
        topics = weigh_hits(self._topics.find(text, languages))
        for value, evidence in found.items():
            lender = topics.get(self.topic_of[value])
            if lender and evidence.weight > 0:
                evidence.add(max(0.0, lender.weight) * _TOPIC_LENDS)
        for value, weight in self._priors.get(hs[:2], ()):
            if value in found or (within and self.topic_of.get(value) == within):
                found.setdefault(value, Evidence()).add(weight)
        return found
