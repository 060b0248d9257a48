"""A request as views get it: Django's, with what the middleware of `landsea.accounts` and `ui` puts on it."""

from django.http import HttpRequest

from landsea.base.actors import Actor


class ActorRequest(HttpRequest):
    """A request that says who is asking. Nothing is made of this class: it names what every request here carries.

    `actor`: who asks, nobody in particular before a second factor that they must use. `account_actor`: whose account it is,
    with or without one: for doors, and for the language of the pages; no right is read from it.
    `has_second_factor`: whether this session was opened with one. `asks_nothing`: the page is shown without asking the
    database, because that may be what is away; `known_actor`: who asks, as far as such a page knows without asking.
    """

    actor: Actor
    account_actor: Actor
    has_second_factor: bool
    asks_nothing: bool
    known_actor: Actor
