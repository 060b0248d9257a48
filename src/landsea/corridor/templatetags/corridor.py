"""Template tags of the corridor: numbers for SVG, clocks of places, hidden fields of a question, links in mails."""

from datetime import datetime
from typing import Any

from django import template
from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.page_subjects import trouble_url
from landsea.base.ui.typed_words import mark_as_typed
from landsea.corridor import access, access_figures, access_versions, amounts, labels
from landsea.corridor.access_diagram import DiagramToday, mark_diagram_today
from landsea.corridor.diagram_presenters import draw_pictures
from landsea.corridor.kept_links import KEPT_LINKS
from landsea.corridor.labels import (
    BASES,
    GRADES,
    MODES,
    place_name,
)
from landsea.corridor.leg_presenters import ShownDrive
from landsea.corridor.plan_news import say_news
from landsea.rules.labels import GRADES as RULE_GRADES
from landsea_core.planner.diagram.layout import LINE_MODES
from landsea_core.planner.diagram.traffic import Key
from landsea_core.planner.network.kept_ways import WayNews
from landsea_core.planner.network.place_rows import Closure, NetworkPlace
from landsea_core.planner.network.source_names import SourceName, name_sources

register = template.Library()


@register.filter
def unlocal(value: float) -> str:
    """A number as SVG reads it, whatever the reader's language."""
    return f"{value:g}"


@register.filter
def at(mapping: dict, key: str) -> str:
    """What a mapping holds for a key, or nothing."""
    return (mapping or {}).get(key, "")


@register.filter
def named(place: NetworkPlace) -> str:
    """A place's name in the reader's language."""
    return place_name(place)


register.filter("length_words", amounts.write_length)
register.filter("hours_words", amounts.write_hours)
register.filter("kilometres", amounts.write_kilometres)
register.filter("kilograms", amounts.write_kilograms)


@register.simple_tag
def clock(moment: datetime) -> SafeString:
    """A moment on the clock it is given on: that of a place, not the reader's."""
    words = times.write_moment(moment, moment.tzinfo, timezone.now(), get_language() or "en")
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), words)


@register.simple_tag
def trouble_of_closure(row: Closure) -> str:
    """The address of the form that files a problem with what stands still there."""
    return trouble_url(f"place:{row.places[0]}" if row.places else f"service:{row.services[0]}")


@register.simple_tag
def trouble_of_drive(drive: ShownDrive, hs: str) -> str:
    """The address of the form that files a problem on a stretch of a plan, with its goods and the first place where something
    is done to them, else the one where they set out.
    """
    first = next((place for leg in drive.legs for place, _desk in leg.beside.desks), "")
    return trouble_url(f"service:{drive.first.service}", place_text=first or place_name(drive.first.origin), goods=hs)


@register.simple_tag
def query_fields(address: str) -> SafeString:
    """A question's address as hidden fields of a form."""
    pairs = [(key, value) for key, values in QueryDict(address.lstrip("?")).lists() for value in values]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)


@register.simple_tag
def plan_link(plan: int) -> str:
    """The address of a kept plan, for its own mail; empty once it has ended."""
    row = access.find_running_plan(plan)
    return settings.PUBLIC_ADDRESS + reverse("kept_plan", args=[KEPT_LINKS.secret_of(row.nonce)]) if row else ""


@register.simple_tag
def plan_name(plan: int) -> str:
    """The name of a kept plan."""
    row = access.find_running_plan(plan)
    return row.name if row else ""


@register.simple_tag
def disruption_words(disruption: int) -> str:
    """What a disruption says."""
    return access.find_disruption(disruption).says


@register.simple_tag
def edition_words(edition: int) -> str:
    """Why an editor changed the network."""
    return access_versions.find_why(edition)


@register.simple_tag
def measured_words(line: int) -> str:
    """What logged trips now show of a line, for the mail to whoever keeps a plan that goes by it."""
    name, hours, advertised = access_figures.name_line(line)
    said = _("Logged trips changed the time of %(name)s: plans count with %(hours).0f h, where %(said).0f h are said.")
    if hours is None:
        said = _("Too few trips of the last year tell of %(name)s: plans count with what is said again, %(said).0f h.")
    return said % {"name": name, "hours": hours, "said": advertised}


@register.simple_tag
def plan_news(told: dict) -> list[str]:
    """What is new of a kept plan, a sentence each; a mail that was queued before such news were told has none."""
    return say_news(WayNews.from_data(told)) if told else []


@register.simple_tag
def mode_words(mode: str) -> str:
    """A mode in the reader's language."""
    return str(MODES.get(mode, mode))


@register.simple_tag
def basis_words(basis: str) -> str:
    """How a told journey is known, in the reader's language."""
    return str(BASES.get(basis, basis))


@register.simple_tag
def closed_words(row: Closure) -> str:
    """What stands still, in the reader's language."""
    return labels.describe_closed(access.find_current_network(), row)


@register.inclusion_tag("corridor/parts/diagram.html")
def network_diagram(label: str, today: DiagramToday | None = None, way: frozenset[Key] = frozenset()) -> dict[str, Any]:
    """The corridor as a diagram, as it stands today; the stretches of `way` stand out, where one is given."""
    today = today or mark_diagram_today(timezone.now())
    key = [(f"{mode} w3", MODES[mode]) for mode in LINE_MODES]
    return {"label": label, "pictures": draw_pictures(today.closed, today.states, way), "key": key}


@register.simple_tag
def source_words(source: str, grade: str = "") -> SafeString:
    """Whom a source names, with day and address: never an editor's own note. Where it names nobody, what was assumed or derived
    is our estimate, and all else stands in our collection of facts.
    """
    named = name_sources(source)
    if named:
        return format_html_join("; ", "{}", ((_source_name(one),) for one in named))
    return format_html("{}", _("our estimate") if grade in labels.OUR_OWN else _("our collection of facts"))


def _source_name(one: SourceName) -> SafeString:
    name = format_html('<span translate="no">{}</span>', one.name)
    if one.url:
        name = format_html('<a href="{}" rel="noopener noreferrer">{}</a>', one.url, name)
    if not one.day:
        return format_html("{}", name)
    return format_html("{} ({})", name, times.describe_written_day(one.day, get_language() or "en"))


@register.simple_tag
def closure_says(row: Closure) -> SafeString:
    """What is said of what stands still: ours in the reader's language, in English where a renewed file says something new;
    what somebody reported in their own words.
    """
    if row.kind == "disruption":
        return mark_as_typed(row.says)
    said = labels.CLOSURES_SAY.get(row.says)
    return format_html("{}", said) if said else format_html('<span lang="en">{}</span>', row.says)


@register.simple_tag
def grade_words(grade: str) -> str:
    """How sure a fact is, in the reader's language."""
    return str(GRADES.get(grade) or RULE_GRADES.get(grade, grade))


@register.simple_tag
def place_words(code: str) -> str:
    """The name of a place of the network in the reader's language, by its code."""
    return place_name(access.find_place_or_404(code))
