"""Tables of experiences."""

from landsea.experiences.models.experience import Basis, Experience, Kind, Opinion, State, Wording

__all__ = ["Basis", "Experience", "Kind", "Opinion", "State", "Wording"]
