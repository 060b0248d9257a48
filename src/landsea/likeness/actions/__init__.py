"""The only writes of likeness."""
