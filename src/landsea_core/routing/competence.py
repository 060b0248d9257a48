"""A competence and a question, and how exactly the one fits the other."""

from dataclasses import dataclass

MATTER, TOPIC, MATTER_UNKNOWN, ANY_TOPIC = 3, 2, 1, 0
"""How well the subject fits: the very matter; the topic as a whole; a matter of the topic while the question leaves the
matter open; anything at all."""


@dataclass(frozen=True, slots=True)
class Competence:
    """One row of what a desk answers for. Empty text leaves the column open. `country` is where the problem is, `hs` a
    prefix of the Harmonized System code, `filer_country` limits the row to filers of one country (missions).
    """

    desk: str
    topic: str = ""
    matter: str = ""
    country: str = ""
    place: str = ""
    hs: str = ""
    direction: str = ""
    filer_country: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. Empty means unknown. `places` runs from the exact place to the wider ones that it lies within."""

    topic: str = ""
    matter: str = ""
    country: str = ""
    places: tuple[str, ...] = ()
    hs: str = ""
    direction: str = ""
    filer_country: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Specificity:
    """How exactly a competence fits, compared field by field in this order.

    `direct` comes first: a desk that answers to everybody for the matter itself stands before a mission that helps its
    own country's firms with it. Then what the problem is about, then where it is, then the goods, then the direction:
    a person who knows the matter but sits in the capital helps more than a person at the gate who does not know it.
    """

    direct: bool
    subject: int
    place: int
    country: bool
    hs: int
    direction: bool


def fit(competence: Competence, question: Question) -> Specificity | None:
    """Return how exactly the competence fits the question, or None when it does not.

    A filled column must match; what the question leaves unknown matches no filled column, except that a question with
    a topic but no matter is answered by every desk of the topic, the ones for a single matter last.
    """
    subject = _subject(competence, question)
    fits = (
        subject is not None
        and competence.country in ("", question.country)
        and competence.place in ("", *question.places)
        and question.hs.startswith(competence.hs)
        and competence.direction in ("", question.direction)
        and competence.filer_country in ("", question.filer_country)
    )
    if not fits:
        return None
    nearness = len(question.places) - question.places.index(competence.place) if competence.place else 0
    return Specificity(
        direct=not competence.filer_country,
        subject=subject,
        place=nearness,
        country=bool(competence.country),
        hs=len(competence.hs),
        direction=bool(competence.direction),
    )


def _subject(competence: Competence, question: Question) -> int | None:
    if not competence.topic and not competence.matter:
        return ANY_TOPIC
    if competence.topic and competence.topic != question.topic:
        return None
    if not competence.matter:
        return TOPIC
    if competence.matter == question.matter:
        return MATTER
    return MATTER_UNKNOWN if not question.matter else None
