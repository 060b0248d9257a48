"""The words of a case, folded and cut as search looks for them. A copy that can be thrown away and made again.

Whoever may see a case is decided by the cases app alone, at the moment of asking; this table knows nothing of it.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func


class CaseWords(models.Model):
    """What one case can be found by: the distinct folded words of its number, title, text, place and goods.

    `version` is the case's at the time of reading; `read_at` that time: what was blacked out later must not be found.
    """

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, primary_key=True, related_name="words")
    words = ArrayField(models.TextField())
    version = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        indexes = [GinIndex(Func(F("words"), function="array_to_tsvector"), name="search_case_words")]

    def __str__(self) -> str:
        return f"words of case {self.case_id}"
