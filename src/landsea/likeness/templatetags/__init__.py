"""Template tags of likeness."""
