"""Keys with which a program acts for a person. The database holds a key's digest: a stolen copy of it opens nothing."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models


class AccessKey(models.Model):
    """A key of one person, for one program. It may do what the person may, and of that only what its scopes name.

    `by_second_factor`: whether it was made in a session with a second factor. Whoever must use one cannot act by a key that
    was made without.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80, help_text="what the person calls the program")
    digest = models.CharField(max_length=64, unique=True)
    beginning = models.CharField(max_length=12, help_text="its first characters, by which the person knows it again")
    scopes = ArrayField(models.CharField(max_length=30))
    by_second_factor = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"key {self.pk} of user {self.user_id}"

    @property
    def text_id(self) -> str:
        """Its number as text, for the names of a page's parts."""
        return str(self.pk)
