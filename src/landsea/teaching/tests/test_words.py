"""Words over the lexicons: a draft changes nothing, one in force is read with at once, one taken back no longer."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from landsea.base.audit.access import list_entries
from landsea.cases.understanding.meaning import understand_filing
from landsea.teaching.models import WordEntry
from landsea_core.text.default_reader import get_default_reader, read_matters
from landsea_core.text.letters.prepared_text import PreparedText

SNAKE = {
    "kind": "matter",
    "value": "rail",
    "lang": "en",
    "term": "iron snake",
    "weight": "1.5",
    "why": "Drivers say so.",
}


def write(client, **changes):
    """Write a word as a draft."""
    return client.post(reverse("teaching_words"), SNAKE | changes)


def do(client, entry: WordEntry, act: str):
    """Press a button of a word."""
    return client.post(reverse("teaching_word_act", args=[entry.pk, act]))


def heard() -> bool:
    """Whether the word is one by which the matter is read."""
    understand_filing({"text": "x"})  # which asks whether words were added
    found = {guess.value: guess.words for guess in read_matters("The iron snake did not come.")}
    return "iron snake" in found.get("rail", ())


def test_a_word_is_a_draft_then_in_force_then_taken_back(world):
    client, before = world.client("coordinator"), get_default_reader().lexicon.version
    assert write(client).status_code == 302
    entry = WordEntry.objects.get()
    assert (entry.state, heard()) == ("draft", False)

    do(client, entry, "force")
    assert heard()
    assert get_default_reader().lexicon.version == f"{before}+1"
    do(client, entry, "back")
    assert not heard()
    entry.refresh_from_db()
    assert (entry.state, entry.why, entry.put_by_id) == ("taken_back", "Drivers say so.", entry.taken_by_id)
    assert [one.act for one in list_entries(f"word:{entry.pk}")] == ["write_word", "put_word", "take_word_back"]


def test_a_new_weight_takes_the_place_of_the_old_one(world):
    client = world.client("coordinator")
    for weight, term in (("1.5", "iron snake"), ("0.5", "Iron SNAKE")):
        write(client, weight=weight, term=term)
        do(client, WordEntry.objects.latest("pk"), "force")

    assert list(WordEntry.objects.order_by("pk").values_list("state", flat=True)) == ["taken_back", "in_force"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"term": "ab"}, "So short a word is part of too many others"),
        ({"term": "..."}, "Write a word with letters in it"),
        ({"term": ""}, "Write the words that people use"),
        ({"weight": "7"}, "Give a weight between -1 and 2"),
        ({"value": "no_such"}, "There is no such code of this kind"),
        ({"kind": "good", "value": "08106"}, "There is no such code of this kind"),
        ({"term": "<prize> + snake"}, "no class of words with this name"),
        ({"why": ""}, "Say why"),
        ({"keep": "perishable"}, "Only goods spoil or live"),
    ],
)
def test_what_cannot_be_used_comes_back_with_a_sentence_and_what_was_typed(world, changes, sentence):
    response = write(world.client("coordinator"), **changes)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert f'value="{changes.get("why", SNAKE["why"])}"' in response.content.decode() or changes.get("why") == ""
    assert not WordEntry.objects.exists()


def test_a_draft_shows_where_it_would_be_heard(world):
    client = world.client("coordinator")
    write(client, term="wagon*")

    page = client.get(reverse("teaching_words")).content.decode()
    assert "of our labelled examples" in page


@pytest.mark.parametrize("who", ["anonymous", "stranger", "holder", "head", "observer", "clerk", "operator"])
def test_only_coordinators_write_and_press(world, who):
    write(world.client("coordinator"))
    entry, client = WordEntry.objects.get(), world.client(who)

    assert write(client).status_code in (302, 403)
    assert do(client, entry, "force").status_code in (302, 403)
    entry.refresh_from_db()
    assert (entry.state, WordEntry.objects.count()) == ("draft", 1)


def test_pressing_twice_and_unknown_acts_say_so(world):
    client = world.client("coordinator")
    write(client)
    entry = WordEntry.objects.get()
    do(client, entry, "force")

    page = client.get(do(client, entry, "force")["Location"]).content.decode()
    assert "This word is in force, or was" in page
    assert do(client, entry, "burn").status_code == 404
    assert do(client, WordEntry(pk=2_000_000_000), "force").status_code == 404


def test_the_command_writes_words_as_rows_of_the_lexicon(world, tmp_path):
    client, path = world.client("coordinator"), tmp_path / "words.jsonl"
    write(client)
    do(client, WordEntry.objects.get(), "force")
    call_command("corrections", "--words", str(path))

    (row,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert (row["kind"], row["value"], row["topic"]) == ("matter", "rail", "transport_border")
    assert row["terms"] == [["iron snake", 1.5]]


CHOICEST = {"kind": "good", "value": "081090", "term": "zing fruit", "why": "The orchards call it so."}


@pytest.mark.parametrize(
    ("keep", "shown", "is_urgent"),
    [("", "", False), ("perishable", "they spoil within days", True), ("live", "they are live animals", True)],
)
def test_goods_that_a_coordinator_says_spoil_or_live_make_waiting_urgent(world, keep, shown, is_urgent):
    client, text = world.client("coordinator"), "Zing fruit: stuck in the queue tonight."
    write(client, **CHOICEST, keep=keep)
    do(client, WordEntry.objects.get(), "force")

    assert shown in client.get(reverse("teaching_words")).content.decode()
    understand_filing({"text": "x"})
    (good,) = [hit.payload for hit in get_default_reader().goods.find_mentions(PreparedText(text))]
    assert (good.perishable, good.live) == (keep == "perishable", keep == "live")
    assert ("zing fruit" in get_default_reader().urgency.read_urgency(PreparedText(text), [good]).words) == is_urgent


def test_a_row_for_the_files_says_how_goods_bear_waiting(world, tmp_path):
    client, path = world.client("coordinator"), tmp_path / "words.jsonl"
    write(client, **CHOICEST, keep="live")
    do(client, WordEntry.objects.get(), "force")
    call_command("corrections", "--words", str(path))

    row = json.loads(path.read_text(encoding="utf-8"))
    assert (row["value"], row["live"], "perishable" in row) == ("081090", True, False)
