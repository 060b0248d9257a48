"""Experiences: solved cases and good practice as answers that others find, without the people they came from."""
