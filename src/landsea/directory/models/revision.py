"""The number of the directory's present state: it goes up with every change of what processes keep
(competences, desks in service, topics), so that each knows when it is old."""

import uuid

from django.db import models


class Revision(models.Model):
    """One row, id 1. `mark` is new with each number: a restored database can reach a number again, never a mark."""

    number = models.BigIntegerField(default=0)
    mark = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.number)
