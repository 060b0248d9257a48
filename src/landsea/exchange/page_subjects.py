"""What an entry of the exchange is about, for the form that files a problem with it."""

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import ANONYMOUS
from landsea.base.ui.countries import CORRIDOR
from landsea.base.ui.page_subjects import PageSubject, find_only_goods, page_kind, read_number
from landsea.directory.models.names import choose_title, name_in
from landsea.exchange import access


@page_kind("listing")
def read_listing(code: str) -> PageSubject:
    """Return an entry that everybody may see."""
    listing, language = access.find_listing(ANONYMOUS, read_number(code)), get_language() or "en"
    countries = [one for one in listing.countries if one in CORRIDOR]
    return PageSubject(
        gettext("Entry of the exchange: %(title)s") % {"title": choose_title(listing, language)},
        reverse("listing", args=[listing.pk]),
        place=name_in(listing.place.names, language) if listing.place else "",
        country=countries[0] if len(countries) == 1 else "",
        goods=find_only_goods(listing.hs),
    )
