"""A checklist as a list of boxes: the sums first, each paper once with who answers, what is optional folded."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.urls import reverse

from landsea.base.outbox.actions.send import send_due
from landsea.rules.actions import digest
from landsea.rules.models import Frequency, Watch
from landsea.rules.tests.conftest import ASKED, NOW
from landsea.rules.tests.test_pages import get

pytestmark = pytest.mark.django_db
COFFEE = ASKED | {"goods": "090111", "origin": "VN", "mode": "road", "on": "2026-11-29"}
DURIAN = ASKED | {"goods": "081060", "origin": "TH", "transit": ["LA"], "on": "2026-11-29"}
MOTORCYCLES = ASKED | {"goods": "871120", "origin": "CN", "destination": "VN", "mode": "road", "on": "2026-11-29"}
NO_MAILS = ASKED | {"hs": "110814", "email": "", "frequency": "never", "name": "Our starch"}


def words_of(page: str) -> str:
    """What the page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_duty_and_sums_come_before_the_answer_and_the_answer_before_the_papers(measures, client):
    page = words_of(get(client, "checklist", **COFFEE))
    sums = r"Duty 0 % with Form E, else 8 % · \d papers · about \d+ days one after another \(times known \d of \d\)"
    first = re.search(rf"{sums} · fees known \d of \d", page)[0]
    order = [page.index(words) for words in (first, "not looked systematically at", "Papers, in the order in which")]
    assert order == sorted(order)


def test_a_duty_that_nobody_wrote_down_is_said_to_be_missing(measures, client):
    page = words_of(get(client, "checklist", **MOTORCYCLES))
    assert "The rate of duty is not on file · 2 papers" in page


def test_each_paper_is_a_box_with_who_time_price_the_desk_and_the_law(measures, client):
    page = get(client, "checklist", **DURIAN)
    boxes = re.findall(r'<li class="box">.*?</details></div></div></li>', page, re.DOTALL)
    assert len(boxes) == 11
    (box,) = [one for one in boxes if "Phytosanitary certificate issued in Thailand." in one]
    assert "Department of Agriculture of Thailand · inspection of vegetables" in words_of(box)
    assert "100 baht a certificate" in box
    assert all(f"/rules/measure/{code}/" in box for code in ("M011", "M211", "M388"))
    desk = unescape(re.search(r'href="(/who/[^"]+)"', box)[1])
    assert parse_qs(urlsplit(desk).query) == {
        "about": ["Phytosanitary certificate issued in Thailand."],
        "country": ["TH"],
        "goods": ["081060"],
    }
    assert client.get(desk).status_code == 200
    assert "not published: time · not on file: price" in words_of(boxes[0])
    assert "not on file: time, price" in words_of(boxes[2])


def test_what_is_offered_or_background_is_folded_and_the_proof_for_the_lower_duty_is_not(measures, client):
    page = get(client, "checklist", **COFFEE)
    papers, rest = page.split('<div class="folds', 1)
    assert "(only for the lower duty)" in words_of(papers)
    assert "border residents" not in papers and "border residents" in rest
    assert "road load and size limits" not in papers and "road load and size limits" in rest


def test_goods_that_may_not_pass_get_no_sums_and_first_what_stops_them(measures, client):
    page = get(client, "checklist", **ASKED | {"goods": "081060", "origin": "MY", "transit": ["TH", "LA"]})
    assert "checklist-sum" not in page
    assert page.index("What stops them") < page.index("What would be needed if they could")


def test_a_list_without_mails_needs_no_address_and_shows_its_link(measures, client):
    page = client.post(reverse("save_checklist"), NO_MAILS).content.decode()
    path = urlsplit(re.search(r'id="secret" value="([^"]+)"', page)[1]).path
    kept = Watch.objects.get()
    assert (kept.email, kept.frequency) == ("", Frequency.NEVER)
    send_due()
    assert mail.outbox == []
    own = client.get(path).content.decode()
    assert "there is no e-mail address" in own
    key = re.search(r'name="key" value="([\w.]+)"', own)[1]
    client.post(f"{path}paper", {"key": key, "name": "Number", "expires_on": "2026-12-01"})
    client.post(f"{path}change", {"act": "frequency", "frequency": "daily"})
    kept.refresh_from_db()
    assert kept.frequency == Frequency.NEVER
    assert digest.send_reminders(NOW) == 0


def test_without_an_address_the_network_is_the_limit(measures, client, settings):
    settings.FILINGS_PER_HOUR = 1
    answers = [client.post(reverse("save_checklist"), NO_MAILS).status_code for _ in range(2)]
    assert answers == [200, 429]


def test_mails_without_an_address_are_asked_about_where_they_are_wanted(measures, client):
    response = client.post(reverse("save_checklist"), NO_MAILS | {"frequency": "daily"})
    page = response.content.decode()
    assert response.status_code == 422 and not Watch.objects.exists()
    fold = page[page.index('<div id="save">') - 120 : page.index('<div id="save">')]
    assert "<details open>" in fold
    assert 'data-faults tabindex="-1"' in page.split('<div id="save">', 1)[1]
    assert "Write the address that the changes should go to." in page
    assert 'value="Our starch"' in page


def test_who_is_stopped_by_a_paper_files_it_from_its_box(measures, client):
    page = get(client, "checklist", **COFFEE)
    [address, *_more] = re.findall(rf'href="({reverse("file_case")}[?]about_page=rule[^"]*)"', page)
    form = client.get(unescape(address)).content.decode()
    assert 'name="about_page"' in form and "Rule: " in form and "090111" in form


@pytest.mark.parametrize("language", ["zh-hans", "vi", "lo", "th"])
def test_the_boxes_speak_the_readers_language(measures, client, language):
    client.cookies["language"] = language
    page = words_of(get(client, "checklist", **COFFEE))
    for english in ("papers", "one after another", "fees known", "not on file", "Who answers", "The law", "Print on"):
        assert english not in page


def test_no_desk_is_offered_for_a_paper_of_a_country_outside(measures, client):
    asked = {"purpose": "sell", "goods": "green tea", "destination": "VN", "mode": "sea"}
    for code, is_offered in (("CN", True), ("ZZ", False)):
        page = client.get("/rules/checklist/", asked | {"origin": code}).content.decode()
        boxes = re.findall(r'<li class="box">.*?</details></div></div></li>', page, re.DOTALL)
        (box,) = [one for one in boxes if "Phytosanitary certificate of the origin" in one]
        assert (">Who answers<" in box) is is_offered
        assert f"country={code}" not in page or is_offered
