"""260 searches in ten languages and eight scripts: the right thing is among the first five of all that is found.

The files of `queries/` name beside each what is right; they were written before they were first tried. What was found at first
sight stands in `bench/results/search.md`.
"""

import json
from fnmatch import fnmatch

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.base.actors import ANONYMOUS
from landsea.corridor.access import find_current_network
from landsea.exchange.models import Listing
from landsea.search import public_things
from landsea.search.access import CASES, KINDS, search_all
from landsea.search.labels import KIND_WORDS, ONE_OF_KIND
from landsea.search.public_things import list_kinds
from landsea.search.tests.everything import NOW, QUERIES, load_the_rest
from landsea_core.finding import WordIndex

pytestmark = pytest.mark.django_db
KIND_OF = {
    "measure": "measures",
    "place": "places",
    "office": "offices",
    "desk": "desks",
    "service": "services",
    "series": "figures",
    "disruption": "disruptions",
}


@pytest.fixture
def written(reference_directory, reference_measures):
    return load_the_rest()


@pytest.mark.parametrize("name", ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"])
def test_the_right_thing_is_among_the_first_five(written, name):
    rows = [json.loads(line) for line in (QUERIES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    missed = [
        f"{row['lang']} {row['typed']}: {first}" for row in rows if not is_right(row, first := find(row), written)
    ]
    assert len({row["lang"] for row in rows}) >= 10
    assert len(missed) <= len(rows) // 10, f"{len(missed)} of {len(rows)}:\n" + "\n".join(missed)


def test_each_kind_has_its_words(written):
    """What the page lists is what rooms give, and all of it is called something."""
    assert set(KINDS) - {CASES} == {kind.code for kind in list_kinds()}
    assert set(KINDS) == set(KIND_WORDS) and set(KINDS) <= set(ONE_OF_KIND)


def test_a_line_says_how_the_thing_stands_with_words_of_it(written, client):
    page = client.get(reverse("search"), {"q": "Mohan second lane fruit"}).content.decode()
    assert "under way" in page or "due soon" in page or "late" in page
    assert "<mark>" in page and reverse("promise", args=[written["promise:second-lane"].partition(":")[2]]) in page
    with translation.override("en"):
        found = search_all(ANONYMOUS, "Mohan second lane fruit", now=NOW)
    states = {f"promises:{line.key}": line.state for line in found.lines["promises"]}
    assert states[written["promise:second-lane"]] == ("open", "under way")
    page = client.get(reverse("search"), {"q": "ທຸລຽນ", "kind": "measures"}).content.decode()
    assert "in force" in page and page.count("<mark>") > 3


def test_what_concerns_several_countries_is_found_in_each_of_them(written):
    """A closure or a train has no country that its line shows; where one is chosen, they are not lost."""
    flood = written["disruption:flood-boten"].partition(":")[2]
    keys = {
        country: search_all(ANONYMOUS, "flood Boten", country=country, kind="disruptions", now=NOW).keys("disruptions")
        for country in ("LA", "PH")
    }
    assert flood in keys["LA"] and flood not in keys["PH"]
    trains = search_all(ANONYMOUS, "Vientiane South", country="LA", kind="services", now=NOW)
    assert trains.lines["services"] and trains.keys("services")


def find(row) -> list[str]:
    """The first five of all kinds as kind:key."""
    with translation.override("en"):
        found = search_all(ANONYMOUS, row["typed"], now=NOW)
    return [f"{code}:{line.key}" for code, line in found.first]


def is_right(row, first: list[str], written: dict[str, str]) -> bool:
    """Whether one of what is right stands among the first five; nothing must, where nothing is right."""
    if not row["right"]:
        return not first
    wanted = {key for right in row["right"] for key in known_as(right, written)}
    return bool(wanted & set(first))


def known_as(right: str, written: dict[str, str]) -> list[str]:
    """What a name of the queries is called among results; a service by a part of its name."""
    kind, _, key = right.partition(":")
    if right in written:
        return [written[right]]
    if kind == "listing":
        return [f"exchange:{row.pk}" for row in Listing.objects.filter(code=key)]
    if kind == "service":
        services = find_current_network().services.values()
        return [f"services:{one.id}" for one in services if fnmatch(one.name, key)]
    return [f"{KIND_OF[kind]}:{key}"]


def test_the_first_search_finds_its_indexes_made(written, monkeypatch):
    """A web process makes them when it begins; nobody who searches waits for them."""
    for kind in list_kinds():
        public_things._kept_for(kind).forget()
    public_things.make_indexes()
    made = []
    monkeypatch.setattr(public_things, "WordIndex", lambda texts: made.append(texts) or WordIndex(texts))
    assert find({"typed": "durian at Mohan", "lang": "en"}) and made == []
