"""What the observers of a country have: its page, a month of it, a line of theirs on the agenda of a coming dialogue."""

from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.dialogues.actions.country_lines import put_country_line
from landsea.dialogues.models import Dialogue
from landsea.dialogues.tests.making import dialogue_with_chairs

OBSERVED = {"country": "VN"}


def make(world, now: datetime) -> dict:
    """Put a line on the agenda of a dialogue of its own."""
    dialogue = dialogue_with_chairs(world, now, days=30)
    line = put_country_line(
        world.actor("observer"), **OBSERVED, dialogue_id=dialogue.pk, words="Opening hours", now=now
    )
    return {
        "country": OBSERVED,
        "country_month": OBSERVED | {"year": now.year, "month": now.month},
        "country_line": OBSERVED | {TYPED: {"words": "Fees", "dialogue": dialogue.pk}},
        "country_line_off": OBSERVED | {"item_id": line.pk},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """A line at one more coming dialogue."""
    dialogue = Dialogue.objects.exclude(agenda__country="VN").filter(state="planned", ends_at__gt=now).first()
    dialogue = dialogue or dialogue_with_chairs(world, now, days=40 + number)
    put_country_line(world.actor("observer"), **OBSERVED, dialogue_id=dialogue.pk, words=f"Fees {number}", now=now)
