"""Draws the forms of acts on a case's page: each once for all cases, filled in with what is its case's own.

A form that comes back with what somebody typed before a refusal is drawn by its template, of the whole page's facts.
"""

from collections.abc import Mapping
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from landsea.base.ui.drawn_once import draw_once
from landsea.base.ui.options import draw_grouped_options, draw_options
from landsea.cases.labels import PROPOSABLE_OUTCOMES

CITES = "cases/acts/cites.html"


def draw_act(context: Context, act: str) -> SafeString:
    """Return the form of an act for the page with this context."""
    template, words = f"cases/acts/{act}.html", _pieces_of(context, act)
    if context.get("typed"):
        with context.push(**words, outcomes=list_outcomes()):
            return get_template(template).template.render(context)
    case = context["case"]
    words |= {
        "case.ref": case.ref,
        "case.version": case.version,
        "case.hand_offs": case.hand_offs,
        "csrf_token": context["csrf_token"],
        "key": context["key"],
    }
    return draw_once(template, words, outcomes=list_outcomes())


def list_outcomes() -> tuple[tuple[str, str], ...]:
    """Return the outcomes that a desk may propose, with their words, in the order in which they are offered."""
    return tuple((outcome.value, str(said)) for outcome, said in PROPOSABLE_OUTCOMES.items())


def _pieces_of(context: Context, act: str) -> dict[str, Any]:
    """Return what a form shows of its case beside number and version, drawn already."""
    if act in ("answer", "propose_outcome"):
        return {"cites": _draw_cites(context, act)}
    if act == "redact":
        return {"places": draw_options(context["redactable"])}
    return _draw_subject(context["about"]) if act == "classify" else {}


def _draw_cites(context: Context, act: str) -> SafeString:
    """Return the rules that an answer may cite; where none fits the case, the field to look for some."""
    if context.get("typed") or context["picker"].lines:
        with context.push(act=act):
            return get_template(CITES).template.render(context)
    return draw_once(CITES, {"case.ref": context["case"].ref}, act=act)


def _draw_subject(about: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the case is about, as the form shows it that corrects it."""
    hidden = '<input type="hidden" name="was_{}" value="{}">'
    return {
        "was": format_html_join("", hidden, about["was"]),
        "matters": draw_grouped_options(about["matters"], about["matter"]),
        "countries": draw_options(about["countries"], about["country"]),
        "directions": draw_options(about["directions"], about["direction"]),
        "goods": format_html("{}", about["goods"]),
        "hs": format_html("{}", about["hs"]),
    }
