"""The rota of a desk, and swaps. A plan with a gap is refused with the hours that nobody would have."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import get_language, gettext

from landsea.base.audit.actions.append import append_entry
from landsea.base.refusal import Refused
from landsea.base.ui import times
from landsea.directory.duty import duty_of, gaps_of_plan
from landsea.directory.models import Change, Contact, Desk, DutyShift, RotaTurn
from landsea.directory.roster import turn
from landsea_core.clock import Shift

LEAST_LOOKED_AHEAD, MOST_LOOKED_AHEAD = timedelta(weeks=5), timedelta(weeks=26)
LONGEST_SWAP = timedelta(weeks=2)


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
        shifts = [_shift(one, desk.office.time_zone) for one in turns]
        if shifts:
            _refuse_gap(desk, turns, shifts, now)
        before = [str(row) for row in RotaTurn.objects.filter(desk=desk)]
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
            )
            for one in turns
        )
        after = [str(row) for row in RotaTurn.objects.filter(desk=desk)]
        _note(desk, "set_rota", {"rota": before}, {"rota": after}, actor, now)


def give_duty(
    *,
    actor,
    desk_id: int,
    contact_id: int,
    begins: datetime,
    ends: datetime,
    now: datetime,
    in_return: tuple[datetime, datetime] | None = None,
) -> None:
    """Give the duty between two instants (aware) to somebody else of the desk; with `in_return`, whoever had it gets the
    other person's duty of that time: a swap.

    Raises Refused: `past`, `order`, `too_long`, `stranger`, `away` (on leave then), `taken` (another single shift lies
    there), `nobody` (nobody to give something in return to).
    """
    with transaction.atomic():
        desk = Desk.objects.select_for_update(of=("self",)).select_related("office").get(pk=desk_id)
        before = duty_of(desk, begins, ends) if begins < ends else []
        _give(desk, contact_id, begins, ends, now)
        if in_return is not None:
            first = next((one.person.contact_id for one in before if one.person.contact_id), None)
            if first is None:
                raise Refused(
                    "nobody", gettext("Nobody has duty at the first of these times, so there is nothing to swap.")
                )
            _give(desk, first, *in_return, now)
        after = {"contact": contact_id, "begins": begins.isoformat(), "ends": ends.isoformat()}
        _note(desk, "swap_duty" if in_return else "give_duty", {}, after, actor, now)


def _give(desk: Desk, contact_id: int, begins: datetime, ends: datetime, now: datetime) -> None:
    if ends <= begins:
        raise Refused("order", gettext("Duty ends after it begins; one across midnight ends on the next day."))
    if ends <= now:
        raise Refused("past", gettext("This time is over. Choose one that is still to come."))
    begins = max(begins, now)
    if ends - begins > LONGEST_SWAP:
        raise Refused("too_long", gettext("Give away at most two weeks at once; for longer, change the rota."))
    contact = Contact.objects.filter(pk=contact_id, desk=desk, ended_at=None).first()
    if contact is None:
        raise Refused("stranger", gettext("Choose people of this desk only. Add somebody as a contact first."))
    _make_room(desk, begins, ends, now)
    shift = DutyShift.objects.create(desk=desk, contact=contact, starts_at=begins, ends_at=ends)
    if any(one.away for one in duty_of(desk, begins, ends)):
        shift.delete()
        raise Refused(
            "away", gettext("%(name)s is on leave then. Choose somebody who is there.") % {"name": contact.name}
        )


def _make_room(desk: Desk, begins: datetime, ends: datetime, now: datetime) -> None:
    """Take away single shifts that lie within this time, and end one that runs; one that juts out of it is refused."""
    there = DutyShift.objects.filter(desk=desk, starts_at__lt=ends, ends_at__gt=begins)
    running = there.filter(starts_at__lt=now, ends_at__lte=ends) if begins == now else there.none()
    within = there.filter(starts_at__gte=begins, ends_at__lte=ends)
    if there.count() > within.count() + running.count():
        raise Refused("taken", gettext("A part of this time was given away already. Choose the same hours, or others."))
    within.delete()
    running.update(ends_at=now)


def _shift(one: Turn, zone: str) -> Shift:
    try:
        days = (one.last_day - one.first_day).days
        return turn(str(one.contact_id), one.first_day, one.begins, days, one.ends, zone, one.every_weeks, one.until)
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
    gaps = gaps_of_plan(desk, shifts, since, until) if since < until else []
    if gaps:
        language = get_language() or "en"
        first, last = (times.moment_in_words(edge, zone, now, language) for edge in gaps[0])
        raise Refused(
            "gap",
            gettext(
                "Nobody would have duty from %(first)s to %(last)s (office's clock). Close this gap; nothing was saved."
            )
            % {"first": first, "last": last},
        )


def _note(desk: Desk, act: str, before: dict, after: dict, actor, now: datetime) -> None:
    Change.objects.create(
        kind="rota", row=desk.pk, desk=desk, act=act, before=before, after=after, by_id=actor.user_id, at=now
    )
    append_entry(stream=f"desk:{desk.pk}", act=act, actor=actor.label, at=now, facts=after)
