"""The pages of the shell: their headers, what they cost, where they lead, and that logs keep no secret."""

import io
import json
import logging
import re

import pytest
from django.urls import get_resolver, reverse

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.context import PUBLIC, _tabs_for, page_facts
from landsea.base.ui.logs import HideSecretLinks, LogLine, hide_secrets
from landsea.base.ui.secret_addresses import SECRET_ADDRESSES
from landsea.cases.tests.world import make_world

PAGES = ["help", "privacy", "reader_zone"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["en", "zh-hans", "vi"])
def test_pages_for_anyone_ask_the_database_nothing(client, name, language):
    """Without the database mark a single query would fail the test."""
    response = client.get(reverse(name), headers={"accept-language": language})
    assert response.status_code == 200 and "<h1>" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/accounts/login/"])
@pytest.mark.django_db
def test_every_answer_keeps_the_browser_to_our_own_things(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'" and "script-src" not in policy and "style-src" not in policy
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert headers["Cache-Control"].startswith("private, no-store") or "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin" and "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_an_address_with_a_secret_is_told_to_no_other_page(client):
    assert client.get("/m/" + "a" * 43).headers["Referrer-Policy"] == "strict-origin"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("holder", "queue"),
        ("head", "headed_offices"),
        ("coordinator", "queue"),
        ("observer", "observed_country"),
        ("clerk", "association_page"),
        ("operator", "deliveries"),
        ("stranger", "home"),
    ],
)
def test_after_signing_in_everyone_is_led_to_their_work(part, name):
    response = make_world().client(part).get(reverse("after_sign_in"))
    assert response.url == reverse(name)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("part", "names"),
    [
        ("anonymous", []),
        ("stranger", []),
        ("holder", ["queue", "my_desks"]),
        ("head", ["headed_offices", "queue", "my_desks", "people"]),
        ("coordinator", ["queue", "board", "my_desks", "people"]),
        ("clerk", ["association_cases"]),
        ("operator", ["deliveries", "reading_drift"]),
    ],
)
def test_the_way_shows_ones_work_first_and_only_doors_that_open(part, names):
    nav = make_world().client(part).get(reverse("help")).context["nav"]
    open_to_all = [name for _words, name in PUBLIC]
    assert [door.url for door in nav] == [reverse(name) for name in [*names, *open_to_all]]
    assert [door.url for door in nav if door.apart] == ([reverse(open_to_all[0])] if names else [])


def test_the_door_one_stands_in_is_marked_also_below_it(client):
    nav = client.get(reverse("help")).context["nav"]
    assert not any(door.current for door in nav)
    assert [door.url for door in _tabs_for(reverse("contradictions"), ANONYMOUS) if door.current] == [
        reverse("figures")
    ]


@pytest.mark.parametrize(
    ("sent_to", "page"),
    [
        ("/rules/w/SECRET/paper", "/rules/w/SECRET/"),
        ("/exchange/mine/SECRET/withdraw", "/exchange/mine/SECRET"),
        ("/wake/SECRET/take", "/wake/SECRET"),
        ("/plan/kept/SECRET/", "/plan/kept/SECRET/"),
        ("/rules/checklist/keep", "/rules/checklist/"),
    ],
)
def test_another_language_leads_back_to_the_page_of_the_form(rf, sent_to, page):
    """From a page with a secret in its address no browser says where the form stood."""
    came_from = "/rules/checklist/" if "SECRET" not in page else "/"
    request = rf.post(sent_to, HTTP_REFERER=f"http://testserver{came_from}")
    assert page_facts(request)["page_again"] == page


def test_the_page_of_demo_people_exists_only_in_a_demo(client, settings):
    settings.DEMO = False
    assert client.get(reverse("demo_people")).status_code == 404


def test_demo_people_are_shown_with_the_code_that_is_right_now(client, settings, tmp_path):
    from allauth.mfa.totp.internal.auth import generate_totp_secret, validate_totp_code

    settings.DEMO, settings.VAR = True, tmp_path
    assert "landsea demo" in client.get(reverse("demo_people")).content.decode()
    secret = generate_totp_secret()
    person = {"email": "a@demo.example.org", "password": "pw", "totp_secret": secret, "name": "A", "role": "holder"}
    (tmp_path / "demo-signins.json").write_text(json.dumps([person]))
    response = client.get(reverse("demo_people"))
    [(_role, [shown])] = response.context["roles"]
    assert validate_totp_code(secret, shown["code"]) and shown["code"] in response.content.decode()
    assert secret not in response.content.decode()


class TestLogs:
    """One JSON object a line; no secret link in words, arguments or tracebacks."""

    @pytest.fixture
    def log(self):
        stream = io.StringIO()
        handler = logging.StreamHandler(stream)
        handler.addFilter(HideSecretLinks())
        handler.setFormatter(LogLine())
        logger = logging.Logger("landsea.test")
        logger.addHandler(handler)
        return logger, lambda: json.loads(stream.getvalue())

    def test_words_and_arguments(self, log):
        logger, written = log
        logger.warning("%s and /accounts/password/reset/key/1a-SECRET/ answered %d", "/m/SECRET?lang=vi", 404)
        line = written()
        assert line["event"] == "/m/***?lang=vi and /accounts/password/reset/key/***/ answered 404"
        assert (line["level"], line["logger"]) == ("warning", "landsea.test") and line["at"].endswith("Z")

    def test_no_address_that_holds_a_secret_is_written(self):
        """A parameter called so opens something: whoever names another one adds it here."""
        patterns = list(_patterns_below(get_resolver().url_patterns))
        held = [pattern for pattern in patterns if re.search(r"<(?:\w+:)?(secret|word)>|\(\?P<key>", pattern)]
        assert len(held) > 20
        for pattern in held:
            address = "/" + re.sub(
                r"<(?:\w+:)?(?:secret|word)>", "SECRET", re.sub(r"\(\?P<\w+>.*?\)", "SECRET", pattern.replace("^", ""))
            )
            assert "SECRET" not in hide_secrets(address), address
            assert address.startswith(SECRET_ADDRESSES), "its pages would tell the next one where they are"

    def test_a_key_of_a_program_is_hidden_wherever_it_stands(self):
        for said in ("GET /api/v1/cases?key=%s 404", "Bearer %s", "the key '%s' is none of ours"):
            for key in (f"lsk_{'k' * 43}", "-_" * 21 + "k"):
                assert hide_secrets(said % key) == said % "***"

    def test_tracebacks(self, log):
        logger, written = log
        try:
            raise ValueError("no page at https://landsea.example/m/SECRET")
        except ValueError:
            logger.exception("broke")
        assert "ValueError: no page at https://landsea.example/m/***" in written()["exception"]
        assert "SECRET" not in json.dumps(written())


def _patterns_below(patterns, before=""):
    """Yield the whole pattern of each address."""
    for one in patterns:
        whole = before + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from _patterns_below(one.url_patterns, whole)
        else:
            yield whole
