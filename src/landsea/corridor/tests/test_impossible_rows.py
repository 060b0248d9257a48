"""A row of the network in which something is impossible takes no other way away: it is passed over, operators read what is
wrong with it, and an editor puts it right.
"""

import uuid

import pytest
from django.urls import reverse

from landsea.corridor import kept_network
from landsea.corridor.access_editing import find_row_now
from landsea.corridor.actions.load_network import load_network
from landsea.corridor.models import NetworkRevision, NetworkRow
from landsea.corridor.network_files import find_reference_folder, read_corridor
from landsea.corridor.tests.conftest import NOW
from landsea.corridor.tests.editing_forms import POST, edit, form_of


@pytest.fixture
def poisoned(world):
    """Return what makes a row of the tables impossible, as a restored copy or another program could."""
    load_network(find_reference_folder(), NOW)

    def poison(kind: str, key: str, row: object) -> None:
        NetworkRow.objects.filter(kind=kind, key=key).update(row=row)
        NetworkRevision.objects.update(mark=uuid.uuid4())
        kept_network.forget_network()

    yield poison
    kept_network.forget_network()


IMPOSSIBLE = {
    "without its keys": lambda row: {"x": 1},
    "no row at all": lambda row: ["x"],
    "a day that is none": lambda row: row | {"checked": "0000-00-00"},
    "a place that is none": lambda row: row | {"place": "XXXXX", "calls": [{"place": "XXXXX"}]},
    "hours of another kind": lambda row: row | {"hours": "long", "days": 9},
}


@pytest.mark.parametrize("how", IMPOSSIBLE)
def test_a_row_that_is_impossible_is_passed_over_and_told(world, poisoned, how):
    for kind, key in (("services", "R041"), ("procedures", POST)):
        poisoned(kind, key, IMPOSSIBLE[how](NetworkRow.objects.get(kind=kind, key=key).row))
    network, whole = kept_network.find_network(), read_corridor()
    assert set(whole.services) - set(network.services) <= {"R041"} and len(network.places) == len(whole.places)
    if how == "a day that is none":
        assert "R041" not in network.services, "it would have taken the known days of all"
    for address in (reverse("plan"), reverse("network"), reverse("network_editing")):
        assert world.client("coordinator").get(address).status_code == 200
    page = world.client("operator").get(reverse("deliveries")).content.decode()
    assert "impossible" in page and "R041" in page


def test_an_editor_opens_the_row_and_puts_it_right(world, poisoned):
    typed = form_of("procedures", POST, act="save", why="Seen at the gate.")
    for row in ({"x": 1}, {"id": POST, "hours": "long"}):
        poisoned("procedures", POST, row)
        (passed,) = kept_network.list_passed_over_rows()
        assert passed[0] == POST
        page = world.client("operator").get(reverse("deliveries")).content.decode()
        assert edit("procedures", POST) in page
        editor = world.client("coordinator")
        assert editor.get(edit("procedures", POST)).status_code == 200
        sent = editor.post(edit("procedures", POST), typed | {"seen": find_row_now("procedures", POST).number})
        assert sent.status_code == 302, sent.content.decode()[-3000:]
        assert kept_network.list_passed_over_rows() == []
    assert "impossible" not in world.client("operator").get(reverse("deliveries")).content.decode()
