"""Goods of countries outside the corridor: a rule about them says nothing about a shipment between two of ours."""

import re

import pytest
from babel import Locale

from landsea_core.countries import ELSEWHERE, OUTSIDE, PLACE_COUNTRIES
from landsea_core.rules import GateAnswer, Shipment, ask_gate
from landsea_core.rules.basis import LEAVING_ORIGIN
from landsea_core.rules.measure_kinds import Effect

from .test_coverage import DAY

COUNTRIES = {
    name
    for code, name in Locale("en").territories.items()
    if len(code) == 2 and code.isalpha() and code not in PLACE_COUNTRIES
}
THEIRS = re.compile(rf"\b(?:of|from|made in) (?:the )?(?:{'|'.join(map(re.escape, sorted(COUNTRIES)))})\b")


def test_a_rule_about_goods_of_others_counts_for_no_shipment_of_the_corridor(book):
    """As "pork of Brazil may enter Malaysia" let in that of every country, as no origin stood in it."""
    wrong = [
        measure.code
        for measure in book
        if measure.effect is not Effect.INFORMS
        and measure.scope.direction == "import"
        and THEIRS.search(measure.scope.goods)
        and set(measure.scope.origin) != set(measure.scope.destination)
    ]
    assert not wrong
    assert THEIRS.search("pork of Brazil") and not THEIRS.search("pork of Viet Nam")


@pytest.mark.parametrize("origin", ["DE", "JP", ELSEWHERE])
def test_goods_of_another_country_are_answered_for_the_destination_s_side_and_never_pass(book, origin):
    """No list refuses them for not naming their country, no permission is given, and what is not in the book is said."""

    def ask(hs, destination):
        return ask_gate(book, Shipment(hs, origin, destination, (), "sea"), DAY)

    beef, wine, used_clothes = ask("020230", "CN"), ask("220421", "CN"), ask("630900", "ID")
    assert beef.answer is GateAnswer.UNKNOWN and any(gap.reason.code == "list_names_ours_only" for gap in beef.gaps)
    assert wine.answer is GateAnswer.ALLOWED_WITH and {"ban_suspension", LEAVING_ORIGIN} <= set(wine.not_looked_at)
    assert used_clothes.answer is GateAnswer.FORBIDDEN
    assert all(any(gap.reason.code == "origin_outside" for gap in one.gaps) for one in (beef, wine, used_clothes))


def test_no_code_stands_for_a_country_of_ours_and_for_one_outside():
    assert not OUTSIDE & set(PLACE_COUNTRIES) and len(OUTSIDE) > 200
