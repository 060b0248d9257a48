"""Open data: valid for others' readers, equal after the round trip, small cells hidden in every file."""

import csv
import io
import json
import uuid

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from frictionless import Package, system

from landsea.figures import mechanism, open_data
from landsea.figures.actions.load_figures import FigureFault, load_figures
from landsea.figures.actions.rule import rule_on_contradiction
from landsea.figures.models import Observation, Printed, Ruling, Series
from landsea_core.figures import data_package

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def exported(figures, world, tmp_path):
    """A package with a ruling in it, written to a folder."""
    rule_on_contradiction(
        contradiction="growth:F113",
        verdict="error",
        words="One year's growth.",
        form_key=uuid.uuid4(),
        actor=world.actor("coordinator"),
        now=NOW,
    )
    open_data.export_package(tmp_path / "package", NOW)
    return tmp_path / "package"


def test_the_package_is_valid_for_frictionless(exported):
    with system.use_context(trusted=True):
        report = Package(str(exported / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])
    assert {task.name for task in report.tasks} == {resource.name for resource in data_package.RESOURCES}


def test_what_is_exported_is_equal_after_a_round_trip_into_an_empty_platform(exported, tmp_path):
    for model in (Ruling, Observation, Printed, Series):
        model.objects.all().delete()
    call_command("import_figures", exported, verbosity=0)
    open_data.export_package(tmp_path / "again", NOW)
    for resource in data_package.RESOURCES:
        name = f"{resource.name}.csv"
        assert (tmp_path / "again" / name).read_text() == (exported / name).read_text(), name
    assert Observation.objects.count() > 200
    assert Ruling.objects.get().words == "One year's growth."


def test_importing_twice_changes_nothing(exported):
    call_command("import_figures", exported, verbosity=0)
    call_command("import_figures", exported, verbosity=0)
    assert Ruling.objects.count() == 1


def test_a_package_without_a_column_is_refused_with_what_to_do(exported):
    path = exported / "observations.csv"
    path.write_text(path.read_text().replace("source", "sauce", 1))
    with pytest.raises(CommandError, match="has no column source"):
        call_command("import_figures", exported)


def test_the_files_have_stable_addresses_and_open_to_other_sites(client, figures):
    for name in ("series", "observations", "printed_figures", "rulings", "mechanism"):
        answer = client.get(f"/figures/data/{name}.csv")
        assert answer["Content-Type"].startswith("text/csv")
        assert answer["Access-Control-Allow-Origin"] == "*"
        rows = json.loads(client.get(f"/figures/data/{name}.json").content)
        assert len(rows) == len(list(csv.DictReader(io.StringIO(answer.content.decode()))))
    described = json.loads(client.get("/figures/data/datapackage.json").content)
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert client.get("/figures/data/people.csv").status_code == 404
    assert client.get(reverse("open_data")).status_code == 200


def observation(**fields) -> dict:
    row = {
        "observation": "X.1",
        "series": "s",
        "period": "2025",
        "value": 5,
        "source": "a source",
        "grade": "published",
    }
    return row | fields


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (observation(source=""), "needs its source"),
        (observation(grade="sure"), "grade 'sure' is not known"),
        (observation(period="2568"), "Buddhist era: write 2025"),
        (observation(period="lately"), "period 'lately' is not understood"),
        (observation(value=None), "either one value or the two ends"),
        ({**observation(), "low": 6, "high": 4, "value": None}, "swap them"),
        (observation(series="t"), "series 't' is not known"),
        (observation(revises="W.1"), "an observation revises it, and it is not there"),
    ],
)
def test_an_observation_with_a_fault_is_refused_and_nothing_is_loaded(row, says):
    series = [{"series": "s", "title": {"en": "S"}, "metric": "m", "unit": "TEU"}]
    with pytest.raises(FigureFault, match=says):
        load_figures(series, [], [row], actor="system", now=NOW)
    assert not Series.objects.exists()


def test_a_series_without_a_unit_that_is_known_is_refused():
    with pytest.raises(FigureFault, match="unit 'parsecs' is not known"):
        load_figures([{"series": "s", "title": {}, "metric": "m", "unit": "parsecs"}], [], [], actor="system", now=NOW)


def test_a_revision_keeps_the_earlier_figure(client):
    series = [{"series": "s", "title": {"en": "S"}, "metric": "m", "unit": "TEU"}]
    rows = [observation(), observation(observation="X.2", value=6, revises="X.1")]
    load_figures(series, [], rows, actor="system", now=NOW)
    page = client.get(reverse("figure_series", args=["s"])).content.decode()
    assert "revised by X.2" in page


def test_small_cells_stay_hidden_in_the_files_of_our_own_cases(client, world):
    for number in range(12):
        world.file(f"Durian number {number}.")
    world.file("A visa.", topic="visas", matter="", country="VN", place_code="")
    mechanism.forget_figures()
    rows = list(csv.DictReader(io.StringIO(client.get("/figures/data/mechanism.csv").content.decode())))
    shown = {(row["table"], row["row"], row["column"]): row["cases"] for row in rows}
    assert all(cases == "" or not 0 < int(cases) < 5 for cases in shown.values())
    assert shown["topic by result", "visas", ""] == ""
    assert shown["topic by result", "sps_tbt", ""] == "", "13 in all and 12 here would say one there"
    page = client.get(reverse("own_figures")).content.decode()
    assert "hidden" in page


def test_no_word_of_a_case_is_in_open_data(client, world):
    world.file("MARKERWORD in a durian lorry.", party="MARKERWORD Ltd", name="MARKERWORD")
    mechanism.forget_figures()
    for resource in data_package.RESOURCES:
        assert b"MARKERWORD" not in client.get(f"/figures/data/{resource.name}.json").content
