"""What people changed of what was read from a filer's words: evidence about the reader, only ever added; and which words
are still to be read for it.

Corrections hold codes and no words, and no name: who is a role. They go when their case goes.
"""

from django.db import models

from landsea_core.text.quality.corrections import KINDS


class Who(models.TextChoices):
    """In which role somebody changed a value."""

    FILER = "filer"
    ASSOCIATION = "association"
    DESK = "desk"
    COORDINATOR = "coordinator"


class ReadingCorrection(models.Model):
    """One value that was read or stood on the case, and what a person made of it. `confidence` is the reader's, None when the
    value was not read. `lexicon` and `model` are the versions that read the words.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="reading_corrections")
    at = models.DateTimeField()
    who = models.CharField(max_length=12, choices=Who.choices)
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KINDS])
    before = models.CharField(max_length=40, blank=True, help_text="empty: nothing was read")
    after = models.CharField(max_length=40, blank=True, help_text="empty: none of what was suggested")
    confidence = models.FloatField(null=True)
    lexicon = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "before", "after"], name="reading_correction_group")]

    def __str__(self) -> str:
        return f"{self.kind} of case {self.case_id}: {self.before or '-'} to {self.after or '-'}"


class WordsToRead(models.Model):
    """A filed case whose words are still to be read for evidence, with what its filer chose beside them: the fields of the
    form that decide (`understanding.suggestions`). Written with the case and gone once they are read (`actions/read_filed.py`).
    """

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, primary_key=True, related_name="words_to_read")
    chosen = models.JSONField()

    def __str__(self) -> str:
        return f"words of case {self.case_id}"
