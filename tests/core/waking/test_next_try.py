"""Whom to wake next: each way once, in order, however the tries end."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.waking import Callee, Tried, find_next_try, order_ways

NIGHT = datetime(2026, 3, 18, 18, 0, tzinfo=UTC)
PATIENCE = timedelta(minutes=5)
WAYS = ("telegram", "wecom", "sms", "call")
people = st.lists(
    st.tuples(st.sampled_from("abcd"), st.lists(st.sampled_from(WAYS), unique=True).map(tuple)),
    unique_by=lambda one: one[0],
).map(lambda rows: [Callee(person, ways) for person, ways in rows])


@given(people, st.lists(st.booleans(), min_size=20, max_size=20))
def test_all_are_tried_once_in_order_and_then_it_is_over(callees, failures):
    now, tried, waited = NIGHT, [], timedelta()
    while not (following := find_next_try(callees, tried, now, PATIENCE)).is_over:
        if following.wait_until is not None:
            assert now < following.wait_until <= now + PATIENCE
            waited += following.wait_until - now
            now = following.wait_until
            continue
        tried.append(Tried(following.person, following.way, now, failed=failures[len(tried)]))
    assert [(one.person, one.way) for one in tried] == [(one.person, way) for one in callees for way in one.ways]
    assert waited == PATIENCE * sum(not one.failed for one in tried), "one that failed is not waited for"


def test_a_way_that_becomes_free_later_is_tried_too():
    tried = [Tried("a", "sms", NIGHT, failed=True)]
    assert find_next_try([Callee("a", ("sms",))], tried, NIGHT, PATIENCE).is_over
    assert find_next_try([Callee("a", ("sms", "call"))], tried, NIGHT, PATIENCE).way == "call"


def test_the_way_of_the_duty_comes_first_if_it_reaches():
    assert order_ways(WAYS, "sms", {"sms", "telegram"}) == ("sms", "telegram")
    assert order_ways(WAYS, "call", {"sms", "telegram"}) == ("telegram", "sms")
    assert order_ways(["sms", "fax"], "", {"sms"}) == ("sms",)
