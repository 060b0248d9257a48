"""Tables of experiences."""

from landsea.experiences.models.experience import Basis, Consent, Experience, Kind, Opinion, State, Wording

__all__ = ["Basis", "Consent", "Experience", "Kind", "Opinion", "State", "Wording"]
