"""Editing the network on pages: a row as fields, its form, the words for both, and what a change would do."""
