"""Where the web server listens: its arguments, and what to do when the port is taken."""

import os
import socket

from landsea_dev import RuntimeProblem

WORKERS = max(1, min(os.cpu_count() or 1, 4))


def web_options(host: str, port: int) -> list[str]:
    """Return granian's arguments. The numbers come from a measurement: docs/decisions/web-server.md."""
    return [
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(WORKERS),
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
        "landsea.wsgi:application",
    ]


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
            raise RuntimeProblem(
                f"Port {port} on {host} cannot be used ({error.strerror}): another program has it, perhaps a Landsea "
                f"that still runs. Stop that one, or choose another port: make run PORT={port % 65535 + 1}."
            ) from None
