"""How desks and people are called where they are listed. A desk stands beside its office: many desks' names end (or begin)
with the name of their office, which then would stand there twice.
"""

from landsea.directory.models.names import name_in

BETWEEN = ",，·、:：–"


def name_without_office(name: str, office: str) -> str:
    """Return a desk's name without its office's, when it begins or ends with it; otherwise as it is.

    >>> name_beside("Food safety, Department of Agriculture", "Department of Agriculture")
    'Food safety'
    """
    if not office or name == office:
        return name
    before, after = name.removesuffix(office).rstrip(), name.removeprefix(office).lstrip()
    if before != name and before[-1:] in BETWEEN:
        return before.rstrip(BETWEEN).rstrip() or name
    if after != name and after[:1] in BETWEEN:
        return after.lstrip(BETWEEN).lstrip() or name
    return name


def name_desk(desk, language: str) -> tuple[str, str]:
    """Return a desk's name and its office's in a reader's language, the office's not repeated in the desk's.

    A desk may carry its office's name in another language than the reader's, so each of the office's names is looked for.
    """
    name, office = name_in(desk.names, language), name_in(desk.office.names, language)
    for known in {office, *desk.office.names.values()}:
        shorter = name_without_office(name, known)
        if shorter != name:
            return shorter, office
    return name, office


def list_person_choices(people) -> list[tuple[int, str]]:
    """Return people to choose from, each with the address of the account: names repeat."""
    return [(one.pk, f"{one.name} ({one.email})") for one in people]
