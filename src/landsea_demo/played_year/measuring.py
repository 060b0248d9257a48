"""Counts what a played year is made of: how many texts and answers differ, which sentence comes most often, languages by
country, how cases ended, and how far what was read of the words agrees with what was meant.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from landsea.cases.models import Case, CommonAnswer, Message
from landsea.directory.models import Matter

SENTENCE_END = re.compile(r"(?<=[.!?。！？။។])\s*|\n")
FIGURE = re.compile(r"\d+")
BY_DESKS = ("answer", "ask_filer", "propose_outcome")
SHORTEST_SENTENCE = 8
"""Characters: what is shorter (a number's tail, a thank-you) is no sentence that could repeat."""


@dataclass(frozen=True)
class Repetition:
    """How often texts repeat: of so many, so many are different; the sentence that most of them have, and in how many."""

    texts: int
    different: int
    commonest: str
    commonest_in: int

    @property
    def share(self) -> float:
        """The share of texts that have the commonest sentence."""
        return self.commonest_in / self.texts if self.texts else 0.0


@dataclass
class Year:
    """What was counted. `folded` is as `problems` when all figures are taken for the same one; `read` holds the shares of
    cases in which topic, matter and place were read as their filers meant them.
    """

    problems: Repetition
    folded: Repetition
    answers: Repetition
    languages: dict[str, int]
    languages_of_countries: dict[str, dict[str, int]]
    in_office_language: float
    outcomes: dict[str, int]
    handed_to_right_desk: int
    for_members: int
    read: dict[str, float] = field(default_factory=dict)


def measure_year() -> Year:
    """Count the invented cases that are in the database."""
    cases = list(
        Case.objects.filter(is_demo=True)
        .select_related("place")
        .only("text", "language", "country", "filer_country", "outcome", "reading", "topic", "matter", "place__code")
    )
    texts = [case.text for case in cases]
    common = set(CommonAnswer.objects.values_list("body", flat=True))
    said = [
        (body, language, office)
        for body, language, office in Message.objects.filter(case__is_demo=True, act__in=BY_DESKS).values_list(
            "body", "language", "case__desk__office__languages"
        )
        if body not in common
    ]
    by_country: dict[str, Counter[str]] = {}
    for case in cases:
        by_country.setdefault(case.filer_country, Counter())[case.language] += 1
    in_own = sum(language.partition("-")[0] == office[0] for _body, language, office in said)
    return Year(
        problems=_repetition_in(texts),
        folded=_repetition_in(FIGURE.sub("0", text) for text in texts),
        answers=_repetition_in(body for body, _language, _office in said),
        languages=dict(Counter(case.language for case in cases).most_common()),
        languages_of_countries={country: dict(found) for country, found in sorted(by_country.items())},
        in_office_language=in_own / len(said) if said else 0.0,
        outcomes=dict(Counter(case.outcome or "open" for case in cases).most_common()),
        handed_to_right_desk=Message.objects.filter(case__is_demo=True, act="name_right_desk").count(),
        for_members=sum(1 for case in cases if case.association_id),
        read=_read_as_meant(cases),
    )


def write_table(year: Year) -> str:
    """Return what was counted as lines to print."""
    rows = [
        ("cases", year.problems.texts),
        ("different texts", year.problems.different),
        ("commonest sentence", f"{year.problems.commonest_in} ({year.problems.share:.1%}): {year.problems.commonest}"),
        (
            "  figures folded",
            f"{year.folded.commonest_in} ({year.folded.share:.1%}); {year.folded.different} different",
        ),
        ("said by desks", year.answers.texts),
        ("different", year.answers.different),
        ("commonest sentence", f"{year.answers.commonest_in} ({year.answers.share:.1%}): {year.answers.commonest}"),
        ("in the office's language", f"{year.in_office_language:.1%}"),
        ("handed to the right desk", year.handed_to_right_desk),
        ("filed by chambers", year.for_members),
        ("languages", _in_line(year.languages)),
        ("outcomes", _in_line(year.outcomes)),
        *((f"{kind} read as meant", f"{share:.1%}") for kind, share in year.read.items()),
        *((f"filed from {country}", _in_line(found)) for country, found in year.languages_of_countries.items()),
    ]
    return "\n".join(f"{name:<26}{value}" for name, value in rows)


def _repetition_in(texts: Iterable[str]) -> Repetition:
    kept = list(texts)
    sentences: Counter[str] = Counter()
    for text in kept:
        parts = {part.strip() for part in SENTENCE_END.split(text)}
        sentences.update(part for part in parts if len(part) >= SHORTEST_SENTENCE)
    commonest, number = min(sentences.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    return Repetition(len(kept), len(set(kept)), commonest, number)


def _read_as_meant(cases: Iterable[Case]) -> dict[str, float]:
    """Return the shares of topic, matter and place that were read as the case has them, of cases whose words were read."""
    agree: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    topics = dict(Matter.objects.values_list("code", "topic__code"))
    for case in cases:
        read = {kind: pair[0] for kind, pair in case.reading.items() if isinstance(pair, list) and len(pair) == 2}
        read["topic"] = topics.get(read.get("matter", ""), read.get("topic", ""))
        meant = {"topic": case.topic, "matter": case.matter, "place": case.place.code if case.place else ""}
        for kind, value in meant.items():
            if value and case.reading:
                asked[kind] += 1
                agree[kind] += read.get(kind) == value
    return {kind: agree[kind] / number for kind, number in sorted(asked.items())}


def _in_line(found: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in found.items())
