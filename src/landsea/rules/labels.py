"""Codes of the rules in the reader's words: kinds, effects, states, ways; reasons and changes with their values in words."""

from collections.abc import Callable

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.countries import name_country
from landsea.directory.labels import GRADES as FACT_GRADES
from landsea.directory.labels import name_languages
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.rules import MeasureReason, Verdict, explain_reason, verdict_words
from landsea_core.rules.difference import explain_change
from landsea_core.rules.model import GENERAL_KNOWLEDGE
from landsea_core.rules.reasons import CONDITIONS_IN_WORDS, KINDS_IN_WORDS, STATE_NOT_SAID

_say_lazily = lazy(say_sentence, str)

KINDS = {
    "positive_list": _("positive list"),
    "ban_suspension": _("ban or stop"),
    "market_access_protocol": _("market access"),
    "establishment_registration": _say_lazily(KINDS_IN_WORDS["establishment_registration"]),
    "licence_permit": _("licence or permit"),
    "sps_test": _say_lazily(KINDS_IN_WORDS["sps_test"]),
    "conformity_labelling": _say_lazily(KINDS_IN_WORDS["conformity_labelling"]),
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
GRADES = {**FACT_GRADES, GENERAL_KNOWLEDGE: _("general knowledge, not looked up yet")}
STATES = {
    "announced": ("waits", _("not in force yet")),
    "in_force": ("done", _("in force")),
    "suspended": ("waits", _("suspended")),
    "replaced": ("silent", _("replaced")),
    "ended": ("silent", _("no longer in force")),
}
ANSWERS = {
    "forbidden": ("refused", _say_lazily(verdict_words.ANSWERS["forbidden"])),
    "allowed": ("done", _say_lazily(verdict_words.ANSWERS["allowed"])),
    "allowed_with": ("done", _say_lazily(verdict_words.ANSWERS["allowed_with"])),
    "unknown": ("waits", _say_lazily(verdict_words.ANSWERS["unknown"])),
}
"""How an answer is drawn and said where all that can stop the goods was looked at."""
NOT_LOOKED_AT = "not_looked_at"
"""The reason that belongs beside a verdict, for a permission is read with it or wrongly."""
MODES = {"road": _("by road"), "rail": _("by rail"), "sea": _("by sea"), "river": _("by river"), "air": _("by air")}
PURPOSES = {
    "sell": _("selling goods into a market"),
    "invest": _("investing in a market"),
    "people": _("sending people there"),
}
CONDITIONS = {code: _say_lazily(said) for code, said in CONDITIONS_IN_WORDS.items()}
"""The states of goods that a code does not tell."""
FREQUENCIES = {
    "at_once": _("at once"),
    "daily": _("once a day"),
    "weekly": _("once a week"),
    "never": _("no mails, I read the feed"),
}


def answer_words(verdict: Verdict) -> tuple[str, str]:
    """Return a verdict's state and sentence in the reader's language, no surer than what carries it."""
    is_sure = not (verdict.not_looked_at or verdict_words.list_stops_of_few(verdict))
    state = ANSWERS[verdict.answer][0] if is_sure else "waits"
    return state, say_sentence(verdict_words.say_answer(verdict))


def say_not_looked_at(verdict: Verdict) -> str:
    """Return the sentence that names what nobody looked at; empty where all that can stop the goods was."""
    return next((say_reason(gap.reason) for gap in verdict.gaps if gap.reason.code == NOT_LOOKED_AT), "")


def say_verdict(verdict: Verdict) -> str:
    """Return a verdict in one breath: what it is, which few goods of the code it stops, and what nobody looked at."""
    stops = [say_reason(gap.reason) for gap in verdict_words.list_stops_of_few(verdict)]
    return " ".join(filter(None, (answer_words(verdict)[1], *stops, say_not_looked_at(verdict))))


def say_reason(reason: MeasureReason) -> str:
    """Return a reason as a sentence in the reader's language; a sentence of a source as it is."""
    values = {} if reason.code in {NOT_LOOKED_AT, STATE_NOT_SAID} else _values_in_words(reason)
    return say_sentence(explain_reason(reason).fill(**values))


def change_words(change: MeasureReason) -> str:
    """Return a change as a sentence in the reader's language, what the rule says in it too where it was put into that."""
    return say_sentence(explain_change(change).fill(**_values_in_words(change)))


_COUNTRIES = {"origin", "destination", "path", "borders"}
"""The changes whose values are codes of countries."""


_KEPT_IN_ENGLISH = {"summary", "note"}
"""The changes whose words are put into no other language (`landsea_core.rules.wording`)."""


def _mark_english(words: str) -> str:
    """Return words that stand in English for every reader; for one of another language, the name of it before them."""
    language = get_language() or "en"
    return words if language == "en" else f"({name_languages(['en'], language)}) {words}"


def _values_in_words(reason: MeasureReason) -> dict[str, str]:
    """Return the values of a reason or change as a reader reads them: countries, ways and effects by name, sentences in
    words.
    """
    return {name: _value_in_words(reason.code, name, value) for name, value in reason.values.items()}


def _value_in_words(code: str, name: str, value: str) -> str:
    if name == "ways" or code == "modes":
        return _join_words(value, lambda one: str(MODES.get(one, one)))
    if name == "countries" or code in _COUNTRIES:
        return _join_words(value, lambda one: name_maker(one) if one.isupper() else one)
    if code in _KEPT_IN_ENGLISH and value:
        return _mark_english(value)
    if code == "conditions":
        return _join_words(value, lambda one: str(CONDITIONS.get(one, one)))
    if code == "effect":
        return str(EFFECTS.get(value, value))
    return choose_words_for_reader(value)


def _join_words(codes: str, said: Callable[[str], str]) -> str:
    return ", ".join(said(one) for one in codes.split(", "))


def name_maker(code: str) -> str:
    """Return the country or agreement that made a rule, in the reader's language."""
    return name_country(code, get_language() or "en") if len(code) == 2 else code
