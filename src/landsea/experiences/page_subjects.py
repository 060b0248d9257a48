"""What the page of an experience is about, for whoever has the like and yet another problem."""

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.countries import CORRIDOR
from landsea.base.ui.page_subjects import PageSubject, page_kind
from landsea.experiences import access

MOST_DIGITS = 9
"""Of an experience's number; the database refuses to look for longer ones."""


@page_kind("experience")
def read_experience(code: str) -> PageSubject | None:
    """Return an experience that everybody may read."""
    if not code.isdecimal() or len(code) > MOST_DIGITS:
        return None
    experience = access.experience_for(ANONYMOUS, int(code))
    answer = access.in_words(experience, get_language() or "en")
    if answer is None:
        return None
    return PageSubject(
        gettext("Experience: %(title)s") % {"title": answer.title},
        reverse("experience", args=[experience.pk]),
        country=experience.country if experience.country in CORRIDOR else "",
        matter=experience.matter,
    )
