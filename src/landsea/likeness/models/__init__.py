"""Tables of likeness."""

from landsea.likeness.models.vectors import CaseVector, TextKind, TextVector

__all__ = ["CaseVector", "TextKind", "TextVector"]
