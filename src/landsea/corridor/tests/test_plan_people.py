"""`landsea plan --people`: hours of travellers, and a sentence where there is none or goods were asked about too."""

import json

from landsea.corridor.commandline.plan import BAD_QUESTION, main


def test_hours_are_told_with_what_they_rest_on(capsys):
    assert main(["Kunming", "Vientiane", "--people", "--modes", "rail"]) == 0
    words = capsys.readouterr().out
    assert words.startswith("By train: about ") and "whether one runs is not known" in words


def test_programs_read_the_same_hours(capsys):
    assert main(["Kunming", "Vientiane", "--people", "--json"]) == 0
    ways = json.loads(capsys.readouterr().out)["people"]
    assert {one["mode"] for one in ways} >= {"rail", "road"}
    assert all(one["hours"]["low"] < one["hours"]["typical"] < one["hours"]["p90"] for one in ways)


def test_where_no_way_is_known_a_sentence_says_so(capsys):
    assert main(["Vientiane", "Manila", "--people", "--modes", "river"]) == 0
    assert "No way is known" in capsys.readouterr().out


def test_what_only_goods_have_is_refused_by_its_name(capsys):
    assert main(["Kunming", "Vientiane", "--people", "--teu", "1", "--origin", "CN"]) == BAD_QUESTION
    assert "Leave out --teu, --origin" in capsys.readouterr().err
    assert main(["Kunming", "Vientiane", "--people", "--modes", "air"]) == BAD_QUESTION
    assert "answered for rail, road, sea and river" in capsys.readouterr().err
