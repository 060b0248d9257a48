"""Note, within the act that changes trips, that what was reckoned of them is old (`access_figures`)."""

import uuid

from landsea.corridor.models import TripsMark


def mark_trips(*, plans: bool) -> None:
    """Write another mark, as the last statement of a transaction; `plans`: trips that plans may count with are among them."""
    mark = uuid.uuid4()
    TripsMark.objects.bulk_create(
        [TripsMark(pk=1, plans=mark, every=mark)],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["every", "plans"] if plans else ["every"],
    )
