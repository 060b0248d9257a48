"""Measures for people: pages, checklists, subscriptions, feeds, and the editors' way to a published rule."""
