"""Where the web server listens: its arguments, and what to do when the port is taken."""

import logging
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from landsea_dev import RuntimeProblem
from landsea_paths import find_var_folder

LOG_CONFIG = Path(__file__).with_name("granian_log.json")
WORKERS = max(1, min(os.cpu_count() or 1, 4))


LISTENS = "0A"  # TCP_LISTEN in net/tcp_states.h of Linux
APPLICATION = "landsea.wsgi:application"


def list_web_options(host: str, port: int, workers: int = WORKERS, application: str = APPLICATION) -> list[str]:
    """Return granian's arguments. The numbers come from a measurement: docs/decisions/web-server.md. HTTP/1 only: on a line of
    HTTP/2 many bodies come at once, and pings keep it busy while none of them goes on (`base/slow_lines.py`).
    """
    return [
        "--interface",
        "wsgi",
        "--http",
        "1",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--blocking-threads",
        "16",
        "--backlog",
        "512",
        "--no-ws",
        "--respawn-failed-workers",
        "--workers-kill-timeout",
        "10",
        "--log-level",
        "warning",
        "--log-config",
        str(LOG_CONFIG),
        application,
    ]


def serve_pages(host: str, port: int, workers: int = WORKERS, application: str = APPLICATION) -> int:
    """Be the web server until told to stop, and return the exit status. Its processes are forked from this one, so they share
    what this one has loaded.
    """
    from granian.cli import entrypoint

    sys.argv = ["granian", *list_web_options(host, port, workers, application)]
    entrypoint()
    return 0


class NewsFilter(logging.Filter):
    """Lets through what granian logs for the operator: all but its doubt about the number of threads.

    It doubts sixteen threads wherever there are fewer than eight cores. The number is meant: docs/decisions/web-server.md
    measured it. `granian_log.json` names this class.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Return False for the doubt."""
        return "Configuration allows spawning up to" not in record.getMessage()


def claim_port(host: str, port: int) -> socket.socket:
    """Claim an address for as long as the returned socket lives, also while nobody listens on it yet.

    The web server shares its port with whoever listens on it too (SO_REUSEPORT), so that two installations that start at
    the same moment would split the requests without a word. The claim is a name in the kernel, which it takes back when
    the process ends in any way. Raises RuntimeProblem, with what to do, when somebody has claimed it or listens on it.
    """
    claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        claim.bind(f"\0landsea-web-{host}-{port}")
        refuse_taken_port(host, port)
    except OSError:
        claim.close()
        raise _say_taken(host, port, "another Landsea starts on it") from None
    except RuntimeProblem:
        claim.close()
        raise
    return claim


def count_listeners(port: int) -> int:
    """Return how many sockets listen on a port of this machine: each process of a web server has one of its own."""
    lines: list[str] = []
    for table in ("tcp", "tcp6"):
        with suppress(FileNotFoundError):  # a kernel without IPv6 has no second table
            lines += Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    fields = [line.split() for line in lines]
    return sum(state == LISTENS and int(local.rpartition(":")[2], 16) == port for _, local, _, state, *_ in fields)


def note_port(port: int) -> None:
    """Note the port for commands in other terminals (`settings.environment.own_port`): the links that they write lead here.
    Only where no public address is set do they look.
    """
    noted = find_var_folder() / "port"
    with suppress(OSError):  # a web server that may not write there has its public address set
        noted.parent.mkdir(parents=True, exist_ok=True)
        noted.write_text(f"{port}\n")


def refuse_taken_port(host: str, port: int) -> None:
    """Raise RuntimeProblem, with what to do, when the address cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except PermissionError:
            raise RuntimeProblem(
                f"This user may not listen on port {port}: choose one above 1023, for example make run PORT=8080."
            ) from None
        except OSError as error:
            raise _say_taken(host, port, error.strerror or "it is taken") from None


def _say_taken(host: str, port: int, why: str) -> RuntimeProblem:
    return RuntimeProblem(
        f"Port {port} on {host} cannot be used ({why}): another program has it, perhaps a Landsea "
        f"that still runs. Stop that one, or choose another port: make run PORT={port % 65535 + 1}."
    )
