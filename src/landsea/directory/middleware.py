"""Puts the actor on the request, lazily: a page that never asks who is there makes no query for it."""

from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from landsea.accounts.second_factor import passed_second_factor
from landsea.directory.actors import actor_for


class WhoIsAsking:
    """Sets `request.actor` (an `Actor`) and `request.has_second_factor`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: actor_for(request.user, timezone.now()))
        request.has_second_factor = SimpleLazyObject(lambda: passed_second_factor(request))
        return self.get_response(request)
