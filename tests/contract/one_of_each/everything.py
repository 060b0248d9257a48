"""Makes the whole world, and says at which addresses its objects stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.contract.one_of_each import (
    answering,
    barriers_and_dialogues,
    cases,
    corridor,
    directory,
    exchange,
    experiences,
    mails,
    messengers,
    observing,
    phone_books,
    phrases,
    privacy,
    programs,
    rules,
    single_pages,
    talks,
    teaching,
    translations,
    units,
    waking,
    webhooks,
    widgets,
)
from tests.contract.one_of_each.addresses import ANSWERER, FILER, QUERY, TYPED
from tests.contract.one_of_each.hidden import hidden_case
from tests.contract.test_house import routes

from landsea.cases.tests.world import World
from landsea.exchange.tests.business import business_world

PARTS = (
    single_pages,
    cases,
    talks,
    directory,
    rules,
    corridor,
    barriers_and_dialogues,
    exchange,
    experiences,
    teaching,
    messengers,
    answering,
    phrases,
    translations,
    mails,
    waking,
    webhooks,
    observing,
    phone_books,
    units,
    programs,
    widgets,
    privacy,
)
Values = Mapping[str, Any]
Given = Mapping[str, Values | list[Values]]


@dataclass(frozen=True)
class Page:
    """One address: the pattern as it is shown, its route's name, the address itself, what a form there sends (`typed`), and
    whether it is the first one of its pattern.
    """

    pattern: str
    route: str
    address: str
    typed: Values = field(compare=False)
    is_first: bool = True


@dataclass(frozen=True)
class Everything:
    """The world, the addresses' values by route (one or several each), the mailed links by who has opened them, and the number
    of a case that few may see (`hidden_case`).
    """

    world: World
    values: Given
    opened: Mapping[str, tuple[str, ...]]
    hidden_ref: str

    def client(self, who: str) -> Client:
        """Return a browser of somebody of the world's cast, or of who opened a mailed link. The operator's also has the token
        of the machines that watch the installation.
        """
        headers = {"authorization": f"Bearer {settings.METRICS_TOKEN}"} if who == "operator" else {}
        client = self.world.client("anonymous" if who in self.opened else who, **headers)
        for address in self.opened.get(who, ()):
            client.get(address)
        return client

    def hidden_pages(self) -> Iterator[Page]:
        """Yield every page that is about a case, with the hidden one in its place."""
        return (page for page in self.pages(ref=self.hidden_ref) if self.hidden_ref in page.address)

    def pages(self, **instead: object) -> Iterator[Page]:
        """Yield every page of the platform's own, by pattern; `instead` are values that stand in place of these objects'.

        Raises KeyError for a route with parameters that no part has a value for.
        """
        for pattern, route in sorted(routes(), key=lambda pair: pair[0]):
            names = route.pattern.converters
            if getattr(route.callback, "door", None) is None:
                continue
            if names and route.name not in self.values:
                raise KeyError(
                    f"No part of tests/contract/one_of_each names the object of {pattern}: add '{route.name}'."
                )
            given = self.values.get(route.name, {})
            for number, values in enumerate(given if isinstance(given, list) else [given]):
                chosen = {name: instead.get(name, values[name]) for name in names}
                query = values.get(QUERY, {})
                address = reverse(route.name, kwargs=chosen) + (f"?{urlencode(query, doseq=True)}" if query else "")
                yield Page(_shown(pattern, chosen), route.name, address, values.get(TYPED, {}), number == 0)


def make_everything(now: datetime | None = None) -> Everything:
    """Make one of every object at `now` (aware). The measures of the reference files must have been loaded."""
    now = now or timezone.now()
    world = business_world()
    values: dict[str, Any] = {}
    for part in PARTS:
        values |= part.make(world, now)
    invited = reverse("invitation_link", args=[values["invitation_link"]["secret"]])
    opened = {
        FILER: (reverse("mailbox_link", args=[values.pop(FILER)["secret"]]),),
        ANSWERER: (reverse("answer_link", args=[values.pop(ANSWERER)["secret"]]), invited),
    }
    return Everything(world, values, opened, hidden_case(world, now).case.ref)


def _shown(pattern: str, values: Values) -> str:
    """Return a pattern with the names of acts put in, which are the rights that differ."""
    for name in ("act", "what", "contact_act"):
        pattern = pattern.replace(f"<str:{name}>", str(values.get(name)))
    return pattern
