"""All readers of one data folder together, and what they make of a text.

Lexicons alone can read; with an embedder and the trained model of `data/models` how likely each
value is comes from the model, and the words that speak for it from the lexicons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from landsea_core.text.amounts import Amount
from landsea_core.text.days import When
from landsea_core.text.evidence import Guess
from landsea_core.text.languages import UNKNOWN
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.model import opinion
from landsea_core.text.papers import Paper
from landsea_core.text.parts import Parts
from landsea_core.text.scope import IN, OUT
from landsea_core.text.urgency import NORMAL, URGENT, chance_of_urgent


@dataclass(frozen=True)
class Reading:
    """What was understood of one text. Lists are best first and may be empty; every guess carries its words."""

    language: Guess
    topics: list[Guess]
    matters: list[Guess]
    authorities: list[Guess]
    countries: list[Guess]
    places: list[Guess]
    goods: list[Guess]
    urgency: Guess
    scope: Guess
    amounts: list[Amount]


class Reader(Parts):
    """What a text says, by the parts of one data folder; raises what they raise when they load."""

    def _answers(self, text: PreparedText, filer_country: str = "") -> dict[str, dict[str, float]] | None:
        """What the trained model says; None without one, and for texts without words."""
        if self.trained is None or self.languages.language(text).value == UNKNOWN:
            return None
        return self.trained.answers(text, filer_country)

    def _unknown_goods(self, text: PreparedText) -> list[Guess]:
        """What a mention of goods by a name that we do not know may mean; empty when it speaks of something that happened."""
        if not self.goods.is_unknown(text) or self.matters.evidence(text) or self.nearest_goods is None:
            return []
        guess = self.nearest_goods.guess(self.trained.vector(text), self.languages.language(text).value)
        return [guess] if guess else []

    def matters_of(self, raw: str, topic: str = "", hs: str = "") -> list[Guess]:
        """The matters of a text; see `MatterReader.matters`."""
        return self._matters(PreparedText(raw), topic, hs)

    def _matters(self, text: PreparedText, topic: str = "", hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.matters(text, topic, hs)
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        chances = answers["matter"]
        if topic:
            chances = opinion.within(chances, self.matters.within(topic))
        return opinion.ranked(self.matters.with_goods(chances, hs), by_words, self.matters.topic_of)

    def _topics(self, text: PreparedText, hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.topics(text, hs)
        answers = self._answers(text, filer_country)
        return by_words if answers is None else opinion.ranked(answers["topic"], by_words)

    def _authorities(self, text: PreparedText, matter: str, filer_country: str = "") -> list[Guess]:
        by_words = self.authorities.authorities(text, matter)
        answers = self._answers(text, filer_country)
        return by_words if answers is None else opinion.ranked(answers["authority"], by_words)

    def _countries(self, text: PreparedText, filer_country: str, matters: Sequence[Guess]) -> list[Guess]:
        answers = self._answers(text, filer_country)
        if answers is None:
            return self.countries.countries(text, filer_country, matters)
        words = self.countries.evidence(text, filer_country)
        return opinion.ranked(
            answers["where"], [Guess(country, 0.0, evidence.best_words()) for country, evidence in words.items()]
        )

    def _urgency(self, text: PreparedText, filer_country: str = "") -> Guess:
        by_words = self.urgency.urgency(text, [hit.payload for hit in self.goods.mentions(text)])
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        chance = opinion.either(answers["urgent"].get(str(True), 0.0), chance_of_urgent(by_words))
        urgent = chance >= opinion.LIKELIER
        return Guess(URGENT if urgent else NORMAL, round(chance if urgent else 1 - chance, 3), by_words.words)

    def _scope(self, text: PreparedText, matters: Sequence[Guess], filer_country: str = "") -> Guess:
        by_words = self.scope.scope(text, self.matters.evidence(text))
        answers = self._answers(text, filer_country)
        if answers is None:
            return by_words
        if by_words.value == OUT and by_words.detail not in self.matters.topic_of:
            return by_words
        best = opinion.ranked(answers["scope"])[0]
        if best.value == IN:
            return best
        reason = by_words.detail or (matters[0].value if matters else "")
        return Guess(best.value, best.confidence, by_words.words, reason)

    def read(self, raw: str, filer_country: str = "") -> Reading:
        """Everything at once; `filer_country` (two letters) is where the filer is at home, if known. Never raises."""
        text = PreparedText(raw)
        goods = self.goods.goods(text)
        hs = goods[0].value if goods else ""
        matters = self._matters(text, hs=hs, filer_country=filer_country)
        best = matters[0].value if matters else ""
        return Reading(
            language=self.languages.language(text),
            topics=self._topics(text, hs, filer_country),
            matters=matters,
            authorities=self._authorities(text, best, filer_country),
            countries=self._countries(text, filer_country, matters),
            places=self.gazetteer.places(text),
            goods=goods or self._unknown_goods(text),
            urgency=self._urgency(text, filer_country),
            scope=self._scope(text, matters, filer_country),
            amounts=self.amounts.read_amounts(text),
        )

    def days_of(self, raw: str, today: date) -> list[When]:
        """The days that a text speaks of; see `DayReader.days`."""
        return self.days.read_days(PreparedText(raw), today)

    def began(self, raw: str, today: date) -> When | None:
        """The day on which what a text tells seems to have begun; see `DayReader.began`."""
        return self.days.find_beginning(PreparedText(raw), today)

    def papers_of(self, raw: str, matter: str) -> list[Paper]:
        """What a desk will ask for; see `PaperReader.checklist`."""
        return self.papers.checklist(PreparedText(raw), matter)

    def topics_of(self, raw: str, hs: str = "") -> list[Guess]:
        """The topics of a text; see `MatterReader.topics`."""
        return self._topics(PreparedText(raw), hs)

    def authorities_of(self, raw: str, topic: str = "", matter: str = "") -> list[Guess]:
        """The kinds of office of a text; see `AuthorityReader.authorities`."""
        text = PreparedText(raw)
        if matter:
            return self.authorities.authorities(text, matter)
        matters = self._matters(text, topic)
        return self._authorities(text, matters[0].value if matters else "")

    def countries_of(self, raw: str, filer_country: str = "") -> list[Guess]:
        """The countries of a text; see `CountryReader.countries`."""
        text = PreparedText(raw)
        return self._countries(text, filer_country, self._matters(text))

    def urgency_of(self, raw: str) -> Guess:
        """The urgency of a text; see `UrgencyReader.urgency`."""
        return self._urgency(PreparedText(raw))

    def scope_of(self, raw: str) -> Guess:
        """The scope of a text; see `ScopeReader.scope`."""
        text = PreparedText(raw)
        return self._scope(text, self._matters(text))
