"""What the filing form's page shows of what was typed so far: what was understood, and the check before sending."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from landsea.cases.form_filing import filing_from
from landsea.cases.forms import (
    LONGEST_REASON,
    FilingForm,
)
from landsea.cases.understanding.chips import chips_of_reading, question_of
from landsea.cases.understanding.filing_review import doubts_of, review_of
from landsea.cases.understanding.meaning import MOST_READ, understand_filing
from landsea.cases.understanding.suggestions import suggest_from_text
from landsea_core.caseflow import Lane
from landsea_core.text import clean_text


def understood_context(typed) -> dict:
    found, language = understand_filing(typed), reader_language()
    read = suggest_from_text(typed, found)
    text, question = typed.get("text", "")[:MOST_READ], question_of(found, read)
    return {
        "chips": chips_of_reading(text, found, read, language),
        "doubts": [*([question] if question else []), *doubts_of(found, language)],
        "known": found if found.topic or found.hs else None,
        "text": text,
        "filer_country": typed.get("filer_country", ""),
    }


def review_context(form: FilingForm) -> dict:
    if not form.is_valid():
        return {}
    now, found = timezone.now(), understand_filing(form.cleaned_data)
    filing = filing_from(form.cleaned_data, found, language=reader_language(), form_key="")
    waits = filing.lane is Lane.NORMAL and found.urgent_words
    return {"review": review_of(filing, now, reader_language()), "filing": filing, "now": now, "cannot_wait": waits}


def with_struck_fields(typed: dict[str, str]) -> dict[str, str]:
    """Return the fields with what the pressed button, if it was one of a chip, strikes out of what was understood."""
    return typed | {"struck": f"{typed.get('struck', '')} {typed.get('strike', '')}".strip()}


def with_urgent_lane(typed: dict[str, str]) -> dict[str, str]:
    """Return the fields in the urgent lane, where that button was pressed; the reason is the filer's own words for it."""
    if typed.get("action") != "urgent":
        return typed
    words = ", ".join(understand_filing(clean_values(typed)).urgent_words)[:LONGEST_REASON]
    return typed | {"lane": str(Lane.URGENT), "lane_reason": typed.get("lane_reason", "").strip() or words}


def clean_values(typed) -> dict[str, str]:
    return {name: clean_text(str(value)).text for name, value in typed.items()}


def reader_language() -> str:
    return get_language() or settings.LANGUAGE_CODE
