"""Writes the directory's values into the cells of a spreadsheet, so that `cells` reads the same values back."""

from landsea.directory.reference_mapping import COMPETENCE_COLUMNS
from landsea.directory.sheets.cells import DAY_NAMES, NAME_LANGUAGES


def make_office_cells(office) -> dict[str, str]:
    """Return an office as the cells of its row."""
    return {
        "code": office.code,
        "country": office.country,
        "kind": office.kind,
        **name_cells(office.names),
        "parent": office.parent.code if office.parent else "",
        "place": office.place_id or "",
        "seat": office.seat,
        "website": office.website,
        "languages": " ".join(office.languages),
        "time_zone": office.time_zone,
        "weekend": " ".join(DAY_NAMES[day] for day in office.weekend),
        "hours": " ".join(f"{opens}-{closes}" for opens, closes in office.hours),
        "closing_days": " ".join(day.isoformat() for day in office.closing_days),
    }


def make_desk_cells(desk) -> dict[str, str]:
    """Return a desk, with its competences loaded, as the cells of its row."""
    rows = sorted(tuple(getattr(one, column) for column in COMPETENCE_COLUMNS) for one in desk.competences.all())
    return {
        "code": desk.code,
        "office": desk.office.code,
        **name_cells(desk.names),
        "competences": "; ".join("|".join(row).rstrip("|") or "|" for row in rows),
    }


def make_contact_cells(contact) -> dict[str, str]:
    """Return a contact as the cells of its row."""
    return {
        "desk": contact.desk.code,
        "name": contact.name,
        "email": contact.email,
        "phone": contact.phone,
        "duty_phone": contact.duty_phone,
        "part": contact.part,
        "languages": " ".join(contact.languages),
    }


def name_cells(names: dict) -> dict[str, str]:
    """Return names as the cells that the sheet has columns for."""
    return {f"name_{language}": names.get(language, "") for language in NAME_LANGUAGES}
