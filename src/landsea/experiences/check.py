"""What keeps the words of an experience from being shared: what the core finds, with what this platform knows."""

from landsea.cases import access as cases_access
from landsea.directory import access as directory_access
from landsea.experiences.models import Experience, Wording
from landsea_core.anonymise import KnownWords, Mention, find_undecided_mentions


def list_known_names(experience: Experience) -> KnownWords:
    """Return the names behind the case (never shown, only looked for) and the names that tell of nobody."""
    secret = cases_access.list_names_behind(experience.case) if experience.case else []
    return KnownWords.of(secret, directory_access.list_names_that_tell_of_nobody())


def list_still_found(experience: Experience, wording: Wording, known: KnownWords | None = None) -> list[Mention]:
    """Return what still has to be taken out of a wording, or kept by a person, in the order of title, question, answer."""
    known = known or list_known_names(experience)
    return [
        one
        for text in (wording.title, wording.question, wording.answer)
        for one in find_undecided_mentions(text, known, set(experience.kept))
    ]
