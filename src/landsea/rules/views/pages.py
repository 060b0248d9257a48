"""Public pages of measures: the list with its filters, a measure on any day, and its history."""

import uuid
from datetime import date, datetime, time
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.corrections.forms import CorrectionForm
from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.translation.sentences import say_sentence
from landsea.base.ui.countries import name_country
from landsea.base.ui.paging import cut_part
from landsea.base.ui.shapes import Filter
from landsea.rules import access
from landsea.rules.actions import corrections
from landsea.rules.hs_in_words import say_code
from landsea.rules.labels import CONDITIONS, GRADES, KINDS, change_words, name_maker
from landsea.rules.mapping import read_changes
from landsea.rules.presenters import name_ways, shape_measure
from landsea.rules.rule_translations import choose_words_for_reader
from landsea_core.finding import FEW_FOUND
from landsea_core.rules import Book, Measure
from landsea_core.rules.check import MAKERS
from landsea_core.rules.conflicts import find_conflicts
from landsea_core.rules.events import list_coming, list_past
from landsea_core.text.letters.alphabet import sort_by_alphabet

A_PAGE = 20
SHOWN_EVENTS = 3
SHOWN_GOODS = 6
MOST_TYPED = 200
"""Letters of what is looked for; programs may send as many."""


def read_day(request: HttpRequest) -> date:
    """Return the day that the reader asks about; today when it is none."""
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return timezone.localdate()


def read_known_on(request: HttpRequest) -> datetime | None:
    """Return the end of the day, on the reader's clock, on which the reader asks what was known; None for now."""
    try:
        day = date.fromisoformat(request.GET.get("known", ""))
    except ValueError:
        return None
    return datetime.combine(day, time.max, timezone.get_current_timezone())


@door("public")
@require_safe
def show_measures(request: HttpRequest) -> HttpResponse:
    """Show all measures that fit the filters, with their state on the day."""
    day, today = read_day(request), timezone.localdate()
    chosen = {name: request.GET.get(name, "")[:MOST_TYPED] for name in ("country", "kind", "q", "hs")}
    book = access.read_published_book()
    wanted = access.Wanted(chosen["q"], chosen["country"], chosen["kind"], hs=chosen["hs"])
    found = access.order_best_first(access.find_matching_measures(wanted, book), wanted.words)
    shown, pages = cut_part(request, found, A_PAGE)
    near = access.find_nearest_measures(wanted, book, found)
    lines, nearest = ([shape_measure(one, book.standing(one, day), today) for one in some] for some in (shown, near))
    filters = [
        Filter(
            "country",
            _("Made by"),
            [("", _("any country")), *((code, name_maker(code)) for code in MAKERS)],
            chosen["country"],
        ),
        Filter(
            "kind",
            _("Kind"),
            [("", _("any kind")), *((code, str(name)) for code, name in KINDS.items())],
            chosen["kind"],
        ),
    ]
    events = access.list_events_by_own_dates()
    context = {
        "lines": lines,
        "nearest": nearest,
        "many": len(found) > FEW_FOUND,
        "asks": urlencode({"about": chosen["q"], "country": chosen["country"]}),
        "filters": filters,
        "search": chosen["q"],
        "day": day,
        "today": today,
        "pages": pages,
        "begins": pages is None or pages.first == 1,
        "total": len(book),
        "events": [(one, say_sentence(one.explain())) for one in list_past(events, today)[:SHOWN_EVENTS]],
        "coming": [(one, say_sentence(one.explain())) for one in list_coming(events, today)[:SHOWN_EVENTS]],
        "changes": [
            (version, [change_words(one) for one in read_changes(version)][:3])
            for version in access.list_recent_corrections(5)
        ],
    }
    return render(request, "rules/measures.html", context)


@door("public")
@require_safe
def show_measure(request: HttpRequest, code: str) -> HttpResponse:
    """One measure on a day: what it says, what it requires, where we know it from, and every version of it."""
    return _measure_page(request, code, CorrectionForm(initial={"form_key": uuid.uuid4()}))


@door("public")
@require_POST
def suggest_rule_correction(request: HttpRequest, code: str) -> HttpResponse:
    """Take a correction; the same form twice is one. With faults the page comes back with what was typed."""
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _measure_page(request, code, form, status=422)
    typed = form.cleaned_data
    try:
        corrections.suggest_correction_of_rule(
            code,
            text=typed["text"],
            email=typed["email"],
            form_key=typed["form_key"],
            address=request.META.get("REMOTE_ADDR", ""),
            actor=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        form.add_error(None, refused.sentence)
        return _measure_page(request, code, form, status=429)
    messages.success(request, _("Thank you. An editor will look at it."))
    return redirect("measure", code=code)


def _measure_page(request: HttpRequest, code: str, form: CorrectionForm, status: int = 200) -> HttpResponse:
    day, today, known = read_day(request), timezone.localdate(), read_known_on(request)
    book = access.read_book_as_of(known) if known else access.read_published_book()
    rule = access.find_measure(code, book)
    scope = rule.scope
    goods = [(prefix, say_code(prefix)) for prefix in scope.hs]
    context = {
        "rule": rule,
        "here": f"rule:{rule.code}",
        "asks": urlencode({"about": choose_words_for_reader(rule.title), "country": rule.country}),
        "line": shape_measure(rule, book.standing(rule, day), today),
        "day": day,
        "today": today,
        "goods_first": goods[:SHOWN_GOODS],
        "goods_more": goods[SHOWN_GOODS:],
        "except_goods": ", ".join(scope.hs_except),
        "conditions": ", ".join(str(CONDITIONS.get(one, one)) for one in sorted(scope.conditions)),
        "origins": _country_names(scope.origin),
        "destinations": _country_names(scope.destination),
        "path": _country_names(scope.path),
        "ways": name_ways(rule),
        "borders": ", ".join(sorted(scope.borders)),
        "grade": GRADES[rule.grade],
        "successor": book.by_code.get(rule.life.replaced_by),
        "before": [one for one in book if one.life.replaced_by == rule.code],
        "contradicting": _contradicting(book, rule),
        "history": [
            (version, [change_words(one) for one in read_changes(version)]) for version in access.list_history(code)
        ],
        "known": known,
        "form": form,
        "is_link": rule.source.startswith(("http://", "https://")),
        "may_edit": access.may_edit(request.actor),
    }
    return render(request, "rules/measure.html", context, status=status)


def _contradicting(book: Book, rule: Measure) -> list[Measure]:
    """Return the rules that can hardly hold together with this one: a stop, and an admission that outweighs it."""
    pairs = find_conflicts(book)
    return [
        other if stop.code == rule.code else stop
        for stop, other, _said in pairs
        if rule.code in {stop.code, other.code}
    ]


def _country_names(codes) -> str:
    language = get_language() or "en"
    return ", ".join(sort_by_alphabet((name_country(code, language) for code in codes), language))
