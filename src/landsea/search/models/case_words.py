"""The words of a case, folded and cut as search looks for them. A copy that can be thrown away and made again.

Beside them stand the case's keys: what a search may ask besides words, so that one index answers both. They are a copy too,
kept by the database in the transaction that changes the case (`migrations/0002_keys.py`). Who may see a case is decided by the
cases app alone: whatever the keys let through is asked of it again before it is counted or shown.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class CaseWords(models.Model):
    """What one case can be found by: the distinct folded words of its number, title, text, place and goods.

    `keys` are `desk:7` for each desk that is accountable or consulted, `association:7`, `observers:VN` for a named case of a
    filer there, and `country:CN` for where the trouble is (`landsea.search.keys`). `version` is the case's at the time of
    reading; `read_at` that time: what was blacked out later must not be found.
    """

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, primary_key=True, related_name="words")
    words = SearchVectorField()
    keys = ArrayField(models.TextField(), db_default=[], help_text="written by the database alone")
    version = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        indexes = [GinIndex(fields=["words", "keys"], name="search_case_words_keys")]

    def __str__(self) -> str:
        return f"words of case {self.case_id}"
