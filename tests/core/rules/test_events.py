"""What happened to rules by their own dates, the latest first, and what is coming."""

import json
from collections import Counter
from datetime import date

from landsea_core.rules import Book
from landsea_core.rules.events import list_coming, list_events, list_past
from landsea_core.text.data_files import find_default_data_folder

from .making import measure

DAY = date(2026, 12, 1)


def test_a_rule_has_its_own_days_whenever_it_was_written_down():
    stop = measure("A", "forbids", hs=["85"], announced="2026-03-01", in_force="2026-06-01", last_day="2026-08-31")
    said = [(event.day.text, str(event.explain())) for event in list_events(Book([stop]))]
    assert said == [
        ("2026-08-31", "Its last day."),
        ("2026-06-01", "It begins."),
        ("2026-03-01", "It was announced."),
    ]


def test_replaced_and_suspended_rules_say_so():
    pause = [{"first": "2026-02-04", "last": "2026-05-01"}]
    old = measure("A", hs=["85"], last_day="2026-12-31", replaced_by="B", suspensions=pause)
    book = Book([old, measure("B", hs=["85"], in_force="2027-01")])
    assert [(one.key, one.by) for one in list_coming(list_events(book), DAY)] == [
        ("A:replaced:2026-12-31", "B"),
        ("B:begins:2027-01", ""),
    ]
    past = [(str(one.kind), str(one.explain())) for one in list_past(list_events(book), DAY)]
    assert past == [
        ("works_again", "Its suspension ends with this day."),
        ("suspended", "It is suspended from this day."),
    ]
    assert "B takes its place" in str(list_events(book)[1].explain())


def test_what_has_no_date_is_no_event():
    assert list_events(Book([measure("A", hs=["85"])])) == []


def test_the_events_of_the_book_lie_on_many_days(book):
    past = list_past(list_events(book), DAY)
    # A decree that the book holds in sixteen rules is announced once: of what an act does on a day one event counts.
    acts = list({(event.day.text, event.measure.legal_act[:24]): event for event in past}.values())
    assert len({event.day.text for event in acts[:100]}) > 50
    assert max(Counter(event.day.text for event in past[:100]).values()) <= 20
    # Laws share first days of years, and more so as the book grows; so no share of days is asked of all of them, but that
    # no day holds many, and (below) that each is written in its row.
    assert max(Counter(event.day.text for event in past).values()) <= len(past) / 30
    assert len({event.key for event in past}) == len(past)


def test_every_event_is_on_a_day_that_its_row_says(book):
    rows = map(
        json.loads, (find_default_data_folder() / "reference" / "measures.jsonl").read_text("utf-8").splitlines()
    )
    written = {row["id"]: json.dumps(row["life"]) for row in rows}
    events = list_events(book)
    assert len(events) > 1500
    assert [one.key for one in events if f'"{one.day.text}"' not in written[one.measure.code]] == []
