"""docs/privacy.md names every table with a personal field, and names none that is not there."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

from landsea.accounts.models import User
from landsea.base.personal_data import KEPT

ROOT = Path(__file__).resolve().parents[4]
PAGE = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
PERSONAL = {
    "email",
    "name",
    "names",
    "phone",
    "duty_phone",
    "contact_name",
    "address",
    "remote",
    "sender",
    "envelope_sender",
}
PERSONAL |= {"party", "firm", "peer", "person"}
REACHED_BY = {"email", "phone", "duty_phone", "remote"}
THINGS_WITH_NAMES: set[str] = set()
"""What has a name and is no person."""


def ours() -> dict[str, type[models.Model]]:
    """All tables of the platform, by their labels, and those of libraries that a room keeps about people."""
    found, kept = apps.get_models(), {table.model for table in KEPT}
    return {
        model._meta.label: model
        for model in found
        if model.__module__.startswith("landsea.") or model._meta.label in kept
    }


def personal_fields(model: type[models.Model]) -> set[str]:
    """The fields by which a row tells of a person: addresses, names, or which account did it."""
    found = set()
    for one in model._meta.fields:
        is_text = isinstance(one, models.CharField | models.TextField)
        if isinstance(one, models.EmailField) or one.related_model is User or is_text and one.name in PERSONAL:
            found.add(one.name)
    return found


def named_on_page() -> set[str]:
    return set(re.findall(r"`([a-z_]+\.[A-Z]\w+)`", PAGE))


def test_every_table_with_a_personal_field_is_named():
    wanted = {label for label, model in ours().items() if personal_fields(model)} - THINGS_WITH_NAMES
    missing = sorted(wanted - named_on_page())
    assert not missing, f"say in docs/privacy.md what is kept in: {missing}"


def test_every_table_that_is_named_is_there():
    assert named_on_page() <= set(ours())


def test_whoever_can_be_reached_by_a_row_can_have_it_erased():
    """An address or a telephone is in a description, or in the table of rows that go with another one."""
    described = {table.model for table in KEPT}
    goes_with = set(re.findall(r"^\| `([\w.]+)` \|[^|]*\|[^|]*\|$", PAGE, re.M))
    left = [
        label
        for label, model in ours().items()
        if {one.name for one in model._meta.fields} & REACHED_BY
        and label not in described | goes_with | THINGS_WITH_NAMES
    ]
    assert not left, f"describe these in their room's personal_tables: {left}"


def test_every_description_is_in_the_table_with_its_months():
    from landsea.privacy.periods import load_periods

    months = {period.kind: period.months for period in load_periods() if period.country == "*"}
    for table in KEPT:
        row = re.search(rf"^\| `{re.escape(table.model)}` \|.*$", PAGE, re.M)
        assert row, table.model
        assert row.group().split("|")[5].strip() == str(months.get(table.kind, "-")), table.model
