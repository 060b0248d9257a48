"""Figures: series, observations, contradictions, statements recomputed, open data, the mechanism's own figures."""
