"""The checklist of a case: a line for each paper that one side asked the other for."""

from django.db import models

from landsea.phrases.models.asked import SIDES


class LineState(models.TextChoices):
    """What is known of a paper. Held: the other side has it, and has not sent it yet."""

    ASKED = "asked"
    HELD = "held"
    PROMISED = "promised"
    HERE = "here"
    NONE = "none"


SETTLED = (LineState.HERE, LineState.NONE)


class PaperLine(models.Model):
    """One paper, asked for by `ask`, or named as needed by an answer to it. `owed_by` is the side that is to bring it."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="paper_lines")
    ask = models.ForeignKey("phrases.CaseAsk", on_delete=models.CASCADE, related_name="lines")
    paper = models.CharField(max_length=30, help_text="code of the book's list of papers")
    owed_by = models.CharField(max_length=12, choices=SIDES)
    state = models.CharField(max_length=10, choices=LineState.choices, default=LineState.ASKED)
    day = models.DateField(null=True, help_text="by when it is promised")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ask", "paper"], name="one_line_a_paper")]

    def __str__(self) -> str:
        return f"{self.paper} for case {self.case_id}"
