"""Places: terminals, ports, airports, border posts (each side apart), cities; and every state that each went through."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from landsea.directory.models.fact import Fact, How, Lasting, Seeded
from landsea.directory.models.names import name_index


class Place(Fact, Lasting, Seeded):
    """A point of the corridor with a stable code; `within` is the city that a terminal belongs to.

    This table is the one truth about places: for filing, routing, barriers, search, trips and plans alike.
    """

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
    note = models.CharField(max_length=500, blank=True)
    name_tokens = ArrayField(models.TextField(), default=list)

    class Meta:
        indexes = [name_index("place_names")]

    def __str__(self) -> str:
        return f"{self.names.get('en', self.code)} ({self.code})"

    @property
    def all_names(self) -> tuple[str, ...]:
        """Its names in every language, and after them the further names that people write."""
        return (*self.names.values(), *(name for group in self.other_names.values() for name in group))

    @property
    def is_on_record(self) -> bool:
        """Whether the file or people here keep it; what neither does stays in the table for what points to it."""
        return self.seed is not None or self.entered_here


class PlaceVersion(models.Model):
    """A place before and after a change, as rows of places.jsonl with source, grade and day; empty: there was, or is, none.

    Who (`by`, empty: the file was renewed), when and why. Never changed.
    """

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    how = models.CharField(max_length=10, choices=How.choices)
    why = models.CharField(max_length=300)
    by = models.ForeignKey("accounts.User", null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    follows_seed = models.BooleanField(default=False, help_text="what counts afterwards is the file's row")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["place", "number"], name="one_place_version")]

    def __str__(self) -> str:
        return f"{self.place_id} version {self.number}"
