"""What a text says in another language. Found by the text itself, so that no translation outlives what it translates."""

import hashlib

from django.conf import settings
from django.db import models


def compute_digest(text: str) -> str:
    """Return by what a text is known here."""
    return hashlib.sha256(text.strip().encode()).hexdigest()


class TextTranslation(models.Model):
    """One thing in one language. `kind` and `key` name the thing ("message" 12), `digest` its words as they were translated:
    when they change, this is shown no more. Either `program` or a person wrote it; `office` is whom that person spoke for.
    Several people may have said it in one language, each once: who was first is shown first. `by_filer`: whoever filed the
    case wrote it, by the secret link; a row without a person and without that is of somebody whose account is gone.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    source = models.CharField(max_length=10, help_text="language of the original, as rows have it: zh")
    language = models.CharField(max_length=10)
    text = models.TextField(max_length=12000)
    program = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_filer = models.BooleanField(default=False, db_default=False)
    office = models.ForeignKey("directory.Office", null=True, on_delete=models.SET_NULL, related_name="+")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key", "language", "by"],
                condition=models.Q(program=""),
                name="translation_once_a_person",
            ),
            models.UniqueConstraint(
                fields=["kind", "key", "language"], condition=models.Q(by_filer=True), name="translation_once_by_filer"
            ),
            models.UniqueConstraint(
                fields=["kind", "key", "language"], condition=~models.Q(program=""), name="translation_once_by_program"
            ),
        ]
        indexes = [
            models.Index(fields=["digest", "language"], name="translation_of_words"),
            models.Index(fields=["kind", "key"], name="translation_of_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} in {self.language}"
