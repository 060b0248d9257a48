"""The lexicon files: order means nothing, faults are named, and nothing comes from the example cases."""

import json
import random
import re
from pathlib import Path

import pytest

from landsea_core.text.data_files import LexiconFault, find_default_data_folder, read_rows
from landsea_core.text.default_reader import Reader, get_default_reader
from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.quality.measure import main, measure_rows, write_table

HERE = Path(__file__).parent
LEXICON = find_default_data_folder() / "lexicon"
EXAMPLES = find_default_data_folder().parents[1] / "shared" / "cases" / "example_cases.jsonl"
OWN = [HERE / "own_cases.jsonl", HERE / "second_cases.jsonl"]
HELD_OUT = HERE / "held_out_cases.jsonl"


LEAST = {"lang": 0.97, "topic": 0.9, "matter": 0.9, "where": 0.85, "urgent": 0.9, "scope": 0.94}


def rows(path):
    return list(read_rows(path))


def test_the_order_of_rows_means_nothing(tmp_path):
    shuffler, reference = random.Random(7), find_default_data_folder() / "reference"
    read = [*LEXICON.glob("*.jsonl"), *reference.glob("[gp]*.jsonl"), *reference.glob("words/*/places.jsonl")]
    for path in read:
        lines = path.read_text(encoding="utf-8").splitlines()
        shuffler.shuffle(lines)
        # Lexicon files may have any name, so these are renamed to be read in another order; the reference has fixed names.
        name = f"{shuffler.random()}{path.name}" if path.parent == LEXICON else path.name
        copy = tmp_path / path.parent.relative_to(find_default_data_folder()) / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("\n".join(lines), encoding="utf-8")
    shuffled = Reader(tmp_path)
    for row in rows(OWN[0])[::4]:
        assert shuffled.read(row["text"], row["from"]) == get_default_reader().read(row["text"], row["from"])


def test_every_row_has_a_source_and_usable_terms():
    for path in LEXICON.glob("*.jsonl"):
        for row in rows(path):
            assert row.get("source"), (path.name, row["value"])
            for term, weight in row.get("terms", ()):
                assert fold_spelling(term.rstrip("*")).strip(), (path.name, row["value"], term)
                assert -1 <= weight <= 2, (path.name, row["value"], term)


def test_every_class_that_a_pattern_names_has_words():
    lexicon = get_default_reader().lexicon
    classes = {entry.value for entry in lexicon.list_entries("class")}
    named = {name for entry in lexicon.list_entries("matter") for name in re.findall("<(.+?)>", entry.term)}
    assert named <= classes


@pytest.mark.parametrize("kind", ["matter", "class", "country", "urgency", "authority"])
def test_the_first_languages_are_all_there(kind):
    langs = {entry.lang for entry in get_default_reader().lexicon.list_entries(kind)}
    assert {"en", "zh", "vi", "th", "lo", "id"} <= langs


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{not json", "line 1 is not JSON"),
        ('["a list"]', "line 1 is not an object"),
    ],
)
def test_a_broken_line_is_named(tmp_path, line, sentence):
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(LexiconFault, match=sentence):
        Lexicon.load(tmp_path)


def test_a_row_without_terms_is_named(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"kind": "matter", "value": "rail", "lang": "en"}', encoding="utf-8")
    with pytest.raises(LexiconFault, match="matter/rail/en"):
        Lexicon.load(tmp_path).list_entries("matter")


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="no lexicon folder"):
        Lexicon.load(tmp_path / "nowhere")


def runs(text):
    """Every run of eight words, or of twelve characters of a script without spaces, folded."""
    folded = fold_spelling(text)
    words = re.findall(r"\w+", folded)
    found = {" ".join(words[at : at + 8]) for at in range(len(words) - 7)}
    for stretch in re.findall(r"[^\s\W]+", folded):
        found |= {stretch[at : at + 12] for at in range(len(stretch) - 11) if is_unspaced(stretch[at])}
    return found


@pytest.mark.skipif(not EXAMPLES.is_file(), reason="the example cases are not beside this checkout")
def test_nothing_is_copied_from_the_example_cases():
    theirs = set().union(*(runs(row["text"]) for row in rows(EXAMPLES)))
    for path in [*OWN, HELD_OUT]:
        for row in rows(path):
            assert not runs(row["text"]) & theirs, row["id"]
    for path in LEXICON.glob("*.jsonl"):
        for row in rows(path):
            for term, _ in row.get("terms", ()):
                assert not runs(term) & theirs, (path.name, term)


def right(found, field):
    marks = [mark[1] for _, mark in found if mark[0] == field]
    return sum(marks) / len(marks)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_reading_does_not_get_worse_on_our_own_cases(path):
    """Guards against a change that breaks reading; NOTES.md beside the lexicon says what the figures are worth."""
    found = measure_rows(rows(path))
    for field, least in LEAST.items():
        assert right(found, field) >= least, (field, write_table(found))


def test_the_measure_prints_a_line_a_language(capsys):
    assert main([str(OWN[1])]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"lexicon version {get_default_reader().lexicon.version}" != "lexicon version "
    assert printed[1].split()[:2] == ["language", "lang"]
    assert printed[-1].startswith("all")


def test_the_measure_says_what_is_wrong_with_a_file(tmp_path, capsys):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("no json", encoding="utf-8")
    assert main([str(broken)]) == 2
    assert "Give a file with one labelled text a line" in capsys.readouterr().err


def test_own_cases_cover_seven_languages():
    cases = rows(OWN[0])
    assert len(cases) >= 150
    assert {"en", "zh", "vi", "th", "id", "lo", "my"} <= {row["lang"] for row in cases}
    assert len({json.dumps(row["text"]) for row in cases}) == len(cases)
