"""Where somebody goes after signing in: to their work."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from landsea.base.doors import door


@door("signed_in")
@require_safe
def after_sign_in(request: HttpRequest) -> HttpResponse:
    """Lead observers to their country, officers to their list, clerks to their members' cases, operators to the mails,
    editors to the rules, others home.
    """
    actor = request.actor
    if actor.is_officer:
        name = "queue" if actor.works_at_desks or not actor.observed_countries else "observed_country"
    elif actor.associations:
        name = "association_cases"
    elif actor.is_operator:
        name = "deliveries"
    else:
        name = "rule_editing" if actor.is_editor else "home"
    return HttpResponseRedirect(reverse(name))
