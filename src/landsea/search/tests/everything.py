"""What the searches of `queries/` are made on: the whole reference as an installation has it, and one thing each of what people
write here: a dialogue, a promise, a disruption, an experience.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.core.management import call_command

from landsea.corridor.models import Disruption
from landsea.dialogues.models import ActionItem, Dialogue, MinuteLine
from landsea.directory.models import Desk
from landsea.experiences.models import Experience, Wording
from landsea_core.text import split_into_words

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
QUERIES = Path(__file__).with_name("queries")
BANANAS = (
    "Health certificate of bananas refused because of the stamp",
    "The post did not accept our bananas: the stamp on the health certificate was not among its specimens.",
    "The ministry sent a specimen of the new stamp; since then certificates are accepted.",
)


def load_the_rest() -> dict[str, str]:
    """Load what the fixtures of directory and measures leave, and return the keys of what people wrote by the names that
    `queries/` uses.
    """
    call_command("load_exchange", verbosity=0)
    call_command("load_figures", verbosity=0)
    return write_four()


def write_four() -> dict[str, str]:
    """Write a dialogue, a promise made at it, a disruption and an experience."""
    titles = {"en": "Dialogue on the clearance of fresh fruit", "zh-hans": "新鲜水果通关对话会"}
    begins = NOW + timedelta(days=9)
    dialogue = Dialogue.objects.create(
        kind="meeting",
        titles=titles,
        starts_at=begins,
        ends_at=begins + timedelta(hours=2),
        time_zone="Asia/Shanghai",
        where="Room 3, Jinghong",
        created_at=NOW,
    )
    line = MinuteLine.objects.create(
        dialogue=dialogue, position=1, kind="decision", text="A second lane is opened at Mohan.", written_at=NOW
    )
    promise = ActionItem.objects.create(
        line=line,
        what="Open a second lane for fruit at Mohan",
        owner=Desk.objects.get(code="cn-mohan-customs.clearance")
        if Desk.objects.filter(code="cn-mohan-customs.clearance").exists()
        else Desk.objects.filter(retired_at=None, office__country="CN").first(),
        due=date(2027, 1, 31),
        success="Lorries with fruit wait less than six hours",
        agreed_at=NOW,
    )
    flood = Disruption.objects.create(
        place="LABOT",
        since=date(2026, 11, 18),
        says="Flood on the road before Boten: no lorries since the 18th.",
        source="Department of Public Works of Luang Namtha",
        created_at=NOW,
    )
    answer = Experience.objects.create(
        kind="practice",
        state="published",
        language="en",
        matter="certificate_rejected",
        topic="sps_tbt",
        country="CN",
        hs="080390",
        basis="own",
        created_at=NOW,
        published_at=NOW,
    )
    title, question, said = BANANAS
    words = split_into_words(" ".join(BANANAS))
    Wording.objects.create(
        experience=answer, language="en", title=title, question=question, answer=said, words=words, changed_at=NOW
    )
    return {
        "dialogue:fruit-clearance": f"dialogues:{dialogue.pk}",
        "promise:second-lane": f"promises:{promise.pk}",
        "disruption:flood-boten": f"disruptions:disruption-{flood.pk}",
        "experience:banana-stamp": f"experiences:{answer.pk}",
    }
