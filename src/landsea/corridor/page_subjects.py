"""What the page of a place or of a service is about, for the form that files a problem with it."""

from django.urls import reverse
from django.utils.translation import gettext

from landsea.base.ui.countries import CORRIDOR
from landsea.base.ui.page_subjects import PageSubject, page_kind
from landsea.corridor import access
from landsea.corridor.labels import name_service, place_name


@page_kind("place")
def read_place(code: str) -> PageSubject:
    """Return a place of the network."""
    place = access.find_place_or_404(code)
    name = place_name(place)
    return PageSubject(
        gettext("Place: %(name)s") % {"name": name},
        reverse("corridor_place", args=[code]),
        place=name,
        country=place.country if place.country in CORRIDOR else "",
    )


@page_kind("service")
def read_service(code: str) -> PageSubject:
    """Return a train, ship or lorry of the network. Where on its way something is wrong, its page does not know."""
    service = access.find_service(code)
    name = name_service(access.find_current_network(), service)
    return PageSubject(gettext("Service: %(name)s") % {"name": name}, reverse("corridor_service", args=[code]))
