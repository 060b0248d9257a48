"""Each fault of the reference files is found and said in a sentence that helps to correct it."""

import pytest

from landsea_core.reference import ReferenceFault, find_reference_problems, read_reference


def test_a_complete_folder_has_no_problem(files):
    assert files.check() == []


@pytest.mark.parametrize(
    ("file", "line", "field", "value", "words"),
    [
        ("places", 1, "tz", "Asia/Nowhere", "not an IANA time zone"),
        ("places", 1, "lat", 120, "degrees between -90 and 90"),
        ("places", 1, "kind", "harbour", "must be one of"),
        ("places", 1, "code_sure", "yes", "true or false"),
        ("places", 1, "names", {"zh": "A"}, "lacks en"),
        ("places", 1, "names", {"en": "A", "xx": "A"}, "unknown language: xx"),
        ("places", 1, "other_names", {"zh": ["A", ""]}, "empty or not a text in zh"),
        ("places", 2, "within", "CNZZZ", "not in places.jsonl"),
        ("places", 2, "within", "VNAAA", "another country"),
        ("places", 1, "within", "CNBBB", "within itself"),
        ("places", 2, "code", "CNAAA", "already on line 1"),
        ("places", 1, "grade", "sure", "grade is 'sure'"),
        ("places", 1, "checked", "25.11.2026", "must be a date"),
        ("places", 1, "source", " ", "source must be a text that is not empty"),
        ("offices", 2, "hours", [["9:00", "12:00"]], "hours cannot be read"),
        ("offices", 2, "hours", [["14:00", "12:00"]], "run forward"),
        ("offices", 2, "hours", [], "at least one pair"),
        ("offices", 2, "weekend", [7], "from 0 (Monday) to 6"),
        ("offices", 2, "weekend", [5, 5], "twice"),
        ("offices", 2, "languages", [], "must not be an empty list"),
        ("offices", 2, "parent", "cn-nobody", "not in offices.jsonl"),
        ("offices", 2, "parent", "cn-customs", "within itself"),
        ("offices", 2, "place", "CNZZZ", "not in places.jsonl"),
        ("offices", 2, "place", "VNAAA", "not in CN, where the office stands"),
        ("offices", 2, "host_country", "CN", "missions abroad"),
        ("desks", 2, "office", "cn-nobody", "not in offices.jsonl"),
        ("desks", 2, "competences", [], "at least one object"),
        ("desks", 2, "code", "customs.clearance", "its office's code, a dot and a word"),
        (
            "desks",
            2,
            "prepare",
            {
                "en": ["a", "b"],
                "zh": ["a"],
                "vi": ["a"],
                "lo": ["a"],
                "th": ["a"],
                "km": ["a"],
                "id": ["a"],
                "ms": ["a"],
                "fil": ["a"],
                "my": ["a"],
            },
            "more items in one language",
        ),
        ("desks", 2, "names", {"en": "A", "zh": "A"}, "lacks vi"),
        ("desks", 2, "names", {"en": "A", "zh": "A", "vi": "A"}, "lacks lo"),
    ],
)
def test_a_wrong_field_is_found(files, file, line, field, value, words):
    files.rows[file][line - 1][field] = value
    found = {(problem.file, problem.line) for problem in files.check() if words in problem.sentence}
    assert (f"{file}.jsonl", line) in found
    assert len(found) == 1 or words == "within itself"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("topic", "gossip", "Topic gossip is not in topics.jsonl"),
        ("matter", "gossip", "Matter gossip is not one of topic customs_clearance"),
        ("country", "FR", "country is 'FR'"),
        ("direction", "out", "direction is 'out'"),
        ("places", ["CNZZZ"], "Place CNZZZ is not in places.jsonl"),
        ("places", ["VNAAA"], "Place VNAAA is not in CN"),
        ("hs", ["8"], "an HS prefix is 2, 4 or 6 digits"),
        ("hs", ["08AB"], "an HS prefix is 2, 4 or 6 digits"),
    ],
)
def test_a_wrong_competence_is_found(files, field, value, words):
    files.rows["desks"][1]["competences"][0][field] = value
    assert words in files.sentence()


def test_only_the_coordinator_may_answer_for_everything(files):
    everything = files.rows["desks"][0]["competences"][0]
    files.rows["desks"][1]["competences"].append(everything)
    assert "coordinator's desk alone" in files.sentence()


def test_the_coordinators_desk_must_be_there(files):
    del files.rows["desks"][0]
    assert any("mechanism.coordinator is missing" in problem.sentence for problem in files.check())


def test_an_office_without_a_desk_is_found(files):
    files.rows["offices"].append({**files.rows["offices"][1], "code": "cn-idle"})
    assert "cn-idle has no desk" in files.sentence()


def test_a_topic_nobody_answers_for_must_be_listed_with_a_reason(files):
    scopes = files.rows["desks"][1]["competences"]
    scopes[:] = [scope for scope in scopes if scope["country"] != "TL"]
    assert "No desk answers for customs_clearance in TL" in files.sentence()
    grounds = {"source": "test", "grade": "assumed", "checked": "2026-11-25"}
    gap = {"topic": "customs_clearance", "country": "TL", "reason": "Not found.", **grounds}
    files.rows["coverage_gaps"].append(gap)
    assert files.check() == []
    files.rows["coverage_gaps"].append({**gap, "country": "CN"})
    assert "has a desk now" in files.sentence()


def test_a_missing_and_an_unknown_field_are_named(files):
    files.rows["places"][0]["colour"] = "blue"
    del files.rows["places"][0]["tz"]
    assert [problem.sentence for problem in files.check()] == [
        "colour is not a field of this file.",
        "tz is missing.",
    ]


def test_a_broken_line_and_a_missing_file_are_named(files):
    files.check()
    (files.folder / "places.jsonl").write_text('{"code": \n', encoding="utf-8")
    (files.folder / "desks.jsonl").unlink()
    assert [(problem.file, problem.line) for problem in find_reference_problems(files.folder)] == [
        ("desks.jsonl", 0),
        ("places.jsonl", 1),
    ]
    with pytest.raises(ReferenceFault, match="places.jsonl:1: Not JSON"):
        read_reference(files.folder)


def test_loading_an_incomplete_row_says_where(files):
    del files.rows["offices"][1]["tz"]
    files.check()
    with pytest.raises(ReferenceFault, match="offices.jsonl:2"):
        read_reference(files.folder)
