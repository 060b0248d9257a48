"""No secret of a link stands in the log, whatever the framework warns of: each address with a secret is asked for by every
method, without the mark against forged forms, whole, mistyped and in a query, with all warnings on.
"""

import io
import logging
import re

import pytest
from django.test import Client
from django.urls import get_resolver

from landsea.base.secret_links import SHAPE, SecretLinks, make_nonce
from landsea.base.ui.logs import HideSecretLinks, LogLine, hide_secrets

SECRET = SecretLinks("test of logs").secret_of(make_nonce())
FRAMEWORK = ("django.request", "django.security.csrf", "django.security")


def secret_addresses() -> list[str]:
    """Return one address of each route that holds a secret."""
    found: list[str] = []

    def walk(patterns, before: str) -> None:
        for one in patterns:
            if hasattr(one, "url_patterns"):
                walk(one.url_patterns, before + str(one.pattern))
            elif "secret>" in str(one.pattern) or "uidb36" in str(one.pattern):
                path = re.sub(r"<\w*:?secret>", SECRET, before + str(one.pattern))
                path = re.sub(r"\(\?P<key>[^)]*\)", SECRET, path).strip("^$").replace("^", "")
                found.append("/" + re.sub(r"<int:\w+>", "1", re.sub(r"\(\?P<\w+>[^)]*\)|<str:\w+>|<\w+>", "x", path)))

    walk(get_resolver("landsea.urls").url_patterns, "")
    return found


@pytest.fixture
def log():
    """All that the log would say, down to the smallest warning."""
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(LogLine())
    handler.addFilter(HideSecretLinks())
    before = {name: logging.getLogger(name).level for name in FRAMEWORK}
    for name in FRAMEWORK:
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.django_db
def test_no_warning_of_the_framework_tells_a_secret(log):
    addresses = secret_addresses()
    assert len(addresses) > 20 and SHAPE.fullmatch(SECRET)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    for address in addresses:
        for asked in (address, f"/plann{address}", f"/gone/?from={SECRET}"):
            for method in ("GET", "POST", "PUT"):
                browser.generic(method, asked)
    said = log.getvalue()
    assert "Not Found" in said and "Forbidden" in said, "the framework warned of nothing"
    assert SECRET not in said


def test_what_only_looks_like_a_secret_stays():
    digest, words = "a" * 64, "The desk cn-mohan.quarantine did not answer within 2026-11-29T12:00:00."
    assert hide_secrets(f"{digest} {words}") == f"{digest} {words}"
