"""Before the second factor stands, whoever must use one is nobody to every page, whatever its door."""

from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore

from landsea.base.actors import ANONYMOUS
from landsea.cases.tests.world import make_world
from landsea.directory.middleware import WhoIsAsking

SOURCES = Path(__file__).resolve().parents[3]
MAY_ASK_WHOSE_ACCOUNT = {
    "landsea/base/doors.py",
    "landsea/base/requests.py",
    "landsea/base/ui/context.py",
    "landsea/base/ui/middleware.py",
    "landsea/base/ui/trouble.py",
    "landsea/directory/middleware.py",
    "landsea/directory/tests/test_who_is_asking.py",
}


@pytest.mark.django_db
def test_everybody_with_an_appointment_is_nobody_without_the_factor(rf):
    world = make_world()
    for part, person in world.people.items():
        for has_factor in (True, False):
            if not has_factor:
                person.authenticator_set.all().delete()
            request = rf.get("/")
            request.user, request.session = person, SessionStore()
            WhoIsAsking(lambda asked: asked)(request)
            expected = person.pk if has_factor or part == "stranger" else None
            assert request.actor.user_id == expected, (part, has_factor)
            assert request.account_actor.user_id == person.pk
            if expected is None:
                assert request.actor == ANONYMOUS


def test_only_doors_and_the_frame_of_a_page_ask_whose_account_it_is():
    asks = {
        str(file.relative_to(SOURCES))
        for file in [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.html")]
        if "account_actor" in file.read_text(encoding="utf-8")
    }
    assert asks <= MAY_ASK_WHOSE_ACCOUNT
