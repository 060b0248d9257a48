"""What the API of rules answers to a question, at both of its addresses (`/rules/api/v1` and `/api/v1`).

Each function takes the parameters of a question; one that means nothing raises `BadQuestion`, what is not there Http404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from landsea.base.translation.sentences import say_sentence
from landsea.rules import access, api_data, api_questions
from landsea.rules.models import Version
from landsea_core.rules import MODES, Measure, ask_gate, describe_verdict, make_checklist
from landsea_core.rules.coverage_matrix import describe_cell


@dataclass(frozen=True)
class FoundMeasures:
    """Measures that fit, by code, and how each is described on the day that was asked about."""

    day: date
    measures: list[Measure]
    describe: Callable[[Measure], dict[str, Any]]


def find_measures(asked: QueryDict) -> FoundMeasures:
    """Return the measures that fit the filters of a question."""
    day, book = api_questions.read_day(asked), api_questions.read_book(asked)
    found, state = (
        access.find_matching_measures(api_questions.read_wanted(asked), book),
        api_questions.read_state(asked),
    )
    if state:
        found = [one for one in found if book.standing(one, day).state == state]
    return FoundMeasures(day, found, lambda one: api_data.measure_data(book, one, day))


def describe_measure(asked: QueryDict, code: str) -> dict[str, Any]:
    """Return one measure on a day, as known now or on another day."""
    day, book = api_questions.read_day(asked), api_questions.read_book(asked)
    return api_data.measure_data(book, access.find_measure(code, book), day)


def list_published_versions(code: str) -> list[Version]:
    """Return every version of a measure that was published, the newest first."""
    versions = access.list_history(code)
    if not versions:
        raise Http404
    return versions


def answer_gate(asked: QueryDict) -> dict[str, Any]:
    """Say whether goods may pass on a day: the same answer as `landsea gate --json`."""
    shipment, day = api_questions.read_shipment(asked), api_questions.read_day(asked)
    if not shipment.mode:
        raise api_questions.BadQuestion("mode", _("Give one of: %(choices)s.") % {"choices": ", ".join(MODES)})
    return describe_verdict(ask_gate(api_questions.read_book(asked), shipment, day), say_sentence)


def answer_checklist(asked: QueryDict) -> dict[str, Any]:
    """Return what somebody needs, in the order in which to do it."""
    purpose, day = api_questions.read_purpose(asked), api_questions.read_day(asked)
    shipment = api_questions.read_shipment(asked, goods_needed=purpose == "sell")
    return api_data.shape_checklist(make_checklist(api_questions.read_book(asked), shipment, day, purpose))


def answer_coverage(asked: QueryDict) -> dict[str, Any]:
    """Return where somebody looked: a line a country and direction, and the cells of the country that is asked for."""
    day, country = api_questions.read_day(asked), api_questions.read_country(asked)
    cells = access.list_coverage_cells(day, country) if country else []
    return {
        "on": day.isoformat(),
        "summary": [one for one in access.summarise_coverage(day) if country in {"", one["country"]}],
        "cells": [describe_cell(cell, day) for cell in cells],
    }
