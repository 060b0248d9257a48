"""What other sites and programs show of us: a question, a desk, a post, oEmbed's answer, a sitemap. The barrier is another
part's.
"""

from datetime import datetime

from django.urls import reverse
from tests.contract.one_of_each.addresses import QUERY

from landsea.crawlers.public_pages import PARTS


def make(world, now: datetime) -> dict:
    """Make nothing: desks and places are there."""
    desk = {"code": world.quarantine.code}
    return {
        "widget_who": {QUERY: {"about": "laboratory report", "place": "Mohan", "country": "CN"}},
        "widget_desk": desk,
        "widget_post": {"code": "CNMHN"},
        "oembed": {QUERY: {"url": reverse("desk_page", kwargs=desk)}},
        "sitemap_part": [{"part": part} for part in PARTS],
        "site_page": {QUERY: {"url": reverse("desk_page", kwargs=desk)}},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Nothing more is shown on these where more is there."""
