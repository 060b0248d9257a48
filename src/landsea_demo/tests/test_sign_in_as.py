"""One press signs in as an invented person, in a demonstration only."""

import os
import subprocess
import sys

import pytest
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from lxml import html
from tests.loaded_once import written_by

from landsea.accounts.models import User
from landsea.base.tests.copied_rows import copy_in
from landsea.cases import mapping
from landsea.directory.actors import make_actor
from landsea_demo.cases import make_demo_cases
from landsea_demo.parts import FILER, PARTS, list_played_parts
from landsea_demo.people import create_demo_people

RESOLVE = (
    "import django; django.setup(); from django.urls import reverse; print(reverse('sign_in_as', args=['coordinator']))"
)


@pytest.fixture(scope="module")
def made(reference_rows, django_db_blocker, tmp_path_factory):
    """The folder and the rows of the whole demonstration, made once: each test that made its own took three seconds. Jobs are
    left out, for their tables write rows of each other, and nothing here runs them.
    """
    folder = tmp_path_factory.mktemp("demo")

    def make_demo():
        copy_in(reference_rows)
        now = timezone.now()
        create_demo_people(now)
        make_demo_cases(now)

    with override_settings(VAR=folder, DEMO=True):
        mapping._coordinator_id.cache_clear()
        rows = written_by(make_demo, django_db_blocker)
    return folder, {table: lines for table, lines in rows.items() if not table.startswith("procrastinate_")}


@pytest.fixture
def demo(made, db, settings):
    settings.DEMO = True
    settings.VAR, rows = made
    mapping._coordinator_id.cache_clear()
    copy_in(rows)


def press(part, **cookies):
    client = Client()
    for name, value in cookies.items():
        client.cookies[name] = value
    return client, client.post(reverse("sign_in_as", args=[part]))


@pytest.mark.urls("landsea.urls_with_demo")
def test_every_part_is_played_and_leads_to_its_own_page_in_its_own_language(demo, settings):
    assert [one.part for one in list_played_parts("en")] == list(PARTS)
    for part in PARTS:
        client, response = press(part.code, **{settings.LANGUAGE_COOKIE_NAME: "lo"})
        assert response.status_code == 302
        if part.code == FILER:
            page = client.get(response.url, follow=True)
            assert page.status_code == 200 and page.redirect_chain[-1][0].startswith("/my/")
            continue
        person = User.objects.get(email=part.email)
        page = client.get(response.url, follow=True)
        assert page.status_code == 200 and client.session["_auth_user_id"] == str(person.pk), part.code
        assert page.headers["Content-Language"] == person.language, part.code
        assert make_actor(person, timezone.now()).has_appointment


@pytest.mark.urls("landsea.urls_with_demo")
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.code)
def test_each_part_has_three_small_tasks_whose_pages_its_player_may_open(demo, part):
    assert len({str(task.words) for task in part.tasks}) == 3
    for number, task in enumerate(part.tasks, 1):
        client = Client()
        response = client.post(reverse("sign_in_as", args=[part.code]), {"task": str(number)})
        assert response.status_code == 302
        if task.page:
            assert response.url == reverse(task.page)
        assert client.get(response.url, follow=True).status_code == 200, task.page


@pytest.mark.urls("landsea.urls_with_demo")
def test_a_task_that_is_not_there_leads_to_where_the_part_begins(demo):
    for number in ("0", "4", "x", "²"):
        response = Client().post(reverse("sign_in_as", args=["coordinator"]), {"task": number})
        assert response.url == reverse("after_sign_in")


@pytest.mark.urls("landsea.urls_with_demo")
def test_nobody_real_can_be_played(demo, settings):
    User.objects.filter(email=PARTS[1].email).update(is_demo=False)
    assert press(PARTS[1].code)[1].status_code == 404
    assert press("somebody-else")[1].status_code == 404
    settings.DEMO = False
    assert press("coordinator")[1].status_code == 404
    assert Client().get("/demo/as/coordinator/").status_code == 405


@pytest.mark.urls("landsea.urls_with_demo")
@pytest.mark.parametrize("language", ["en", "zh-hans", "vi", "lo", "th"])
def test_the_page_offers_a_button_for_each_part(demo, language):
    page = html.fromstring(Client().get("/demo/", headers={"accept-language": language}).content.decode())
    assert page.xpath("//form[contains(@action, '/demo/as/')]/@action") == [f"/demo/as/{part.code}/" for part in PARTS]


def test_a_real_installation_has_no_such_address(client):
    with pytest.raises(NoReverseMatch):
        reverse("sign_in_as", args=["coordinator"])
    assert client.post("/demo/as/coordinator/").status_code == 404


@pytest.mark.parametrize(("demo_runs", "status"), [("yes", 0), ("no", 1)])
def test_the_address_stands_where_the_setting_asks_for_a_demonstration(demo_runs, status, tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
        "LANDSEA_DEMO": demo_runs,
        "LANDSEA_VAR": str(tmp_path),
    }
    done = subprocess.run([sys.executable, "-c", RESOLVE], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert ("/demo/as/coordinator/" in done.stdout) == (status == 0)
