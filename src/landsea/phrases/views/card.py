"""The card of a border post, for printing. Open to everybody: it says nothing about anybody."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.languages import OWN_NAMES
from landsea.directory.access import find_place
from landsea.directory.access.names import find_topic_names
from landsea.directory.models.names import name_in
from landsea.phrases.book import LANGUAGES
from landsea.phrases.post_card import group_by_topic, list_languages_of_post, list_lines_of_card


@door("public")
@require_safe
def show_card(request: HttpRequest, code: str) -> HttpResponse:
    """The asks by their codes in the languages of both sides, or in two others (`?first=`, `?second=`): folded by topic on a
    screen, all of them on paper.
    """
    place = find_place(code)
    if place is None or place.retired_at is not None:
        raise Http404
    own, facing = list_languages_of_post(place.code, place.country)
    first = _known(request.GET.get("first", "")) or own
    second = _known(request.GET.get("second", "")) or (facing if facing != first else "en")
    titles = {"office": _("Asked by the officer"), "filer": _("Asked by the driver or trader")}
    language = get_language() or "en"
    groups = {role: group_by_topic(rows) for role, rows in list_lines_of_card(first, second).items() if rows}
    names = find_topic_names({topic for found in groups.values() for topic, _rows in found if topic})
    said = {topic: name_in(words, language) for topic, words in names.items()} | {"": _("For every matter")}
    context = {
        "place": place,
        "name": name_in(place.names, language),
        "first": (first, OWN_NAMES[first]),
        "second": (second, OWN_NAMES[second]),
        "groups": [
            (role, titles[role], [(said.get(topic, topic), rows) for topic, rows in found])
            for role, found in groups.items()
        ],
        "languages": [(one, OWN_NAMES[one]) for one in LANGUAGES],
    }
    return render(request, "phrases/post_card.html", context)


def _known(language: str) -> str:
    return language if language in LANGUAGES else ""
