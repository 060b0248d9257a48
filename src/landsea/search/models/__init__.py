"""Tables of search."""

from landsea.search.models.case_words import CaseWords

__all__ = ["CaseWords"]
