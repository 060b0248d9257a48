"""In which of the book's ten languages somebody reads phrases, where they chose one: there are more of them than languages of
pages."""

from django.db import models
from django.db.models import Q


class PhraseLanguage(models.Model):
    """The choice of the filer of one case, or of one account for all cases."""

    case = models.OneToOneField("cases.Case", null=True, on_delete=models.CASCADE, related_name="phrase_language")
    user = models.OneToOneField("accounts.User", null=True, on_delete=models.CASCADE, related_name="phrase_language")
    language = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="phrase_language_of_one",
                condition=Q(case=None, user__isnull=False) | Q(case__isnull=False, user=None),
            )
        ]

    def __str__(self) -> str:
        return f"phrases in {self.language}"
