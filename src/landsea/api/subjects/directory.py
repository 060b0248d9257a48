"""The directory: who answers for what, desks, offices, places, topics. For anyone; persons' addresses are for officers."""

from typing import Any

from django.http import Http404, QueryDict

from landsea.api.form_bodies import refuse_faulty_form
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation, Parameter
from landsea.api.parameters import COUNTRY_CODE, CURSOR, LIMIT
from landsea.api.shapes import (
    Shape,
    make_instant_field,
    make_many_field,
    make_names_field,
    make_one_field,
    make_text_field,
    make_texts_field,
    make_truth_field,
    number_field,
)
from landsea.directory import access
from landsea.directory.desk_cards import FoundDesk, find_answering_desks, make_desk_cards
from landsea.directory.forms import WhoForm
from landsea.directory.question_reading import understand_question
from landsea.directory.reachability import find_reachability
from landsea.directory.routing import find_routing

COUNTRY = Parameter("country", COUNTRY_CODE, "in which")
CODE = {"code": {"type": "string", "maxLength": 120}}

PLACE = Shape(
    "Place",
    "A place of the directory",
    {
        "code": make_text_field(lambda row: row.code),
        "country": make_text_field(lambda row: row.country),
        "kind": make_text_field(lambda row: row.kind),
        "names": make_names_field(lambda row: row.names),
        "within": make_text_field(lambda row: row.within_id, "the city that it belongs to"),
        "latitude": number_field(lambda row: row.latitude),
        "longitude": number_field(lambda row: row.longitude),
        "time_zone": make_text_field(lambda row: row.time_zone),
    },
)
OFFICE = Shape(
    "Office",
    "An institution's unit in one country",
    {
        "code": make_text_field(lambda row: row.code),
        "names": make_names_field(lambda row: row.names),
        "country": make_text_field(lambda row: row.country),
        "place": make_text_field(lambda row: row.place_id),
        "time_zone": make_text_field(lambda row: row.time_zone),
        "languages": make_texts_field(lambda row: row.languages),
        "source": make_text_field(lambda row: row.source),
        "grade": make_text_field(lambda row: row.grade),
    },
)
DESK = Shape(
    "Desk",
    "A desk as anyone may see it",
    {
        "code": make_text_field(lambda row: row.code),
        "names": make_names_field(lambda row: row.names),
        "office": make_text_field(lambda row: row.office.code),
        "country": make_text_field(lambda row: row.office.country),
        "time_zone": make_text_field(lambda row: row.office.time_zone),
        "grade": make_text_field(lambda row: row.grade),
    },
)
REASON = Shape(
    "Reason",
    "Why a desk was found",
    {"sentence": make_text_field(lambda row: row.sentence), "for": make_truth_field(lambda row: row.speaks_for)},
)
ANSWERING = Shape(
    "AnsweringDesk",
    "A desk that answers, with the reasons, and whether it is reachable now",
    {
        "desk": make_one_field(DESK, lambda told: told["desk"]),
        "answers_for": make_texts_field(lambda told: told["card"].answers_for),
        "have_ready": make_texts_field(lambda told: told["card"].prepare),
        "reasons": make_many_field(REASON, lambda told: told["card"].reasons),
        "open_now": make_truth_field(lambda told: told["reach"].now),
        "why": make_text_field(
            lambda told: told["reach"].reason, "open, duty, outside_hours, weekend, holiday or closing_day"
        ),
        "hours_grade": make_text_field(
            lambda told: told["desk"].office.hours_grade, "how sure the office's hours are, on which all but duty rests"
        ),
        "until": make_instant_field(lambda told: told["reach"].until),
        "opens_next": make_instant_field(lambda told: told["reach"].opens_next),
        "answering": make_text_field(
            lambda told: told["card"].answering[1] if told["card"].answering else "",
            "that nobody of it is here yet, or answers by mail only; empty where somebody with an account can",
        ),
        "record": make_text_field(lambda told: told["card"].record, "how it answers; empty below ten cases"),
        "freshness": make_text_field(lambda told: told["card"].freshness[1] if told["card"].freshness else ""),
    },
)
WHO_ANSWERS = Shape(
    "WhoAnswers",
    "The desks that answer for the question, the accountable one first, and what was understood",
    {
        "topic": make_text_field(lambda told: told["understood"].question.topic),
        "matter": make_text_field(lambda told: told["understood"].question.matter),
        "place": make_text_field(lambda told: told["understood"].place.code if told["understood"].place else ""),
        "country": make_text_field(lambda told: told["understood"].question.country),
        "hs": make_text_field(lambda told: told["understood"].question.hs),
        "guessed": make_texts_field(
            lambda told: sorted(told["understood"].guessed), "what was read from words and not chosen"
        ),
        "sides": make_texts_field(
            lambda told: list(told["understood"].sides),
            "the two countries of which one has to act, where the words leave it open: ask, and send the one as country",
        ),
        "open_goods": make_texts_field(
            lambda told: [one.value for one in told["understood"].open_goods],
            "goods of several chapters that the words name, where none is sure: ask, and send the one as goods",
        ),
        "desks": make_many_field(ANSWERING, lambda told: told["desks"]),
    },
)
MATTER = Shape(
    "Matter",
    "A finer kind of trouble",
    {"code": make_text_field(lambda row: row.code), "names": make_names_field(lambda row: row.names)},
)
TOPIC = Shape(
    "Topic",
    "A topic with its matters",
    {
        "code": make_text_field(lambda row: row.code),
        "names": make_names_field(lambda row: row.names),
        "matters": make_many_field(MATTER, lambda row: row.matters.all()),
    },
)


def find_who_answers(asked: Asked) -> dict:
    """Return the desks that answer, as the page does."""
    form = WhoForm(_as_form(asked.query))
    refuse_faulty_form(form)
    understood = understand_question(form.cleaned_data)
    found, _more = find_answering_desks(find_routing(understood.question))
    return WHO_ANSWERS.of({"understood": understood, "desks": _answering(found, asked)})


def show_desk(asked: Asked) -> dict:
    """Return a desk with its clock and record."""
    code = asked.path["code"]
    desk = access.find_desks([code]).get(code)
    if desk is None:
        raise Http404
    return ANSWERING.of(_answering([FoundDesk(desk)], asked)[0])


def _answering(found: list[FoundDesk], asked: Asked) -> list[dict[str, Any]]:
    cards = make_desk_cards(found, asked.now, asked.language)
    reach = find_reachability([one.desk for one in found], asked.now)
    return [
        {"desk": one.desk, "card": card, "reach": reach[one.desk.pk]} for one, card in zip(found, cards, strict=True)
    ]


def _as_form(query: dict[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    data.update({name: value for name, value in query.items() if value})
    return data


def list_desks(asked: Asked) -> Answered:
    """Return desks in service."""
    found = access.list_desks_in_service().select_related("office").order_by("code")
    if asked.query["country"]:
        found = found.filter(office__country=asked.query["country"])
    return cut_page(asked, make_slicer(found), DESK)


def list_offices(asked: Asked) -> Answered:
    """Return offices in service."""
    found = access.list_offices_in_service().order_by("code")
    if asked.query["country"]:
        found = found.filter(country=asked.query["country"])
    return cut_page(asked, make_slicer(found), OFFICE)


def list_places(asked: Asked) -> Answered:
    """Return places in service."""
    found = access.list_places_in_service().order_by("code")
    if asked.query["country"]:
        found = found.filter(country=asked.query["country"])
    return cut_page(asked, make_slicer(found), PLACE)


def list_topics(asked: Asked) -> dict:
    """Return all topics with their matters."""
    return {"items": TOPIC.all_of(access.list_topics_in_service()), "next": None}


ABOUT = tuple(
    Parameter(name, {"type": "string", "maxLength": 300 if name == "about" else 120}, says)
    for name, says in {
        "about": "in your own words, in any language",
        "place": "a border post, port, station or city, as you call it, or its code",
        "country": "where the problem is",
        "goods": "a word or an HS code",
        "matter": "the code of a matter or a topic, from /topics",
        "direction": "which way the goods go",
        "filer_country": "where your firm is",
    }.items()
)
OPERATIONS = [
    Operation(
        "GET",
        "/who",
        "who_answers",
        "Who answers for what",
        find_who_answers,
        WHO_ANSWERS,
        group="Directory",
        query=ABOUT,
    ),
    *(
        Operation("GET", f"/{path}", name, says, run, list_schema(shape), group="Directory", query=query)
        for path, name, says, run, shape, query in (
            ("desks", "list_desks", "Desks in service, by code", list_desks, DESK, (COUNTRY, LIMIT, CURSOR)),
            ("offices", "list_offices", "Offices in service, by code", list_offices, OFFICE, (COUNTRY, LIMIT, CURSOR)),
            ("places", "list_places", "Places, by code", list_places, PLACE, (COUNTRY, LIMIT, CURSOR)),
            ("topics", "list_topics", "Topics with their matters", list_topics, TOPIC, ()),
        )
    ),
    Operation(
        "GET",
        "/desks/{code}",
        "show_desk",
        "One desk: what it answers for, and whether it is open now",
        show_desk,
        ANSWERING,
        group="Directory",
        in_path=CODE,
    ),
]
