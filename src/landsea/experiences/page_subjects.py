"""What the page of an experience is about, for whoever has the like and yet another problem."""

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.countries import CORRIDOR
from landsea.base.ui.page_subjects import PageSubject, page_kind, read_number
from landsea.experiences import access


@page_kind("experience")
def read_experience(code: str) -> PageSubject | None:
    """Return an experience that everybody may read."""
    experience = access.find_experience(ANONYMOUS, read_number(code))
    answer = access.choose_words(experience, get_language() or "en")
    if answer is None:
        return None
    return PageSubject(
        gettext("Experience: %(title)s") % {"title": answer.title},
        reverse("experience", args=[experience.pk]),
        country=experience.country if experience.country in CORRIDOR else "",
        matter=experience.matter,
    )
