"""An installation that only runs has no packages to learn with: its commands are listed, and learning says what it needs."""

import subprocess
import sys

WITHOUT_THEM = """
import sys
sys.modules["jax"] = sys.modules["optax"] = None
from landsea.cli import main
sys.argv = ["landsea", *sys.argv[1:]]
main()
"""


def _run_without_packages(*arguments):
    command = [sys.executable, "-c", WITHOUT_THEM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_the_commands_are_listed_without_packages_to_learn_with():
    listed = _run_without_packages("help")
    assert listed.returncode == 0, listed.stderr
    assert "train-figures" in listed.stdout


def test_learning_says_what_it_needs():
    refused = _run_without_packages("train-figures", "--leave-out", "first")
    assert refused.returncode != 0
    assert "requirements/dev.txt" in refused.stderr and "make dev" in refused.stderr
    assert "Traceback" not in refused.stderr
