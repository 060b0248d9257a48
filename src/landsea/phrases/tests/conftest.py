"""Fixtures of the phrases' tests: a case of a Khmer filer at a desk in China, and browsers of both sides."""

import pytest
from django.urls import reverse

from landsea.base.actors import make_filer
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.cases.tests.world import World, make_world
from landsea_core.text import use_embedder


@pytest.fixture(autouse=True)
def by_letters():
    """Asks are offered by letters alone, which takes no model."""
    from landsea.search.embedder import load_embedder

    use_embedder(None)
    yield
    use_embedder(load_embedder)


@pytest.fixture
def world(db) -> World:
    """The small world of the cases app."""
    return make_world()


@pytest.fixture
def case(world, settings):
    """A named case about Mohan, filed from Cambodia in Khmer, in which this installation has no pages."""
    settings.LANGUAGES = [one for one in settings.LANGUAGES if one[0] != "km"]
    return world.file(filer_country="KH", language="en", written_in="km").case


@pytest.fixture
def filer(world, case):
    """The browser of who filed."""
    browser = world.client()
    secret = MAILBOX_LINKS.secret_of(FilerLink.objects.get(case=case).nonce)
    browser.get(reverse("mailbox_link", args=[secret]))
    return browser


@pytest.fixture
def officer(world):
    """The browser of whoever acts for the desk, who reads Chinese."""
    browser = world.client("holder")
    browser.get(reverse("home"), {"lang": "zh-hans"})
    return browser


@pytest.fixture
def holder(world):
    """Whoever acts for the desk."""
    return world.actor("holder")


@pytest.fixture
def of_filer(case):
    """The filer, as an actor."""
    return make_filer(case.pk, case.language)
