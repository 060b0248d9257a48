"""Words for cases and desks in templates."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from landsea.cases import deadline_explanation, presenters
from landsea.cases.act_drawing import draw_act
from landsea.cases.gist import say_gist
from landsea.cases.labels import name_language

register = template.Library()
SEEN_VERSION = template.Variable("case.version")


@register.filter
def calendar_words(label: str) -> str:
    """Return the calendar that made a deadline, in words; nothing for none."""
    return presenters.describe_calendar(label) if label else ""


@register.simple_tag
def desk_words(desk) -> str:
    """Return the desk with its office, in the reader's language."""
    return presenters.name_desk(desk)


@register.simple_tag
def case_gist(case) -> str:
    """Return what a case is about in the reader's language; empty where too little was understood."""
    return say_gist(case)


@register.inclusion_tag("cases/name.html")
def case_name(case) -> dict:
    """Show what a case is about in the reader's language, and beneath it the filer's own words."""
    return {"case": case, "gist": say_gist(case)}


@register.inclusion_tag("cases/heading.html")
def case_heading(case) -> dict:
    """Show the heading of a case's page: what it is about in the reader's language, beneath it the filer's own words with
    their language said where it is another one.
    """
    written, reader = case.written_in or case.language, get_language() or "en"
    other = written.partition("-")[0] != reader.partition("-")[0]
    return {"case": case, "gist": say_gist(case), "written_in": name_language(written, reader) if other else ""}


@register.simple_tag(takes_context=True)
def act_fields(context) -> str:
    """Return what every form of an act sends unseen: the proof that the form is ours, its key, and the version of the case
    that was looked at. Drawn by one call: a page has a dozen such forms.
    """
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="key" value="{}">'
        '<input type="hidden" name="version" value="{}">',
        context["csrf_token"],
        context["key"],
        str(SEEN_VERSION.resolve(context)),
    )


@register.simple_tag(takes_context=True)
def act_form(context, act: str) -> str:
    """Return the form of an act on the case of this page."""
    return draw_act(context, act)


@register.simple_tag(takes_context=True)
def words_field(context, label: str, act: str, name: str = "body", rows: int = 4) -> str:
    """Return the field for the words of an act, with what was typed into it before a refusal."""
    typed = context.get("typed") or {}
    field = f"id_{act}_{name}"
    return format_html(
        '<div class="field"><label for="{}">{}</label>\n'
        '<textarea id="{}" name="{}" rows="{}" required dir="auto">{}</textarea></div>',
        field,
        label,
        field,
        name,
        str(rows),
        typed.get(name, "") if typed.get("act") == act else "",
    )


@register.simple_tag
def why_due(case, running) -> str:
    """Return the lines that say why the running step is due when it is, as items of a list."""
    predicted = format_html(' <span class="state waits">{}</span>', gettext("predicted"))
    return format_html_join(
        "",
        "<li{}>{}{}</li>",
        (
            (mark_safe(' class="soft"') if line.passed_over else "", line.words, predicted if line.predicted else "")
            for line in deadline_explanation.explain_step_deadline(case, running)
        ),
    )
