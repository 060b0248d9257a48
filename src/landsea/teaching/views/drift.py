"""How well texts were read lately, for operators: what people corrected, against how sure the reader was and its card."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.cases.labels import name_language
from landsea.teaching import access
from landsea_core.text.quality.card import read_shares
from landsea_core.text.quality.drift import (
    JUDGED_FROM,
    SHOWN_FROM,
    Tally,
    add_up_tallies,
    find_drift,
)

WEEKS = 8
JUDGED_WEEKS = 4
CARD_FILE = "CARD.md"


@door("operator")
@require_safe
def show_drift(request: HttpRequest) -> HttpResponse:
    """Show shares by week and language, and warn by the core's rule over the last four weeks."""
    language, now = get_language() or "en", timezone.now()
    tallies = sorted(_added_up(access.list_weekly_tallies(now - timedelta(weeks=WEEKS))), key=lambda one: one.language)
    tallies.sort(key=lambda one: one.week, reverse=True)
    card = _shares_of_card()
    recent = add_up_tallies(one for one in tallies if one.week >= (now - timedelta(weeks=JUDGED_WEEKS)).date())
    warnings = [found for one in recent.values() if (found := find_drift(one, card.get(one.language)))]
    context = {
        "rows": [
            {"tally": one, "language": _language_name(one, language), "card": card.get(one.language)} for one in tallies
        ],
        "warnings": [(name_language(one.language, language), one) for one in warnings],
        "weeks": WEEKS,
        "judged_weeks": JUDGED_WEEKS,
        "shown_from": SHOWN_FROM,
        "judged_from": JUDGED_FROM,
    }
    return render(request, "teaching/drift.html", context)


def _shares_of_card() -> dict[str, float]:
    """The share of matters that were right on the card's test set, by language: there the matter is asked within the right
    topic, so it is the product of both shares. Empty without a card.
    """
    path = Path(settings.ROOT) / "data" / "models" / CARD_FILE
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    topics, matters = read_shares(text, "topic"), read_shares(text, "matter")
    return {language: topics[language] * matters[language] for language in topics.keys() & matters.keys()}


def _added_up(tallies) -> list[Tally]:
    """Matters and topics together: one row a week and language."""
    found: dict[tuple, Tally] = {}
    for one in tallies:
        key = (one.week, one.language)
        found[key] = add_up_tallies([found[key], one])[one.language] if key in found else one
    return list(found.values())


def _language_name(tally: Tally, language: str) -> str:
    return name_language(tally.language, language) if tally.language else "?"
