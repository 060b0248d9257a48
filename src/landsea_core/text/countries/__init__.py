"""Countries: which ones a text names, and in which of them the trouble seems to be."""
