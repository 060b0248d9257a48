"""The board and one entry of it, and their calendar."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.ui.countries import CORRIDOR, list_country_options
from landsea.base.ui.shapes import Filter, Pages
from landsea.directory.models.names import choose_title
from landsea.exchange import access
from landsea.exchange.entry_words import describe_when, describe_where
from landsea.exchange.labels import KINDS, SECTORS
from landsea.exchange.mapping import GROUP_OF
from landsea.exchange.presses import DATED, find_group, list_presses, order_by_day

ON_A_PAGE = 20


@door("public")
@require_safe
def show_board(request):
    """What is offered, wanted, planned and taught, as a sentence of filters and a list."""
    language, now = get_language() or "en", timezone.now()
    chosen = {name: request.GET.get(name, "")[:60] for name in ("group", "kind", "country", "sector", "q", "when")}
    group = find_group(chosen["kind"], chosen["group"])
    country = chosen["country"] if chosen["country"] in CORRIDOR else ""
    all_kinds = access.Query("", country, chosen["sector"], chosen["q"], archived=chosen["when"] == "past")
    rows = access.find_listings(all_kinds, now)
    groups, kinds = list_presses(rows, request.GET, group, chosen["kind"])
    found = [row for row in rows if group in ("", GROUP_OF[row.kind]) and chosen["kind"] in ("", row.kind)]
    found = order_by_day(found, now.date()) if group in DATED else found
    typed = request.GET.get("from", "")
    start = min(int(typed), 100_000) if typed.isdecimal() and len(typed) < 10 else 0
    shown = found[start : start + ON_A_PAGE]
    filters = [
        Filter("sector", _("Sector"), (("", _("any sector")), *_texts_of(SECTORS)), chosen["sector"]),
        Filter("country", _("Country"), (("", _("any country")), *list_country_options(language)), chosen["country"]),
        Filter("when", _("When"), (("", _("now and to come")), ("past", _("in the archive"))), chosen["when"]),
    ]
    context = {
        "filters": filters,
        "kept": [(name, chosen[name]) for name in ("group", "kind") if chosen[name]],
        "narrowed": any(chosen[name] for name in ("sector", "country", "when", "q")),
        "groups": groups,
        "kinds": kinds,
        "is_filtered": any(chosen.values()),
        "q": chosen["q"],
        "rows": [shape_listing(listing, language) for listing in shown],
        "pages": _pages_of(request, start, len(shown), len(found)),
        "outcomes": access.count_outcomes(),
        "moderates": request.actor.works_at_desks,
    }
    return render(request, "exchange/board.html", context)


def _texts_of(words: dict) -> tuple:
    return tuple((code, str(said)) for code, said in words.items())


def _pages_of(request, start: int, shown: int, total: int) -> Pages:
    def url(at: int) -> str:
        query = request.GET.copy()
        query["from"] = at
        return f"?{query.urlencode()}"

    return Pages(
        first=start + 1 if shown else 0,
        last=start + shown,
        total=total,
        before_url=url(max(0, start - ON_A_PAGE)) if start else "",
        after_url=url(start + ON_A_PAGE) if start + shown < total else "",
    )


def shape_listing(listing, language: str) -> dict:
    """Return an entry as lists show it."""
    return {
        "listing": listing,
        "title": choose_title(listing, language),
        "kind": KINDS[listing.kind],
        "where": describe_where(listing, language),
        "when": describe_when(listing),
    }
