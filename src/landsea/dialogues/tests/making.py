"""What tests of dialogues share: a dialogue with a chair of each side, and a promise that came out of one."""

from datetime import timedelta

from landsea.dialogues.actions.convene import Plan, convene_dialogue
from landsea.dialogues.actions.minutes import open_minutes
from landsea.dialogues.actions.minutes_lines import Promised, agree_line, write_line
from landsea.dialogues.actions.promises import complete_promise
from landsea.dialogues.actions.seats import invite_country

DAY = timedelta(days=1)


def plan(now, *, days=7, **changes) -> Plan:
    """Return the plan of a meeting so many days ahead."""
    about = {
        "kind": "meeting",
        "titles": {"en": "Working meeting on plant health"},
        "starts_at": now + days * DAY,
        "ends_at": now + days * DAY + timedelta(hours=2),
        "time_zone": "Asia/Shanghai",
        "where": "Room 3",
        "languages": ("zh", "vi"),
    }
    return Plan(**about | changes)


def dialogue_with_chairs(world, now, *, days=7, **changes):
    """Return a planned dialogue chaired by the holder for China and by the officer of Viet Nam for ASEAN."""
    coordinator = world.actor("coordinator")
    dialogue = convene_dialogue(coordinator, plan(now, days=days, **changes), now=now)
    for part, country in (("holder", "CN"), ("other_holder", "VN")):
        user = world.people[part]
        invite_country(
            coordinator, dialogue.pk, country=country, name=user.name, email=user.email, role="chair", now=now
        )
    return dialogue


def hold(world, dialogue, at, parts=("holder", "other_holder")):
    """Open the minutes with these people present."""
    present = dialogue.seats.filter(user__in=[world.people[part] for part in parts]).values_list("pk", flat=True)
    return open_minutes(world.actor("holder"), dialogue.pk, set(present), now=at)


def promised(world, now, **changes) -> Promised:
    """Return a promise of the quarantine desk, due in sixty days."""
    about = {
        "what": "Publish which laboratories count",
        "owner": world.quarantine.code,
        "due": (now + 60 * DAY).date(),
        "success": "No case about laboratories for 30 days",
    }
    return Promised(**about | changes)


def agreed_line(world, dialogue, at, text="We publish the list.", **how):
    """Write a decision and let both chairs agree to it."""
    line = write_line(world.actor("holder"), dialogue.pk, "decision", text, now=at, **how)
    for part in ("holder", "other_holder"):
        line = agree_line(world.actor(part), line.pk, line.text, now=at)
    return line


def promise_for(world, barrier, *, now, done_at=None):
    """Return an agreed promise that shall end the barrier, made `now`; kept at `done_at`, if given."""
    dialogue = dialogue_with_chairs(world, now, days=0.01)
    hold(world, dialogue, now + timedelta(hours=1))
    line = agreed_line(world, dialogue, now, promised=promised(world, now, barrier_id=barrier.pk if barrier else None))
    if done_at:
        complete_promise(world.actor("holder"), line.action.pk, "The list is on the notice board.", now=done_at)
    return line.action
