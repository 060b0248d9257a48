"""Why a measure counts as it does, as a code with values and as an English sentence that translators start from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MeasureReason:
    """A code of `SENTENCES` with the values its sentence names; a code that is none is a sentence of the source."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


SENTENCES = {
    "forbids": "%(measure)s is in force and stops these goods.",
    "admits": "%(measure)s opens the market for these goods from this origin.",
    "requires": "%(measure)s is in force and applies to these goods.",
    "eases": "%(measure)s is in force and offers relief.",
    "informs": "%(measure)s is worth knowing for these goods.",
    "list_closed": "%(measure)s admits only what is named.",
    "set_aside_announced": "%(measure)s is not in force yet on this day.",
    "set_aside_suspended": "%(measure)s is suspended on this day.",
    "set_aside_replaced": "%(measure)s has been replaced by %(by)s.",
    "set_aside_ended": "%(measure)s has ended.",
    "outweighed": "%(measure)s stops such goods in general; a more exact measure admits these.",
    "admits_other_ways": "%(measure)s admits these goods by no other way than: %(ways)s.",
    "transit_not_covered": "%(measure)s does not cover carriage by land through %(countries)s.",
    "list_does_not_name_it": "No measure admits HS %(hs)s from %(origin)s, and %(measure)s, held to be complete, admits "
    "only what is named.",
    "list_names_it_not_now": "%(by)s admits HS %(hs)s from %(origin)s, but does not work on this day; %(measure)s admits "
    "only what is named.",
    "list_not_complete": "Only named goods may enter under %(measure)s; whether HS %(hs)s from %(origin)s is named was "
    "not found, and the list on file is not complete.",
    "other_way_not_found": "%(by)s admits these goods by other ways; whether this way is open was not found.",
    "code_too_short": "The code %(hs)s is too short for %(measure)s; give six digits or more.",
    "stop_of_some_goods": "%(measure)s stops some goods of this code: %(goods)s.",
    "stop_at_some_places": "%(measure)s stops these goods at some places: %(places)s.",
    "admits_some_goods": "HS %(hs)s holds several goods; %(measure)s admits only: %(goods)s.",
    "transit_terms_not_found": "Whether %(measure)s covers carriage by land through %(countries)s was not found.",
    "nothing_names_these_goods": "No measure on file names HS %(hs)s for this market; ask the authority before shipping.",
    "start_not_found": "%(measure)s is in force; since when was not found.",
    "start_known_roughly": "%(measure)s begins about now; its exact day was not found.",
    "end_not_found": "Whether %(measure)s has ended was not found; it counts as a stop until that is known.",
    "end_known_roughly": "%(measure)s ends about now; its exact day was not found.",
    "suspension_end_not_found": "Until when %(measure)s is suspended was not found.",
    "back_while_suspended": "%(measure)s applies again while the measure that replaced it is suspended.",
}
"""Reason code -> English sentence; each placeholder is a key of `Reason.values`."""


def say_reason(reason: MeasureReason, translate: Callable[[str], str] = lambda text: text) -> str:
    """The reason as a sentence; `translate` is the reader's gettext. A sentence of a source is given as it is."""
    template = SENTENCES.get(reason.code)
    return translate(template) % reason.values if template else reason.code
