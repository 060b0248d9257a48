"""A setting that cannot be used ends the start with a sentence, instead of a fault on the first page that needs it."""

import json

import pytest
from django.conf import settings

from landsea.settings.environment import SettingWrong, address, edges, periods, stores

OURS = settings.REFERENCE / "privacy" / "periods.jsonl"
NAME = "LANDSEA_TRIED"
LA = {"folder": "la"}
BUCKET = {"bucket_name": "papers", "endpoint_url": "https://s3.example.org"}


@pytest.fixture
def tried(monkeypatch, tmp_path):
    """Set the variable to the name of a file with this text."""

    def write(content: str) -> None:
        (tmp_path / "tried").write_text(content, encoding="utf-8")
        monkeypatch.setenv(NAME, str(tmp_path / "tried"))

    return write


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"kind": "mails", "country": "*", "months": 0, "because": "x"}', "months is a whole number"),
        ('{"kind": "mail", "country": "*", "months": 6, "because": "x"}', "names mail: use the kinds"),
        ("no JSON", "line 1"),
    ],
)
def test_periods_that_cannot_be_used(tried, line, sentence):
    tried(line)
    with pytest.raises(SettingWrong, match=sentence):
        periods(NAME, OURS)


def test_periods_that_can(tried, monkeypatch):
    tried('{"kind": "mails", "country": "LA", "months": 6, "because": "x"}')
    assert periods(NAME, OURS).endswith("tried")
    monkeypatch.setenv(NAME, "/nowhere/periods.jsonl")
    with pytest.raises(SettingWrong, match="nowhere"):
        periods(NAME, OURS)


@pytest.mark.parametrize("typed", ["70,140", "a,b,c,d", "140,-15,70,55", "70,-95,140,55", "nan,0,1,1"])
def test_edges_of_a_map(monkeypatch, typed):
    monkeypatch.setenv(NAME, typed)
    with pytest.raises(SettingWrong, match="west,south,east,north"):
        edges(NAME)


def test_an_address_says_how_it_is_followed(monkeypatch):
    monkeypatch.setenv(NAME, "meet.example/{room}")
    with pytest.raises(SettingWrong, match="https://"):
        address(NAME)
    monkeypatch.setenv(NAME, "https://meet.example/{room}")
    assert address(NAME) == "https://meet.example/{room}"


@pytest.mark.parametrize(
    ("named", "own", "sentence"),
    [
        ({"LA": LA, "VN": LA}, LA | {"folder": "files"}, "the store of VN is that of LA"),
        ({"LA": {"folder": "files"}}, {"folder": "files"}, "the store of LA is that of the installation"),
        ({"LA": BUCKET}, BUCKET | {"location": "/"}, "the store of LA is that of the installation"),
        ({"Laos": LA}, {"folder": "files"}, "two capital letters"),
    ],
)
def test_no_two_stores_are_one_place(tried, tmp_path, named, own, sentence):
    """The sweep takes away what a store does not know: in one place that would be the papers of the other."""
    tried(json.dumps(named))
    with pytest.raises(SettingWrong, match=sentence):
        stores(NAME, var=tmp_path, own=own)


def test_stores_that_lie_apart(tried, tmp_path):
    tried(json.dumps({"LA": LA, "VN": BUCKET | {"location": "vn"}}))
    assert set(stores(NAME, var=tmp_path, own=BUCKET | {"location": ""})) == {"LA", "VN"}
