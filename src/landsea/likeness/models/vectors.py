"""Vectors of texts: copies that can be thrown away and made again. No word of a text is in them.

`model` says what a vector depends on (embedder, trained model, centres, lexicons): different ones are never compared.
`digest` is of the text that was read, so that nothing is read twice. A text without words has no vector. Who may see a case
is decided by the cases app alone, at the moment of asking.
"""

from django.db import models
from pgvector.django import HalfVectorField, HnswIndex

from landsea_core.likeness import DIMENSIONS


class CaseVector(models.Model):
    """The vector of one case. `version` is the case's; what was blacked out after `read_at` is not used."""

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, primary_key=True, related_name="likeness")
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True)
    model = models.CharField(max_length=24)
    digest = models.CharField(max_length=64)
    version = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        indexes = [
            HnswIndex(
                name="likeness_case_nearest", fields=["vector"], m=16, ef_construction=64, opclasses=["halfvec_ip_ops"]
            )
        ]

    def __str__(self) -> str:
        return f"vector of case {self.case_id}"


class TextKind(models.TextChoices):
    """Whose public words were read."""

    MEASURE = "measure"
    EXPERIENCE = "experience"
    BARRIER = "barrier"
    DESK = "desk"


class TextVector(models.Model):
    """The vector of one public text in one language; `key` is its number or code among its kind."""

    kind = models.CharField(max_length=10, choices=TextKind.choices)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=10, blank=True)
    vector = HalfVectorField(dimensions=DIMENSIONS, null=True)
    model = models.CharField(max_length=24)
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key", "language"], name="likeness_text_once")]

    def __str__(self) -> str:
        return f"vector of {self.kind} {self.key} in {self.language or '?'}"
