"""Places: terminals, ports, airports, border posts (each side apart), cities."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from landsea.directory.models.fact import Fact, Lasting
from landsea.directory.models.names import name_index


class Place(Fact, Lasting):
    """A point of the corridor with a stable code; `within` is the city that a terminal belongs to."""

    code = models.CharField(max_length=12, primary_key=True)
    code_sure = models.BooleanField(default=False, help_text="the code is a UN/LOCODE, not one of ours")
    country = models.CharField(max_length=2, db_index=True)
    kind = models.CharField(max_length=30)
    names = models.JSONField(default=dict)
    other_names = models.JSONField(default=dict, help_text="language -> further names people write")
    within = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    position = models.CharField(max_length=20, blank=True, help_text="how sure the position is")
    time_zone = models.CharField(max_length=60)
    name_tokens = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [name_index("place_names")]

    def __str__(self) -> str:
        return f"{self.names.get('en', self.code)} ({self.code})"
