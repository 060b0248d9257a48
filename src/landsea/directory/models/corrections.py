"""What readers of the directory say is wrong in it."""

from django.db import models


class CorrectionSuggestion(models.Model):
    """One reader's words about one desk, for the coordinator. Never shown to the public."""

    desk = models.ForeignKey("directory.Desk", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField()
    email = models.EmailField(blank=True, help_text="for asking back, if the reader left one")
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    form_key = models.UUIDField(unique=True, help_text="the same form twice is one suggestion")
    suggested_at = models.DateTimeField(db_index=True)
    handled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.desk_id} {self.suggested_at:%Y-%m-%d}"
