"""The poller against a server on this machine, with pages as authorities make them; news only become drafts."""

import json
from contextlib import suppress
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command

from landsea.base.refusal import Refused
from landsea.rules import access
from landsea.rules.actions import drafting, publish
from landsea.rules.actions.poll import EVERY, poll_due, poll_source
from landsea.rules.models import NewsItem, NewsSource, Version, VersionState
from landsea.rules.poller.adapters import feed_items, list_items
from landsea.rules.poller.items import PageTrouble, decode_page
from landsea.rules.tests.conftest import NOW
from landsea.rules.tests.serving import serving

pytestmark = pytest.mark.django_db

CHINESE = """<html><head><meta charset="utf-8"><style>a {color: red}</style></head><body><ul>
<li><a href="/art/251.html" title="x">
海关总署公告2026年第251号（关于进口马来西亚鲜食榴莲植物检疫要求的公告）</a><span>2026-11-19</span></li>
<li><a href="/art/252.html">关于调整进口粮食检疫要求的公告（海关总署公告2026年第252号）</a> [2026年11月18日]</li>
<li><a href="#top">返回</a><a href="javascript:void(0)">打印本页内容请点这里</a></li>
<li><a href="https://elsewhere.example/x">别的网站的一条很长的新闻标题文字</a></li></ul></body></html>"""
VIETNAMESE = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0">
<channel><title>Tin</title>
<item><title>Nghị định 46/2026/NĐ-CP về an toàn thực phẩm: gia hạn tạm ngưng</title><link>/nd46.html</link>
<description>&lt;p&gt;Chính phủ ban hành nghị quyết mới về
&lt;b&gt;an toàn thực phẩm&lt;/b&gt; nhập khẩu.&lt;/p&gt;</description>
<pubDate>2026-11-19</pubDate></item></channel></rss>"""
ENGLISH = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>Durian exports by land: new protocol signed</title>
<link href="https://agency.example/durian"/><updated>2026-11-19T08:00:00Z</updated>
<summary>Fresh durian from Malaysia may be carried by land through transit countries.</summary></entry></feed>"""


class Site(BaseHTTPRequestHandler):
    """Serves the pages of the server; knows an ETag and a robots.txt."""

    def do_GET(self):
        site = self.server
        site.asked.append((self.path, self.headers.get("If-None-Match", "")))
        if self.path == "/robots.txt":
            return self._send(200, site.robots.encode(), "text/plain")
        if self.headers.get("If-None-Match") == '"one"':
            return self._send(304, b"", "text/html")
        status, body, media_type = site.page
        return self._send(status, body, media_type)

    def _send(self, status, body, media_type):
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("ETag", '"one"')
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(settings):
    """A site on this machine, which an installation must allow first."""
    settings.HOOKS_MAY_BE_PRIVATE = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked, server.robots, server.page = [], "", (200, CHINESE.encode(), "text/html; charset=utf-8")
    with serving(server):
        yield server


@pytest.fixture
def source(site, measures) -> NewsSource:
    """A source that was looked at once, when nothing stood there."""
    return NewsSource.objects.create(
        name="Customs",
        url=f"http://127.0.0.1:{site.server_port}/list",
        kind="list",
        country="CN",
        is_on=True,
        polled_at=NOW - EVERY,
    )


def drafts():
    return Version.objects.filter(state=VersionState.DRAFT).order_by("pk")


def test_new_entries_of_a_list_become_drafts_with_link_day_and_likeness(source):
    assert poll_source(source, NOW) == 2
    first = drafts()[0]
    assert first.row["title"].startswith("海关总署公告2026年第251号")
    assert first.link.endswith("/art/251.html")
    assert first.note == "2026-11-19"
    assert "M013" in first.row["note"] or "M020" in first.row["note"]
    assert first.published_at is None
    assert first.measure.code not in access.read_published_book().by_code


def test_the_same_news_is_never_drafted_twice(source, site):
    poll_source(source, NOW)
    NewsSource.objects.update(etag="")
    source.refresh_from_db()
    assert poll_source(source, NOW) == 0
    assert drafts().count() == 2


def test_the_first_look_only_remembers(source):
    NewsSource.objects.update(polled_at=None)
    source.refresh_from_db()
    assert poll_source(source, NOW) == 0
    assert NewsItem.objects.count() == 2
    assert not drafts().exists()


def test_what_did_not_change_is_not_sent_again(source, site):
    poll_source(source, NOW)
    source.refresh_from_db()
    assert source.etag == '"one"'
    poll_source(source, NOW)
    assert site.asked[-1] == ("/list", '"one"')


def test_robots_are_respected(source, site):
    site.robots = "User-agent: *\nDisallow: /list"
    assert poll_source(source, NOW) == 0
    assert [path for path, _ in site.asked] == ["/robots.txt"]
    source.refresh_from_db()
    assert "robots.txt" in source.trouble


def test_off_is_off_and_pauses_are_kept(source, site):
    assert poll_due(NOW) == 2
    assert poll_due(NOW + timedelta(hours=1)) == 0
    NewsSource.objects.update(is_on=False)
    site.asked.clear()
    poll_due(NOW + timedelta(days=30))
    assert not site.asked


def test_failures_double_the_pause(source, site):
    site.page = (500, b"", "text/html")
    poll_due(NOW)
    site.asked.clear()
    poll_due(NOW + EVERY)
    assert not site.asked
    poll_due(NOW + 2 * EVERY)
    assert site.asked


def test_a_page_of_fifty_megabytes_is_not_read_to_its_end(source, site):
    site.page = (200, b"<li>" + b"x" * 50_000_000, "text/html")
    assert poll_source(source, NOW) == 0
    source.refresh_from_db()
    assert "larger than 5 MB" in source.trouble


def test_a_wrong_charset_is_seen_through(source, site):
    site.page = (200, CHINESE.encode("gb18030"), "text/html; charset=utf-8")
    assert poll_source(source, NOW) == 2
    assert "鲜食榴莲" in drafts()[0].row["title"]


def test_a_draft_of_a_program_needs_two_people(source, editors):
    poll_source(source, NOW)
    version = drafts()[0]
    with pytest.raises(Refused) as refused:
        publish.approve_version(version.pk, actor=editors[0], now=NOW)
    assert refused.value.code == "found_by_program"
    rule = access.find_rule_to_change(editors[0], version.measure.code)
    mine = drafting.draft_version(rule, actor=editors[0], now=NOW)
    publish.approve_version(mine.pk, actor=editors[1], now=NOW)
    access.forget_book()
    assert version.measure.code in access.read_published_book().by_code


def test_feeds_in_vietnamese_and_english_are_read():
    (item,) = feed_items(VIETNAMESE, "https://agency.example/rss")
    assert item.link == "https://agency.example/nd46.html"
    assert item.passage == "Chính phủ ban hành nghị quyết mới về an toàn thực phẩm nhập khẩu."
    (item,) = feed_items(ENGLISH, "https://agency.example/atom")
    assert (item.link, item.day) == ("https://agency.example/durian", "2026-11-19")


def test_links_elsewhere_and_without_words_are_no_news():
    assert [item.day for item in list_items(CHINESE, "https://agency.example/list")] == ["2026-11-19", "2026-11-18"]


@pytest.mark.parametrize("text", ["<rss><channel><item>", "not a feed", '<!DOCTYPE x [<!ENTITY a "b">]><rss>&a;</rss>'])
def test_broken_feeds_are_trouble_with_a_sentence(text):
    with pytest.raises(PageTrouble, match="feed"):
        feed_items(text, "https://agency.example/")


def test_bytes_without_any_charset_are_trouble():
    with pytest.raises(PageTrouble, match="charset"):
        decode_page(b"\xff\xff\x81", "utf-8")


def test_operators_add_and_switch_sources(db, settings, capsys):
    settings.HOOKS_MAY_BE_PRIVATE = True
    call_command("news_sources", add=["Customs", "http://127.0.0.1:9/list", "list", "CN"])
    source = NewsSource.objects.get()
    assert not source.is_on
    call_command("news_sources", on=source.pk)
    assert "on  list CN Customs" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        ("json", '[{"a":' * 9000),
        ("json", '[{"title": "A notice of some length", "link": "http://["}]'),
        ("csv", "title,link\n" + "x" * 200_000 + ",/one"),
    ],
)
def test_a_page_that_no_adapter_foresaw_stops_no_other_source(site, source, kind, page):
    source.kind = kind
    source.save(update_fields=["kind"])
    site.page = 200, page.encode(), "text/plain; charset=utf-8"
    assert poll_source(source, NOW) == 0
    source.refresh_from_db()
    assert source.trouble and source.polled_at == NOW and source.failures == 1


def test_a_feed_whose_entries_share_an_address_brings_one(site, source):
    source.kind = "feed"
    source.save(update_fields=["kind"])
    entry = ENGLISH.partition("<entry>")[2].partition("</entry>")[0]
    site.page = 200, ENGLISH.replace("</feed>", f"<entry>{entry}</entry></feed>").encode(), "application/atom+xml"
    assert poll_source(source, NOW) == 1
    assert NewsItem.objects.filter(source=source).count() == 1


def test_a_link_that_opens_no_page_and_words_that_no_table_keeps_are_left_out(site, source):
    source.kind = "json"
    source.save(update_fields=["kind"])
    rows = [
        ("A notice that runs a script", "javascript:alert(1)"),
        ("One with \0 in it", "/b"),
        ("A notice of length", "/c"),
    ]
    page = json.dumps([{"title": title, "link": link} for title, link in rows])
    site.page = 200, page.encode(), "application/json"
    poll_source(source, NOW)
    assert [one.link.rpartition("/")[2] for one in NewsItem.objects.filter(source=source)] == ["c"]
