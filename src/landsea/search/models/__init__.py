"""Tables of search."""

from landsea.search.models.words import CaseWords

__all__ = ["CaseWords"]
