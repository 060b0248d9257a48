"""The example in the search's README runs and prints what stands there; the commands it names exist."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import landsea_search

README = (Path(landsea_search.__file__).parent / "README.md").read_text(encoding="utf-8")


def test_the_example_prints_what_the_readme_says():
    example, printed = re.search(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", README, re.S).groups()
    done = subprocess.run([sys.executable, "-c", example], check=True, capture_output=True, text=True)
    assert done.stdout == printed


def test_every_command_and_name_of_the_readme_is_there():
    modules = set(re.findall(r"python -m (landsea_search[\w.]*)", README))
    assert len(modules) > 4 and all(find_spec(name) for name in modules)
    offered = re.findall(r"^\| (`.*?) \|", README.split("| from the door")[1].split("\n\n")[0], re.M)
    names = {name for row in offered for name in re.findall(r"`(\w+)", row)}
    assert names == set(landsea_search.__all__) - {"Leg", "Planner", "Values"}
