"""What one network spent of a limit in the window that runs."""

from django.db import models


class Spending(models.Model):
    """One limit and one network. The row is written anew when its window has ended; a sweeper takes old ones away."""

    key = models.CharField(max_length=120, primary_key=True, help_text="what is limited, and a digest of the network")
    count = models.IntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key
