"""What a case is about and what happened to it, as lines of its page."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext

from landsea.base.audit.access import read_chain
from landsea.base.ui.countries import name_country
from landsea.base.ui.page_subjects import find_page_subject
from landsea.base.ui.times import date_words
from landsea.base.ui.typed_words import mark_as_typed
from landsea.cases.audit_stream import name_stream
from landsea.cases.labels import (
    ACTS,
    DIRECTIONS,
)
from landsea.cases.understanding.amounts import write_amounts
from landsea.cases.understanding.meaning import MOST_READ
from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea_core.text import fold_spelling, read_amounts
from landsea_core.text.default_reader import find_goods_name


def list_facts(case) -> list[tuple[str, str]]:
    """Return what the case is about as (label, words), leaving out what is unknown."""
    language = get_language() or "en"
    matter = directory_access.find_matter(case.matter) if case.matter else None
    place = name_in(case.place.names, language) if case.place else case.place_text
    rows = [
        (gettext("Filed from"), _page_link(case.about_page)),
        (gettext("About"), name_in(matter.names, language) if matter else case.topic),
        (gettext("Where"), ", ".join(p for p in (place, name_country(case.country, language)) if p)),
        (gettext("Goods"), _goods_of(case, language)),
        (gettext("Direction"), str(DIRECTIONS.get(case.direction, ""))),
        (gettext("From"), name_country(case.filer_country, language) if case.filer_country else ""),
        (gettext("Amounts in the text"), write_amounts(read_amounts(case.text[:MOST_READ]))),
        (gettext("Happened on"), date_words(case.happened_on, language) if case.happened_on else ""),
        (gettext("Cannot wait because"), mark_as_typed(case.lane_reason, case.language) if case.lane_reason else ""),
        (gettext("Handed on to"), case.handed_on_to),
        (gettext("Joint case of"), gettext("several members") if case.is_joint else ""),
    ]
    return [(label, value) for label, value in rows if value]


def _page_link(about_page: str) -> str:
    """Return a link to the page that the case was filed from, in the reader's words; empty where that is gone."""
    page = find_page_subject(about_page) if about_page else None
    return format_html('<a href="{}">{}</a>', page.url, page.words) if page else ""


def _goods_of(case, language: str) -> str:
    """Return what the filer called the goods, marked as words in the filer's language, and the code."""
    called = format_html('<span lang="{}" dir="auto">{}</span>', case.language, case.goods) if case.goods else ""
    return format_html_join(" · ", "{}", ((part,) for part in (called, _code_of_goods(case, language)) if part))


def _code_of_goods(case, language: str) -> str:
    """Return the code, with what such goods are called in the reader's language where the filer called them otherwise."""
    if not case.hs:
        return ""
    name = find_goods_name(case.hs, language)
    return f"HS {case.hs}" + (f" ({name})" if name and fold_spelling(name) != fold_spelling(case.goods) else "")


def list_history(actor, case) -> list[dict]:
    """Return what was done, for offices and the coordinator: acts with their times, never the words."""
    if not actor.works_at_desks:
        return []
    return [{"at": e.at, "words": _act_words(e), "actor": e.actor} for e in read_chain(name_stream(case))]


def _act_words(entry) -> str:
    """Return what was done, and that it was done by an answer link."""
    words = str(ACTS.get(entry.act, entry.act))
    return gettext("%(act)s (by link)") % {"act": words} if entry.facts.get("by_link") else words
