"""The official sources of the files: each form is tried on a page made in it for this test; what editors see of them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse

from landsea.base.actors import ANONYMOUS
from landsea.rules import access
from landsea.rules.actions.known_sources import FORMS, add_known_sources, read_known_sources
from landsea.rules.actions.poll import poll_source
from landsea.rules.commandline.gate import find_reference_folder
from landsea.rules.models import NewsItem, NewsSource, Version, VersionState
from landsea.rules.models.sources import KINDS
from landsea.rules.poller.adapters import ADAPTERS
from landsea.rules.poller.data_adapters import read_csv_items, read_json_items, read_sitemap_items
from landsea.rules.poller.fetching import Page
from landsea.rules.poller.items import PageTrouble, decode_page, find_day
from landsea.rules.tests.conftest import NOW
from landsea_core.rules.news_silence import count_silent_days

RECORDED = Path(__file__).parent / "recorded"
KNOWN = read_known_sources(find_reference_folder())
FIRST = {
    "gacc": ("海关总署公告2026年第240号（关于进口印度尼西亚鲜食菠萝植物检疫要求的公告）", "2026-11-20"),
    "mofcom": ("商务部公告2026年第61号 公布对两用物项实施出口管制的决定", "2026-11-19"),
    "vn-sps": ("G/SPS/N/IDN/171: Dự thảo quy định kiểm dịch thực vật đối với trái cây tươi", "2026-11-18"),
    "vn-trav": (
        "The Ministry of Industry and Trade opens a review of the duty on aluminium profiles from China",
        "2026-11-19",
    ),
    "la-portal": ("Notification on import licences for vehicles, No. 1200/MOIC", "2026-11-19"),
    "th-gazette": (
        "ประกาศกระทรวงพาณิชย์ เรื่อง กำหนดให้ยางรถใช้แล้วเป็นสินค้าต้องห้ามนำเข้า พ.ศ. 2569",
        "2026-11-18",
    ),
    "kh-customs": ("សេចក្តីជូនដំណឹងស្តីពីការនាំចូលយានយន្ត", "2026-11-19"),
    "mm-portal": ("Newsletter No. 12/2026 concerning import licences of the border posts", "2026-11-17"),
    "my-miti": ("Media release: final determination on cold rolled stainless steel", "2026-11-18"),
    "sg-customs": ("circular 11 2026 electronic waste permits", "2026-11-19"),
    "id-trade-law": (
        "Perubahan atas Peraturan Menteri Perdagangan tentang Kebijakan dan Pengaturan Impor Barang Elektronik",
        "2026-11-18",
    ),
    "ph-da": ("DA suspends imports of poultry from a province of Viet Nam", "2026-11-19"),
    "ph-customs": ("CMO 21-2026: Rules on the transit of cargo through free ports", "2026-11-18"),
    "bn-customs": ("Customs Import Duties (Amendment) Order, 2026", "2026-11-01"),
    "tl-customs": ("Declaração electrónica obrigatória no porto de Tíbar", "2026-11-17"),
    "asean": ("ASEAN Trade in Goods Agreement: upgraded agreement enters into force", "2026-11-16"),
    "wto-eping": ("G/SPS/N/VNM/190: Draft circular on plant quarantine of imported fruit", "2026-11-18"),
    "wto-eping-table": ("G/TBT/N/IDN/230: Draft regulation on mandatory standards of toys", "2026-11-18"),
}


def read_recorded(code):
    page = next(RECORDED.glob(f"{code}.*")).read_bytes()
    return decode_page(page, "utf-8")


def test_every_kind_has_an_adapter_and_every_source_a_form():
    assert set(KINDS) == set(ADAPTERS)
    assert len(KNOWN) >= 12 and {one.form for one in KNOWN} <= set(FORMS)
    assert {one.country for one in KNOWN} >= {"CN", "VN", "LA", "TH", "KH", "MM", "MY", "SG", "ID", "PH", "BN", "TL"}


@pytest.mark.parametrize("source", KNOWN, ids=lambda one: one.code)
def test_a_page_of_its_form_is_read(source):
    first = ADAPTERS[source.kind](read_recorded(source.code), source.url)[0]
    assert (first.title, first.day) == FIRST[source.code]
    assert first.link.startswith("http")


def test_notifications_are_of_their_member_and_others_are_left_out():
    assert [one.country for one in read_json_items(read_recorded("wto-eping"), "https://a.example/")] == ["VN", "CN"]
    assert [one.country for one in read_csv_items(read_recorded("wto-eping-table"), "https://a.example/")] == ["ID"]


@pytest.mark.parametrize(
    ("reads", "text"),
    [
        (read_json_items, "<html>"),
        (read_csv_items, "a,b\n1,2"),
        (read_sitemap_items, "<urlset>"),
        (read_sitemap_items, "<!DOCTYPE a><a/>"),
    ],
)
def test_what_cannot_be_read_is_trouble_with_a_sentence(reads, text):
    with pytest.raises(PageTrouble, match=r"\."):
        reads(text, "https://a.example/")


def test_days_in_words_of_several_languages():
    said = {
        "14 พ.ย. 2569": "2026-11-14",
        "Mon, 16 Nov 2026 02:00:00 +0000": "2026-11-16",
        "ວັນທີ 12 ພະຈິກ 2026": "2026-11-12",
        "no day": "",
    }
    assert {words: find_day(words) for words in said} == said


def test_a_source_is_silent_after_three_usual_pauses_and_a_month():
    weekly = [date(2026, 3, 1), date(2026, 3, 8), date(2026, 3, 15)]
    assert count_silent_days(weekly, date(2026, 3, 1), date(2026, 4, 10)) == 0
    assert count_silent_days(weekly, date(2026, 3, 1), date(2026, 4, 20)) == 36
    assert count_silent_days([date(2026, 1, 1), date(2026, 7, 1)], date(2026, 1, 1), date(2026, 12, 1)) == 0
    assert count_silent_days([], date(2026, 3, 1), date(2026, 4, 20)) == 50


@pytest.mark.django_db
def test_known_sources_are_added_once_and_off(capsys):
    assert add_known_sources(find_reference_folder(), now=NOW) == len(KNOWN)
    assert add_known_sources(find_reference_folder(), now=NOW) == 0
    assert not NewsSource.objects.filter(is_on=True).exists()
    call_command("news_sources", known=True)
    assert "documented: RSS 2.0" in capsys.readouterr().out


@pytest.mark.django_db
def test_the_page_says_what_became_of_what_was_brought(measures, editors, client, monkeypatch):
    page = Page(read_recorded("wto-eping"))
    monkeypatch.setattr("landsea.rules.actions.poll.fetch_page", lambda url, **_: page)
    source = NewsSource.objects.create(
        name="WTO", url="https://a.example/x", kind="json", country="ASEAN", is_on=True, polled_at=NOW
    )
    assert poll_source(source, NOW) == 2
    assert {version.row["country"] for version in Version.objects.filter(state=VersionState.DRAFT)} == {"VN", "CN"}
    Version.objects.filter(row__country="CN").update(state=VersionState.REJECTED)
    (report,) = access.list_news_reports(editors[0])
    assert (report.brought, report.drafts, report.dismissed, report.rules, report.silent_days) == (2, 1, 1, 0, 0)
    NewsSource.objects.update(polled_at=NOW + timedelta(days=60))
    (report,) = access.list_news_reports(editors[0])
    assert report.silent_days == 60
    assert NewsItem.objects.filter(title="").count() == 0


@pytest.mark.django_db
def test_only_editors_see_it(client):
    assert client.get(reverse("rule_news")).status_code in {302, 403, 404}
    with pytest.raises(PermissionDenied):
        access.list_news_reports(ANONYMOUS)
