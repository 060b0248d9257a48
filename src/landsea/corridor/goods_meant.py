"""Goods that the words of a question may mean, where a plan depends on which: each with its verdict, or those that have a legal
way, where the likeliest has none.
"""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from landsea.corridor.access import Surroundings, find_book
from landsea.corridor.asking import add_goods, read_question
from landsea.corridor.chosen_ways import choose_now, write_address_of_question
from landsea.corridor.leg_surroundings import find_verdict_on_itinerary
from landsea.rules.goods_presenters import GoodsChoice, show_goods_beside
from landsea.rules.goods_readings import list_readings
from landsea_core.planner.network.papers import judge_itinerary
from landsea_core.planner.network.planning import Plan, plan
from landsea_core.planner.network.searching import PlanningContext


def show_goods_meant(
    planning: PlanningContext, found: Plan, around: Surroundings, asked: QueryDict
) -> Mapping[str, Any]:
    """Return the goods that the words may mean (`choices`), each with its verdict on the first way, where it matters, and the
    word for the goods that nobody knows (`unread`).
    """
    if not _are_goods_in_words(asked):
        return {}
    verdict = find_verdict_on_itinerary(planning.corridor, found, found.itineraries[0], around)
    choices, unread = show_goods_beside(
        around.book, asked["goods"].strip(), verdict, lambda code: _address(asked, code)
    )
    return {"choices": choices, "unread": unread}


def describe_goods_meant(planning: PlanningContext, found: Plan, asked: QueryDict) -> dict[str, Any]:
    """Return for programs what the page shows: the code that was planned with (`hs`), `readings` of the words with the verdict
    of each on the first way where it matters which, and the word for the goods that nobody knows (`unread`).
    """
    hs = found.question.cargo.hs
    if not _are_goods_in_words(asked):
        return {"hs": hs, "readings": [], "unread": ""}
    typed, book = asked["goods"].strip(), find_book(planning)
    if not hs:
        return {"hs": "", "readings": [], "unread": typed}
    verdict = judge_itinerary(book, planning.corridor, found, found.itineraries[0])
    choices, unread = show_goods_beside(book, typed, verdict, lambda code: _address(asked, code))
    told = [{"hs": one.hs, "goods": one.name, "says": one.says, "meant": one.hs == hs} for one in choices]
    return {"hs": hs, "readings": told, "unread": unread}


def list_goods_with_a_way(planning: PlanningContext, asked: QueryDict) -> list[GoodsChoice]:
    """Return the goods that the words may mean as well and that have a legal way, where the likeliest has none: "durian, frozen
    durian" is refused as fresh and may go frozen.
    """
    readings = list_readings(asked["goods"].strip())[1:] if _are_goods_in_words(asked) else []
    return [
        GoodsChoice(one.hs, one.name, _address(asked, one.hs))
        for one in readings
        if _has_a_way(planning, asked, one.hs)
    ]


def _has_a_way(planning: PlanningContext, asked: QueryDict, code: str) -> bool:
    query = asked.copy()
    query["hs"] = code
    query = add_goods(query)
    try:
        plan(planning, read_question(query), choose_now(query), 1)
    except ValueError:
        return False
    return True


def _are_goods_in_words(asked: QueryDict) -> bool:
    return bool(asked.get("goods", "").strip()) and not asked.get("hs")


def _address(asked: QueryDict, code: str) -> str:
    return reverse("plan") + write_address_of_question(asked, hs=code)
