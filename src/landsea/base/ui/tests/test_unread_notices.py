"""What is said after an act: kept until a page shows it, the newest of it where nobody looks."""

from django.contrib.messages import get_messages, success
from django.http import HttpRequest, HttpResponse
from django.http.cookie import SimpleCookie

from landsea.base.ui.unread_notices import MOST_EARLIER, NewestNotices


def say(cookies: dict[str, str], *said: str, look: bool = False) -> tuple[dict[str, str], list[str]]:
    """Do one request that says this, and perhaps shows a page; return the browser's cookies afterwards, and what was shown."""
    request, response = HttpRequest(), HttpResponse()
    request.COOKIES = dict(cookies)
    request.session = {}
    request._messages = NewestNotices(request)
    for one in said:
        success(request, one)
    shown = [str(one) for one in get_messages(request)] if look else []
    request._messages.update(response)
    kept: SimpleCookie = response.cookies
    after = dict(cookies) | {name: morsel.value for name, morsel in kept.items()}
    return {name: value for name, value in after.items() if value}, shown


def test_what_was_said_is_shown_by_the_next_page_once():
    cookies, shown = say({}, "Done, on LS-1.")
    assert not shown
    cookies, shown = say(cookies, "Done, on LS-2.", look=True)
    assert shown == ["Done, on LS-1.", "Done, on LS-2."]
    assert say(cookies, look=True)[1] == []


def test_of_many_that_nobody_read_the_newest_stay():
    cookies: dict[str, str] = {}
    longest = 0
    for number in range(200):
        cookies, _shown = say(cookies, f"Done, on LS-{number}.")
        longest = max(longest, len(cookies["messages"]))
    assert longest < 1000
    assert say(cookies, look=True)[1] == [f"Done, on LS-{number}." for number in range(199 - MOST_EARLIER, 200)]


def test_one_request_may_say_as_much_as_it_has_to():
    cookies, _shown = say({}, *(f"Paper {number} is kept." for number in range(12)))
    assert len(say(cookies, look=True)[1]) == 12
