"""Puts the actor on the request, lazily: a page that never asks who is there makes no query for it.

Somebody who must use a second factor and has not used one yet in this session is nobody in particular: no page, whatever its
door, shows them more than a visitor or writes in their name. Only doors, which lead them to set one up, ask whose account
it is.
"""

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from landsea.accounts.second_factor import has_passed_second_factor
from landsea.base.actors import ANONYMOUS
from landsea.directory.actors import make_actor


class WhoIsAsking:
    """Sets `request.actor` and `request.account_actor` (each an `Actor`) and `request.has_second_factor`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.account_actor = SimpleLazyObject(lambda: make_actor(request.user, timezone.now()))
        request.actor = SimpleLazyObject(lambda: _proven_actor(request))
        request.has_second_factor = SimpleLazyObject(lambda: has_passed_second_factor(request))
        return self.get_response(request)


def _proven_actor(request):
    actor = request.account_actor
    return actor if not actor.must_use_second_factor or request.has_second_factor else ANONYMOUS
