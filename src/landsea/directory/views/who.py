"""Who answers for what: the question as a form that works without script, its answer as desks with reasons."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import name_country
from landsea.base.ui.page_subjects import trouble_url
from landsea.base.ui.shapes import Chip
from landsea.directory import access
from landsea.directory.access.answering_desks import count_answering
from landsea.directory.desk_cards import find_answering_desks, make_desk_cards
from landsea.directory.display_names import name_desk
from landsea.directory.forms import WhoForm
from landsea.directory.labels import DIRECTIONS, PARTS
from landsea.directory.models.names import name_in
from landsea.directory.name_search import MOST_CHARACTERS, find_by_name
from landsea.directory.question_reading import Understanding, understand_question
from landsea.directory.routing import find_routing
from landsea_core.text.default_reader import write_goods


@door("public")
@require_safe
def show_who_answers(request: HttpRequest) -> HttpResponse:
    """Ask who answers; with an answer to the question in the address, show the desks."""
    asked = bool(set(WhoForm.base_fields) & set(request.GET))
    form = WhoForm(request.GET if asked else None)
    now = timezone.now()
    context = {"form": form, "now": now, "asked": asked, "counts": count_answering(now)}
    if asked and form.is_valid():
        context |= _answer_context(form.cleaned_data, context["now"], get_language() or "en")
    return render(request, "directory/who.html", context)


def _answer_context(typed: dict, now: datetime, language: str) -> dict:
    understood = understand_question(typed)
    answering, more = find_answering_desks(find_routing(understood.question))
    found = make_desk_cards(answering, now, language)
    return {
        "chips": _question_chips(understood, language),
        "doubts": _doubt_sentences(understood),
        "place_known": understood.place is not None,
        "sides_open": bool(understood.sides),
        "other_places": _other_places(understood, typed, language),
        "open_goods": [
            (write_goods(one.value, language), f"{reverse('who')}?{urlencode({**typed, 'goods': one.value})}")
            for one in understood.open_goods
        ],
        "first": found[0] if found else None,
        "others": found[1:],
        "more": more,
        "write_url": _address_to_write(typed, answering[0].desk.code if answering else ""),
    }


def _address_to_write(typed: dict, code: str) -> str:
    """Return the address of the filing form, filled from the question and named after the desk that was found for it."""
    fields = {"text": "about", "place_text": "place", "goods": "goods", "country": "country", "matter": "matter"}
    known = {field: typed[name] for field, name in (fields | {"filer_country": "filer_country"}).items()}
    return trouble_url(f"desk:{code}", **known)


def _question_chips(understood: Understanding, language: str) -> list[Chip]:
    question = understood.question
    chips = []
    if understood.matter:
        chips.append(Chip(str(PARTS["matter"]), name_in(understood.matter.names, language)))
    elif question.topic:
        names = access.find_topic_names([question.topic]).get(question.topic, {})
        chips.append(Chip(str(PARTS["topic"]), name_in(names, language) or question.topic))
    if understood.place:
        chips.append(Chip(str(PARTS["place"]), name_in(understood.place.names, language)))
    if question.country:
        chips.append(Chip(str(PARTS["country"]), name_country(question.country, language)))
    if question.hs:
        chips.append(Chip(str(PARTS["goods"]), write_goods(question.hs, language)))
    if question.direction:
        chips.append(Chip("", str(DIRECTIONS[question.direction])))
    return chips


def _doubt_sentences(understood: Understanding) -> list[str]:
    """Return sentences about what was guessed or not understood, so that nobody takes a guess for a fact."""
    doubts = []
    if understood.guessed:
        parts = ", ".join(str(PARTS[part]) for part in PARTS if part in understood.guessed)
        doubts.append(
            _("We read this from your words: %(parts)s. Choose it yourself if it is not that.") % {"parts": parts}
        )
    if understood.unknown_place:
        doubts.append(
            _("We know no place called “%(typed)s” there; the place did not count in the choice.")
            % {"typed": understood.unknown_place}
        )
    if understood.unknown_goods:
        doubts.append(
            _("We do not know the goods “%(typed)s”; they did not count in the choice. An HS code always does.")
            % {"typed": understood.unknown_goods}
        )
    if not (understood.question.country or understood.other_places or understood.sides):
        doubts.append(_("Choose the country where the problem is: most desks answer for one country only."))
    return doubts


def _other_places(understood: Understanding, typed: dict, language: str) -> list[tuple[str, str]]:
    """Return name and address of the same question for each place that could have been meant as well, and for each side of
    which one has to act.
    """
    return [
        (name_country(code, language), f"{reverse('who')}?{urlencode({**typed, 'country': code})}")
        for code in understood.sides
    ] + [
        (
            f"{name_in(place.names, language)}, {name_country(place.country, language)}",
            f"{reverse('who')}?{urlencode({**typed, 'place': place.code, 'country': place.country})}",
        )
        for place in understood.other_places
    ]


@door("public")
@require_safe
def search_who(request: HttpRequest) -> HttpResponse:
    """Find desks, offices and places by name, in any script."""
    typed = request.GET.get("q", "")[:MOST_CHARACTERS]
    language = get_language() or "en"
    found = find_by_name(typed)
    return render(
        request,
        "directory/search.html",
        {
            "typed": typed,
            "found": bool(found),
            "desks": [(desk.code, *name_desk(desk, language)) for desk in found.desks],
            "offices": [
                (office.code, name_in(office.names, language), name_country(office.country, language))
                for office in found.offices
            ],
            "places": [
                (place.code, name_in(place.names, language), name_country(place.country, language))
                for place in found.places
            ],
        },
    )
