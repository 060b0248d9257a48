"""A plan that a program asked for and fetches later: the question, and the answer once there is one."""

from django.db import models


class OrderedPlan(models.Model):
    """One question for ways. Whoever has the secret of its address may fetch the answer; after a day it is forgotten."""

    digest = models.CharField(max_length=64, unique=True, help_text="of the secret in the address")
    question = models.TextField(help_text="as the address of the plan page writes it")
    language = models.CharField(max_length=10)
    answer = models.JSONField(null=True)
    ordered_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"plan {self.pk}"
