"""A form that stood open while somebody signed in beside it is sent with the token of now, which the cookie holds."""

from urllib.parse import parse_qs

from django.template import Context, Template

OLD, NOW = "o" * 64, "n" * 32
PAGE = """{% extends "ui/base.html" %}{% block main %}<h1>Open for long</h1><form method="post" action="/sent/">
<input type="hidden" name="csrfmiddlewaretoken" value="{{ token }}"><label for="words">Words</label>
<textarea id="words" name="words"></textarea><button class="button">Send</button></form>{% endblock %}"""


def _token_sent(open_page, counter, cookies: list[dict]) -> str:
    """Open the page, sign in beside it (the cookies change), send the form, and return the token that arrived."""
    counter.pages = {**counter.pages, "/open/": Template(PAGE).render(Context({"token": OLD}))}
    page = open_page("/open/")
    page.context.add_cookies([{"url": counter.address, **one} for one in cookies])
    page.fill("#words", "Two lorries wait")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="It has arrived").wait_for()
    [(_path, body)] = counter.posted
    return parse_qs(body.decode())["csrfmiddlewaretoken"][0]


def test_a_form_takes_the_token_of_now(open_page, counter):
    assert _token_sent(open_page, counter, [{"name": "csrftoken", "value": NOW}]) == NOW


def test_where_no_cookie_is_seen_it_keeps_its_own(open_page, counter):
    assert _token_sent(open_page, counter, [{"name": "other_csrftoken", "value": NOW}]) == OLD
