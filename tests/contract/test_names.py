"""Names say what a thing is: a function is a verb with its object (`find_reachable_person`), a module says its content.

A function of one word is a riddle where it is called (`told`, `after`, `stands`), unless it is a verb of the field whose
argument is the object: `fold(text)`, `accept(case)`. Counted are public functions at the top of a module; what Django,
a template or a command line calls by a name of its own is not ours to name. `LEFT` holds what
each package still has and may only fall; one that is not in it has none. `python -m tests.contract.test_names` says where.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"

VERBS_OF_THE_FIELD = frozenset(
    # what is done to a case, a barrier, a delivery, a kept plan
    {"accept", "admit", "answer", "approve", "ask", "assign", "attach", "cancel", "confirm", "correct", "deliver"}
    | {"dispute", "edit", "expire", "extend", "file", "forward", "invite", "merge", "plan", "poll", "propose"}
    | {"publish", "reassign", "register", "remind", "reopen", "replan", "reply", "revoke", "route", "sign", "split"}
    | {"subscribe", "suspend", "watch", "withdraw"}
    # what is done to a text
    | {"fold", "tokenize", "translate"}
    # how a program begins; and the word for a template with its values (`landsea_core.sentences`)
    | {"main", "sentence"}
)

RIDDLES_AS_MODULES = frozenset(
    {"beside", "common", "facts", "helpers", "misc", "reading", "showing", "told", "utils", "words"}
)
"""A module so called has held something else in every package; better the thing itself, `labels`, `presenters`, `mapping`."""

NAMED_FROM_OUTSIDE = ("register.", "receiver", "router.", "api.", "app.", "fixture", "property")
"""Decorators under which something else calls the function by its name."""

LEFT = {"landsea": 3}

LEFT_MODULES: dict[str, int] = {}


def modules() -> Iterator[tuple[str, Path]]:
    """Yield the part of the house (landsea.cases, landsea_core.text) and the path of each module; tests are no part."""
    for path in sorted(SOURCE.rglob("*.py")):
        inside = path.relative_to(SOURCE)
        if {"migrations", "tests", "settings"} & set(inside.parts):
            continue
        folders = inside.parts[:-1]
        depth = 3 if folders[:2] == ("landsea", "base") else 2
        yield ".".join(folders[:depth]), path


def one_word_functions(path: Path) -> list[str]:
    """Return the public functions of a module that are one word and no verb of the field."""
    return [
        one.name
        for one in ast.parse(path.read_text()).body
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)
        and not one.name.startswith("_")
        and "_" not in one.name
        and one.name not in VERBS_OF_THE_FIELD
        and not any(
            ast.unparse(by).startswith(NAMED_FROM_OUTSIDE) or ".fixture" in ast.unparse(by) for by in one.decorator_list
        )
    ]


def count_by_part() -> tuple[dict[str, list[str]], Counter[str]]:
    """Return the one-word functions of each part, as module.name, and how many of its modules have a riddle's name."""
    functions: dict[str, list[str]] = {}
    riddles: Counter[str] = Counter()
    for part, path in modules():
        functions.setdefault(part, [])
        functions[part] += [f"{path.stem}.{name}" for name in one_word_functions(path)]
        riddles[part] += path.stem in RIDDLES_AS_MODULES
    return functions, riddles


FUNCTIONS, RIDDLES = count_by_part()
PACKAGES = sorted({part.split(".")[0] for part in FUNCTIONS})


@pytest.mark.parametrize("package", PACKAGES)
def test_a_function_is_a_verb_with_its_object(package):
    names = [name for part, found in FUNCTIONS.items() if part.split(".")[0] == package for name in found]
    assert len(names) <= LEFT.get(package, 0), f"{package}: give a verb and an object to some of {', '.join(names)}"


@pytest.mark.parametrize("package", PACKAGES)
def test_the_name_of_a_module_says_its_content(package):
    riddles = sum(number for part, number in RIDDLES.items() if part.split(".")[0] == package)
    assert riddles <= LEFT_MODULES.get(package, 0), f"{package}: call its modules by what they hold"


if __name__ == "__main__":
    for part in sorted(FUNCTIONS):
        if FUNCTIONS[part] or RIDDLES[part]:
            print(f"{part}: {len(FUNCTIONS[part])} functions of one word, {RIDDLES[part]} modules named by a riddle")
    print(
        f"{sum(map(len, FUNCTIONS.values()))} functions of one word, {sum(RIDDLES.values())} modules named by a riddle."
    )
