"""What each phone book held when somebody last asked, so that a program can be told what changed since it asked itself.

The cards themselves are made from the directory at each request; here stand only their names and digests.
"""

import uuid

from django.db import models


class Book(models.Model):
    """One book (a topic and a country) as it is for one kind of reader, in one language. `number` counts its states."""

    audience = models.CharField(max_length=10, help_text="public, or people: those who may see contacts")
    language = models.CharField(max_length=10)
    code = models.CharField(max_length=60)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "language", "code"], name="one_book")]

    def __str__(self) -> str:
        return f"{self.code} for {self.audience} in {self.language}"


class BookState(models.Model):
    """A state that a book was in. `mark` is what programs keep: a restored database reaches a number again, never a mark."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="states")
    number = models.PositiveIntegerField()
    mark = models.UUIDField(unique=True, default=uuid.uuid4)
    since = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_state")]

    def __str__(self) -> str:
        return f"{self.book_id} {self.number}"


class ListedCard(models.Model):
    """A card that a book holds, or held until lately. `number` is that of the state in which it came, changed or went."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="cards")
    uid = models.CharField(max_length=36)
    digest = models.CharField(max_length=32, help_text="of what it says")
    number = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
    is_gone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "uid"], name="listed_once")]

    def __str__(self) -> str:
        return f"{self.uid} in {self.book_id}"
