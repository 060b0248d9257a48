"""Topics and the finer matters within them, with their plain names in the corridor's languages."""

from django.db import models

from landsea.directory.models.fact import Lasting


class Topic(Lasting):
    """A kind of problem, as the mechanism counts them."""

    code = models.CharField(max_length=40, primary_key=True)
    names = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.code


class Matter(Lasting):
    """The finer kind within a topic; `hint` says in plain words what belongs to it."""

    code = models.CharField(max_length=40, primary_key=True)
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="matters")
    names = models.JSONField(default=dict)
    hint = models.JSONField(default=dict)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["topic__position", "position"]

    def __str__(self) -> str:
        return self.code
