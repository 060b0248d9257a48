"""What corrections teach: a correction to be judged, a word to be put in force."""

from datetime import datetime

from landsea.cases.models import ReadingCorrection
from landsea.teaching.actions.word_entries import write_word
from landsea.teaching.views.word_entries import ACTS
from landsea_core.text.quality.corrections import Change


def make(world, now: datetime) -> dict:
    """File a case whose matter was corrected; write a word."""
    reading = {"matter": ["laboratory", 0.7], "lexicon": "2", "model": "m"}
    change = Change("matter", "laboratory", "plant_health", 0.7)
    world.file(now=now, written_in="en", reading=reading, corrections=(change,))
    entry = write_word(
        world.actor("coordinator"),
        kind="matter",
        value="rail",
        lang="en",
        term="iron snake",
        weight=1.0,
        why="Heard at the gate.",
        now=now,
    )
    return {
        "teaching_judge": {"correction_id": ReadingCorrection.objects.latest("pk").pk},
        "teaching_word_act": [{"entry_id": entry.pk, "act": act} for act in ACTS],
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another corrected case of the same kind, one of another, another word."""
    reading = {"matter": ["laboratory", 0.7], "lexicon": "2", "model": "m"}
    pairs = (("laboratory", "plant_health"), ("declaration", "inspection"))
    for before, after in pairs:
        world.file(now=now, written_in="en", reading=reading, corrections=(Change("matter", before, after, 0.7),))
    about = {"kind": "matter", "value": "rail", "lang": "en", "weight": 1.0, "why": "Heard."}
    write_word(world.actor("coordinator"), term=f"iron snake {number}", now=now, **about)
