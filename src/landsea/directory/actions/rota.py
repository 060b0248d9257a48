"""Sets the rota of a desk. A plan with a gap is refused, with the hours that nobody would have."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.base.ui import times
from landsea.directory.actions.tell_people import tell_of_duty
from landsea.directory.duty import list_gaps_of_plan
from landsea.directory.models import Change, Contact, Desk, RotaTurn
from landsea.directory.shift_mapping import make_repeating_shift
from landsea_core.clock import Shift

LEAST_LOOKED_AHEAD, MOST_LOOKED_AHEAD = timedelta(weeks=5), timedelta(weeks=26)


@dataclass(frozen=True)
class Turn:
    """A turn of the rota as somebody plans it, on the office's wall clock; it ends on `last_day` at `ends`."""

    contact_id: int
    first_day: date
    begins: time
    last_day: date
    ends: time
    every_weeks: int = 1
    until: date | None = None
    phone: str = ""
    first_way: str = ""


def set_rota(*, actor, desk_id: int, turns: list[Turn], now: datetime) -> None:
    """Put these turns in place of the desk's rota; none at all ends its duty. Single shifts stay.

    Raises Refused: `stranger` (not a contact of this desk), `order` (a turn that ends before it begins, or runs into its
    own next one), `gap` (a time outside office hours that nobody would have).
    """
    with transaction.atomic():
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=desk_id)
        present = set(Contact.objects.filter(desk=desk, ended_at=None).values_list("pk", flat=True))
        if not {one.contact_id for one in turns} <= present:
            raise Refused("stranger", gettext("Choose people of this desk only. Add somebody as a contact first."))
        shifts = [_core_shift(one, desk.office.time_zone) for one in turns]
        if shifts:
            _refuse_gap(desk, turns, shifts, now)
        before, had = [str(row) for row in RotaTurn.objects.filter(desk=desk)], _list_turns_by_contact(desk)
        RotaTurn.objects.filter(desk=desk).delete()
        RotaTurn.objects.bulk_create(
            RotaTurn(
                desk=desk,
                contact_id=one.contact_id,
                first_day=one.first_day,
                begins=one.begins,
                days=(one.last_day - one.first_day).days,
                ends=one.ends,
                every_weeks=one.every_weeks,
                until=one.until,
                phone=one.phone,
                first_way=one.first_way,
            )
            for one in turns
        )
        after = [str(row) for row in RotaTurn.objects.filter(desk=desk)]
        has = _list_turns_by_contact(desk)
        changed = {pk for pk in {*had, *has} if had.get(pk) != has.get(pk)}
        people = Contact.objects.filter(pk__in=changed).select_related("user").order_by("pk")
        tell_of_duty(desk, people, actor, f"{desk.pk}:rota:{now.timestamp():.0f}", now)
        note_duty_change(desk, "set_rota", {"rota": before}, {"rota": after}, actor, now)


def _list_turns_by_contact(desk: Desk) -> dict[int, list[tuple]]:
    """Return what each contact of the desk has by its rota."""
    found: dict[int, list[tuple]] = {}
    columns = ("first_day", "begins", "days", "ends", "every_weeks", "until")
    for contact_id, *turn in RotaTurn.objects.filter(desk=desk).order_by(*columns).values_list("contact_id", *columns):
        found.setdefault(contact_id, []).append(tuple(turn))
    return found


def _core_shift(one: Turn, zone: str) -> Shift:
    try:
        days = (one.last_day - one.first_day).days
        return make_repeating_shift(
            str(one.contact_id), one.first_day, one.begins, days, one.ends, zone, one.every_weeks, one.until
        )
    except ValueError as wrong:
        raise Refused(
            "order",
            gettext(
                "A turn ends after it begins (one across midnight ends on the next day) and before it comes round again."
            ),
        ) from wrong


def _refuse_gap(desk: Desk, turns: list[Turn], shifts: list[Shift], now: datetime) -> None:
    """Look one whole round of the rota ahead, from its beginning (from now, when that is past)."""
    zone = ZoneInfo(desk.office.time_zone)
    begins = min(shift.start for shift in shifts)
    since = max(now, begins.replace(tzinfo=zone))
    ahead = min(MOST_LOOKED_AHEAD, max(LEAST_LOOKED_AHEAD, timedelta(weeks=1 + max(one.every_weeks for one in turns))))
    ends = [one.until for one in turns if one.until]
    until = since + ahead
    if len(ends) == len(turns):
        until = min(until, datetime.combine(max(ends), time(), zone))
    gaps = list_gaps_of_plan(desk, shifts, since, until) if since < until else []
    if gaps:
        language = get_language() or "en"
        first, last = (times.write_moment(edge, zone, now, language) for edge in gaps[0])
        raise Refused(
            "gap",
            gettext(
                "Nobody would have duty from %(first)s to %(last)s (office's clock). Close this gap; nothing was saved."
            )
            % {"first": first, "last": last},
        )


def note_duty_change(desk: Desk, act: str, before: dict, after: dict, actor, now: datetime) -> None:
    Change.objects.create(
        kind="rota", row=desk.pk, desk=desk, act=act, before=before, after=after, by_id=actor.user_id, at=now
    )
    append_entry(stream=f"desk:{desk.pk}", act=act, actor=actor.label, at=now, facts=after)
