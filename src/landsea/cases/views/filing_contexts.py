"""What the filing form's page shows of what was typed so far: what was understood, and the check before sending."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from landsea.cases.form_filing import make_filing
from landsea.cases.forms import FilingForm
from landsea.cases.understanding.about_to_send import list_what_goes
from landsea.cases.understanding.chips import find_question, make_chips
from landsea.cases.understanding.filing_review import list_doubts, review_of
from landsea.cases.understanding.goods_meant import find_goods_meant
from landsea.cases.understanding.meaning import MOST_READ, understand_filing
from landsea.cases.understanding.places_meant import find_places_meant
from landsea.cases.understanding.suggestions import suggest_from_text
from landsea_core.caseflow import Lane
from landsea_core.text import clean_text


def make_understood_context(typed) -> dict:
    found, language = understand_filing(typed), find_reader_language()
    read = suggest_from_text(typed, found)
    text, question = typed.get("text", "")[:MOST_READ], find_question(found, read)
    return {
        "chips": make_chips(text, found, read, language),
        "doubts": [*([question] if question else []), *list_doubts(found, language, with_places=False)],
        "meant": find_places_meant(found, typed.get("place_text", ""), typed.get("country", ""), language),
        "goods_meant": find_goods_meant(found, language),
        "known": found if found.topic or found.hs else None,
        "text": text,
        "filer_country": typed.get("filer_country", ""),
    }


def review_context(form: FilingForm, papers: list, *, lane_chosen: bool) -> dict:
    """Return what the check before sending shows. `papers` are the files held for the form; `lane_chosen` is whether the filer
    chose the lane, which otherwise follows from the words.
    """
    if not form.is_valid():
        return {}
    now, found, language = timezone.now(), understand_filing(form.cleaned_data), find_reader_language()
    filing = make_filing(form.cleaned_data, found, language=language, form_key="")
    is_normal = filing.lane is Lane.NORMAL
    return {
        "review": review_of(filing, now, language),
        "sending": list_what_goes(filing, found, papers, form.cleaned_data, language),
        "filing": filing,
        "now": now,
        "cannot_wait": found.urgent_words if is_normal else (),
        "made_urgent": () if is_normal or lane_chosen else found.urgent_words,
    }


def strike_fields(typed: dict[str, str]) -> dict[str, str]:
    """Return the fields with what the pressed button, if it was one of a chip, strikes out of what was understood."""
    return typed | {"struck": f"{typed.get('struck', '')} {typed.get('strike', '')}".strip()}


def clean_values(typed) -> dict[str, str]:
    return {name: clean_text(str(value)).text for name, value in typed.items()}


def find_reader_language() -> str:
    return get_language() or settings.LANGUAGE_CODE
