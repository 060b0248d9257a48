"""Commands of the corridor that answer without Django and without a database."""
