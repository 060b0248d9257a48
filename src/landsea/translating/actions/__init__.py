"""The writes of translations, one act a file."""
