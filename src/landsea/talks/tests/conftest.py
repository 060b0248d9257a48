"""Fixtures of the talks' tests: a case of a filer in Laos at a desk in China, and a browser that opened its mailbox."""

import pytest
from django.urls import reverse

from landsea.base.actors import make_filer
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.cases.tests.world import World, make_world


@pytest.fixture
def world(db) -> World:
    """The small world of the cases app."""
    return make_world()


@pytest.fixture
def case(world):
    """A named case about Mohan, filed from Laos."""
    return world.file(filer_country="LA").case


@pytest.fixture
def filer(world, case):
    """The browser of who filed."""
    browser = world.client()
    secret = MAILBOX_LINKS.secret_of(FilerLink.objects.get(case=case).nonce)
    browser.get(reverse("mailbox_link", args=[secret]))
    return browser


@pytest.fixture
def holder(world):
    """Whoever acts for the desk."""
    return world.actor("holder")


@pytest.fixture
def of_filer(case):
    """The filer, as an actor."""
    return make_filer(case.pk, case.language)
