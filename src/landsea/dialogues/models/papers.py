"""Papers with their versions, and consultations in writing."""

from django.db import models

from landsea.base.files.models import StoredFile


class Paper(models.Model):
    """A paper of a dialogue; its words are in its versions."""

    dialogue = models.ForeignKey("dialogues.Dialogue", on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=200)
    country = models.CharField(max_length=2, blank=True, help_text="who brought it; empty for the secretariat")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.title


class PaperVersion(models.Model):
    """One version of a paper; never changed, a further one follows."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    body = models.TextField()
    language = models.CharField(max_length=10, blank=True)
    what_changed = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"version {self.number} of paper {self.paper_id}"


class PaperFile(StoredFile):
    """A file that goes with one version of a paper, as a delegation made it."""

    version = models.ForeignKey(PaperVersion, on_delete=models.CASCADE, related_name="files")


class Consultation(models.Model):
    """A question put to the parties in writing, between two meetings or instead of one."""

    dialogue = models.ForeignKey("dialogues.Dialogue", on_delete=models.CASCADE, related_name="consultations")
    question = models.TextField()
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    opened_by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"consultation {self.pk}"


class ConsultationAnswer(models.Model):
    """What a country says; its last word counts until the end, earlier ones stand in the audit."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="answers")
    country = models.CharField(max_length=2)
    position = models.CharField(max_length=20)
    comment = models.CharField(max_length=2000, blank=True)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["consultation", "country"], name="country_answers_once")]

    def __str__(self) -> str:
        return f"{self.country} {self.position}"
