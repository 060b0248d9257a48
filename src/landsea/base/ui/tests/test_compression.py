"""Pages are compressed for who takes it; what has an ETag, and what is no page, stays as it is."""

import gzip

from django.http import HttpResponse
from django.test import RequestFactory

from landsea.base.ui.compression import PagesCompressed

PAGE = "<p>ກະລຸນາລໍຖ້າ</p>" * 400


def _answer(kind: str = "text/html; charset=utf-8", takes: str = "gzip", **headers: str) -> HttpResponse:
    request = RequestFactory().get("/", headers={"accept-encoding": takes})
    return PagesCompressed(lambda _request: HttpResponse(PAGE, content_type=kind, headers=headers))(request)


def test_a_page_is_compressed():
    answer = _answer()
    assert answer["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer["Vary"]
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE.encode()) / 10
    assert gzip.decompress(answer.content).decode() == PAGE


def test_a_browser_that_takes_none_gets_the_page_as_it_is():
    assert _answer(takes="identity").content.decode() == PAGE


def test_a_paper_and_what_its_etag_names_stay_as_they_are():
    assert not _answer("application/pdf").has_header("Content-Encoding")
    tagged = _answer(ETag='"one"')
    assert not tagged.has_header("Content-Encoding") and tagged["ETag"] == '"one"'
