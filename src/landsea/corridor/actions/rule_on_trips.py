"""Decide on trips outside the bounds: they count after all, or are left out. The reason stands on the stretch's page."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from landsea.base.audit.actions.append import Act, append_many
from landsea.base.refusal import Refused
from landsea.corridor import access_trips as access
from landsea.corridor.access_editing import require_editor
from landsea.corridor.actions.mark_trips import mark_trips
from landsea.corridor.models import Trip
from landsea.corridor.models.trips import Ruling


def rule_on_trips(mark: str, ruling: str, *, why: str, all_of_sender: bool = False, actor, now: datetime) -> int:
    """Decide on the held trips that `mark` stands for (`access_trips.Held`); return how many trips that were.

    `all_of_sender`, with a ruling that leaves out: the account's other trips too, wherever they went, but for those that the
    editor's own house vouched for. Raises
    PermissionDenied for everybody but editors, Refused where the trips have changed since or are the editor's own house's.
    """
    require_editor(actor)
    with transaction.atomic():
        waiting = Trip.objects.select_for_update(of=("self",)).filter(access.FOR_PLANS, ruling="").order_by("pk")
        group = next((one for one in access.find_held(waiting) if one.mark == mark), None)
        if group is None:
            raise Refused(
                "changed",
                gettext("These trips have changed since, or somebody else has decided. Look at the list again."),
            )
        own = access.list_houses(actor)
        if group.house.pk in own:
            raise Refused("own_house", gettext("Your own house logged these: somebody of another house decides."))
        chosen = Trip.objects.filter(pk__in=group.trips)
        if all_of_sender and ruling == Ruling.LEFT_OUT:
            of_sender = Trip.objects.filter(access.FOR_PLANS, sender_id=group.sender_id)
            chosen = of_sender.exclude(ruling=Ruling.LEFT_OUT).exclude(house__in=own)
        numbers = list(chosen.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
        Trip.objects.filter(pk__in=numbers).update(
            ruling=ruling, ruling_why=why, ruled_by_id=actor.user_id, ruled_at=now
        )
        append_many(
            Act(f"trip:{number}", "rule_on_trip", actor.label, now, facts={"ruling": ruling}) for number in numbers
        )
        mark_trips(plans=True)
    return len(numbers)
