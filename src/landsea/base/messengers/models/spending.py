"""What a day's SMS and calls have cost, in the operator's own small unit of money."""

from django.db import models


class DaySpent(models.Model):
    """One day (of UTC) of this installation: how many were sent, and what they cost by the operator's own prices."""

    day = models.DateField(primary_key=True)
    count = models.PositiveIntegerField(default=0)
    cost = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.cost}"
