"""What the core says stands once: as a literal where it is said, in one catalogue a language, and in no app again."""

import ast
from pathlib import Path

import pytest

from landsea.base.translation.catalogues import find_catalogue_problems
from landsea.base.translation.collecting import collect_by_home, collect_texts

SRC = Path(__file__).resolve().parents[2] / "src"
CORE = SRC / "landsea_core"
FOLDERS = ["zh_Hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil"]
SAYS = (
    'from landsea_core.sentences import Sentence\n\nWHY = Sentence("%(desk)s has no calendar; name one.", desk=desk)\n'
)


def modules(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.rglob("*.py")) if not {"tests", "migrations"} & set(file.parts)]


def calls_of_sentence(file: Path) -> list[ast.Call]:
    tree = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return [node for node in tree if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Sentence"]


def texts(file: Path) -> set[str]:
    """The string literals of a module that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
    }


def core_sentences() -> set[str]:
    """The templates of the core that are more than a word: a word may be a label of an app too."""
    return {message.id for message in collect_texts(CORE) if isinstance(message.id, str) and " " in message.id}


def written_again(folder: Path) -> list[str]:
    sentences = core_sentences()
    in_modules = [
        f"{file.relative_to(folder)}: {text}" for file in modules(folder) for text in sorted(texts(file) & sentences)
    ]
    return in_modules + [f"templates: {message.id}" for message in collect_texts(folder) if message.id in sentences]


def test_a_template_stands_as_a_literal_so_that_it_is_collected():
    wrong = [
        f"{file.relative_to(SRC)}:{call.lineno}"
        for file in modules(CORE)
        if file.name != "sentences.py"
        for call in calls_of_sentence(file)
        if not (call.args and isinstance(call.args[0], ast.Constant))
    ]
    assert wrong == []
    assert len(core_sentences()) > 250


@pytest.mark.parametrize("package", sorted(path.name for path in SRC.glob("landsea*") if path != CORE))
def test_no_sentence_of_the_core_is_written_a_second_time(package):
    assert written_again(SRC / package) == []


def test_a_sentence_that_is_written_a_second_time_is_found(tmp_path):
    again = sorted(core_sentences())[0]
    (tmp_path / "words.py").write_text(f"from x import gettext as _\n\nWORDS = {{'why': _({again!r})}}\n")
    assert written_again(tmp_path) == [f"words.py: {again}", f"templates: {again}"]


def test_the_core_is_translated_and_a_new_sentence_is_missed_at_once(tmp_path):
    found = collect_by_home(SRC)[CORE]
    assert find_catalogue_problems(CORE / "locale", FOLDERS, found) == []
    (tmp_path / "landsea_core").mkdir()
    (tmp_path / "landsea_core" / "desks.py").write_text(SAYS)
    [core] = collect_by_home(tmp_path)
    assert find_catalogue_problems(core / "locale", ["lo"], collect_by_home(tmp_path)[core]) == [
        "lo, landsea_core: '%(desk)s has no calendar; name one.' is not in the catalogue yet: run `landsea messages`."
    ]
