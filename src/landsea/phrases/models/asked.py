"""An ask that was put on a case: which sentence of the book, with which values, by whom, and whether it still waits."""

from django.db import models
from django.db.models import Q

from landsea_core.caseflow import MessageKind, Side

SIDES = [(side.value, side.value) for side in (Side.FILER, Side.OFFICE)]
KINDS = [(kind.value, kind.value) for kind in (MessageKind.ALL, MessageKind.OFFICES)]


class CaseAsk(models.Model):
    """One ask. Its words, as they were sent, are those of `message`; code, version and values say it in every other language.

    `side` asks: the filer's is answered by an office and the other way round; one of kind "offices" by another desk. `desk` is
    the desk that asks, empty for a filer. It waits until `closed_at`, or until it is answered in own words.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="asks")
    message = models.OneToOneField("cases.Message", on_delete=models.CASCADE, related_name="ask")
    kind = models.CharField(max_length=10, choices=KINDS)
    side = models.CharField(max_length=12, choices=SIDES)
    desk = models.ForeignKey("directory.Desk", null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    book_version = models.PositiveSmallIntegerField(help_text="version of the sentence in the book")
    values = models.JSONField(
        default=dict, help_text="by the names of the slots, as landsea_core.phrasebook keeps them"
    )
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, help_text="answered, or overtaken by the end of the case")

    was_answered_freely = False
    """Read with the row by `access.list_asks`: somebody answered in own words (`own_words.py`)."""

    class Meta:
        indexes = [models.Index(fields=["case"], name="ask_that_waits", condition=Q(closed_at=None))]

    def __str__(self) -> str:
        return f"ask {self.code} on case {self.case_id}"

    @property
    def is_waiting(self) -> bool:
        """Whether it still waits, as far as the row was read for that."""
        return self.closed_at is None and not self.was_answered_freely
