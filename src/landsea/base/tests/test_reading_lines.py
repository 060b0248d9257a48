"""Which pages are read from the replica."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from landsea.base.reading_lines import READING, OldPagesMarked, ReadsFromReplica

router = ReadsFromReplica()


def where_read(method: str, path: str, **cookies: str) -> str | None:
    request = getattr(RequestFactory(), method)(path)
    request.COOKIES.update(cookies)
    asked = []
    OldPagesMarked(lambda _: asked.append(router.db_for_read(object)) or HttpResponse())(request)
    assert router.db_for_read(object) is None, "the mark outlived its request"
    return asked[0]


@pytest.mark.parametrize("path", ["/rules/", "/rules/12/", "/figures/", "/who/desk/cn-mohan/", "/calendar/CN/"])
def test_public_pages_that_are_only_read_may_be_a_second_old(path):
    assert where_read("get", path) == READING


@pytest.mark.parametrize("path", ["/", "/file/", "/m/secret/", "/rules/w/secret/", "/who/confirm/secret/", "/healthz"])
def test_pages_of_cases_and_of_secret_links_are_never_old(path):
    assert where_read("get", path) is None


def test_what_is_sent_and_whoever_is_signed_in_is_never_old():
    assert where_read("post", "/rules/") is None
    assert where_read("get", "/rules/", sessionid="somebody") is None


def test_nothing_is_written_to_a_replica():
    assert router.db_for_write(object) == "default"
    assert not router.allow_migrate(READING, "cases") and router.allow_migrate("default", "cases")
