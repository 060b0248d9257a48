"""Why a measure counts as it does: a code with values, and the sentence that says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from landsea_core.sentences import Sentence, quote_words


@dataclass(frozen=True, slots=True)
class MeasureReason:
    """A code of `SENTENCES` with the values its sentence names; a code that is none is a sentence of the source."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


STOP_OF_FEW = "stop_of_few_goods"
"""The reason that a stop is of few goods of its codes: it is said, and the others are judged by the other rules."""
STATE_NOT_SAID = "state_not_said"
"""The reason that a stop counts for goods in one state only, and nobody said in which these are."""

SENTENCES = {
    "forbids": Sentence("%(measure)s is in force and stops these goods."),
    "not_in_this_state": Sentence("%(measure)s admits these goods in another state only."),
    "admits": Sentence("%(measure)s opens the market for these goods from this origin."),
    "requires": Sentence("%(measure)s is in force and applies to these goods."),
    "eases": Sentence("%(measure)s is in force and offers relief."),
    "informs": Sentence("%(measure)s is worth knowing for these goods."),
    "list_closed": Sentence("%(measure)s admits only what is named."),
    "set_aside_announced": Sentence("%(measure)s is not in force yet on this day."),
    "set_aside_suspended": Sentence("%(measure)s is suspended on this day."),
    "set_aside_replaced": Sentence("%(measure)s has been replaced by %(by)s."),
    "set_aside_ended": Sentence("%(measure)s has ended."),
    "outweighed": Sentence("%(measure)s stops such goods in general; a more exact measure admits these."),
    "admits_other_ways": Sentence("%(measure)s admits these goods by no other way than: %(ways)s."),
    "transit_not_covered": Sentence("%(measure)s does not cover carriage by land through %(countries)s."),
    "list_does_not_name_it": Sentence(
        "No measure admits HS %(hs)s from %(origin)s, and %(measure)s, held to be complete, admits only what is named."
    ),
    "list_names_it_not_now": Sentence(
        "%(by)s admits HS %(hs)s from %(origin)s, but does not work on this day; %(measure)s admits only what is named."
    ),
    "list_not_complete": Sentence(
        "Only named goods may enter under %(measure)s; whether HS %(hs)s from %(origin)s is named was "
        "not found, and the list on file is not complete."
    ),
    "list_names_ours_only": Sentence(
        "%(measure)s admits only what is named, and of countries outside the corridor this book names none; ask whether HS "
        "%(hs)s of that country is named."
    ),
    "origin_outside": Sentence(
        "The goods are made outside the corridor: what may leave that country, and what %(countries)s decided about its goods "
        "alone, is not in this book."
    ),
    "other_way_not_found": Sentence("%(by)s admits these goods by other ways; whether this way is open was not found."),
    "code_too_short": Sentence("The code %(hs)s is too short for %(measure)s; give six digits or more."),
    STOP_OF_FEW: Sentence("%(measure)s stops only these goods of this code, and they may not pass: %(goods)s."),
    "stop_of_some_goods": Sentence("%(measure)s stops some goods of this code: %(goods)s."),
    "stop_at_some_places": Sentence("%(measure)s stops these goods at some places: %(places)s."),
    STATE_NOT_SAID: Sentence(
        "%(measure)s stops these goods in this state: %(conditions)s. Say in which state yours are."
    ),
    "used_not_on_file": Sentence(
        "No rule on file says how used goods of HS %(hs)s are treated in this market; many markets stop or license them."
    ),
    "waste_has_its_codes": Sentence(
        "Waste and scrap have HS codes of their own (for instance 3915, 7204, 8549), and HS %(hs)s is none; ask with theirs."
    ),
    "admits_some_goods": Sentence("HS %(hs)s holds several goods; %(measure)s admits only: %(goods)s."),
    "transit_terms_not_found": Sentence(
        "Whether %(measure)s covers carriage by land through %(countries)s was not found."
    ),
    "nothing_names_these_goods": Sentence(
        "No measure on file names HS %(hs)s for this market; ask the authority before shipping."
    ),
    "not_looked_at": Sentence("For these goods and countries we have not looked systematically at: %(kinds)s."),
    "start_not_found": Sentence("%(measure)s is in force; since when was not found."),
    "start_known_roughly": Sentence("%(measure)s begins about now; its exact day was not found."),
    "end_not_found": Sentence("Whether %(measure)s has ended was not found; it counts as a stop until that is known."),
    "end_known_roughly": Sentence("%(measure)s ends about now; its exact day was not found."),
    "suspension_end_not_found": Sentence("Until when %(measure)s is suspended was not found."),
    "back_while_suspended": Sentence("%(measure)s applies again while the measure that replaced it is suspended."),
}
"""Reason code -> sentence; each of its places is a key of `MeasureReason.values`."""


CONDITIONS_IN_WORDS = {
    "new": Sentence("new goods"),
    "used": Sentence("used goods"),
    "waste": Sentence("waste or scrap"),
}
"""The states of goods, by the codes of `goods_states.CONDITIONS`."""
KINDS_IN_WORDS = {
    "ban_suspension": Sentence("bans and stops"),
    "licence_permit": Sentence("licences and permits"),
    "establishment_registration": Sentence("registration of producers"),
    "sps_test": Sentence("health, plant and food tests"),
    "conformity_labelling": Sentence("standards and labels"),
    "leaving_origin": Sentence("what may leave the country of origin"),
    "passing_through": Sentence("what may pass through the countries on the way"),
}
"""What was not looked at, by the codes of `basis.list_kinds_not_looked_at` and `basis.list_ways_not_looked_at`."""


def explain_reason(reason: MeasureReason) -> Sentence:
    """Return the sentence that says a reason; a sentence of a source is quoted as it is."""
    known = SENTENCES.get(reason.code)
    if known and reason.code == "not_looked_at":
        return known.fill(kinds=tuple(KINDS_IN_WORDS[kind] for kind in reason.values["kinds"].split(", ")))
    if known and reason.code == STATE_NOT_SAID:
        said = tuple(CONDITIONS_IN_WORDS[one] for one in reason.values["conditions"].split(", "))
        return known.fill(measure=reason.values["measure"], conditions=said)
    return known.fill(**reason.values) if known else quote_words(reason.code)
