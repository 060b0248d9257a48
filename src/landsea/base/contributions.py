"""How a room above adds something to a room below without being imported by it.

The room below names a `Slot` and says what it takes; rooms above put theirs in when Django starts (`AppConfig.ready`).
The order is the number given, then the order of the installed apps, so that a page looks the same in every process.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar

Given = TypeVar("Given")


class Slot(Generic[Given]):
    """A place for contributions of one kind.

    >>> greetings: Slot[str] = Slot("what the page greets with")
    >>> greetings.put("good evening", order=2)
    >>> greetings.put("hello", order=1)
    >>> list(greetings)
    ['hello', 'good evening']
    """

    def __init__(self, purpose: str):
        self.purpose = purpose
        self._given: list[tuple[int, Given]] = []

    def put(self, given: Given, *, order: int = 100) -> None:
        """Add a contribution; the same one twice stays one."""
        if all(one != given for _, one in self._given):
            self._given.append((order, given))
            self._given.sort(key=lambda row: row[0])

    def __iter__(self) -> Iterator[Given]:
        return (given for _, given in self._given)
