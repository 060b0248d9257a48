"""Codes of the rules in the reader's words: kinds, effects, states, ways, grades, reasons and changes.

The sentences of reasons and changes are those of the core, marked for translation; a test keeps both the same.
"""

from collections.abc import Callable

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import country_name
from landsea.rules.wording import in_words
from landsea_core.rules import MeasureReason

REASONS = {
    "forbids": _("%(measure)s is in force and stops these goods."),
    "admits": _("%(measure)s opens the market for these goods from this origin."),
    "requires": _("%(measure)s is in force and applies to these goods."),
    "eases": _("%(measure)s is in force and offers relief."),
    "informs": _("%(measure)s is worth knowing for these goods."),
    "list_closed": _("%(measure)s admits only what is named."),
    "set_aside_announced": _("%(measure)s is not in force yet on this day."),
    "set_aside_suspended": _("%(measure)s is suspended on this day."),
    "set_aside_replaced": _("%(measure)s has been replaced by %(by)s."),
    "set_aside_ended": _("%(measure)s has ended."),
    "outweighed": _("%(measure)s stops such goods in general; a more exact measure admits these."),
    "admits_other_ways": _("%(measure)s admits these goods by no other way than: %(ways)s."),
    "transit_not_covered": _("%(measure)s does not cover carriage by land through %(countries)s."),
    "list_does_not_name_it": _(
        "No measure admits HS %(hs)s from %(origin)s, and %(measure)s, held to be complete, admits only what is named."
    ),
    "list_names_it_not_now": _(
        "%(by)s admits HS %(hs)s from %(origin)s, but does not work on this day; %(measure)s admits only what is named."
    ),
    "list_not_complete": _(
        "Only named goods may enter under %(measure)s; whether HS %(hs)s from %(origin)s is named was not found, "
        "and the list on file is not complete."
    ),
    "other_way_not_found": _("%(by)s admits these goods by other ways; whether this way is open was not found."),
    "code_too_short": _("The code %(hs)s is too short for %(measure)s; give six digits or more."),
    "stop_of_some_goods": _("%(measure)s stops some goods of this code: %(goods)s."),
    "stop_at_some_places": _("%(measure)s stops these goods at some places: %(places)s."),
    "admits_some_goods": _("HS %(hs)s holds several goods; %(measure)s admits only: %(goods)s."),
    "transit_terms_not_found": _("Whether %(measure)s covers carriage by land through %(countries)s was not found."),
    "nothing_names_these_goods": _(
        "No measure on file names HS %(hs)s for this market; ask the authority before shipping."
    ),
    "start_not_found": _("%(measure)s is in force; since when was not found."),
    "start_known_roughly": _("%(measure)s begins about now; its exact day was not found."),
    "end_not_found": _("Whether %(measure)s has ended was not found; it counts as a stop until that is known."),
    "end_known_roughly": _("%(measure)s ends about now; its exact day was not found."),
    "suspension_end_not_found": _("Until when %(measure)s is suspended was not found."),
    "back_while_suspended": _("%(measure)s applies again while the measure that replaced it is suspended."),
}

CHANGES = {
    "new_measure": _("This rule is new here: %(title)s."),
    "requirement_added": _("Now also needed: %(what)s"),
    "requirement_dropped": _("No longer needed: %(what)s"),
    "requirement_who": _("%(what)s It is now issued by %(after)s (before: %(before)s)."),
    "requirement_lead_time": _("%(what)s It now takes %(after)s (before: %(before)s)."),
    "requirement_cost": _("%(what)s It now costs %(after)s (before: %(before)s)."),
    "requirement_validity": _("%(what)s It is now valid for %(after)s (before: %(before)s)."),
    "in_force": _("It begins on %(after)s (before: %(before)s)."),
    "last_day": _("Its last day is %(after)s (before: %(before)s)."),
    "announced": _("It was announced on %(after)s (before: %(before)s)."),
    "replaced_by": _("It is replaced by %(after)s (before: %(before)s)."),
    "suspended": _("It is suspended from %(first)s to %(last)s."),
    "suspension_dropped": _("It is no longer suspended from %(first)s to %(last)s."),
    "effect": _("What it does changed: it %(after)s (before: it %(before)s)."),
    "hs": _("Goods: now HS %(after)s (before: %(before)s)."),
    "goods": _("Goods of these codes: now %(after)s (before: %(before)s)."),
    "origin": _("Origin: now %(after)s (before: %(before)s)."),
    "destination": _("Destination: now %(after)s (before: %(before)s)."),
    "path": _("Countries on the way: now %(after)s (before: %(before)s)."),
    "borders": _("Borders: now %(after)s (before: %(before)s)."),
    "modes": _("Ways of carriage: now %(after)s (before: %(before)s)."),
    "places": _("Places: now %(after)s (before: %(before)s)."),
    "complete_now": _("The list is now held to be complete: what it does not name is forbidden."),
    "complete_no_more": _("The list is no longer held to be complete: what it does not name is not known."),
    "title": _("It is now called: %(after)s (before: %(before)s)."),
    "legal_act": _("Legal act: now %(after)s (before: %(before)s)."),
    "authority": _("Authority: now %(after)s (before: %(before)s)."),
    "summary": _("The summary was rewritten: %(after)s"),
    "source": _("The source is now %(after)s (grade %(grade)s)."),
    "note": _("Remark: %(after)s"),
    "looked_at_again": _("Only looked at again on %(after)s; nothing in the rule changed."),
}

KINDS = {
    "positive_list": _("positive list"),
    "ban_suspension": _("ban or stop"),
    "market_access_protocol": _("market access"),
    "establishment_registration": _("registration of producers"),
    "licence_permit": _("licence or permit"),
    "sps_test": _("health, plant and food tests"),
    "conformity_labelling": _("standards and labels"),
    "ip_rule": _("trade marks and other rights"),
    "origin_procedure": _("proof of origin"),
    "tariff_preference": _("duty and preference"),
    "tax_fee": _("taxes and fees"),
    "transport_rule": _("carriage"),
    "border_operation": _("at the border"),
    "ecommerce_rule": _("online trade"),
    "payment_fx": _("payment and currency"),
    "investment_incentive": _("investment"),
    "visa_entry": _("visas"),
}
EFFECTS = {
    "forbids": _("forbids"),
    "requires": _("requires"),
    "admits": _("opens the market"),
    "limits": _("admits only what is named"),
    "eases": _("offers relief"),
    "informs": _("informs"),
}
STATES = {
    "announced": ("waits", _("not in force yet")),
    "in_force": ("done", _("in force")),
    "suspended": ("waits", _("suspended")),
    "replaced": ("silent", _("replaced")),
    "ended": ("silent", _("no longer in force")),
}
ANSWERS = {
    "forbidden": ("refused", _("These goods may not pass.")),
    "allowed": ("done", _("These goods may pass; nothing special is needed as far as we know.")),
    "allowed_with": ("done", _("These goods may pass, with what stands below.")),
    "unknown": ("waits", _("We do not know whether these goods may pass. Ask the authority before you ship.")),
}
MODES = {"road": _("by road"), "rail": _("by rail"), "sea": _("by sea"), "river": _("by river"), "air": _("by air")}
PURPOSES = {
    "sell": _("selling goods into a market"),
    "invest": _("investing in a market"),
    "people": _("sending people there"),
}
FREQUENCIES = {
    "at_once": _("at once"),
    "daily": _("once a day"),
    "weekly": _("once a week"),
    "never": _("no mails, I read the feed"),
}


def reason_words(reason: MeasureReason) -> str:
    """A reason as a sentence in the reader's language; a sentence of a source as it is."""
    template = REASONS.get(reason.code)
    return str(template) % _read(reason) if template else reason.code


def change_words(change: MeasureReason) -> str:
    """A change as a sentence in the reader's language, what the rule says in it too where it was put into that."""
    return str(CHANGES[change.code]) % _read(change)


_COUNTRIES = {"origin", "destination", "path", "borders"}
"""The changes whose values are codes of countries."""


def _read(reason: MeasureReason) -> dict[str, str]:
    """The values of a reason or change as a reader reads them: countries, ways and effects by name, sentences in words."""
    return {name: _value(reason.code, name, value) for name, value in reason.values.items()}


def _value(code: str, name: str, value: str) -> str:
    if name == "ways" or code == "modes":
        return _each(value, lambda one: str(MODES.get(one, one)))
    if name == "countries" or code in _COUNTRIES:
        return _each(value, lambda one: makers_name(one) if one.isupper() else one)
    if code == "effect":
        return str(EFFECTS.get(value, value))
    return in_words(value)


def _each(codes: str, said: Callable[[str], str]) -> str:
    return ", ".join(said(one) for one in codes.split(", "))


def makers_name(code: str) -> str:
    """The country or agreement that made a rule, in the reader's language."""
    return country_name(code, get_language() or "en") if len(code) == 2 else code
