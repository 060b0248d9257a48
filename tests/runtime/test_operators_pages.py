"""The pages for operators are true: their commands are run, page after page, on one installation that begins empty.

Indented blocks are commands; fenced ones are files to write. What stays (web server, worker) stays until the last page. Only
`make run` is not run here: test_serve.py goes that way, and takes its time.
"""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import uuid
from importlib import import_module
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

from landsea.cli import PLAIN_COMMANDS, list_own_commands
from landsea_dev.throwaway import start_throwaway_cluster

PAGES = Path(settings.ROOT) / "docs/operators"
ORDER = ("running", "watching", "backups", "upgrading")
RUN_ELSEWHERE = {
    "make run": "tests/runtime/test_serve.py",
    ".venv/bin/landsea database            # does it run, where is its data": "tests/runtime/test_postgres.py",
    ".venv/bin/landsea database url        # for psql, pg_dump and the like": "tests/runtime/test_postgres.py",
    ".venv/bin/landsea database stop       # whoever uses it": "tests/runtime/test_postgres.py",
}
STAYS = ("landsea web", "landsea worker")


def commands_of(page: Path) -> list[str]:
    """Return the lines of the indented blocks; a line that sets a value is for a file, and no command."""
    unfenced = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    blocks = re.findall(r"(?:^|\n)\n((?: {4}\S[^\n]*\n?)+)", unfenced)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if not re.match(r"\w+ ?=", line)]


def test_every_command_of_every_page_is_known_here():
    with_commands = {page.stem for page in PAGES.rglob("*.md") if commands_of(page)}
    assert with_commands == set(ORDER), "run the commands of a new page here"
    assert all((Path(settings.ROOT) / file).exists() for file in RUN_ELSEWHERE.values())


def told_commands() -> list[tuple[str, str, list[str]]]:
    """Return (page, command, options) of each `landsea ...` that a page names between backticks or in a block."""
    found = []
    for page in sorted([*PAGES.rglob("*.md"), *(PAGES.parents[1] / "ops").rglob("*.md")]):
        text = page.read_text().replace("\\|", "|")
        for line in [*re.findall(r"`(?:\.venv/bin/)?(landsea [^`]+)`", text), *commands_of(page)]:
            words = re.sub(r"^\.venv/bin/", "", line).split("#")[0].split()
            if words[0] == "landsea" and len(words) > 1 and re.fullmatch(r"[a-z][a-z-]*", words[1]):
                found.append((page.stem, words[1], re.findall(r"(?<![\w-])--[a-z][\w-]*", " ".join(words[2:]))))
    return found


def options_of(command: str, capsys) -> set[str]:
    """Return the options that a command says it has, those of its own commands too."""
    if command not in PLAIN_COMMANDS:
        app = get_commands()[command.replace("-", "_")]
        parser = load_command_class(app, command.replace("-", "_")).create_parser("landsea", command)
        return set(parser._option_string_actions)
    said = ""
    for words in (
        [],
        *(
            [name]
            for name in ("check", "truth", "import-gtfs", "import-csv", "import-dcsa", "export-edits", "coverage")
        ),
    ):
        with contextlib.suppress(SystemExit):
            import_module(PLAIN_COMMANDS[command]).main([*words, "--help"])
        said += "".join(capsys.readouterr())
    return set(re.findall(r"--[a-z][\w-]*", said))


def test_every_command_and_option_that_a_page_names_exists(capsys):
    """Whole: argparse takes the beginning of an option too, and `backup --keep` was `--keep-all`, which takes none away."""
    told = told_commands()
    assert len({command for _page, command, _options in told}) > 30
    known = set(list_own_commands()) | set(name.replace("_", "-") for name in get_commands())
    unknown = {(page, command) for page, command, _options in told if command not in known}
    assert not unknown
    wanted = {command for _page, command, options in told if options}
    offered = {command: options_of(command, capsys) for command in wanted}
    wrong = [(page, command, one) for page, command, options in told for one in options if one not in offered[command]]
    assert not wrong


class Operator:
    """Somebody at a terminal of one installation; `say` runs a line as it stands on the page."""

    def __init__(self, folder: Path):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.folder, self.staying = folder, []
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("LANDSEA_")} | {
            "DATABASE_URL": make_database(),
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
            "LANDSEA_VAR": str(folder / "var"),
            "LANDSEA_BACKUPS": str(folder / "backups"),
            "LANDSEA_METRICS_TOKEN": "see",
            "PORT": str(self.port),
        }

    def say(self, line: str) -> str:
        """Run a line; what stays is started and left. Return what it printed."""
        line = line.replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")
        if line in STAYS:
            command = [sys.executable, "-m", *line.split()]
            self.staying.append(subprocess.Popen(command, env=self.environment, cwd=settings.ROOT))
            return ""
        before = 'landsea() { "$PYTHON" -m landsea "$@"; }; set -euo pipefail; cd "$HERE";'
        environment = self.environment | {
            "HERE": str(self.folder),
            "PYTHON": sys.executable,
            "PYTHONPATH": str(Path(settings.ROOT) / "src"),
        }
        done = subprocess.run(
            ["bash", "-c", f"{before} {line}"], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        return done.stdout

    def wait_until_ready(self, seconds: float = 120) -> None:
        """Wait until the web server may be sent people."""
        until = time.monotonic() + seconds
        while True:
            try:
                urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=60).close()
                return
            except OSError:
                assert time.monotonic() < until, "the web server is not ready"
                time.sleep(0.5)


def make_database() -> str:
    """Return the address of an empty database on the server of the tests."""
    name = f"operators_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(start_throwaway_cluster().url(), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    return start_throwaway_cluster().url(name)


@pytest.fixture
def operator(tmp_path):
    one = Operator(tmp_path)
    yield one
    for process in one.staying:
        process.terminate()
    for process in one.staying:
        try:
            process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def test_the_pages_from_the_first_to_the_last(operator):
    for name in ORDER:
        for written in commands_of(PAGES / f"{name}.md"):
            line = written
            if line in RUN_ELSEWHERE:
                continue
            if name == "watching":
                operator.wait_until_ready()
            if line.startswith("landsea check --deploy"):
                continue  # with the settings of an installation behind a proxy: test_deployment.py
            if line.startswith("landsea restore"):
                made = next((operator.folder / "backups").glob("*.age")).name
                line = line.replace(re.search(r"\S+\.backup\.age", line)[0], f"backups/{made}")
                here, operator.environment = operator.environment, dict(operator.environment)
                operator.environment |= {"DATABASE_URL": make_database(), "LANDSEA_VAR": str(operator.folder / "other")}
                assert "each counted and compared" in operator.say(line)
                operator.environment = here
                continue
            said = operator.say(line)
            if "--new-key" in line:
                operator.environment["LANDSEA_BACKUP_KEYS"] = re.search(r"age1\w+", said)[0]
            if line.endswith("/metrics"):
                assert "landsea_answer_seconds_count" in said
