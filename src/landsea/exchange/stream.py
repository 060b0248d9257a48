"""Audit streams of the board."""


def name_listing_stream(listing_id: int) -> str:
    """Return the name of the chain that an entry's acts, its reports and registrations stand in."""
    return f"listing:{listing_id}"


def name_introduction_stream(introduction_id: int) -> str:
    """Return the name of the chain that an introduction's acts stand in."""
    return f"introduction:{introduction_id}"
