"""The network as rows: services, procedures, prices and all else in `data/reference/network`, every state of each kept.

A row keeps the form of its file, so that what is checked, edited, planned with and exported is one and the same. The files
are the seed, and what `landsea network export` writes. Places are rows of the directory.
"""

import uuid

from django.db import models

from landsea.corridor.models.editions import Edition
from landsea.directory.models.fact import Seeded

AT_THE_END = 2_000_000_000
"""The position of a row that stands in no file: after all others."""


class NetworkRow(Seeded):
    """A row by its kind and its key there (`landsea_core.planner.network.row_kinds`).

    `row` is what counts; empty: the row is on record no more, or not again. `position`: its line in the file.
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=40)
    position = models.PositiveIntegerField(default=AT_THE_END)
    row = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="corridor_one_network_row")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class RowVersion(models.Model):
    """A row before and after an edition, as it counted; empty: there was, or is, none. Never changed."""

    network_row = models.ForeignKey(NetworkRow, on_delete=models.PROTECT, related_name="versions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    follows_seed = models.BooleanField(default=False, help_text="what counts afterwards is the file's row")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["network_row", "number"], name="corridor_one_version")]

    def __str__(self) -> str:
        return f"{self.network_row} version {self.number}"


class NetworkRevision(models.Model):
    """The number of the network's present state, one row, id 1; without it the tables were never filled.

    `mark` is new with each number: a restored database can reach a number again, never a mark.
    """

    number = models.BigIntegerField(default=0)
    mark = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.number)
