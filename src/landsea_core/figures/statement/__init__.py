"""Statements and paragraphs, recomputed: what they say with figures, and where the figures do not fit."""

from landsea_core.figures.statement.check import Checked, check_statement

__all__ = ["Checked", "check_statement"]
