"""Goods of countries outside the corridor: a rule about them says nothing about a shipment between two of ours."""

import re

from babel import Locale

from landsea_core.countries import PLACE_COUNTRIES
from landsea_core.rules.measure_kinds import Effect

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
