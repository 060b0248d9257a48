"""What keeps the words of an experience from being shared: what the core finds, with what this platform knows."""

from landsea.base.ui.countries import country_name
from landsea.cases import access as cases_access
from landsea.directory import access as directory_access
from landsea.experiences.models import Experience, Wording
from landsea_core.anonymise import Found, Known, remaining
from landsea_core.clock.countries import COUNTRIES

LANGUAGES = ("en", "zh-hans", "vi", "lo", "th")


def known_for(experience: Experience) -> Known:
    """Return the names behind the case (never shown, only looked for) and the names that tell of nobody."""
    secret = cases_access.names_behind(experience.case) if experience.case else []
    harmless = directory_access.names_of_places_and_offices()
    countries = [country_name(code, language) for code in COUNTRIES for language in LANGUAGES]
    return Known.of(secret, [*harmless, *countries])


def still_found(experience: Experience, wording: Wording, known: Known | None = None) -> list[Found]:
    """Return what still has to be taken out of a wording, or kept by a person, in the order of title, question, answer."""
    known = known or known_for(experience)
    return [
        one
        for text in (wording.title, wording.question, wording.answer)
        for one in remaining(text, known, set(experience.kept))
    ]
