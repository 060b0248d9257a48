"""What a mail says on top that goes out long after it was written, because it could not be sent: then its words may be old."""

from datetime import timedelta

from django.utils.translation import get_language, gettext

from landsea.base.outbox.models import Delivery
from landsea.base.ui import times
from landsea.base.ui.reader import find_zone, find_zone_of_language, name_zone

LATE_AFTER = timedelta(hours=12)


def say_late(delivery: Delivery) -> str:
    """Return when a claimed mail was written, on its reader's clock, where earlier tries failed and it is `LATE_AFTER` old by
    now; else nothing. One that waited on purpose, as for its reader's hours, was not tried before.
    """
    sent_at = delivery.in_flight_since
    if not delivery.last_reply or sent_at is None or sent_at - delivery.created_at < LATE_AFTER:
        return ""
    language = get_language() or "en"
    zone = find_zone(delivery.facts.get("zone")) or find_zone_of_language(language)
    moment = times.write_moment(delivery.created_at, zone, sent_at, language)
    return gettext(
        "This mail was written on %(when)s and could not be sent until now. Times in it may have passed, and what it asks for"
        " may be done already: the pages show how it is now."
    ) % {"when": f"{moment}, {name_zone(str(zone), language)}"}
