"""Every sentence of the core's checks is there to be translated."""

import ast
from pathlib import Path

import landsea_core.figures
from landsea.base.ui.saying import said
from landsea.figures.sentences import SENTENCES
from landsea_core.sentences import sentence

CORE = Path(landsea_core.figures.__file__).parent


def test_all_sentences_of_the_checks_are_collected():
    said_there = set()
    for file in [*(CORE / "statement").glob("*.py"), *(CORE / "facts").glob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "%(" in node.value:
                said_there.add(node.value)
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "sentence"
            if called and isinstance(node.args[0], ast.Constant):
                said_there.add(node.args[0].value)
    collected = {str(one) for one in SENTENCES}
    assert said_there <= collected
    unused = collected - said_there
    assert unused == {"%(year)s looks like a year of the Buddhist era: write %(common)s."}


def test_a_sentence_without_a_translation_is_said_in_english():
    words = sentence("from %(base)s to %(result)s", base="3", result="5")
    assert said(words) == "from 3 to 5"
