"""Talks between the filer of a case and its desk: times are offered, one is agreed, both get it for their calendars."""
