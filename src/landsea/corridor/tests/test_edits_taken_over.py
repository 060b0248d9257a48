"""What editors had laid over the files becomes rows of the tables: every edition, every version, and what counts."""

from importlib import import_module

import pytest
from django.apps import apps

from landsea.corridor import access_editing, kept_network
from landsea.corridor.access_versions import list_last_editions, list_versions, list_versions_of_act
from landsea.corridor.actions.load_network import load_network
from landsea.corridor.models import Edition, NetworkRow, RowVersion
from landsea.corridor.network_files import find_reference_folder, read_corridor
from landsea.directory.actions.change_places import load_places
from landsea.directory.models import Place, PlaceVersion
from landsea.directory.place_rows import read_place_rows
from landsea_core.planner.network.row_files import read_all_rows

from .conftest import NOW
from .editing_forms import POST

pytestmark = pytest.mark.django_db
MIGRATION = import_module("landsea.corridor.migrations.0008_network_in_tables")


def as_before(kind: str, key: str, seed: dict | None, states: list[dict | None]) -> None:
    """Write a row as the table of edited rows had it: `row` is empty where the file's counts again."""
    row = NetworkRow.objects.create(kind=kind, key=key, number=len(states), row=states[-1], seed=seed)
    before = seed
    for number, state in enumerate(states, 1):
        edition = Edition.objects.create(how="form", why=f"{key} {number}", at=NOW)
        after = state or seed
        RowVersion.objects.create(
            network_row=row,
            edition=edition,
            number=number,
            before=before,
            after=after,
            follows_seed=state is None,
        )
        before = after


@pytest.fixture
def taken_over(db):
    """An installation where rows and places had been changed, put on record, taken back and put back to the file's."""
    places = read_place_rows(find_reference_folder())
    load_places(places, NOW)
    Place.objects.update(seed=None)  # from before seeds were kept
    files = {
        kind: dict((row["id"], row) for _, row in read_all_rows(find_reference_folder())[f"{kind}.jsonl"])
        for kind in ("procedures", "prices")
    }
    as_before("procedures", POST, files["procedures"][POST], [files["procedures"][POST] | {"note": "seen"}])
    as_before("prices", "C01", files["prices"]["C01"], [files["prices"]["C01"] | {"note": "y"}, None])
    named = places["VNHNI"] | {"names": places["VNHNI"]["names"] | {"en": "Huu Nghi hall"}}
    as_before("places", "VNHNI", places["VNHNI"], [places["VNHNI"] | {"note": "x"}, named])
    new = places["VNHNI"] | {"country": "LA", "within": "", "names": {"en": "Qiaotou"}}
    as_before("places", "LAQIA", None, [new | {"code": "LAQIA"}])
    as_before("places", "LAQIB", None, [new | {"code": "LAQIB"}, None])
    MIGRATION.take_over_rows(apps, None)
    MIGRATION.take_over_places(apps, None)
    kept_network.forget_network()


def test_what_counted_counts_before_and_after_the_tables_are_filled(taken_over):
    """Also in the moment between the migration and the first load."""
    for _ in range(2):
        network = kept_network.find_network()
        assert network.places["VNHNI"].name == "Huu Nghi hall" and network.places["LAQIA"].name == "Qiaotou"
        assert "LAQIB" not in network.places and network.prices == read_corridor().prices
        assert next(one for one in network.procedures if one.id == POST).fact.note == "seen"
        assert load_network(find_reference_folder(), NOW).kept == ()
        kept_network.forget_network()
    assert NetworkRow.objects.filter(kind="places").count() == 0
    assert list(NetworkRow.objects.filter(entered_here=True).values_list("key", flat=True)) == [POST]
    assert set(Place.objects.filter(entered_here=True).values_list("code", flat=True)) == {"VNHNI", "LAQIA"}


def test_every_edition_and_version_is_there(taken_over):
    """With its reason, tied to what it changed."""
    assert [
        [(one.kind, one.key, one.number) for one in list_versions_of_act(edition)] for edition in list_last_editions()
    ] == [
        [("places", "LAQIB", 2)],
        [("places", "LAQIB", 1)],
        [("places", "LAQIA", 1)],
        [("places", "VNHNI", 2)],
        [("places", "VNHNI", 1)],
        [("prices", "C01", 2)],
        [("prices", "C01", 1)],
        [("procedures", POST, 1)],
    ]
    assert [one.why for one in list_versions("places", "VNHNI")] == ["VNHNI 2", "VNHNI 1"]
    assert PlaceVersion.objects.count() == 5 and access_editing.find_row_now("prices", "C01").row is not None
    assert list_versions("prices", "C01")[0].follows_seed


def test_a_place_that_was_taken_back_stays_for_what_points_to_it(taken_over):
    """Out of service, and on record no more."""
    place = Place.objects.get(code="LAQIB")
    assert place.retired_at == NOW and not place.is_on_record and place.number == 2
