"""The plan page: a question in plain words, itineraries to one time scale, what is refused; its calendar of cut-offs.

The question is the address, so a plan can be shared, printed and kept.
"""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.limits.spending import spend_limit
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_fault, say_sentence
from landsea.base.ui.shapes import Tab
from landsea.corridor import access, access_figures
from landsea.corridor.access_diagram import mark_diagram_beside
from landsea.corridor.actions.keep_plan import keep_plan
from landsea.corridor.asking import KEYS, add_goods, complete_question, read_question, write_eight_tomorrow
from landsea.corridor.cargoes import describe_cargo, keep_cargo, list_kept_cargoes
from landsea.corridor.chosen_ways import (
    MOST,
    PAST,
    choose_now,
    find_chosen_itinerary,
    make_wish_to_keep,
    write_address_of_question,
)
from landsea.corridor.cut_offs import cut_offs as calendar_of
from landsea.corridor.faults import find_nearest_questions, plan_fault_words
from landsea.corridor.forms import KeepForm, PlanForm
from landsea.corridor.goods_meant import list_goods_with_a_way, show_goods_meant
from landsea.corridor.labels import SORTS, place_names
from landsea.corridor.leg_surroundings import find_verdict_on_itinerary, list_places_worked_at
from landsea.corridor.plan_presenters import Shown, ShownPlan, shape_plan
from landsea.corridor.ways_charting import WaysChart, make_chart_of_ways
from landsea.rules.condition_presenters import ConditionLine, show_conditions
from landsea_core.planner.network.contradictions import find_contradictions, widen_by_contradictions
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.searching import PlanningContext

TOO_OFTEN = 429
DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_COMPARED = 3
PICTURED = "picture"
"""Says in an address that the way shall stand on the corridor's diagram: a third of the page's weight, so only on request."""


@door("public")
@require_safe
def plan_page(request: HttpRequest) -> HttpResponse:
    """The form; with a question in the address, the answer."""
    asked = "from" in request.GET
    given = {key: request.GET[key] for key in KEYS if key in request.GET}
    question = complete_question(request.GET)
    form = PlanForm(question if asked else None, initial={"ready": write_eight_tomorrow(), "unit": "teu", **given})
    context = {"form": form, "asked": asked, "places": _place_names, "cargoes": list_kept_cargoes(request)}
    status = 422 if asked and not form.is_valid() else 200
    if asked and status == 200:
        if not spend_limit(request, "plan"):
            return _too_often(request, form)
        context |= _answer(question)
        status = 200 if "shown" in context else 422
    response = render(request, "corridor/plan.html", context, status=status)
    if "shown" in context and form.cleaned_data["remember"]:
        keep_cargo(request, response, question)
    return response


def _too_often(request: HttpRequest, form: PlanForm) -> HttpResponse:
    """Show the question as it was typed, and say when to ask it again."""
    form.add_error(
        None,
        _(
            "Many plans were asked for from your connection within ten minutes. What you typed is still here: ask it later."
        ),
    )
    context = {"form": form, "asked": True, "places": _place_names, "cargoes": list_kept_cargoes(request)}
    return render(request, "corridor/plan.html", context, status=TOO_OFTEN)


def _answer(asked: QueryDict) -> dict:
    """Return what the page shows of a question that is in order: the plan, or the sentence that says what to change."""
    query = add_goods(asked)
    planning = access.read_planning_context()
    try:
        found = plan(planning, read_question(query), choose_now(query), MOST)
    except ValueError as fault:
        refused = getattr(fault, "refused", ())
        return {
            "open_past": write_address_of_question(query, then=PAST) if getattr(fault, "code", "") == "past" else "",
            "fault": plan_fault_words(fault, planning.corridor, asked),
            "fault_refused": refused,
            "choices": list_goods_with_a_way(planning, asked) if refused else (),
            "nearest": find_nearest_questions(fault, asked),
            "condition": query.get("condition", ""),
        }
    said = access.list_said_between(found.origin.codes, found.destination.codes)
    found = widen_by_contradictions(found, said)
    order = query.get("sort", "sure")
    worked_at = list_places_worked_at(planning.corridor, found)
    around = access.find_surroundings(planning, worked_at, timezone.now(), get_language() or "en")
    shown = shape_plan(planning.corridor, found, around, order)
    compared = find_ways_compared(shown, query.getlist("compare"))
    return {
        "shown": shown,
        "order": order,
        "diagram": mark_diagram_beside(around, timezone.now()) if PICTURED in asked else None,
        "picture_address": _address_with_picture(asked),
        "plan": found,
        "sorts": [Tab(words, write_address_of_question(query, sort=key), key == order) for key, words in SORTS.items()],
        "compared": compared,
        "ways_chart": _chart_compared(planning, found, compared),
        "other_days": _other_days(query, found),
        "is_past": query.get("then") == PAST,
        "alone_ticked": len(query.getlist("compare")) == 1,
        "address": write_address_of_question(query),
        "link": settings.PUBLIC_ADDRESS + reverse("plan") + write_address_of_question(query),
        "cargo": describe_cargo(query),
        "ready": found.question.ready.astimezone(ZoneInfo(found.origin.place.zone)),
        "said": said,
        "contradictions": [one for one in find_contradictions(said) if one.doors == found.question.doors],
        "keep_form": KeepForm(),
        "hs": query.get("hs", ""),
        "condition": query.get("condition", ""),
        "by_condition": _show_conditions(planning, found, around, query),
        **show_goods_meant(planning, found, around, asked),
        "assumed": say_sentence(found.assumed) if found.assumed else "",
        "hauled": [say_sentence(one) for one in found.hauled],
        "goods_unread": query.get("goods", "").strip() if not query.get("hs") else "",
        "assumed_amount": found.question.cargo.teu is None and found.question.cargo.kg is None,
    }


def _address_with_picture(asked: QueryDict) -> str:
    """Return the address of the page as it is asked, its order and what is compared with it, with the diagram."""
    with_picture = asked.copy()
    with_picture[PICTURED] = "yes"
    return f"?{with_picture.urlencode()}#picture"


def _show_conditions(
    planning: PlanningContext, found: Plan, around: access.Surroundings, query: QueryDict
) -> tuple[ConditionLine, ...]:
    """Return what the answer would be for new goods, used ones and waste, on the first way; none where nothing hangs on it."""
    verdict = find_verdict_on_itinerary(planning.corridor, found, found.itineraries[0], around)
    return show_conditions(verdict, lambda said: reverse("plan") + write_address_of_question(query, condition=said))


def find_ways_compared(shown: ShownPlan, numbers: list[str]) -> tuple:
    """Return the two or three itineraries that were ticked to be compared, or none."""
    chosen = tuple(one for one in shown.itineraries if str(one.number) in numbers)
    return chosen[:MOST_COMPARED] if len(chosen) > 1 else ()


def _chart_compared(planning: PlanningContext, found: Plan, compared: tuple[Shown, ...]) -> WaysChart | None:
    """Return the time-distance picture of the ways that are compared, with what logged trips took; None where none is."""
    if not compared:
        return None
    legs = access_figures.count_trips().overall.legs
    medians = {(one.origin, one.destination, one.mode): one.hours.sample.median for one in legs}
    known = {stretch: hours for stretch, hours in medians.items() if hours is not None}
    return make_chart_of_ways(
        planning.corridor, [(one.rank, found.itineraries[one.number - 1]) for one in compared], known
    )


def _other_days(query: QueryDict, found: Plan) -> list[tuple[str, str]]:
    """Return the same question a day earlier, a day and a week later, in words with their addresses."""
    ready = found.question.ready.astimezone(ZoneInfo(found.origin.place.zone))
    days = []
    for words, shift in ((_("a day earlier"), -DAY), (_("a day later"), DAY), (_("a week later"), WEEK)):
        moved = ready + shift
        if moved.date() >= access.find_current_network().span[0]:
            then = PAST if moved < timezone.now() else ""
            days.append((words, write_address_of_question(query, ready=f"{moved:%Y-%m-%dT%H:%M}", then=then)))
    return days


def _place_names() -> list[str]:
    """Names of the places that are served, in the reader's language where one is on record. An answered plan fetches them when
    somebody begins to change the question: they are a fifth of its weight.
    """
    network = access.find_current_network()
    served = {call.place for service in network.services.values() for call in service.calls}
    cities = {network.places[code].within or code for code in served}
    return place_names(network.places[code] for code in served | cities)


@door("public")
@require_safe
def cut_offs(request: HttpRequest) -> HttpResponse:
    """The gates and departures of one itinerary as a calendar file."""
    if not spend_limit(request, "plan"):
        return _too_often(request, PlanForm(request.GET))
    try:
        planning = access.read_planning_context()
        _plan, chosen = find_chosen_itinerary(planning, request.GET, request.GET.get("number", "1"))
    except ValueError as fault:
        return render(request, "corridor/plan.html", _anew(request.GET, fault), status=422)
    response = HttpResponse(
        calendar_of(planning.corridor, chosen, timezone.now()), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="landsea-plan.ics"'
    return response


@door("public")
@require_POST
def keep_way(request: HttpRequest) -> HttpResponse:
    """Keep one itinerary, and send the link at which it is looked after."""
    form = KeepForm(request.POST)
    query = QueryDict(request.POST.get("question", ""))
    if not form.is_valid():
        return _not_kept(request, form, 422)
    if not (spend_limit(request, "plan") and spend_limit(request, "keep")):
        form.add_error(
            None,
            _("Much was logged from your connection within the hour. What you typed is still here: save it later."),
        )
        return _not_kept(request, form, TOO_OFTEN)
    try:
        wish = make_wish_to_keep(
            query,
            request.POST.get("number", ""),
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            language=get_language() or "en",
        )
    except ValueError as fault:
        return render(request, "corridor/plan.html", _anew(query, fault) | {"keep_form": form}, status=422)
    try:
        keep_plan(wish, actor=request.actor, now=timezone.now())
    except Refused as refused:
        form.add_error(None, str(refused))
        return _not_kept(request, form, TOO_OFTEN)
    return render(
        request, "corridor/kept.html", {"email": wish.email, "plan_url": f"{reverse('plan')}?{wish.question}"}
    )


def _not_kept(request: HttpRequest, form: KeepForm, status: int) -> HttpResponse:
    """Show what is in the way, with what was typed."""
    context = {
        "keep_form": form,
        "question": request.POST.get("question", ""),
        "number": request.POST.get("number", ""),
    }
    return render(request, "corridor/keep.html", context, status=status)


def _anew(query: QueryDict, fault: ValueError) -> dict:
    """Return the page of a question as it is answered now, with what was at fault, and the form as it was filled in."""
    form = PlanForm(query)
    answer = _answer(query) if form.is_valid() else {}
    return {"form": form, "asked": True, "places": _place_names} | answer | {"fault": say_fault(fault)}
