"""A country seen by its observers."""
