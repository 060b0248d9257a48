"""For whom a phone book is made: what they may see, and in which language. All who are alike share one state of a book."""

from dataclasses import dataclass

from landsea.base.actors import Actor
from landsea.base.ui.reader import find_ready_language
from landsea.directory import access

PUBLIC, PEOPLE = "public", "people"
NOBODY = Actor()


@dataclass(frozen=True)
class Reader:
    """Who reads: `audience` is `people` for those who may see contacts, else `public`; `actor` is asked for the right again
    whenever contacts are read.
    """

    actor: Actor
    language: str
    audience: str


def make_reader(actor: Actor, language: str) -> Reader:
    """Return the reader that this actor is; a language without pages of ours is English."""
    audience = PEOPLE if access.may_see_contacts(actor) else PUBLIC
    return Reader(actor, find_ready_language(language) or "en", audience)
