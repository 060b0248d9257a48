"""Looks on all public pages, calendars and files of open data for what the demonstration invented, and names what stands there
without its mark.
"""

import csv
import io
from collections.abc import Iterator

from django.db.models import Model
from django.test import Client
from django.urls import get_resolver, reverse
from icalendar import Calendar
from lxml import html

from landsea.barriers.models import Barrier
from landsea.base.ui.demo_marks import mark_demo
from landsea.dialogues.models import ActionItem, Dialogue
from landsea.directory.models import DeskRecord
from landsea.exchange.models import Listing
from landsea.experiences.models import Experience
from landsea_core.contacts.record import LEAST_SHOWN

LANGUAGES = ("en", "zh-hans", "vi", "lo")
ROW = "ancestor-or-self::*[self::li or self::tr or self::p or self::h1 or self::dd][1]"
ROWS_OF_FIGURES = {
    "league": "//tbody/tr",
    "own_figures": "//tbody/tr | //section[@aria-labelledby='medians']//li",
    "performance": "//tbody/tr | //dl[contains(@class, 'leg-facts')]/dd[contains(., 'n =')]",
    "exchange": "//section[@aria-labelledby='came']//dd",
    "contradictions": "//section[@aria-labelledby='ruled']//li/div",
}
"""Where figures that stand on invented cases, trips and rulings are shown, by the name of the page."""


def invented_rows() -> dict[str, Model]:
    """Return what was invented and has a public page, by its address."""
    promises = ActionItem.objects.filter(line__dialogue__is_demo=True, agreed_at__isnull=False, replaced_at=None)
    return {
        reverse(page, args=[row.pk]): row
        for page, rows in (
            ("barrier", Barrier.objects.filter(is_demo=True)),
            ("dialogue", Dialogue.objects.filter(is_demo=True)),
            ("promise", promises),
            ("experience", Experience.objects.filter(is_demo=True, state="published")),
            ("listing", Listing.objects.filter(is_demo=True, state="shown")),
        )
        for row in rows
    }


def find_unmarked(client: Client) -> list[str]:
    """Return a line for everything invented that stands somewhere in public without its mark."""
    rows = invented_rows()
    return [
        *(line for language in LANGUAGES for line in _on_pages(client, rows, language)),
        *_on_pages_of_desks(client),
        *_in_calendars(client),
        *_in_open_data(client),
    ]


def public_pages() -> Iterator[str]:
    """Yield the addresses of all public pages that need no parameter."""
    for pattern in _patterns(get_resolver()):
        if getattr(pattern.callback, "door", "") == "public" and pattern.name and not pattern.pattern.converters:
            yield reverse(pattern.name)


def _patterns(resolver) -> Iterator:
    for one in resolver.url_patterns:
        if hasattr(one, "url_patterns"):
            yield from _patterns(one)
        else:
            yield one


def _on_pages(client: Client, rows: dict[str, Model], language: str) -> Iterator[str]:
    """Yield rows in lists without the mark, and pages about something invented whose heading lacks it."""
    mark = mark_demo("", True, language).strip()
    figures = {reverse(name): path for name, path in ROWS_OF_FIGURES.items()}
    searches = [f"{reverse(name)}?q=durian" for name in ("search", "exchange", "experiences")]
    for address in (*public_pages(), *searches, *rows):
        page = _page(client, address, language)
        if page is None:
            continue
        if address in rows:
            if mark not in _words(page.xpath("//h1")[0]):
                yield f"{language} {address}: the heading"
            continue
        for link in page.xpath("//main//a[@href]"):
            if link.get("href").partition("?")[0] in rows and mark not in _words(link.xpath(ROW)[0]):
                yield f"{language} {address}: {_words(link)}"
        for row in page.xpath(figures.get(address, "//none")):
            if mark not in _words(row):
                yield f"{language} {address}: {_words(row)[:80]}"


def _on_pages_of_desks(client: Client) -> Iterator[str]:
    """Yield desks of which invented people or records are told without the mark: one with a record, one without."""
    shown = DeskRecord.objects.filter(lane="", outcome="", n__gte=LEAST_SHOWN, is_demo=True).select_related("desk")
    assert shown, "the played year gave some desk a record"
    for record in shown[:3]:
        page = _page(client, reverse("desk_page", args=[record.desk.code]), "en")
        told = page.xpath("//*[contains(@class, 'desk-record')]/p | //section[@aria-labelledby='record']//tbody/tr")
        assert told
        yield from (f"{record.desk.code}: {_words(one)}" for one in told if "(demo)" not in _words(one))


def _in_calendars(client: Client) -> Iterator[str]:
    invented = invented_rows()
    for name in ("dialogue_feed", "exchange_feed"):
        events = Calendar.from_ical(client.get(reverse(name)).content).walk("VEVENT")
        for event in events:
            if any(str(event["url"]).endswith(address) for address in invented) and "(demo)" not in event["summary"]:
                yield f"{name}: {event['summary']}"


def _in_open_data(client: Client) -> Iterator[str]:
    """Yield the tables of open data with rows about invented cases or rulings that do not say so, in both forms."""
    for table in ("mechanism", "rulings"):
        text = client.get(reverse("open_data_csv", args=[table])).content.decode()
        rows, told = list(csv.DictReader(io.StringIO(text))), client.get(reverse("open_data_json", args=[table])).json()
        assert len(rows) == len(told), f"{table}: {len(rows)} rows as CSV, {len(told)} as JSON"
        assert rows or table == "rulings", "nothing is ruled on where no figures are loaded"
        if not all(row["demo"] == "true" for row in rows) or not all(row["demo"] is True for row in told):
            yield f"open data: {table}"


def _page(client: Client, address: str, language: str):
    response = client.get(address, headers={"accept-language": language})
    if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
        return None
    return html.fromstring(response.content.decode()) if response.content.strip() else None


def _words(element) -> str:
    return " ".join(element.text_content().split())
