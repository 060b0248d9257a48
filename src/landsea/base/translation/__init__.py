"""Texts in several languages: finding them in the sources, keeping and checking their catalogues."""
