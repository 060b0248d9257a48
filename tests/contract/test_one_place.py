"""One table of places: what an editor of the network writes counts at once for filing, routing, barriers, search and plans."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from tests.coming_days import coming_tuesday

from landsea.barriers.models import Barrier
from landsea.cases.actions.file import make_form_key
from landsea.cases.models import Case
from landsea.cases.tests.world import make_world, with_rail_holder
from landsea.directory.actions.revision import lock_revision, raise_revision
from landsea.directory.models import Competence, Place
from landsea.directory.name_search import find_by_name, find_codes_of_places_called
from landsea.rules.models import Watch

pytestmark = pytest.mark.django_db
SOURCE = Path(__file__).parents[2] / "src"

FACT = {"source": "letter of the operator", "grade": "reported", "checked": "2026-11-20", "seen": "0", "act": "save"}
PLACE = {
    "code": "LAQIA",
    "kind": "dry_port",
    "country": "LA",
    "name_en": "Qiaotou dry port",
    "name_zh": "桥头无水港",
    "name_local": "ທ່າບົກກຽວໂຖ",
    "lat": "18.1",
    "lon": "102.6",
    "position": "near",
    "tz": "Asia/Vientiane",
    "why": "It opened.",
    **FACT,
}
NAMES = {"en": "Qiaotou dry port", "zh": "桥头无水港", "lo": "ທ່າບົກກຽວໂຖ"}
RENAMED = {"en": "Skygate dry port", "zh": "天门无水港", "lo": "ທ່າບົກປະຕູຟ້າ"}
SAID = {
    "en": "Our durian is held at {} since Monday.",
    "zh": "我们的榴莲被扣在{}。",
    "lo": "ທຸລຽນຂອງພວກເຮົາຖືກກັກຢູ່ {} ຕັ້ງແຕ່ວັນຈັນ.",
}
HAUL = {
    "name": "Qiaotou dry port - Vientiane South",
    "kind": "haul",
    "mode": "road",
    "often": "on call",
    "hours": "1",
    "km": "30",
    "km_grade": "derived",
    "carries_container": "yes",
    "calls-TOTAL_FORMS": "2",
    "calls-INITIAL_FORMS": "0",
    "calls-0-place": "LAQIA",
    "calls-1-place": "LAVTS",
    "why": "Lorries go there.",
    **FACT,
}


@pytest.fixture
def world(db):
    """The small world, in which the rail desk, with somebody at it, answers for whatever happens at the new place."""
    made = make_world()
    with_rail_holder(made)
    Competence.objects.create(desk=made.rail, topic="sps_tbt", country="LA", place="LAQIA")
    raise_revision(lock_revision())
    return made


def save(client, kind: str, key: str, typed: dict) -> None:
    """Press "save" in the editor's form."""
    page = client.post(reverse("edit_network_row", args=[kind, key]), typed)
    assert page.status_code == 302, page.context["form"].errors


def put_on_record(client) -> None:
    """The place, and a lorry from it to a station."""
    save(client, "places", "new", PLACE)
    save(client, "services", "new", HAUL)


def call_otherwise(client) -> None:
    """Give the place another name, as the editor's form has it."""
    named = {"name_en": RENAMED["en"], "name_zh": RENAMED["zh"], "name_local": RENAMED["lo"]}
    save(client, "places", "LAQIA", PLACE | named | {"why": "It has a new name.", "seen": "1"})


def filed_from(client, words: str) -> Case:
    """File in plain words, naming no place in the form."""
    typed = {"text": words, "filer_country": "CN", "lane": "normal", "visibility": "named", "name": "A"}
    about = {"email": "a@demo.example.org", "matter": "plant_health", "action": "send", "key": make_form_key()}
    before = set(Case.objects.values_list("pk", flat=True))
    page = client.post(reverse("file_case"), typed | about)
    assert page.status_code == 302, page.context and page.context["form"].errors
    return Case.objects.exclude(pk__in=before).get()


def opened_at(client, case: Case, place: str) -> Barrier:
    """Open a barrier about a case at a place, as the coordinator names it."""
    typed = {"cases": case.ref, "title_en": "Lorries wait for days", "place": place, "desk": "cn-rail.freight"}
    page = client.post(reverse("barrier_new"), typed | {"matter": "plant_health", "country": "LA"})
    assert page.status_code == 302, page.context["form"].errors
    return Barrier.objects.order_by("-pk").first()


def watched(client, place: str) -> Watch:
    """Keep a watch of the rules that name a place."""
    typed = {"email": "b@demo.example.org", "frequency": "daily", "places": place}
    assert client.post(reverse("new_watch"), typed).status_code == 200
    return Watch.objects.order_by("-pk").first()


@pytest.mark.parametrize("names", [NAMES, RENAMED], ids=["put on record", "renamed"])
def test_a_place_put_on_record_or_renamed_exists_for_everything(world, names):
    """In each language that the editor gave: a filing in plain words is understood and routed, a barrier opened, a watch
    kept, a plan made; and it is found.
    """
    coordinator, anyone = world.client("coordinator"), world.client()
    put_on_record(coordinator)
    if names is RENAMED:
        call_otherwise(coordinator)
    assert Place.objects.get(code="LAQIA").names == names

    for language, name in names.items():
        case = filed_from(anyone, SAID[language].format(name))
        assert (case.place_id, case.country, case.desk) == ("LAQIA", "LA", world.rail), name
        assert opened_at(coordinator, case, name).place_id == "LAQIA", name
        assert "LAQIA" in watched(anyone, name).places and find_codes_of_places_called([name]) == ("LAQIA",), name
        assert names["en"] in anyone.get(reverse("search"), {"q": name}).content.decode(), name
        asked = {"from": name, "to": "Chongqing", "ready": f"{coming_tuesday()}T08:00", "unit": "teu", "amount": "1"}
        page = anyone.get(reverse("plan"), asked)
        assert page.context["plan"].origin.place.code == "LAQIA", name
        assert page.context["shown"].itineraries[0].legs[0].origin.names == names
    assert names["en"] in anyone.get(reverse("corridor_place", args=["LAQIA"])).content.decode()


def test_a_place_taken_back_is_known_to_nothing_any_more(world):
    """Its case keeps it; nobody is offered it again."""
    coordinator, anyone = world.client("coordinator"), world.client()
    put_on_record(coordinator)
    case = filed_from(anyone, "Our durian is held at Qiaotou dry port.")
    for edition in ("services", "places"):
        address = coordinator.get(reverse("network_editing")).context["editions"]
        pk = next(one["edition"].pk for one in address if f"/{edition}/" in one["rows"][0][1])
        assert (
            coordinator.post(reverse("undo_network_edition", args=[pk]), {"why": "It never opened."}).status_code == 302
        )
    assert filed_from(anyone, "Our durian is held at Qiaotou dry port.").place is None
    assert find_by_name("Qiaotou").places == ()
    assert anyone.get(reverse("corridor_place", args=["LAQIA"])).status_code == 404
    case.refresh_from_db()
    assert case.place_id == "LAQIA"


def test_one_class_is_called_place():
    """What planning needs of a place and what a file says of it have names of their own."""
    called = [path for path in SOURCE.rglob("*.py") if re.search(r"^class Place\b", path.read_text("utf-8"), re.M)]
    assert [str(path.relative_to(SOURCE)) for path in called] == ["landsea/directory/models/places.py"]
