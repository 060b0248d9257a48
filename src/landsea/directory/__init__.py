"""Offices, desks and people."""
