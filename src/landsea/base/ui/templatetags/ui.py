"""The components as template tags; NOTES.md shows each with an example. They draw what they are given.

Each takes the rows of landsea.base.ui.shapes (or anything with the same names). The present is the context's `now` where a
view sets one, else the time of drawing; the reader's zone is Django's current time zone.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from landsea.base.ui import times
from landsea.base.ui.cards import draw_cards
from landsea.base.ui.day_filters import day_words, find_language, known_day, on_day, short_day
from landsea.base.ui.drawn_messages import draw_message
from landsea.base.ui.reader import name_zone_city
from landsea.base.ui.shapes import DeskCard, Message
from landsea.base.ui.size_filters import file_size
from landsea.base.ui.symbols import draw_symbol
from landsea.base.ui.templatetags.translated_words import where_to_translate
from landsea.base.ui.typed_words import let_addresses_break, mark_as_name, mark_as_typed

register = template.Library()
register.filter(on_day)
register.filter(known_day)
register.filter(day_words)
register.filter(short_day)
register.filter(file_size)
register.filter("as_typed", mark_as_typed)
register.filter("as_name", mark_as_name)
register.filter(let_addresses_break)

SOON = timedelta(hours=24)
NOTICE_SYMBOLS = {"tells": "tell", "done": "done", "waits": "clock", "refused": "stuck"}

Facts = dict[str, Any]
"""What a component's template is drawn with."""


def _now(context: template.Context) -> datetime:
    return context.get("now") or timezone.now()


@register.simple_tag
def is_demo() -> bool:
    """Whether this installation shows made-up people and contacts."""
    return bool(getattr(settings, "DEMO", False))


@register.simple_tag
def symbol(name: str) -> str:
    """A symbol of symbols.svg; decoration only: a word always stands beside it or on its button."""
    return draw_symbol(name)


@register.simple_tag
def state(kind: str, words: str) -> str:
    """A state: mark and colour by kind (open, waits, done, silent), and always the words."""
    return format_html('<span class="state {}">{}</span>', kind, words)


@register.simple_tag
def lane(name: str) -> str:
    """The lane of a case: normal or border-urgent."""
    words = _("border-urgent") if name == "border-urgent" else _("normal lane")
    return format_html('<span class="lane {}">{}</span>', name, words)


@register.simple_block_tag
def notice(content: str, kind: str) -> str:
    """A notice around its content; kind: tells, done, waits or refused."""
    return format_html('<div class="notice {}">{}<div>{}</div></div>', kind, symbol(NOTICE_SYMBOLS[kind]), content)


@register.simple_tag(takes_context=True)
def moment(context: template.Context, at: datetime) -> str:
    """A moment in the reader's zone, with weekday."""
    words = times.write_moment(at, timezone.get_current_timezone(), _now(context), find_language())
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), words)


@register.filter
def clock_city(zone: str) -> str:
    """The city whose clock a zone is ("Asia/Shanghai"), in the reader's language."""
    return name_zone_city(zone, find_language())


def _moment_words(context: template.Context, at: datetime, zone: tzinfo | None) -> Facts:
    """Return the words for a moment: here, there (empty without a zone or when both clocks agree), relative, iso."""
    now, language, reader = _now(context), find_language(), timezone.get_current_timezone()
    return {
        "iso": at.isoformat(),
        "here": times.write_moment(at, reader, now, language),
        "there": times.write_moment_there(at, zone, reader, now, language) if zone else "",
        "relative": times.time_until_in_words(at, now, language),
    }


@register.simple_tag(takes_context=True)
def time_pair(
    context: template.Context, at: datetime, zone: tzinfo | None = None, place: str = "", relative: bool = False
) -> SafeString:
    """A moment in the reader's zone and, beside it, on the clock at `place`; `relative` adds how far off it is."""
    words = _moment_words(context, at, zone)
    there = _("%(there)s in %(place)s") % {"there": words["there"], "place": place} if words["there"] else ""
    return format_html(
        '<span class="time-pair"><time datetime="{}">{}</time>{}{}</span>',
        words["iso"],
        words["here"],
        format_html(' <span class="there">· {}</span>', there) if there else "",
        format_html(' <span class="soft">({})</span>', words["relative"]) if relative else "",
    )


@register.inclusion_tag("ui/parts/deadline.html", takes_context=True)
def deadline(
    context: template.Context, at: datetime, zone: tzinfo | None = None, place: str = "", calendar: str = ""
) -> Facts:
    """A deadline: how long is left, the moment on both clocks, and the calendar that made it. Soon means 24 hours."""
    now = _now(context)
    words = _moment_words(context, at, zone)
    length = times.write_span(at - now, find_language())
    late, soon = at < now, at - now < SOON
    return {**words, "place": place, "calendar": calendar, "late": late, "soon": soon, "length": length}


@register.inclusion_tag("ui/parts/steps.html", takes_context=True)
def steps(context: template.Context, steps: Sequence[object], label: str = "") -> Facts:
    """The line of steps with dates."""
    return {"steps": steps, "label": label or _("Steps of this case"), "now": _now(context)}


@register.inclusion_tag("ui/parts/queue.html", takes_context=True)
def queue(context: template.Context, rows: Sequence[object], label: str = "") -> Facts:
    """A list of cases, one a line; the caller orders them by what falls due."""
    return {"rows": rows, "label": label or _("Cases by what is due next"), "now": _now(context)}


@register.simple_tag(takes_context=True)
def message(context: template.Context, message: Message) -> SafeString:
    """A message of one of three kinds, with the press that offers a translation to whoever may."""
    when = time_pair(context, message.at, relative=True)
    return draw_message(message, when=when, offered=where_to_translate(context, message.kind, message.key))


@register.inclusion_tag("ui/parts/desk_card.html", takes_context=True)
def desk_card(context: template.Context, desk: DeskCard) -> Facts:
    """The card of a desk, with the clock that hangs there."""
    now = _now(context)
    return {"desk": desk, "clock": times.write_clock(now, desk.zone), "iso": now.isoformat()}


@register.inclusion_tag("ui/parts/file.html")
def file_chip(file: object, removable: bool = False, receipt_field: str = "") -> Facts:
    """A file as an item of a list `files`; removable inside the uploader only."""
    return {"file": file, "removable": removable, "receipt_field": receipt_field}


@register.inclusion_tag("ui/parts/uploader.html")
def uploader(
    name: str,
    label: str,
    *,
    id: str = "",
    url: str = "",
    receipt: str = "uploaded",
    most: int = 10,
    accept: str = "",
    help: str = "",
    files: Iterable[object] = (),
) -> Facts:
    """A field for files. With `url` each file is sent at once and the form carries receipts; see uploader.js."""
    return {
        "name": name,
        "label": label,
        "id": id or f"id_{name}",
        "url": url,
        "receipt": receipt,
        "most": most,
        "accept": accept,
        "help": help,
        "files": files,
    }


@register.inclusion_tag("ui/parts/chips.html")
def chips(chips: Sequence[object], label: str = "") -> Facts:
    """What was understood, each to be changed or taken out."""
    return {"chips": chips, "label": label or _("What we understood")}


@register.inclusion_tag("ui/parts/reasons.html")
def reasons(reasons: Sequence[object]) -> Facts:
    """Why something was found, or not."""
    return {"reasons": reasons}


@register.inclusion_tag("ui/parts/tabs.html")
def tabs(tabs: Sequence[object], label: str) -> Facts:
    """Tabs, which are links."""
    return {"tabs": tabs, "label": label}


@register.inclusion_tag("ui/parts/pages.html")
def pages(pages: object, label: str = "") -> Facts:
    """Where a long list stands, as a sentence, and the way to the rows before and after."""
    return {"pages": pages, "label": label or _("Pages of this list")}


@register.inclusion_tag("ui/parts/choices.html")
def choices(choices: Sequence[object]) -> Facts:
    """The large doors of a page; the first one carries the accent."""
    return {"choices": choices}


@register.inclusion_tag("ui/parts/filters.html")
def filters(
    filters: Sequence[object], opening: str, label: str = "", search: str | None = None, kept: Sequence[object] = ()
) -> Facts:
    """Filters as words in a sentence; `search` None leaves out the field for words; `kept`: (name, value) chosen elsewhere."""
    label = label or _("Choose what is listed")
    return {"filters": filters, "opening": opening, "label": label, "search": search, "kept": kept}


@register.inclusion_tag("ui/parts/empty.html")
def empty(title: str, next_step: str, act: str = "", act_url: str = "", symbol_name: str = "list") -> Facts:
    """What stands where a list would: that it is empty, and what to do."""
    return {"title": title, "next_step": next_step, "act": act, "act_url": act_url, "symbol_name": symbol_name}


@register.inclusion_tag("ui/parts/confirm.html")
def confirm_dialog(id: str, title: str, act: str, body: str = "", grave: bool = False) -> Facts:
    """The question before an act that cannot be undone; the form names it in data-confirm."""
    return {"id": id, "title": title, "act": act, "body": body, "grave": grave}


@register.inclusion_tag("ui/parts/copy.html")
def copy_link(id: str, label: str, value: str, help: str = "") -> Facts:
    """A link to keep, with a button that copies it."""
    return {"id": id, "label": label, "value": value, "help": help}


@register.inclusion_tag("ui/parts/faults.html")
def faults(form: BaseForm) -> Facts:
    """All faults of a form at its top, each leading to its field; nothing when there are none."""
    return {"form": form}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField) -> Facts:
    """A form field with label, help and faults, tied together for screen readers.

    Radios and groups of ticks become rows one can press; a form field may carry `choice_help`, a dict from value to a
    second line.
    """
    widget = bound.field.widget
    group = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    more = getattr(bound.field, "choice_help", {})
    described = [f"{bound.auto_id}_helptext"] if bound.help_text else []
    described += [f"{bound.auto_id}_error"] if bound.errors else []
    return {
        "bound": bound,
        "group": group,
        "tick": isinstance(widget, CheckboxInput),
        "options": [(one, one.choice_label, more.get(one.data["value"], "")) for one in bound] if group else [],
        "described_by": " ".join(described),
    }


@register.simple_tag(takes_context=True, name="cards")
def show_cards(context: template.Context, place: str, **facts: Any) -> str:
    """The cards that other rooms contribute to this place of the page (`landsea.base.ui.cards`)."""
    return format_html_join("\n", "{}", ((mark_safe(html),) for html in draw_cards(place, context, facts)))
