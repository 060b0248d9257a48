"""Words that coordinators lay over the lexicon files. Rows are never deleted: a word that was in force was in force."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from landsea_core.text.lexicon.added_words import (
    EDITABLE,
    GOODS_KEEP,
    KEEPING,
    LANGUAGES,
    LONGEST,
    LONGEST_FOLDED,
)


class WordState(models.TextChoices):
    """A draft is only looked at; what is in force is read with; what was taken back is history."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    TAKEN_BACK = "taken_back"


class WordEntry(models.Model):
    """One term for one value in one language; see `landsea_core.text.lexicon.added_words`.

    `folded` is the term as it is matched, `keep` how goods bear waiting.
    """

    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in EDITABLE])
    value = models.CharField(max_length=40, blank=True)
    lang = models.CharField(max_length=3, choices=[(lang, lang) for lang in LANGUAGES])
    term = models.CharField(max_length=LONGEST)
    folded = models.CharField(max_length=LONGEST_FOLDED)
    weight = models.FloatField()
    keep = models.CharField(max_length=10, choices=[(keep, keep) for keep in GOODS_KEEP], default=KEEPING, blank=True)
    why = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=WordState.choices, default=WordState.DRAFT)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField()
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    put_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value", "lang", "folded"], name="one_word_in_force", condition=Q(state="in_force")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} ({self.lang}): {self.kind} {self.value} {self.weight:+g}"
