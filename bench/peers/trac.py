"""Trac of Debian's packages beside ours: a project of its own with a database of its own on the same PostgreSQL server.

Installed are `trac`, `python3-psycopg2` and `gunicorn` (by apt, as root). The store has as many tickets as ours has cases, of
the same texts, with twenty comments each. Who asks is a ticket officer, whom a header names, as a proxy with its own sign-in
would: Trac has none.
"""

import contextlib
import itertools
import os
import re
import shutil
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

from bench.peers.browser import PeerClient, end_processes, find_port, wait_for_port
from bench.peers.packages import install_packages
from bench.store import TEXTS

LOGIN = "officer"
APPLICATION = """
import os
from trac.web.main import dispatch_request
os.environ["TRAC_ENV"] = {project!r}
def application(environ, start_response):
    if "HTTP_X_BENCH_USER" in environ:
        environ["REMOTE_USER"] = environ["HTTP_X_BENCH_USER"]
    return dispatch_request(environ, start_response)
"""
FILL = (
    "TRUNCATE ticket, ticket_change RESTART IDENTITY",
    """INSERT INTO ticket (type, time, changetime, component, severity, priority, owner, reporter, cc, version, milestone,
         status, resolution, summary, description, keywords)
       SELECT 'defect', filed, filed, 'component1', '', 'major', 'somebody', %(login)s, '', '', '',
         CASE WHEN n * 7 %% 12 < 5 THEN 'new' ELSE 'closed' END, CASE WHEN n * 7 %% 12 < 5 THEN NULL ELSE 'fixed' END,
         left(txt, 90), repeat(txt, 1 + n %% 4), ''
       FROM (SELECT n, ((extract(epoch FROM now()) - random() * 700 * 86400) * 1000000)::bigint AS filed,
               (%(texts)s::text[])[1 + n %% 4] AS txt FROM generate_series(1, %(cases)s) n) rows""",
    """INSERT INTO ticket_change (ticket, time, author, field, oldvalue, newvalue)
       SELECT t.id, t.time + m * 18000000000, %(login)s, 'comment', m::text,
         repeat((%(texts)s::text[])[1 + (t.id + m) %% 4], 1 + (t.id + m)::int %% 3)
       FROM ticket t, generate_series(1, 20) m""",
    "DELETE FROM permission WHERE username = %(login)s",
    "INSERT INTO permission (username, action) VALUES (%(login)s, 'TICKET_ADMIN')",
    "VACUUM ANALYZE",
)


class Peer:
    """`install`, `fill`, then `serving` and `acts`."""

    NAME = "Trac"

    def __init__(self, folder: Path):
        self.folder, self.url = folder / "trac", ""

    def install(self) -> None:
        """Install its packages; SystemExit tells why that cannot be done."""
        install_packages(("trac", "python3-psycopg2", "gunicorn"), Path("/usr/bin/trac-admin"))

    def fill(self, url: str, cases: int) -> None:
        """Make its tables in the database at `url` and fill them with `cases` tickets, unless it holds as many."""
        import psycopg

        self.url = url
        project = self.folder / "project"
        with psycopg.connect(url, autocommit=True) as store:
            made = store.execute("SELECT to_regclass('ticket_change')").fetchone()[0]
            if not made or not project.exists():
                store.execute("DROP SCHEMA public CASCADE")
                store.execute("CREATE SCHEMA public")
                shutil.rmtree(project, ignore_errors=True)
                self.folder.mkdir(parents=True, exist_ok=True)
                address = url.replace("postgresql://", "postgres://")
                subprocess.run(
                    ["trac-admin", str(project), "initenv", "Bench", address], check=True, capture_output=True
                )
                (self.folder / "served.py").write_text(APPLICATION.format(project=str(project)))
            _write_address(project / "conf/trac.ini", url)
            if store.execute("SELECT count(*) FROM ticket").fetchone()[0] >= cases:
                return
            store.execute("SELECT setseed(0.42)")
            for statement in FILL:
                store.execute(statement, {"cases": cases, "texts": list(TEXTS.values()), "login": LOGIN})

    @contextlib.contextmanager
    def serving(self):
        """Serve it on a free port by two processes; yield the port; end them."""
        port = find_port()
        command = ["gunicorn", "--workers", "2", "--threads", "5", "--keep-alive", "60", "--bind", f"127.0.0.1:{port}"]
        quiet = os.environ | {"PYTHONWARNINGS": "ignore"}
        web = subprocess.Popen(
            [*command, "served:application"],
            cwd=self.folder,
            env=quiet,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for_port(port)
            yield port
        finally:
            end_processes(web)

    def acts(self, port: int) -> dict:
        """Return, for each kind of act, a maker of a function that does it once with a client of its own."""
        import psycopg

        with psycopg.connect(self.url) as store:
            told = "SELECT id FROM ticket WHERE status = 'new' AND id IN (SELECT ticket FROM ticket_change)"
            ids = [row[0] for row in store.execute(f"{told} ORDER BY id DESC LIMIT 2000")]

        def officer() -> PeerClient:
            return PeerClient(port, r'name="__FORM_TOKEN" value="([^"]+)"', "__FORM_TOKEN", {"X-Bench-User": LOGIN})

        def file():
            client = officer()
            client.learn_token("/newticket")
            fields = {
                "field_summary": TEXTS["en"][:90],
                "field_type": "defect",
                "field_priority": "major",
                "field_status": "new",
            }

            def once():
                text = f"{TEXTS['en']} The lorry has the plate {uuid.uuid4().hex[:8]}."
                client.post(
                    "/newticket",
                    fields | {"field_component": "component1", "field_description": text, "submit": "Create"},
                )

            return once

        def reader(addresses: list[str]):
            client, number = officer(), iter(range(10**9))
            return lambda: client.get(addresses[next(number) % len(addresses)])

        turns = itertools.count()
        return {
            "file": file,
            "open": lambda: reader([f"/ticket/{number}" for number in ids]),
            "list": lambda: reader(["/query?order=changetime&desc=1&max=25"]),
            "page 50": lambda: reader(["/query?status=new&priority=major&order=changetime&desc=1&max=25&page=50"]),
            "reply": lambda: _replier(self.url, officer(), ids, turns),
        }


def _write_address(file: Path, url: str) -> None:
    """Lead a project, which may be of an earlier run, to the database of this one."""
    address = url.replace("postgresql://", "postgres://")
    file.write_text(re.sub(r"(?m)^database = .*$", lambda _: f"database = {address}", file.read_text()))


def _replier(url: str, client: PeerClient, ids: list[int], turns: Iterator[int]):
    """Return a function that answers a ticket. Trac takes a reply only with the moment at which the ticket changed last,
    which a person's page holds: it is asked of the database here, in some 0.3 ms that count for Trac. All clients take
    their tickets by the same `turns`, so that no two answer one at the same moment, which Trac refuses.
    """
    import psycopg

    store = psycopg.connect(url, autocommit=True)
    client.learn_token(f"/ticket/{ids[0]}")

    def once():
        ticket = ids[next(turns) % len(ids)]
        changed = str(store.execute("SELECT changetime FROM ticket WHERE id = %s", [ticket]).fetchone()[0])
        fields = {"comment": "We spoke to the post; the list is on its way.", "action": "leave", "submit": "Submit"}
        return client.post(f"/ticket/{ticket}", fields | {"start_time": changed, "view_time": changed})

    return once
