"""A request as views get it: Django's, with what the middleware of `landsea.accounts` and `ui` puts on it."""

from django.http import HttpRequest

from landsea.base.actors import Actor


class ActorRequest(HttpRequest):
    """A request that says who is asking. Nothing is made of this class: it names what every request here carries.

    `has_second_factor`: whether this session was opened with one. `asks_nothing`: the page is shown without asking the
    database, because that may be what is away; `known_actor`: who asks, as far as such a page knows without asking.
    """

    actor: Actor
    has_second_factor: bool
    asks_nothing: bool
    known_actor: Actor
