"""Which page somebody begins at, by what they are appointed to: after signing in, and from the first page of all."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from landsea.base.actors import Actor

HOME = "home"


_PAGES: tuple[tuple[str, Promise, Callable[[Actor], bool]], ...] = (
    ("headed_offices", _("My office: what needs you first"), lambda one: bool(one.heads) and not one.is_coordinator),
    ("queue", _("My cases by what is due next"), lambda one: one.works_at_desks),
    ("observed_country", _("My country"), lambda one: bool(one.observed_countries)),
    ("association_page", _("My association: what needs you first"), lambda one: bool(one.associations)),
    ("deliveries", _("What the operator looks after"), lambda one: one.is_operator),
    ("rule_editing", _("Rules to keep, and drafts"), lambda one: one.is_editor),
)
"""Routes with their names in a link, and whose they are; the first that fits counts."""


def find_own_page(actor: Actor) -> tuple[str, Promise | str]:
    """Return the route of somebody's own page and its name in a link; without an appointment the page where all begin."""
    return next(((route, words) for route, words, is_theirs in _PAGES if is_theirs(actor)), (HOME, ""))
