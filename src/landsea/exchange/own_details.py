"""What the forms of the board know already of whoever is signed in, so that nobody types it again."""

import uuid
from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language

from landsea.directory import access as directory_access
from landsea.directory.models.names import name_in
from landsea.exchange.actions.post import find_own_desk


def make_initial_details(request: HttpRequest) -> dict[str, Any]:
    """Return the first values of a form: a key of its own; for somebody signed in name and address of the account; for
    people at desks also the country and the name of their desk's office.
    """
    found: dict[str, Any] = {"form_key": uuid.uuid4()}
    actor = request.actor  # type: ignore[attr-defined]
    if not request.user.is_authenticated:
        return found
    found |= {"name": request.user.name, "email": request.user.email}
    if actor.works_at_desks:
        office = find_own_desk(actor).office
        name = name_in(office.names, get_language() or "en")
        found |= {"country": office.country, "firm": name, "organisation": name}
    elif actor.associations:
        found["country"] = directory_access.find_office_by_id(min(actor.associations)).country
    return found
