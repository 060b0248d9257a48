"""`landsea rules`: what it prints of where somebody looked and of what is to confirm, without a database."""

import json

from landsea.rules.commandline.rules_book import main


def printed(capsys, *options) -> str:
    assert main([*options]) == 0
    return capsys.readouterr().out


def test_the_matrix_is_printed_with_counts_looks_and_what_was_neither(capsys):
    said = printed(capsys, "coverage", "--country", "vn", "--on", "2026-12-01")
    assert "VN import" in said and "cells hold a rule" in said
    assert "licence_permit" in said and "neither a rule nor a look: " in said
    assert "CN import" not in said


def test_the_matrix_as_json_has_every_cell(capsys):
    data = json.loads(printed(capsys, "coverage", "--on", "2026-12-01", "--json"))
    assert len(data["cells"]) == len(data["summary"]) * 17 * 15
    keys = {(one["country"], one["direction"], one["kind"], one["goods"]) for one in data["cells"]}
    assert len(keys) == len(data["cells"])
    bans = [one for one in data["cells"] if one["kind"] == "ban_suspension" and one["rules"]]
    assert any(one["newest_act"] >= "2025" for one in bans)
    assert all(one["looked_on"] and one["sources"] and one["by"] for one in data["cells"] if one["looked_at"])


def test_what_is_general_knowledge_is_listed_to_be_confirmed(capsys):
    data = json.loads(printed(capsys, "to-confirm", "--json"))
    assert data["whole"] + data["in_part"] == len(data["to_confirm"]) > 100
    assert all(one["whole"] or one["to_confirm"] for one in data["to_confirm"])
    assert "all of it" in printed(capsys, "to-confirm")


def test_goods_that_codes_leave_out_are_listed(capsys):
    said = printed(capsys, "goods")
    data = json.loads(printed(capsys, "goods", "--json"))
    assert said.startswith(f"{len(data['doubts'])} words in titles")
    assert ["coconut", ["080111", "080119"]] in [
        [one["word"], one["missing"]] for one in data["doubts"] if one["measure"] == "M7622"
    ]
    assert "M7622 Philippines: mature coconuts not for export [080112]: coconut is 080111, 080119" in said


def test_what_cannot_be_is_refused_with_a_sentence(capsys, tmp_path):
    for options in (
        ("coverage", "--country", "FR"),
        ("coverage", "--on", "soon"),
        ("to-confirm", f"--folder={tmp_path}"),
    ):
        assert main([*options]) == 2
        assert "landsea rules: " in capsys.readouterr().err
