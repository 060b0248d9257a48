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
from landsea_core.text.model.trained import CHAPTER, NO_GOODS
from landsea_core.text.papers import Paper
from landsea_core.text.reader_parts import Parts
from landsea_core.text.scope import IN, OUT
from landsea_core.text.urgency import NORMAL, URGENT, find_chance_of_urgent

_CHAPTERS = 2
"""So many chapters are told where no name tells the goods: the first is right in half of such texts, one of two in 64 %."""


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

    def _ask_model(self, text: PreparedText, filer_country: str = "") -> dict[str, dict[str, float]] | None:
        """What the trained model says; None without one, and for texts without words."""
        if self.trained is None or self.languages.read_language(text).value == UNKNOWN:
            return None
        return self.trained.find_answers(text, filer_country)

    def _guess_unknown_goods(self, text: PreparedText, filer_country: str = "") -> list[Guess]:
        """What goods by a name that we do not know may be, with no words for it: the nearest code for a few words that name
        goods and nothing that happened, the likeliest chapters (two digits) for a whole filing that seems to be about goods.
        """
        answers = self._ask_model(text, filer_country)
        if answers is not None and not self.goods.is_a_mention(text):
            guesses = opinion.rank_values(answers[CHAPTER])
            return [] if guesses[0].value == NO_GOODS else [one for one in guesses if one.value != NO_GOODS][:_CHAPTERS]
        if self.nearest_goods is None or self.trained is None:
            return []
        if not self.goods.is_unknown(text) or self.matters.weigh_matters(text):
            return []
        guess = self.nearest_goods.guess(self.trained.embed_text(text), self.languages.read_language(text).value)
        return [guess] if guess else []

    def read_matters(self, raw: str, topic: str = "", hs: str = "") -> list[Guess]:
        """The matters of a text; see `MatterReader.read_matters`."""
        return self._guess_matters(PreparedText(raw), topic, hs)

    def _guess_matters(self, text: PreparedText, topic: str = "", hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.read_matters(text, topic, hs)
        answers = self._ask_model(text, filer_country)
        if answers is None:
            return by_words
        chances = answers["matter"]
        if topic:
            chances = opinion.restrict_chances(chances, self.matters.list_matters(topic))
        return opinion.rank_values(self.matters.weigh_with_goods(chances, hs), by_words, self.matters.topic_of)

    def _guess_topics(self, text: PreparedText, hs: str = "", filer_country: str = "") -> list[Guess]:
        by_words = self.matters.read_topics(text, hs)
        answers = self._ask_model(text, filer_country)
        return by_words if answers is None else opinion.rank_values(answers["topic"], by_words)

    def _guess_authorities(self, text: PreparedText, matter: str, filer_country: str = "") -> list[Guess]:
        by_words = self.authorities.read_authorities(text, matter)
        answers = self._ask_model(text, filer_country)
        return by_words if answers is None else opinion.rank_values(answers["authority"], by_words)

    def _guess_countries(self, text: PreparedText, filer_country: str, matters: Sequence[Guess]) -> list[Guess]:
        answers = self._ask_model(text, filer_country)
        if answers is None:
            return self.countries.read_countries(text, filer_country, matters)
        words = self.countries.weigh_countries(text, filer_country)
        return opinion.rank_values(
            answers["where"], [Guess(country, 0.0, evidence.list_best_words()) for country, evidence in words.items()]
        )

    def _guess_urgency(self, text: PreparedText, filer_country: str = "") -> Guess:
        by_words = self.urgency.read_urgency(text, [hit.payload for hit in self.goods.find_mentions(text)])
        answers = self._ask_model(text, filer_country)
        if answers is None:
            return by_words
        chance = opinion.combine_chances(answers["urgent"].get(str(True), 0.0), find_chance_of_urgent(by_words))
        urgent = chance >= opinion.LIKELIER
        return Guess(URGENT if urgent else NORMAL, round(chance if urgent else 1 - chance, 3), by_words.words)

    def _guess_scope(self, text: PreparedText, matters: Sequence[Guess], filer_country: str = "") -> Guess:
        by_words = self.scope.read_scope(text, self.matters.weigh_matters(text))
        answers = self._ask_model(text, filer_country)
        if answers is None:
            return by_words
        if by_words.value == OUT and by_words.detail not in self.matters.topic_of:
            return by_words
        best = opinion.rank_values(answers["scope"])[0]
        if best.value == IN:
            return best
        reason = by_words.detail or (matters[0].value if matters else "")
        return Guess(best.value, best.confidence, by_words.words, reason)

    def read(self, raw: str, filer_country: str = "") -> Reading:
        """Everything at once; `filer_country` (two letters) is where the filer is at home, if known. Never raises."""
        text = PreparedText(raw)
        goods = self.goods.read_goods(text)
        hs = goods[0].value if goods else ""
        matters = self._guess_matters(text, hs=hs, filer_country=filer_country)
        best = matters[0].value if matters else ""
        return Reading(
            language=self.languages.read_language(text),
            topics=self._guess_topics(text, hs, filer_country),
            matters=matters,
            authorities=self._guess_authorities(text, best, filer_country),
            countries=self._guess_countries(text, filer_country, matters),
            places=self.gazetteer.read_places(text),
            goods=goods or self._guess_unknown_goods(text, filer_country),
            urgency=self._guess_urgency(text, filer_country),
            scope=self._guess_scope(text, matters, filer_country),
            amounts=self.amounts.read_amounts(text),
        )

    def read_days(self, raw: str, today: date) -> list[When]:
        """The days that a text speaks of; see `DayReader.read_days`."""
        return self.days.read_days(PreparedText(raw), today)

    def find_beginning(self, raw: str, today: date) -> When | None:
        """The day on which what a text tells seems to have begun; see `DayReader.find_beginning`."""
        return self.days.find_beginning(PreparedText(raw), today)

    def list_papers(self, raw: str, matter: str) -> list[Paper]:
        """What a desk will ask for; see `PaperReader.make_checklist`."""
        return self.papers.make_checklist(PreparedText(raw), matter)

    def read_topics(self, raw: str, hs: str = "") -> list[Guess]:
        """The topics of a text; see `MatterReader.read_topics`."""
        return self._guess_topics(PreparedText(raw), hs)

    def read_authorities(self, raw: str, topic: str = "", matter: str = "") -> list[Guess]:
        """The kinds of office of a text; see `AuthorityReader.read_authorities`."""
        text = PreparedText(raw)
        if matter:
            return self.authorities.read_authorities(text, matter)
        matters = self._guess_matters(text, topic)
        return self._guess_authorities(text, matters[0].value if matters else "")

    def read_countries(self, raw: str, filer_country: str = "") -> list[Guess]:
        """The countries of a text; see `CountryReader.read_countries`."""
        text = PreparedText(raw)
        return self._guess_countries(text, filer_country, self._guess_matters(text))

    def read_urgency(self, raw: str) -> Guess:
        """The urgency of a text; see `UrgencyReader.read_urgency`."""
        return self._guess_urgency(PreparedText(raw))

    def read_scope(self, raw: str) -> Guess:
        """The scope of a text; see `ScopeReader.read_scope`."""
        text = PreparedText(raw)
        return self._guess_scope(text, self._guess_matters(text))
