"""Figures: reading them, recomputing statements, finding contradictions, hiding small cells. No Django, no clock."""
