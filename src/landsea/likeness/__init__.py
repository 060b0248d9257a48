"""How alike texts are: their vectors, kept beside them, and what lies nearest to a text."""
