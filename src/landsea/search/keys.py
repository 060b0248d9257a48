"""Which keys of `CaseWords` somebody may ask for. `list_visible_cases` says who sees a case; a test keeps both alike."""

from landsea.base.actors import Actor


def list_keys(actor: Actor) -> list[str]:
    """Return the keys of which a case that this actor may see has one. Whoever sees all cases, or one by its secret link,
    needs none.
    """
    return [
        *(f"desk:{desk}" for desk in sorted(actor.desks)),
        *(f"association:{office}" for office in sorted(actor.associations)),
        *(f"observers:{country}" for country in sorted(actor.observed_countries)),
    ]


def make_key_of_country(country: str) -> str:
    """Return the key of cases whose trouble is in this country (two letters)."""
    return f"country:{country}"
