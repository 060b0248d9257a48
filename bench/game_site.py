"""The installation that a game day is played on: PostgreSQL, web server, worker and mail intake on one small disk of their own
(a tmpfs where we may mount one), and what a visitor, an operator and a watching machine see of it.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
import uuid
from pathlib import Path

from bench.client import Client
from bench.drill_people import FORM
from bench.drill_processes import (
    Group,
    free_port,
    start_mail_in,
    start_web,
    start_worker,
    wait_until,
    wait_until_listening,
    wait_until_up,
    wait_until_working,
)
from bench.mail_site import DOMAIN


class Site:
    """One installation. `also` are environment variables that all of its processes get, PostgreSQL too."""

    def __init__(self, folder: Path, megabytes: int):
        self.folder, self.port, self.mail_port = folder, free_port(), free_port()
        self.mounted = (
            os.geteuid() == 0
            and not subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0711", "tmpfs", str(folder)], check=False
            ).returncode
        )
        os.environ.pop("DATABASE_URL", None)
        os.environ |= {
            "LANDSEA_VAR": str(folder),
            "DJANGO_SETTINGS_MODULE": "landsea.settings.base",
            "LANDSEA_DEMO": "yes",
            "LANDSEA_SECRET_KEY": "drill",
            "LANDSEA_FILINGS_PER_HOUR": "100000000",
            "LANDSEA_MAILS_PER_HOUR": "100000000",
            "LANDSEA_INBOUND_DOMAIN": DOMAIN,
            "LANDSEA_LOG_LEVEL": "CRITICAL",
        }
        self.groups: list[Group] = []

    def prepare(self) -> None:
        """Start PostgreSQL, fill it, and start the rest."""
        import django

        from bench.drill import prepare_installation
        from landsea_dev import postgres

        postgres.ensure_running()
        django.setup()
        prepare_installation()
        self.start()

    def start(self, *, plain: bool = False, **also: str) -> None:
        """Start web server, worker and mail intake, and wait until they work. `plain`: with Django's own web server, for
        granian stands still under libfaketime.
        """
        environment = os.environ | also
        django = [sys.executable, "-m", "landsea", "runserver", "--noreload", f"127.0.0.1:{self.port}"]
        self.groups = [
            Group("web server", django, environment) if plain else start_web(self.port, environment),
            start_worker(environment),
            start_mail_in(self.mail_port, environment),
        ]
        self.wait()

    def wait(self, seconds: float = 120) -> None:
        """Wait until all work again; what ended by itself is started again, as a supervisor does."""
        for group in self.groups:
            group.revive()
        wait_until_up(self.port, seconds)
        wait_until_working(self.worker, self.port, seconds)
        wait_until_listening(self.mail_port, seconds)

    @property
    def worker(self) -> Group:
        return self.groups[1]

    def stop(self) -> None:
        """End everything; the disk goes too."""
        from landsea_dev import postgres

        for group in self.groups:
            group.kill()
        with contextlib.suppress(Exception):
            postgres.release_server()
            postgres.stop_server()
        if self.mounted:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=False)


def look(port: int, address: str, cookies: dict[str, str] | None = None, seconds: float = 60) -> str:
    """Return what somebody sees at an address: the status and the heading, or that nothing answers."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{address}")
    if cookies:
        request.add_header("Cookie", "; ".join(f"{name}={value}" for name, value in cookies.items()))
    try:
        with urllib.request.urlopen(request, timeout=seconds) as page:
            return f"{page.status} {heading_of(page.read().decode())}"
    except urllib.error.HTTPError as refused:
        return f"{refused.code} {heading_of(refused.read().decode())}"
    except OSError as problem:
        return f"no answer ({getattr(problem, 'reason', problem)})"


def heading_of(text: str) -> str:
    """Return the heading of a page; of plain lines the lines."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.DOTALL)
    return re.sub(r"<[^>]+>|\s+", " ", found[1]).strip() if found else ", ".join(text.split("\n"))[:200].strip(", ")


def try_to_file(port: int) -> str:
    """File a case as a visitor does; return what came of it: `filed`, or the status and heading of the page."""
    client, key = Client(port), uuid.uuid4().hex * 2
    try:
        client.learn_token("/file/")
        fields = {
            **FORM,
            "text": f"Game {key[:12]}: our lorry waits.",
            "key": key,
            "email": f"{key[:9]}@drill.example.org",
        }
        _, text, headers = client.post("/file/", fields)
        return "filed" if "Location" in headers else f"asked again: {heading_of(text)}"
    except AssertionError as refused:
        said = str(refused)
        return f"{said.split(': ', 1)[1][:3]} ({said[:40]})"
    except OSError as problem:
        return f"no answer ({problem})"


def activity_of(port: int) -> dict[str, object]:
    """Return what /health/activity says; its status when it does not answer with 200."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health/activity?format=json", timeout=30) as page:
            return json.load(page)
    except urllib.error.HTTPError as refused:
        return {"status": refused.code}
    except OSError as problem:
        return {"no answer": str(problem)}


def operator_page(port: int, cookies: dict[str, str]) -> str:
    """Return the words of the operator's page of mails, without tags, up to its table's first rows."""
    client = Client(port, cookies)
    _, text, _ = client.get("/operator/deliveries/")
    main = text[text.find("<main") : text.find("</main")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).strip()


def wait_until_filed(port: int, seconds: float) -> bool:
    """Wait until a case can be filed again."""
    return wait_until(lambda: try_to_file(port) == "filed", seconds)


def cookies_of(role: str) -> dict[str, str]:
    """Return the cookies of a signed-in person of the demonstration who holds this role."""
    from bench.site import cookies_of_user
    from landsea.directory.models import Appointment

    appointment = (
        Appointment.objects.filter(ends_at=None, role=role, user__is_active=True).select_related("user").first()
    )
    return cookies_of_user(appointment.user)
