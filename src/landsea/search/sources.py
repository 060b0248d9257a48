"""What everybody may read and search compares: measures, experiences, barriers and the desks' own guidance, as plain texts.

The whole of what is public now: what is not among these any more is forgotten at the next reading.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from landsea.barriers import access as barriers
from landsea.base.kept import Kept
from landsea.directory import access as directory
from landsea.directory.reference_cache import DIRECTORY
from landsea.experiences import access as experiences
from landsea.likeness.actions.read_texts import PublicText
from landsea.likeness.models import TextKind
from landsea.rules.access import read_published_book
from landsea_core.likeness import TextHints


def _texts_of_measures() -> Iterator[PublicText]:
    """In English with its summary, and by the title that the authority gave it."""
    for measure in read_published_book():
        required = "\n".join(one.what for one in measure.requirements)
        yield PublicText(measure.code, f"{measure.title}\n{measure.summary}\n{required}", "en")
        if measure.title_local and measure.title_local != measure.title:
            yield PublicText(measure.code, measure.title_local)


def _texts_of_experiences() -> Iterator[PublicText]:
    for experience in experiences.list_published_experiences():
        known = TextHints(matter=experience.matter, hs=experience.hs)
        for wording in experience.wordings.all():
            words = f"{wording.title}\n{wording.question}\n{wording.answer}"
            yield PublicText(str(experience.pk), words, wording.language, known)


def _texts_of_barriers() -> Iterator[PublicText]:
    for barrier in barriers.list_barriers():
        known = TextHints(matter=barrier.matter, hs=barrier.chapter)
        for language, title in barrier.titles.items():
            yield PublicText(str(barrier.pk), f"{title}\n{barrier.texts.get(language, '')}", language, known)


def _texts_of_desks() -> Iterator[PublicText]:
    """What a desk is called and what it wants to be prepared: its own guidance, in English or whatever it is written in."""
    for desk in directory.list_desks_in_service():
        language = "en" if desk.prepare.get("en") else next(iter(desk.prepare), "en")
        words = (desk.names.get(language) or desk.names.get("en", ""), *desk.prepare.get(language, ()))
        yield PublicText(desk.code, "\n".join(words), language)


@dataclass(frozen=True)
class Source:
    """Where the texts of a kind come from. `kept` remembers that all of them were read, until what they are made of changes,
    and for an hour at most; None where they are so few that they are always looked at.
    """

    texts: Callable[[], Iterator[PublicText]]
    kept: Kept | None = None


SOURCES: dict[TextKind, Source] = {
    TextKind.EXPERIENCE: Source(_texts_of_experiences),
    TextKind.BARRIER: Source(_texts_of_barriers),
    TextKind.MEASURE: Source(_texts_of_measures, Kept(lambda: (read_published_book(),), lasts=3600)),
    TextKind.DESK: Source(_texts_of_desks, Kept(DIRECTORY.mark, lasts=3600)),
}
"""By kind, in the order in which they are read: what people wrote here first."""
