"""The network to take away: every form, with licence and day, and with what editors changed."""

import csv
import io
import json

import pytest
from django.urls import reverse

from landsea.base.actors import Actor
from landsea.corridor import access, access_editing
from landsea.corridor.actions.edit_network import Wanted, save_rows
from landsea.corridor.network_files import find_reference_folder
from landsea.corridor.views.open_data import FORMS

from .conftest import NOW

pytestmark = pytest.mark.django_db


def table(client, form: str) -> list[dict[str, str]]:
    """A form as rows."""
    return list(csv.DictReader(io.StringIO(client.get(reverse("network_data", args=[form])).content.decode())))


def test_the_page_names_every_form_its_licence_and_its_day(client):
    """Each link leads somewhere; the day is that on which the last service was checked."""
    day = max(
        json.loads(line)["checked"]
        for line in (find_reference_folder() / "network" / "services.jsonl").open(encoding="utf-8")
    )
    text = client.get(reverse("network_open_data")).content.decode()
    assert "CC-BY-4.0" in text and day in text
    for form in FORMS:
        address = reverse("network_data", args=[form])
        assert address in text and client.get(address).status_code == 200


def test_tables_hold_every_row_with_its_source(client):
    """As many lines as rows on record; numbers stay numbers, Timor's southern latitudes too."""
    for kind, form in (
        ("services", "csv"),
        ("places", "places.csv"),
        ("procedures", "procedures.csv"),
        ("prices", "prices.csv"),
    ):
        rows = table(client, form)
        assert len(rows) == len(access_editing.list_rows(kind))
        assert all(row["source"] and row["grade"] and row["checked"] for row in rows)
    assert any(float(row["lat"]) < 0 for row in table(client, "places.csv"))
    assert {row["service"] for row in table(client, "calls.csv")} == {
        one.id for one in access.find_current_network().services.values() if one.kind == "line"
    }


def test_what_editors_change_goes_out_and_no_formula_does(client):
    """A name that a spreadsheet would compute is made harmless."""
    row = access_editing.find_row_now("services", "A001").row
    changed = {**row, "name": "=HYPERLINK(1)"}
    save_rows([Wanted("services", "A001", changed, 0)], why="x", actor=Actor(is_coordinator=True), now=NOW)
    assert [one["name"] for one in table(client, "csv") if one["id"] == "A001"] == ["'=HYPERLINK(1)"]


def test_the_map_says_where_it_is_from(client):
    """Licence and day stand in the file itself."""
    shapes = json.loads(client.get(reverse("network_data", args=["geojson"])).content)
    assert shapes["licence"] == "CC-BY-4.0" and shapes["checked"] >= "2026-11-25"
