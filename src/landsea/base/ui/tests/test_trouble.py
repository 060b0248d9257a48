"""Pages for when something did not work: the right answer, what to do now, and nothing typed is lost."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client

from landsea.cases.tests.world import make_world

TYPED = 'Two lorries wait.\nNobody answers <b>since</b> "Monday".\n磨憨'
STATUS = {
    "away": 503,
    "closed": 503,
    "deadlock": 503,
    "database-full": 507,
    "disk-full": 507,
    "too-big": 413,
    "too-many-files": 413,
    "forbidden": 403,
    "told": 403,
    "missing": 404,
    "ours": 500,
}

pytestmark = pytest.mark.urls("landsea.base.ui.tests.breaking_urls")


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def away(execute, sql, params, many, context):
    """Stand for a database that does not answer, whatever it is asked."""
    raise OperationalError("the connection is lost")


def hidden_fields(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.split('class="acts"')[1])
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


@pytest.mark.parametrize(("how", "status"), STATUS.items())
@pytest.mark.parametrize("language", ["en", "zh-hans", "vi"])
def test_each_cause_has_its_answer_which_says_what_to_do(client, how, status, language):
    response = client.get(f"/break/{how}/", headers={"accept-language": language})
    page = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}"' in page and 'class="lead"' in page
    assert "secret thing" not in page and "Mohan" not in page
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("how", ["away", "deadlock", "database-full", "disk-full", "ours"])
def test_what_was_typed_is_shown_and_can_be_sent_again(client, how):
    typed = {"what": TYPED, "hs_code": "0810", "key": "form-1", "empty": ""}
    page = client.post(f"/break/{how}/?step=2", typed).content.decode()
    assert "data-back-to" not in page, "whoever loads it again would lose what they typed"
    assert "Two lorries wait." in page and "<b>since" not in page
    assert "form-1" not in page.split('class="acts"')[0], "a form's key is not something that anybody typed"
    assert hidden_fields(page) == typed
    assert f'action="/break/{how}/?step=2"' in page


@pytest.mark.parametrize(("how", "again"), [("away", True), ("ours", True), ("forbidden", False), ("missing", False)])
def test_a_page_that_was_only_asked_for_can_be_asked_for_again(client, how, again):
    page = client.get(f"/break/{how}/?page=2").content.decode()
    assert (f'<a class="button" href="/break/{how}/?page=2">' in page) is again


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "There is no page"), ("zh-hans", "这个地址没有页面"), ("lo", "ບໍ່ພົບໜ້າ")]
)
def test_an_address_that_takes_forms_only_says_so_to_whoever_opens_it(client, language, heading):
    """As one does by coming back to it, with the back button or a bookmark."""
    response = client.get("/find/", headers={"accept-language": language})
    page = response.content.decode()
    assert response.status_code == 405 and response["Allow"] == "POST"
    assert heading in page and 'class="lead"' in page and 'href="/"' in page


def test_a_sentence_of_an_action_is_said(client):
    assert "Only the head may do this." in client.get("/break/told/").content.decode()


def test_passwords_and_codes_are_neither_shown_nor_offered_again(client):
    typed = {"login": "a@demo.example.org", "password": "hunter two", "code": "123456"}
    page = client.post("/break/away/", typed).content.decode()
    assert "a@demo.example.org" in page and "hunter two" not in page and "123456" not in page
    assert "Send it again" not in page


def test_files_are_asked_for_once_more(client):
    page = client.post("/break/disk-full/", {"what": "x", "papers": SimpleUploadedFile("a.pdf", b"%PDF secret bytes")})
    assert "choose them once more" in page.content.decode() and "secret bytes" not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/break/query/", "/break/away/", "/queue/", "/operator/deliveries/", "/who/"])
def test_with_the_database_away_somebody_who_signed_in_gets_the_page_without_any_query(path):
    browser = make_world().client("operator")
    browser.raise_request_exception = False
    with connection.execute_wrapper(away):
        response = browser.post(path, {"what": TYPED})
    assert response.status_code == 503
    assert hidden_fields(response.content.decode())["what"] == TYPED


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "status"), [("/break/forbidden/", 403), ("/nothing/is/here/", 404), ("/find/", 405)])
def test_the_menu_of_whoever_signed_in_stays_when_something_is_not_theirs(path, status):
    world = make_world()
    world.people["holder"].language = "vi"
    world.people["holder"].save()
    response = world.client("holder").get(path)
    page = response.content.decode()
    assert response.status_code == status
    assert 'href="/queue/"' in page and 'action="/accounts/logout/"' in page
    assert '<html lang="vi"' in page, "in the language of the account, also where no view was found"
    assert 'href="/queue/"' not in world.client().get(path).content.decode()


@pytest.mark.django_db
def test_the_menu_stays_on_the_page_for_our_own_fault_where_it_is_known_who_asks():
    browser = make_world().client("holder")
    browser.raise_request_exception = False
    response = browser.get("/break/ours/")
    assert response.status_code == 500 and 'href="/queue/"' in response.content.decode()


@pytest.mark.django_db
def test_a_missing_page_comes_with_the_public_menu_when_the_database_is_away():
    browser = make_world().client("holder")
    browser.raise_request_exception = False
    with connection.execute_wrapper(away):
        response = browser.get("/nothing/is/here/")
    page = response.content.decode()
    assert response.status_code == 404 and 'href="/who/"' in page and 'href="/queue/"' not in page


@pytest.mark.django_db
def test_health_tells_whether_the_database_answers(client):
    assert client.get("/healthz").status_code == 200
    with connection.execute_wrapper(away):
        assert client.get("/healthz").status_code == 503


def test_more_text_than_can_be_sent_gets_a_sentence(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    browser.cookies["csrftoken"] = "a" * 32
    response = browser.post("/language/", {"what": "x" * 2000})
    assert response.status_code == 413 and "Shorten it" in response.content.decode()


class TestFormTooOld:
    """A form without a valid proof of where it came from."""

    def send(self, origin: str):
        browser = Client(enforce_csrf_checks=True)
        return browser.post("/language/", {"what": TYPED}, headers={"origin": origin})

    def test_from_our_own_page_it_is_shown_and_offered_again(self):
        response = self.send("http://testserver")
        assert response.status_code == 403
        assert hidden_fields(response.content.decode())["what"] == TYPED

    @pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
    def test_from_elsewhere_it_is_not_offered_again(self, origin):
        response = self.send(origin)
        assert response.status_code == 403 and "Send it again" not in response.content.decode()

    def test_what_was_sent_again_is_taken(self):
        browser = Client(enforce_csrf_checks=True)
        page = browser.post("/language/", {"language": "vi"}, headers={"origin": "http://testserver"}).content.decode()
        token = re.search(r'class="acts".*?name="csrfmiddlewaretoken" value="(\w+)"', page, re.S)[1]
        again = browser.post("/language/", {**hidden_fields(page), "csrfmiddlewaretoken": token})
        assert again.status_code == 302 and again.cookies["language"].value == "vi"
