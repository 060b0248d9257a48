"""Barriers: the parents of equal cases, shown to the public with what is being done about them."""
