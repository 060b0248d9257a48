"""The states in which goods may be, where measures and questions tell them apart."""

CONDITIONS = ("new", "used", "waste")
"""A code does not tell them: an invoice for 8703 may be for new cars or for used ones."""
